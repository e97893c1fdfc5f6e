/**
 * Data for a page that is never hydrated. React Router writes a copy of what loaders give for the browser, also where none is sent;
 * it copies what has a name, so data under a symbol costs nothing.
 */
const DATA = Symbol('data')

export interface Held<T> {
  readonly [DATA]: T
}

export const held = <T>(data: T): Held<T> => ({ [DATA]: data })

export const heldIn = <T>(loaderData: Held<T>): T => loaderData[DATA]
