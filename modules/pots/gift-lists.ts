/** What staff leaf through: gifts in four orders, by status, time and amount; those of one pot; one by its number. */
import type { Tx } from '../../kernel/db/tx.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { findOne, listed, listOfPot, type GiftOrder, type StaffGiftRow } from './store/gift-lists.ts'

export { GIFT_ORDERS, type GiftOrder, type StaffGiftRow } from './store/gift-lists.ts'

export interface GiftFilter {
  readonly status?: string | undefined
  /** Created at this instant or later. */
  readonly from?: string | undefined
  /** Created before this instant. */
  readonly to?: string | undefined
  readonly min_minor?: string | undefined
  readonly max_minor?: string | undefined
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const AMOUNT_MAX = '999999999999999999'

/** Before every row of the order. */
const START: Readonly<Record<GiftOrder, readonly [string, string]>> = {
  newest: ['infinity', LAST_ID],
  oldest: ['-infinity', FIRST_ID],
  largest: [AMOUNT_MAX, LAST_ID],
  smallest: [`-${AMOUNT_MAX}`, FIRST_ID],
}

/** One page in the given order, one row more than it holds. One statement. */
export function giftsForStaff(
  tx: Tx,
  filter: GiftFilter,
  order: GiftOrder,
  page: PageRequest,
): Promise<StaffGiftRow[]> {
  const [list, values] = listOf(filter, order, page)
  return list.all(tx, ...values)
}

/** The statement of a page and its values; also for measuring it bare. */
export function listOf(filter: GiftFilter, order: GiftOrder, page: PageRequest) {
  const { status, from = '-infinity', to = 'infinity', min_minor = '0', max_minor = AMOUNT_MAX } = filter
  const [key, id] = page.after ?? START[order]
  const bounds = [from, to, min_minor, max_minor, key, id, page.limit + 1]
  const { any, ofStatus } = listed[order]
  return status === undefined ? ([any, bounds] as const) : ([ofStatus, [...bounds, status]] as const)
}

/** Where the order stands at a row: the cursor of the page after it. */
export function giftKey(order: GiftOrder, row: StaffGiftRow): [unknown, string] {
  return [order === 'newest' || order === 'oldest' ? row.created_at : row.amount_minor, row.id]
}

/** The gifts of one pot, newest first, one row more than the page. */
export function giftsOfPot(tx: Tx, pot: string, status: string | undefined, page: PageRequest) {
  const [at, id] = page.after ?? START.newest
  return listOfPot.all(tx, pot, at, id, page.limit + 1, status)
}

/** The gift of this number, wherever the owner of its pot lives; undefined when there is none. */
export function giftForStaff(tx: Tx, id: string): Promise<StaffGiftRow | undefined> {
  return findOne.first(tx, id)
}
