/** The ids profiles gives out. */
import { idType } from '../../kernel/ids.ts'

export const addressId = idType('adr')
export const guardianLinkId = idType('gdl')
