/** Identifiers of pictures. */
import { idType, type Id } from '../../kernel/ids.ts'

/** Derived from the owner and the bytes as they were sent, so that the same picture sent twice is one. */
export const imageId = idType('img')

export type ImageId = Id<'img'>
