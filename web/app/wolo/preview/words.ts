/** What the picture of a pot says, in words and numbers: the same that its page says to a stranger, and no more. */
import { date, money, percent } from '../../format.ts'
import { translator } from '../../i18n.ts'
import { products, type Locale } from '../../products.ts'
import { daysBetween } from '../pots/countdown.tsx'
import { collected, wasBought, type PotStatus } from '../pots/status.tsx'
import type { PotFacts } from './link.ts'
import type { Picture } from './picture.server.ts'

const DAYS_TOLD_MAX = 60

interface DrawnPot extends PotFacts {
  readonly status: PotStatus
  readonly end_reason: string | null
  readonly opens_at: string
}

/** A private pot is collected discreetly: a picture that goes around in groups names no amounts. */
export function wordsOf(pot: DrawnPot, locale: Locale, today: string): Omit<Picture, 'art'> {
  const t = translator('wolo', locale)
  const { timeZone, currency } = products.wolo
  const amount = (minor: string | bigint) => money(locale, minor, currency)
  const name = pot.honoree_name
  const days = daysBetween(today, pot.birthday)
  const head = {
    kicker: [t('preview.birthday', { name }), date(locale, pot.birthday, 'day', timeZone)],
    title: pot.title,
    stamp:
      !pot.takes_gifts || days < 0 || days > DAYS_TOLD_MAX
        ? undefined
        : days > 1
          ? { large: String(days), small: t('preview.days', { days }) }
          : { large: t(days === 1 ? 'preview.tomorrow' : 'preview.today') },
  }
  if (pot.status === 'scheduled')
    return { ...head, strong: t('preview.opens'), quiet: date(locale, pot.opens_at, 'day', timeZone) }
  if (!pot.takes_gifts) return { ...head, strong: t(wasBought(pot) ? 'preview.given' : 'preview.ended') }
  if (pot.visibility === 'private') return { ...head, strong: t('preview.join') }
  const raised = collected(pot)
  const target = amount(pot.target_minor)
  const progress = percent(raised, pot.target_minor)
  if (raised === 0n) return { ...head, progress, strong: t('preview.first'), quiet: t('preview.goal', { target }) }
  return { ...head, progress, strong: amount(raised), quiet: t('preview.of', { target }) }
}
