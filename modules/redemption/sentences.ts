/** What a cashier reads: one short sentence per result that cannot be misunderstood at a counter. No names of donors, no sums. */
import { writtenDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { ScanResult, UndoResult } from './rules.ts'

interface Say {
  readonly en: string
  readonly fr: string
}

const SCAN: Readonly<Record<ScanResult, Say>> = {
  accepted: { en: 'Valid. Serve the customer: {pack}.', fr: 'Valable. Servez le client : {pack}.' },
  invalid_signature: {
    en: 'Not a genuine voucher. Do not serve.',
    fr: 'Ce bon n’est pas authentique. Ne servez pas.',
  },
  unknown: {
    en: 'This code does not exist. Check each character.',
    fr: 'Ce code n’existe pas. Vérifiez chaque caractère.',
  },
  wrong_partner: {
    en: 'This voucher is for another partner.',
    fr: 'Ce bon est pour un autre partenaire.',
  },
  wrong_venue: {
    en: 'This voucher is not valid in this venue.',
    fr: 'Ce bon n’est pas valable dans cet établissement.',
  },
  not_yet_valid: {
    en: 'Too early: valid from {from}.',
    fr: 'Trop tôt : valable à partir du {from}.',
  },
  expired: {
    en: 'Expired: it was valid until {until}.',
    fr: 'Expiré : il était valable jusqu’au {until}.',
  },
  cancelled: { en: 'This voucher was cancelled.', fr: 'Ce bon a été annulé.' },
  already_used: {
    en: 'Already used on {used_at} at {used_where}.',
    fr: 'Déjà utilisé le {used_at}, {used_where}.',
  },
  holder_suspended: {
    en: 'This voucher is blocked. Ask the customer to contact us.',
    fr: 'Ce bon est bloqué. Le client doit nous contacter.',
  },
  guardian_approval_missing: {
    en: 'A parent or guardian must approve first, on their own phone.',
    fr: 'Un parent ou tuteur doit d’abord donner son accord, sur son téléphone.',
  },
  outdated: {
    en: 'Out-of-date code: ask the customer to open the voucher’s page.',
    fr: 'Code périmé : demandez au client d’ouvrir la page du bon.',
  },
}

const UNDO: Readonly<Record<UndoResult, Say>> = {
  undone: { en: 'Taken back. The voucher can be used again.', fr: 'Annulé. Le bon peut de nouveau être utilisé.' },
  wrong_partner: {
    en: 'Only the partner that scanned can take this back.',
    fr: 'Seul le partenaire qui a scanné peut annuler.',
  },
  already_undone: { en: 'This scan was already taken back.', fr: 'Ce scan a déjà été annulé.' },
  too_late: {
    en: 'Too late: a scan can be taken back within {minutes} minutes.',
    fr: 'Trop tard : un scan s’annule dans les {minutes} minutes.',
  },
}

type Values = Readonly<Record<string, string | number>>

export function scanSentence(ctx: Context, result: ScanResult, values: Values): string {
  return say(ctx, SCAN[result], values)
}

export function undoSentence(ctx: Context, result: UndoResult, values: Values): string {
  return say(ctx, UNDO[result], values)
}

/** `12 mars 2026` in the product's zone. */
export function dayOf(ctx: Context, instant: Temporal.Instant): string {
  return writtenDay(instant.toZonedDateTimeISO(ctx.product.timeZone), ctx.locale)
}

/** `12 mars 2026 à 14:05` in the product's zone. */
export function momentOf(ctx: Context, instant: Temporal.Instant): string {
  const zoned = instant.toZonedDateTimeISO(ctx.product.timeZone)
  return writtenDay(zoned, ctx.locale, { dateStyle: 'long', timeStyle: 'short' })
}

function say(ctx: Context, { en, fr }: Say, values: Values): string {
  const text = ctx.locale.startsWith('fr') ? fr : en
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
