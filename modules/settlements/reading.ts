/** Reading statements: one with its lines, lists, the CSV, and whether the seals still hold. */
import type { Context } from '../../kernel/context.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../kernel/csv.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { pageOf, type PageOf, type PageRequest } from '../../kernel/http/page.ts'
import { textIn } from '../catalog/api.ts'
import type { Settlement } from './closing.ts'
import type { Dispute } from './disputes.ts'
import { errors } from './errors.ts'
import { sealOf, totalsOf, type Line, type SettlementStatus } from './rules.ts'
import * as store from './store.ts'

const LINES_MAX = 20_000
const SEALS_CHECKED = 20

/** The statement. Refuses `settlement_unknown`. */
export async function getSettlement(tx: Tx, id: string): Promise<Settlement> {
  return (await store.findSettlement.first(tx, id)) ?? refuse(errors.settlement_unknown)
}

export async function linesOf(tx: Tx, partnerId: string, id: string): Promise<Line[]> {
  return store.listLines.all(tx, partnerId, id, LINES_MAX)
}

export async function disputesOf(tx: Tx, partnerId: string, id: string): Promise<Dispute[]> {
  return store.listDisputes.all(tx, partnerId, id, LINES_MAX)
}

/** The partner's statements, newest period first. */
export async function listOfPartner(tx: Tx, partnerId: string, page: PageRequest): Promise<PageOf<Settlement>> {
  const rows = await store.listOfPartner.all(tx, partnerId, page.after?.[0], page.limit + 1)
  return pageOf(
    rows,
    page,
    (row) => [row.period_end],
    (row) => row,
  )
}

/** Every partner's statements, last closed first; for staff. */
export async function listSettlements(
  tx: Tx,
  filter: { readonly status?: SettlementStatus },
  page: PageRequest,
): Promise<PageOf<Settlement>> {
  const [closedAt, id] = page.after ?? []
  const rows = await store.listAll.all(tx, filter.status, closedAt, id, page.limit + 1)
  return pageOf(
    rows,
    page,
    (row) => [row.closed_at, row.id],
    (row) => row,
  )
}

/** True while head, totals and every line are what they were when the period was closed. */
export async function isSealIntact(tx: Tx, settlement: Settlement): Promise<boolean> {
  const lines = await linesOf(tx, settlement.partner_id, settlement.id)
  const totals = totalsOf(lines, settlement.carried_in_minor)
  return settlement.line_count === lines.length && sealOf({ ...settlement, ...totals }, lines) === settlement.seal
}

/** The latest statements, for the health check. */
export async function checkSeals(tx: Tx, many = SEALS_CHECKED): Promise<{ status: 'ok' | 'failed'; detail: string }> {
  const settlements = await store.listAll.all(tx, null, null, null, many)
  const broken: string[] = []
  for (const settlement of settlements) if (!(await isSealIntact(tx, settlement))) broken.push(settlement.id)
  return broken.length === 0
    ? { status: 'ok', detail: `the seals of ${settlements.length} statements hold` }
    : { status: 'failed', detail: `changed after closing: ${broken.join(', ')}` }
}

const HEADINGS = {
  fr: ['Ligne', 'Type', 'Date', 'Pack', 'Établissement', 'Prix', 'Votre part', 'Commission'],
  en: ['Line', 'Type', 'Date', 'Pack', 'Venue', 'Price', 'Your share', 'Commission'],
}
const KINDS = {
  fr: { redemption: 'Bon utilisé', reversal: 'Scan annulé', released: 'Contestation réglée' },
  en: { redemption: 'Voucher used', reversal: 'Scan taken back', released: 'Dispute settled' },
}

/** The lines as a file for the reader's spreadsheet, with headings in their language; times in the product's zone. */
export function csvOf(ctx: Context, lines: readonly Line[]): string {
  const language = ctx.locale.startsWith('fr') ? 'fr' : 'en'
  const writing = { locale: ctx.locale, timeZone: ctx.product.timeZone }
  const rows = lines.map((line) =>
    csvLine(
      [
        line.line_no,
        KINDS[language][line.kind],
        line.occurred_at,
        textIn(line.pack_name, ctx.locale, ctx.product.locales[0]),
        line.venue_name,
        line.gross_minor,
        line.share_minor,
        line.commission_minor,
      ],
      writing,
    ),
  )
  return [BYTE_ORDER_MARK, csvLine(HEADINGS[language], writing), ...rows].join('')
}
