/** Hears what modules emit, as another module would: by a job for each event, in a module of its own. */
import { Type } from 'typebox'
import { on, type EventType } from '../events/event.ts'
import { defineJob } from '../jobs/job.ts'
import { defineModule, type Module, type Subscription } from '../module.ts'

export interface Heard {
  readonly event: string
  // What a test looks into; its shape is the event's.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly payload: any
}

export interface Listener {
  readonly module: Module
  readonly subscriptions: Subscription[]
  /** What was emitted and delivered so far, in order. A test may empty it. */
  readonly heard: Heard[]
}

/** Put `module` among the product's modules and `subscriptions` into its `on`. */
export function listenTo(types: readonly EventType<unknown>[], heard: Heard[] = []): Listener {
  const jobs = types.map((event) =>
    defineJob({
      name: `listener.${event.name.replace('.', '_')}`,
      payload: Type.Object({}),
      run: async ({ payload }) => void heard.push({ event: event.name, payload }),
    }),
  )
  const module = defineModule({ name: 'listener', folder: import.meta.dirname, placement: {}, jobs })
  return { module, heard, subscriptions: types.map((event, i) => on(event as EventType<object>, jobs[i]!)) }
}
