/**
 * What a module says to people, declared next to the module: one message per fact, with its values, its channels and its
 * text per language. Text is ICU message syntax; `{brand}` is always there. Delivery is the messaging module's work.
 */
import { assert } from './assert.ts'

export type Channel = 'sms' | 'email' | 'in_app'

export interface MessageText {
  /** At most about 150 characters after filling in, so that it stays one or two SMS. */
  readonly sms?: string
  /** Subject of the e-mail and title in the app. */
  readonly subject?: string
  /** Body of the e-mail and text in the app. Plain text; blank lines part paragraphs. */
  readonly body?: string
}

export interface Message<V extends string = string> {
  /** `module.what_it_says`. */
  readonly key: string
  /** Names of the values the text needs. */
  readonly values: readonly V[]
  /** In order of preference: a person is told in the app and on the first other channel they have and want. */
  readonly channels: readonly Channel[]
  /** What a person can switch off: 'account' and critical messages cannot be. */
  readonly category: 'account' | 'pots' | 'gifts' | 'rewards' | 'partners' | 'learning' | 'billing' | 'marketing'
  /** Sent at once, also in quiet hours (codes, security, money gone wrong). */
  readonly critical?: boolean
  /** Language → text. English must be there. */
  readonly text: { readonly en: MessageText; readonly [language: string]: MessageText }
}

/** Declares a message; the compiler then asks for exactly its values when it is sent. */
export function defineMessage<const V extends string>(message: Message<V>): Message<V> {
  assert(/^[a-z]+\.[a-z_]+$/.test(message.key), `bad message key ${message.key}`)
  for (const [language, text] of Object.entries(message.text))
    for (const channel of message.channels) {
      const there = channel === 'sms' ? text.sms : text.subject && text.body
      assert(there, `${message.key} has no ${channel} text in ${language}`)
    }
  return Object.freeze(message)
}

/** A value for each name the message asks for, already in the person's form (amounts and dates formatted). */
export type MessageValues<M> = M extends Message<infer V> ? Readonly<Record<V, string>> : never
