/** Wire ids of privacy. */
import { idType } from '../../kernel/ids.ts'

export const dataExportId = idType('dex')
export const erasureId = idType('ers')
export const holdId = idType('hld')
