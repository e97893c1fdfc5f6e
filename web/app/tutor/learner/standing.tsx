/** How well a concept is known, in words and as a bar: where it most likely stands, and how far that may be off. */
import type { Translate } from '../../i18n.ts'
import { usePage } from '../../page.tsx'

interface Standing {
  readonly probability: number
  readonly uncertainty: number
  readonly mastered: boolean
  readonly answers?: number
}

/** From here on a number would pretend to know what it does not. */
const TOO_EARLY = 0.16

export function standingWords({ probability, uncertainty, mastered, answers }: Standing, t: Translate): string {
  if (answers === 0) return t('standing.none')
  if (mastered) return t('standing.mastered')
  if (uncertainty > TOO_EARLY) return t('standing.early')
  if (probability < 0.4) return t('standing.beginning')
  return t(probability < 0.8 ? 'standing.growing' : 'standing.nearly')
}

/** The bar begins on the right in Arabic. The lighter part is where the truth may still lie. */
export function StandingBar(standing: Standing) {
  const { t, percent } = usePage()
  const { probability, uncertainty, mastered } = standing
  const low = Math.max(0, probability - uncertainty) * 100
  const high = Math.min(1, probability + uncertainty) * 100
  const label = t('standing.label', {
    words: standingWords(standing, t),
    percent: percent(Math.round(probability * 100)),
    spread: percent(Math.round(uncertainty * 100)),
  })
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="h-3 w-full rounded-full rtl:-scale-x-100"
    >
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={high} height="6" className="fill-brand-wash" />
      <rect width={low} height="6" className={mastered ? 'fill-good' : 'fill-brand'} />
    </svg>
  )
}
