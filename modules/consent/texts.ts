/** The legal texts: which version is in force, which one a hash is of, and keeping what was shown. */
import { assert, present } from '../../kernel/assert.ts'
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { errors } from './errors.ts'
import { textId } from './ids.ts'
import { policyOf, type LegalText, type PurposeRule } from './policy.ts'
import * as store from './store/records.ts'

export interface ShownText {
  readonly id: string
  readonly purpose: string
  readonly country: string
  readonly major: number
  readonly minor: number
  readonly language: string
  readonly title: string
  readonly body: string
  /** SHA-256 over exactly the bytes of `body`. */
  readonly sha256: string
  readonly inForceFrom: string
}

/** The purposes of the product, in the order of its policy. */
export function purposesOf(ctx: Context): string[] {
  return Object.keys(policyOf(ctx).rules[ctx.product.country] ?? {})
}

/** Who decides about a purpose, and by which proofs. Refuses `purpose_unknown`. */
export function ruleOf(ctx: Context, purpose: string): PurposeRule {
  return policyOf(ctx).rules[ctx.product.country]?.[purpose] ?? refuse(errors.purpose_unknown)
}

/** The newest version that is in force today. A purpose without one is a mistake of the product. */
export function currentText(ctx: Context, purpose: string): LegalText {
  const today = civilDate(ctx.clock.now(), ctx.product.timeZone).toString()
  const found = versionsOf(ctx, purpose).findLast(({ inForceFrom }) => inForceFrom <= today)
  assert(found, `no text of ${purpose} is in force`)
  return found
}

/** The text in force in a language of the reader. */
export function showText(ctx: Context, purpose: string): ShownText {
  return inLanguage(ctx, currentText(ctx, purpose))
}

/** The next major version, published and not in force yet. */
export function comingText(ctx: Context, purpose: string): ShownText | undefined {
  const next = comingVersion(ctx, purpose)
  return next && inLanguage(ctx, next)
}

function comingVersion(ctx: Context, purpose: string): LegalText | undefined {
  const { major } = currentText(ctx, purpose).version
  return versionsOf(ctx, purpose).find(({ version }) => version.major > major)
}

/** The version everybody is to have answered: the one that comes next, or the one in force. */
export function textToAnswer(ctx: Context, purpose: string): LegalText {
  return comingVersion(ctx, purpose) ?? currentText(ctx, purpose)
}

export function titleIn(text: LegalText, locale: string): string {
  return present(text.in[locale.split('-')[0]!] ?? Object.values(text.in)[0], 'a text has a language').title
}

/** The text on the screen by its hash: the version in force, or one to come. Refuses `text_changed`, `purpose_unknown`. */
export function textShown(ctx: Context, purpose: string, hash: string): ShownText {
  ruleOf(ctx, purpose)
  const current = currentText(ctx, purpose)
  const versions = versionsOf(ctx, purpose)
  return findIn(ctx, versions.slice(versions.indexOf(current)), hash) ?? refuse(errors.text_changed, { purpose })
}

/** A text answered a while ago, if a yes to it counts now: its major version is in force, or to come. */
export function countingText(ctx: Context, purpose: string, hash: string): ShownText | undefined {
  const { major } = currentText(ctx, purpose).version
  return findIn(
    ctx,
    versionsOf(ctx, purpose).filter(({ version }) => version.major >= major),
    hash,
  )
}

function findIn(ctx: Context, versions: readonly LegalText[], hash: string): ShownText | undefined {
  for (const version of versions)
    for (const language of Object.keys(version.in)) {
      const text = shown(ctx, version, language)
      if (text.sha256 === hash) return text
    }
  return undefined
}

/** Keeps the text as it was shown. A version whose words changed under its number is a mistake that must stop everything. */
export async function keepText(ctx: Context, tx: Tx, text: ShownText): Promise<void> {
  const { id, country, purpose, major, minor, language, title, body, sha256: hash, inForceFrom } = text
  await store.keepText.run(
    tx, id, country, purpose, major, minor, language, title, body, hash, inForceFrom, ctx.clock.now(),
  ) // prettier-ignore
  const kept = await store.findText.one(tx, id)
  assert(
    kept.sha256 === hash,
    `${purpose} ${major}.${minor} (${language}) was published with other words: give it a new version`,
  )
}

function versionsOf(ctx: Context, purpose: string): LegalText[] {
  const { country } = ctx.product
  const found = policyOf(ctx).texts.filter((text) => text.purpose === purpose && text.country === country)
  return found.sort((a, b) => a.version.major - b.version.major || a.version.minor - b.version.minor)
}

function inLanguage(ctx: Context, version: LegalText): ShownText {
  const wanted = ctx.locale.split('-')[0]!
  const [fallback] = Object.keys(version.in)
  assert(fallback, `${version.purpose} has a version without a text`)
  return shown(ctx, version, wanted in version.in ? wanted : fallback)
}

function shown(ctx: Context, version: LegalText, language: string): ShownText {
  const { purpose, country, inForceFrom } = version
  const { major, minor } = version.version
  const { title, body } = version.in[language]!
  return {
    id: textId.derive(ctx.product.name, country, purpose, `${major}.${minor}`, language),
    purpose,
    country,
    major,
    minor,
    language,
    title,
    body,
    sha256: sha256(body),
    inForceFrom,
  }
}
