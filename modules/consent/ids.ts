/** Wire ids of consent. */
import { idType } from '../../kernel/ids.ts'

export const recordId = idType('cns')
export const textId = idType('ltx')
export const requestId = idType('crq')
