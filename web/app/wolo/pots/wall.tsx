/**
 * What friends wrote, as a wall of notes, and who gave without a word, in one line each. Shows what donors let be seen: a name or
 * none, an amount or none.
 */
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { cx } from '../../ui/class.ts'
import { Stack } from '../../ui/layout.tsx'
import { Money } from '../../ui/values.tsx'
import { Ago } from './countdown.tsx'

interface ShownGift {
  readonly name: string | null
  readonly anonymous: boolean
  /** Null when the donor hides it. */
  readonly amount_minor: string | null
  readonly message: string | null
  readonly at: string | null
}

/** The rest is there when asked for. */
const NOTES_SHOWN = 6
const FACES_SHOWN = 6

const papers = ['bg-festive-wash', 'bg-brand-wash', 'bg-accent-wash', 'bg-surface border border-line']
const faces = ['bg-festive text-on-festive', 'bg-brand text-on-brand', 'bg-indigo text-cream', 'bg-good text-surface']

/** The newest, some of them folded; `all` is where the rest can be read. */
export function Wall({ gifts, count, all }: { gifts: readonly ShownGift[]; count: number; all: string }) {
  const { t } = usePage()
  const { notes, silent } = apart(gifts)
  const hidden = notes.slice(NOTES_SHOWN)
  return (
    <Stack gap={6}>
      {notes.length > 0 && <Notes notes={notes.slice(0, NOTES_SHOWN)} />}
      {hidden.length > 0 && (
        <details className="fold">
          <summary className="text-accent">{t('gifts.more_words', { count: hidden.length })}</summary>
          <Notes notes={hidden} />
        </details>
      )}
      <Silent gifts={silent} heading={notes.length > 0 && 'h3'} />
      {count > gifts.length && (
        <ButtonLink to={all} tone="secondary">
          {t('gifts.see_all', { count: count - gifts.length })}
        </ButtonLink>
      )}
    </Stack>
  )
}

/** The same on a page of its own: nothing is folded where people came to read. */
export function OpenWall({ gifts }: { gifts: readonly ShownGift[] }) {
  const { notes, silent } = apart(gifts)
  return (
    <Stack gap={6}>
      {notes.length > 0 && <Notes notes={notes} />}
      <Silent gifts={silent} heading={notes.length > 0 && 'h2'} />
    </Stack>
  )
}

function apart(gifts: readonly ShownGift[]) {
  return { notes: gifts.filter((gift) => gift.message), silent: gifts.filter((gift) => !gift.message) }
}

/** Who gave without a word, in one line each; under a heading of their own where words stand above. */
function Silent({ gifts, heading: Heading }: { gifts: readonly ShownGift[]; heading: 'h2' | 'h3' | false }) {
  const { t } = usePage()
  if (gifts.length === 0) return null
  return (
    <Stack gap={2}>
      {Heading && <Heading className="text-base">{t('gifts.also')}</Heading>}
      <ul className="flex flex-wrap gap-2">
        {gifts.map((gift, position) => (
          <li
            key={position}
            className="flex max-w-full items-center gap-2 rounded-full border border-line bg-surface py-1 ps-1 pe-3.5"
          >
            <Face gift={gift} position={position} small />
            <span className="min-w-[3ch] truncate">
              <Who gift={gift} />
            </span>
            {gift.amount_minor !== null && <Money minor={gift.amount_minor} className="font-bold" />}
          </li>
        ))}
      </ul>
    </Stack>
  )
}

function Notes({ notes }: { notes: readonly ShownGift[] }) {
  return (
    <ul className="gap-3 sm:columns-2">
      {notes.map((gift, position) => (
        <li
          key={position}
          className={cx(
            'mb-3 flex break-inside-avoid flex-col gap-3 rounded-card p-4',
            papers[position % papers.length],
          )}
        >
          <p className="text-lg leading-snug font-medium break-words whitespace-pre-line">{gift.message}</p>
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Face gift={gift} position={position} small />
            <p className="min-w-16 flex-1 text-sm leading-tight">
              <span className="block truncate font-bold">
                <Who gift={gift} />
              </span>
              {gift.at && <Ago at={gift.at} className="text-soft" />}
            </p>
            {gift.amount_minor !== null && <Money minor={gift.amount_minor} className="font-bold" />}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The last who came, as overlapping faces: a pot with people in it. */
export function Faces({ gifts, count }: { gifts: readonly ShownGift[]; count: number }) {
  const { t } = usePage()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {gifts.length > 0 && (
        <span aria-hidden className="flex max-w-full overflow-hidden -space-x-2.5 rtl:space-x-reverse">
          {gifts.slice(0, FACES_SHOWN).map((gift, position) => (
            <Face key={position} gift={gift} position={position} />
          ))}
        </span>
      )}
      <span className="leading-tight font-semibold">{t('pot.gift_count', { count })}</span>
    </div>
  )
}

function Face({ gift, position, small = false }: { gift: ShownGift; position: number; small?: boolean }) {
  const letter = initialOf(gift.name)
  return (
    <span
      aria-hidden
      className={cx(
        'flex shrink-0 items-center justify-center rounded-full border-2 border-surface font-bold',
        small ? 'size-8 text-sm' : 'size-9',
        faces[(gift.name?.length ?? position) % faces.length],
      )}
    >
      {letter || <Heart />}
    </span>
  )
}

/** The first letter of a name, whatever else it begins with: half an emoji is no picture, and a digit no initial. */
export function initialOf(name: string | null): string | undefined {
  return /\p{L}\p{M}*/u.exec(name ?? '')?.[0].toLocaleUpperCase('fr')
}

function Heart() {
  return (
    <svg viewBox="0 0 20 20" className="size-4 fill-current">
      <path d="M10 17C3 12 2 9 2 6.5a4 4 0 0 1 8-1 4 4 0 0 1 8 1C18 9 17 12 10 17Z" />
    </svg>
  )
}

function Who({ gift }: { gift: ShownGift }) {
  const { t } = usePage()
  return <>{gift.name ?? t(gift.anonymous ? 'gifts.anonymous' : 'gifts.somebody')}</>
}
