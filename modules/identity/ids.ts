/** The ids identity gives out. */
import { idType, type Id } from '../../kernel/ids.ts'

export const userId = idType('usr')
export const sessionId = idType('ses')
export type UserId = Id<'usr'>
export type SessionId = Id<'ses'>
