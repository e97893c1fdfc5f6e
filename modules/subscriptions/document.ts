/**
 * An invoice or credit note as a document to file: A4, in Arabic from right to left or in English, every amount in full. Drawn anew
 * on each request from what was issued, so the same invoice in the same state gives the same bytes. Decides nothing.
 */
import PDFDocument from 'pdfkit'
import { dateOf } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { decimalString, exponentOf } from '../../kernel/money.ts'
import { planOf } from './plans.ts'
import { sellersNow, type Seller } from './config.ts'
import type { Explained } from './reading.ts'
import { FONTS, leftToRight, runsOf, type Weight } from './lettering.ts'
import { textIn } from './telling.ts'
import { WORDS, type Words } from './words.ts'

const MARGIN = 52
const INK = '#1d2a32'
const SOFT = '#5b6b73'
const RULE = '#d5dde1'
const BRAND = '#0b6e6e'
const LINES_SHOWN_MAX = 40

type Language = 'ar' | 'en'

/** The document as PDF, and the name of its file. Refuses `kernel.not_found` for what is not issued. */
export async function documentOf(
  ctx: Context,
  explained: Explained,
  asked?: Language,
): Promise<{ bytes: Buffer; name: string }> {
  const { invoice } = explained
  if (invoice.number === null || invoice.settled_at === null) refuse(kernelErrors.not_found)
  const language: Language = asked ?? (ctx.locale.startsWith('ar') ? 'ar' : 'en')
  const words = WORDS[language]
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    lang: language,
    displayTitle: true,
    info: {
      Title: `${words[invoice.kind]} ${invoice.number}`,
      Author: ctx.product.brand.name,
      CreationDate: dateOf(invoice.settled_at),
    },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk))
    paper.on('end', resolve)
    paper.on('error', reject)
  })
  for (const [name, file] of Object.entries(FONTS)) paper.registerFont(name, file)
  new Sheet(ctx, paper, explained, language).draw()
  paper.end()
  await ended
  return { bytes: Buffer.concat(chunks), name: invoice.number }
}

interface Look {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  readonly width?: number
  /** At the side where reading begins, or at the other one. */
  readonly side?: 'start' | 'end'
}

class Sheet {
  readonly #ctx: Context
  readonly #paper: PDFKit.PDFDocument
  readonly #explained: Explained
  readonly #language: Language
  readonly #words: Words
  readonly #width: number
  #y = MARGIN

  constructor(ctx: Context, paper: PDFKit.PDFDocument, explained: Explained, language: Language) {
    this.#ctx = ctx
    this.#paper = paper
    this.#explained = explained
    this.#language = language
    this.#words = WORDS[language]
    this.#width = paper.page.width - 2 * MARGIN
  }

  draw(): void {
    this.#head()
    this.#facts()
    this.#lines()
    this.#sums()
    this.#notes()
    this.#foot()
  }

  #head(): void {
    const { invoice } = this.#explained
    this.#paper.rect(0, 0, this.#paper.page.width, 10).fill(BRAND)
    this.#say(this.#ctx.product.brand.name, 0, this.#y, { size: 22, weight: 700, colour: BRAND, width: 200 })
    const title = this.#words[invoice.kind]
    this.#say(title, 220, this.#y, { size: 19, weight: 700, width: this.#width - 220, side: 'end' })
    this.#say(invoice.number!, 220, this.#y + 28, { size: 12, colour: SOFT, width: this.#width - 220, side: 'end' })
    this.#y += 66
  }

  /** Who sold when it was issued; before that was kept, whoever sells now. */
  get #seller(): Seller {
    return (this.#explained.invoice.seller ?? sellersNow(this.#ctx))[this.#language]
  }

  #facts(): void {
    const { invoice, billed_to, corrects } = this.#explained
    const seller = this.#seller
    const words = this.#words
    const own: [string, string][] = [
      [words.seller, seller.name],
      [words.address, seller.address],
      [words.tax_number, leftToRight(seller.tax_number)],
    ]
    const theirs: [string, string][] = [
      [words.billed_to, billed_to ?? '—'],
      [words.issued_on, this.#day(invoice.issued_on!)],
      [words.period, `${this.#day(invoice.from_on)} – ${this.#day(invoice.to_on.subtract({ days: 1 }))}`],
    ]
    if (corrects) theirs.push([words.corrects, leftToRight(corrects)])
    const half = this.#width / 2 - 10
    const column = (facts: readonly [string, string][], x: number) => {
      let y = this.#y
      for (const [name, value] of facts) {
        this.#say(name, x, y, { size: 8.5, colour: SOFT, width: half })
        this.#say(value, x, y + 13, { size: 10.5, weight: 700, width: half })
        y += 38
      }
      return y
    }
    this.#y = Math.max(column(own, 0), column(theirs, half + 20)) + 12
  }

  #lines(): void {
    const words = this.#words
    const wide = this.#width - 110
    this.#say(words.what, 0, this.#y, { size: 9, colour: SOFT, width: wide })
    this.#say(words.amount, wide, this.#y, { size: 9, colour: SOFT, width: 110, side: 'end' })
    this.#y += 18
    this.#rule(INK)
    for (const line of this.#explained.lines.slice(0, LINES_SHOWN_MAX)) {
      const plan = textIn(planOf(this.#ctx, line.plan).name, this.#language)
      const span = `${this.#day(line.from_on)} – ${this.#day(line.to_on.subtract({ days: 1 }))}`
      this.#say(words.line[line.kind](plan, line.quantity), 0, this.#y + 7, { size: 11, weight: 700, width: wide })
      this.#say(span, 0, this.#y + 24, { size: 9, colour: SOFT, width: wide })
      this.#say(this.#amount(line.gross_minor), wide, this.#y + 7, { size: 11, width: 110, side: 'end' })
      this.#y += 44
      this.#rule(RULE)
    }
  }

  #sums(): void {
    const { invoice } = this.#explained
    const words = this.#words
    const percent = `${invoice.tax_basis_points / 100}%`
    const sums: [string, bigint][] = [
      [words.net, invoice.net_minor],
      [words.tax(percent), invoice.tax_minor],
    ]
    const box = 280
    const x = this.#width - box
    this.#y += 12
    const row = (name: string, amount: bigint, look: Look) => {
      this.#say(name, x, this.#y, { ...look, width: 160 })
      this.#say(this.#amount(amount), x + 160, this.#y, { ...look, width: box - 160, side: 'end' })
    }
    for (const [name, amount] of sums) {
      row(name, amount, { size: 10, colour: SOFT })
      this.#y += 19
    }
    this.#rule(INK, x, box)
    this.#y += 7
    row(invoice.kind === 'invoice' ? words.total : words.credited, invoice.gross_minor, { size: 14, weight: 700 })
    this.#y += 30
    if (invoice.kind === 'credit_note') return
    if (invoice.credit_minor > 0n) {
      row(words.from_credit, invoice.credit_minor, { size: 10, colour: SOFT })
      this.#y += 19
    }
    row(words.paid, invoice.gross_minor - invoice.credit_minor, { size: 10, colour: SOFT })
    this.#y += 24
  }

  #notes(): void {
    const { notes, invoice } = this.#explained
    this.#y += 10
    const how = invoice.kind === 'invoice' ? this.#words.thanks : this.#words.note_explained
    this.#say(how, 0, this.#y, { size: 10, colour: SOFT })
    this.#y += 20
    for (const note of notes.slice(0, 10)) {
      const text = `${this.#words.credit_note} ${leftToRight(note.number!)} · ${this.#amount(note.gross_minor)}`
      this.#say(text, 0, this.#y, { size: 9, colour: SOFT })
      this.#y += 15
    }
  }

  #foot(): void {
    const seller = this.#seller
    const y = this.#paper.page.height - MARGIN - 10
    const text = `${seller.name} · ${this.#words.tax_number} ${leftToRight(seller.tax_number)} · ${leftToRight(this.#explained.invoice.number!)}`
    this.#say(text, 0, y, { size: 8, colour: SOFT })
  }

  #rule(colour: string, x = 0, width = this.#width): void {
    const left = this.#left(x, width)
    this.#paper.moveTo(left, this.#y).lineTo(left + width, this.#y).lineWidth(0.7).stroke(colour) // prettier-ignore
  }

  /** Places are counted from the side where reading begins. */
  #left(x: number, width: number): number {
    return MARGIN + (this.#language === 'ar' ? this.#width - x - width : x)
  }

  /** One line, made smaller until it fits. */
  #say(text: string, x: number, y: number, look: Look): void {
    const { weight = 400, colour = INK, width = this.#width, side = 'start' } = look
    const paper = this.#paper
    const runs = runsOf(text, this.#language === 'ar' ? 'rtl' : 'ltr', weight)
    const measure = (size: number) =>
      runs.map((run) => paper.font(run.font).fontSize(size).widthOfString(run.text, { features: [] }))
    let size = look.size
    let widths = measure(size)
    const sum = () => widths.reduce((total, one) => total + one, 0)
    while (sum() > width && size > 5) widths = measure((size -= 0.5))
    const left = this.#left(x, width)
    const toRight = (side === 'end') === (this.#language === 'en')
    let at = toRight ? left + width - sum() : left
    for (const [i, run] of runs.entries()) {
      paper.font(run.font).fontSize(size).fillColor(colour)
      paper.text(run.text, at, y, { lineBreak: false, features: [] })
      at += widths[i]!
    }
  }

  /** `1,234.50 EGP`, the currency in words. */
  #amount(minor: bigint): string {
    const { currency } = this.#explained.invoice
    const exponent = exponentOf(currency)
    const [whole = '', part] = decimalString(minor < 0n ? -minor : minor, exponent).split('.')
    const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '')
    const sign = minor < 0n ? '-' : ''
    return `${sign}${digits} ${this.#words.currency[currency] ?? currency}`
  }

  /** `14/03/2026`: day, month, year, as read in both languages here. */
  #day(date: Temporal.PlainDate): string {
    const two = (number: number) => String(number).padStart(2, '0')
    return `${two(date.day)}/${two(date.month)}/${date.year}`
  }
}
