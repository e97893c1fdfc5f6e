/**
 * What a module calls the fields of its rows, and the values of those whose set is closed: for files of its lists, which people
 * open without us (modules/reports). Declared next to the module and found by the field's name on the wire.
 */

/** Language → word. English must be there. */
export interface Words {
  readonly en: string
  readonly [language: string]: string
}

export interface FieldWords {
  /** The head of its column. An amount's currency stands in a column of its own, or is put behind the head. */
  readonly say: Words
  /** Value → word. A value that is not here is written as it is. */
  readonly values?: Readonly<Record<string, Words>>
}

export type Fields = Readonly<Record<string, FieldWords>>

export function wordIn(words: Words, locale: string): string {
  return words[locale.split('-')[0]!] ?? words.en
}
