/** Wire ids of reports. */
import { idType } from '../../kernel/ids.ts'

export const viewId = idType('viw')
export const exportId = idType('exp')
