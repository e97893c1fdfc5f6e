/**
 * A statement as a document to file: A4, in French and English side by side, every amount in full. Drawn anew on each request
 * from what was sealed, so the same statement in the same state gives the same bytes. Knows no route and decides nothing.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { dateOf } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { textIn } from '../catalog/api.ts'
import type { Partner } from '../merchants/api.ts'
import { redemptionId } from '../redemption/api.ts'
import type { Settlement } from './closing.ts'
import type { Dispute } from './disputes.ts'
import { settlementId } from './ids.ts'
import { amountToPay } from './paying.ts'
import type { Line, LineKind, SettlementStatus } from './rules.ts'

/** More would be a book; the totals stand for all lines, and the CSV has every one. */
const LINES_SHOWN_MAX = 1_000
const MARGIN = 48
const INK = '#2b1a20'
const SOFT = '#6d5559'
const RULE = '#d9c9b6'
const BRAND = '#b4412a'

const fontFile = (weight: 400 | 700) =>
  createRequire(import.meta.url).resolve(
    `@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-${weight}-normal.woff`,
  )

const STATUSES: Readonly<Record<SettlementStatus, string>> = {
  draft: 'En préparation · Draft',
  pending: 'À approuver · To be approved',
  approved: 'Approuvé, à payer · Approved, to be paid',
  paying: 'Paiement en cours · Being paid',
  paid: 'Payé · Paid',
  disputed: 'Contesté · Disputed',
  carried: 'Reporté sur le relevé suivant · Carried to the next statement',
}
const KINDS: Readonly<Record<LineKind, string>> = {
  redemption: '',
  reversal: 'Scan annulé · Taken back',
  released: 'Contestation réglée · Dispute settled',
}

export interface Filed {
  readonly settlement: Settlement
  readonly partner: Partner
  readonly lines: readonly Line[]
  readonly disputes: readonly Dispute[]
}

/** The document as PDF. Repeatable; nothing is written. */
export async function documentOf(ctx: Context, filed: Filed): Promise<Buffer> {
  const { settlement } = filed
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    // Page numbers are written last, when it is known how many there are.
    bufferPages: true,
    lang: 'fr',
    displayTitle: true,
    info: {
      Title: `Relevé ${settlementId.wire(settlement.id)}`,
      Author: ctx.product.brand.name,
      CreationDate: dateOf(settlement.paid_at ?? settlement.closed_at),
    },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk))
    paper.on('end', resolve)
    paper.on('error', reject)
  })
  paper.registerFont('text', fontFile(400)).registerFont('bold', fontFile(700))
  new Sheet(ctx, paper, filed).draw()
  paper.end()
  await ended
  return Buffer.concat(chunks)
}

interface Column {
  readonly title: string
  readonly under: string
  readonly width: number
  readonly end?: boolean
}

const COLUMNS: readonly Column[] = [
  { title: 'N°', under: 'No.', width: 26 },
  { title: 'Date', under: 'Date', width: 76 },
  { title: 'Pack et référence', under: 'Pack and reference', width: 154 },
  { title: 'Établissement', under: 'Venue', width: 93 },
  { title: 'Prix', under: 'Price', width: 46, end: true },
  { title: 'Commission', under: 'Commission', width: 60, end: true },
  { title: 'Net', under: 'Net', width: 44, end: true },
]

class Sheet {
  readonly #ctx: Context
  readonly #paper: PDFKit.PDFDocument
  readonly #filed: Filed
  readonly #width: number
  #y = MARGIN

  constructor(ctx: Context, paper: PDFKit.PDFDocument, filed: Filed) {
    this.#ctx = ctx
    this.#paper = paper
    this.#filed = filed
    this.#width = paper.page.width - 2 * MARGIN
  }

  draw(): void {
    this.#head()
    this.#facts()
    this.#lines()
    this.#sums()
    this.#disputes()
    this.#feet()
  }

  #head(): void {
    const paper = this.#paper
    paper.rect(0, 0, paper.page.width, 10).fill(BRAND)
    this.#say(this.#ctx.product.brand.name, MARGIN, this.#y, { font: 'bold', size: 24, colour: BRAND })
    this.#say('Relevé de règlement', MARGIN, this.#y, { font: 'bold', size: 18, end: true })
    this.#say('Settlement statement', MARGIN, this.#y + 24, { size: 11, colour: SOFT, end: true })
    this.#y += 58
  }

  #facts(): void {
    const { settlement, partner } = this.#filed
    const left: [string, string][] = [['Partenaire · Partner', partner.name]]
    if (partner.business_registration) left.push(['RCCM · Registration', partner.business_registration])
    if (partner.tax_id) left.push(['NINEA · Tax id', partner.tax_id])
    left.push(['Période · Period', `${this.#day(settlement.period_start)} – ${this.#day(settlement.period_end)}`])
    const right: [string, string][] = [
      ['Référence · Reference', settlementId.wire(settlement.id)],
      ['Arrêté le · Closed on', this.#moment(settlement.closed_at)],
      ['État · State', STATUSES[settlement.status]],
    ]
    if (settlement.paid_at) right.push(['Payé le · Paid on', this.#moment(settlement.paid_at)])
    if (settlement.payout_id) right.push(['Virement · Payout', settlement.payout_id])
    const half = this.#width / 2 - 8
    const column = (facts: readonly [string, string][], x: number) => {
      let y = this.#y
      for (const [name, value] of facts) {
        this.#say(name, x, y, { size: 8, colour: SOFT, width: half })
        this.#say(value, x, y + 11, { font: 'bold', size: 10, width: half })
        y += 30
      }
      return y
    }
    this.#y = Math.max(column(left, MARGIN), column(right, MARGIN + half + 16)) + 16
  }

  #lines(): void {
    const { lines, settlement } = this.#filed
    this.#titles()
    for (const line of lines.slice(0, LINES_SHOWN_MAX)) {
      if (this.#y > this.#bottom() - 30) this.#turn()
      const kind = KINDS[line.kind]
      const name = textIn(line.pack_name, this.#ctx.locale, this.#ctx.product.locales[0])
      this.#row([
        [String(line.line_no)],
        [this.#day(this.#dayOf(line.occurred_at)), this.#time(line.occurred_at)],
        [kind ? `${name} (${kind})` : name, redemptionId.wire(line.redemption_id)],
        [line.venue_name],
        [this.#plainAmount(line.gross_minor)],
        [this.#plainAmount(line.commission_minor)],
        [this.#plainAmount(line.share_minor)],
      ])
    }
    const left = settlement.line_count - Math.min(lines.length, LINES_SHOWN_MAX)
    if (left > 0) {
      const more = `… et ${left} lignes de plus, toutes dans le CSV · and ${left} more lines, all of them in the CSV`
      this.#say(more, MARGIN, this.#y + 4, { size: 9, colour: SOFT })
      this.#y += 20
    }
  }

  #titles(): void {
    let x = MARGIN
    for (const { title, under, width, end } of COLUMNS) {
      const at = { width: width - 4, end: end ?? false }
      this.#say(title, x, this.#y, { font: 'bold', size: 8, ...at })
      if (under !== title) this.#say(under, x, this.#y + 10, { size: 7, colour: SOFT, ...at })
      x += width
    }
    this.#y += 22
    this.#rule(INK)
  }

  #row(cells: readonly (readonly string[])[]): void {
    let x = MARGIN
    for (const [position, { width, end }] of COLUMNS.entries()) {
      const [first = '', second] = cells[position] ?? []
      this.#say(first, x, this.#y + 4, { size: 9, width: width - 4, end: end ?? false })
      if (second) this.#say(second, x, this.#y + 16, { size: 7, colour: SOFT, width: width - 4 })
      x += width
    }
    this.#y += 28
    this.#rule(RULE)
  }

  #sums(): void {
    const { settlement } = this.#filed
    const sums: [string, bigint][] = [
      ['Valeur des bons · Value of the vouchers', settlement.gross_minor],
      ['Commission · Commission', -settlement.commission_minor],
      ['Votre part · Your share', settlement.share_minor],
    ]
    if (settlement.released_minor) sums.push(['Contestations réglées · Disputes settled', settlement.released_minor])
    if (settlement.carried_in_minor) sums.push(['Reporté avant · Carried in', settlement.carried_in_minor])
    if (settlement.withheld_minor) sums.push(['Retenu, contesté · Withheld, disputed', -settlement.withheld_minor])
    const height = sums.length * 17 + 48
    if (this.#y + height > this.#bottom()) this.#turn(false)
    this.#y += 14
    const x = MARGIN + this.#width - 300
    for (const [name, amount] of sums) {
      this.#say(name, x, this.#y, { size: 9, colour: SOFT, width: 190 })
      this.#say(this.#amount(amount), x, this.#y, { size: 10, width: 300, end: true })
      this.#y += 17
    }
    this.#paper
      .moveTo(x, this.#y)
      .lineTo(x + 300, this.#y)
      .lineWidth(1.5)
      .stroke(INK)
    const carried = settlement.status === 'carried'
    const total = carried
      ? 'Reporté · Carried over'
      : settlement.status === 'paid'
        ? 'Payé · Paid'
        : 'À payer · To be paid'
    const amount = carried ? settlement.payable_minor : amountToPay(settlement)
    this.#say(total, x, this.#y + 8, { font: 'bold', size: 12, width: 190 })
    this.#say(this.#amount(amount), x, this.#y + 5, { font: 'bold', size: 16, width: 300, end: true })
    this.#y += 40
  }

  #disputes(): void {
    const { disputes } = this.#filed
    for (const dispute of disputes) {
      if (this.#y > this.#bottom() - 24) this.#turn(false)
      const what = `Ligne ${dispute.line_no} contestée · Line ${dispute.line_no} disputed: ${this.#amount(dispute.share_minor)}`
      this.#say(`${what} – ${dispute.reason}`, MARGIN, this.#y, { size: 8, colour: SOFT })
      this.#y += 14
    }
  }

  /** Reference, seal and number of every page. */
  #feet(): void {
    const { settlement } = this.#filed
    const { start, count } = this.#paper.bufferedPageRange()
    for (let number = 0; number < count; number++) {
      this.#paper.switchToPage(start + number)
      const y = this.#paper.page.height - MARGIN - 8
      // Below the margin nothing may turn the page.
      this.#paper.page.margins.bottom = 0
      const seal = settlement.seal ? ` · Sceau · Seal ${settlement.seal.slice(0, 16)}` : ''
      const reference = `${this.#ctx.product.brand.name} · ${settlementId.wire(settlement.id)}${seal}`
      this.#say(reference, MARGIN, y, { size: 7, colour: SOFT })
      this.#say(`Page ${number + 1} / ${count}`, MARGIN, y, { size: 7, colour: SOFT, end: true })
    }
  }

  #turn(titles = true): void {
    this.#paper.addPage()
    this.#y = MARGIN
    if (titles) this.#titles()
  }

  #bottom(): number {
    return this.#paper.page.height - MARGIN - 24
  }

  #rule(colour: string): void {
    const right = MARGIN + this.#width
    this.#paper.moveTo(MARGIN, this.#y).lineTo(right, this.#y).lineWidth(0.6).stroke(colour)
  }

  /** One line of text, cut short where it does not fit. */
  #say(
    text: string,
    x: number,
    y: number,
    look: { font?: 'text' | 'bold'; size: number; colour?: string; width?: number; end?: boolean },
  ): void {
    const { font = 'text', size, colour = INK, width = this.#width, end = false } = look
    this.#paper
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(text, x, y, { width, height: size * 1.4, lineBreak: true, ellipsis: '…', align: end ? 'right' : 'left' })
  }

  /** `25 000 F`: spaces that do not break, and that the fonts have. */
  #amount(minor: bigint): string {
    return `${this.#plainAmount(minor)}\u00A0${this.#filed.settlement.asset === 'XOF' ? 'F' : this.#filed.settlement.asset}`
  }

  #plainAmount(minor: bigint): string {
    const digits = (minor < 0n ? -minor : minor).toString().replaceAll(/\B(?=(\d{3})+$)/g, '\u00A0')
    return minor < 0n ? `\u2212${digits}` : digits
  }

  #dayOf(instant: Temporal.Instant): Temporal.PlainDate {
    return instant.toZonedDateTimeISO(this.#ctx.product.timeZone).toPlainDate()
  }

  /** `12/03/2026`, read alike in both languages here. */
  #day(date: Temporal.PlainDate): string {
    return date.toLocaleString('fr', { day: '2-digit', month: '2-digit', year: 'numeric' })
  }

  #time(instant: Temporal.Instant): string {
    return instant.toZonedDateTimeISO(this.#ctx.product.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  }

  #moment(instant: Temporal.Instant): string {
    return `${this.#day(this.#dayOf(instant))} ${this.#time(instant)}`
  }
}
