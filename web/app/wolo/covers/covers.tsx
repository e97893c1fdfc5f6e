/**
 * The picture of a pot: one of our drawings, or a photo its owner sent. A new drawing is a file, a line here and in
 * drawings.server.ts, and its name in messages/*\/covers.ts.
 */
import { usePage } from '../../page.tsx'
import { cx } from '../../ui/class.ts'
import baobab from './baobab.svg?url'
import bol from './bol.svg?url'
import djembe from './djembe.svg?url'
import fleurs from './fleurs.svg?url'
import gateau from './gateau.svg?url'
import phare from './phare.svg?url'
import pirogue from './pirogue.svg?url'
import tissu from './tissu.svg?url'

const covers = {
  gateau,
  pirogue,
  djembe,
  fleurs,
  baobab,
  bol,
  phare,
  tissu,
} as const

export type CoverName = keyof typeof covers
export const coverNames = Object.keys(covers) as [CoverName, ...CoverName[]]

function drawingOf(name: string): string {
  return Object.hasOwn(covers, name) ? covers[name as CoverName] : covers.gateau
}

/** Whether a cover is a photo its owner sent, and not a drawing of ours. */
export function isPhoto(cover: string): boolean {
  return cover.startsWith('img_')
}

interface CoverProps {
  /** A drawing's name or a photo's id; anything else is the first drawing. */
  name: string
  className?: string
  eager?: boolean
  /** How wide it is shown, for photos: the `sizes` of an image. */
  sizes?: string
}

/** The picture of a pot, always of the same shape. A drawing is decoration beside the pot's title, so it has no text. */
export function Cover({ name, className, eager = false, sizes = '(min-width: 64rem) 40rem, 100vw' }: CoverProps) {
  const { t } = usePage()
  const photo = isPhoto(name) ? `/api/images/${name}` : undefined
  return (
    <img
      {...(photo
        ? { src: `${photo}/large`, srcSet: `${photo}/small 600w, ${photo}/large 1200w`, sizes, alt: t('cover.photo') }
        : { src: drawingOf(name), alt: '' })}
      width={1200}
      height={630}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
      className={cx('aspect-[1200/630] w-full bg-sunken object-cover', className)}
    />
  )
}
