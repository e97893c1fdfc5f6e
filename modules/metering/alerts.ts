/** Tells a person and their guardians when most of a quota, or all of it, is used: once each per period. */
import { civilDate, writtenDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { notify } from '../notifications/api.ts'
import { findProfile, guardiansWith } from '../profiles/api.ts'
import * as say from './messages.ts'
import { alertAt, type Meter } from './rules.ts'
import { noteAlert, type Standing } from './store/quotas.ts'

/** What each meter gives, inside a sentence. */
const WORDS: Readonly<Record<Meter, Readonly<Record<string, string>>>> = {
  ai_tokens: { en: 'help from the tutor', fr: 'aide du tuteur', ar: 'أسئلة المساعد' },
  speech_seconds: { en: 'spoken help', fr: 'aide à voix haute', ar: 'المساعدة الصوتية' },
}

/** The quota's row is locked by the caller, so two calls cannot both be the first to reach a share. */
export async function tellOfQuota(ctx: Context, tx: Tx, subject: string, meter: Meter, now: Standing): Promise<void> {
  const percent = alertAt(now.taken, now.granted)
  if (percent === undefined || now.period_end === null) return
  const told = now.alerted_until?.equals(now.period_end) ? now.alerted_percent! : 0
  if (told >= percent) return
  await noteAlert.run(tx, subject, meter, now.period_end, percent)
  const ends = civilDate(now.period_end.subtract({ microseconds: 1 }), ctx.product.timeZone)
  const values = (locale: string) => {
    const words = WORDS[meter]
    return {
      what: words[locale.split('-')[0]!] ?? words['en']!,
      percent: new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100),
      until: writtenDay(ends, locale, { day: 'numeric', month: 'long' }),
    }
  }
  const about = { type: 'quota', id: subject }
  const dedupe = `quota:${subject}:${meter}:${now.period_end.toString()}:${percent}`
  const own = percent === 100 ? say.usedUp : say.nearlyUsed
  await notify(ctx, tx, own, { to: { userId: subject }, values, dedupe, about })
  const child = (await findProfile(ctx, tx, subject))?.firstName
  if (child === undefined) return
  const ward = percent === 100 ? say.wardUsedUp : say.wardNearlyUsed
  for (const userId of await guardiansWith(ctx, tx, subject, 'view'))
    await notify(ctx, tx, ward, { to: { userId }, values: (locale) => ({ child, ...values(locale) }), dedupe, about })
}
