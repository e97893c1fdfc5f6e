/**
 * The cover pictures an owner chooses from: drawings as SVG for pages, the same as PNG for link previews (messengers show no
 * SVG). A new cover is two files, a line here and its name in messages/*\/covers.ts.
 */
import { usePage } from '../../page.tsx'
import { cx } from '../../ui/class.ts'
import baobabPng from './baobab.png?url'
import baobab from './baobab.svg?url'
import bolPng from './bol.png?url'
import bol from './bol.svg?url'
import djembePng from './djembe.png?url'
import djembe from './djembe.svg?url'
import fleursPng from './fleurs.png?url'
import fleurs from './fleurs.svg?url'
import gateauPng from './gateau.png?url'
import gateau from './gateau.svg?url'
import pharePng from './phare.png?url'
import phare from './phare.svg?url'
import piroguePng from './pirogue.png?url'
import pirogue from './pirogue.svg?url'
import tissuPng from './tissu.png?url'
import tissu from './tissu.svg?url'

const covers = {
  gateau: { drawing: gateau, preview: gateauPng },
  pirogue: { drawing: pirogue, preview: piroguePng },
  djembe: { drawing: djembe, preview: djembePng },
  fleurs: { drawing: fleurs, preview: fleursPng },
  baobab: { drawing: baobab, preview: baobabPng },
  bol: { drawing: bol, preview: bolPng },
  phare: { drawing: phare, preview: pharePng },
  tissu: { drawing: tissu, preview: tissuPng },
} as const

export type CoverName = keyof typeof covers
export const coverNames = Object.keys(covers) as [CoverName, ...CoverName[]]

function coverOf(name: string) {
  return Object.hasOwn(covers, name) ? covers[name as CoverName] : covers.gateau
}

/** The address of the picture that messengers show with a shared link. */
export function previewOf(name: string): string {
  return coverOf(name).preview
}

/** The picture of a pot. Decoration beside the pot's title, so it has no text of its own. */
export function Cover({ name, className, eager = false }: { name: string; className?: string; eager?: boolean }) {
  return (
    <img
      src={coverOf(name).drawing}
      alt=""
      width={1200}
      height={630}
      loading={eager ? 'eager' : 'lazy'}
      className={cx('aspect-[1200/630] w-full object-cover', className)}
    />
  )
}

/** Radio buttons that are pictures, each with its name for those who cannot see it. */
export function CoverChoice({ name, legend, initial }: { name: string; legend: string; initial?: string | undefined }) {
  const { t } = usePage()
  const chosen = initial && Object.hasOwn(covers, initial) ? initial : coverNames[0]
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="grid grid-cols-2 gap-2">
        {coverNames.map((cover) => (
          <label
            key={cover}
            className="flex cursor-pointer flex-col overflow-hidden rounded-control border-2 border-line bg-surface text-sm has-checked:border-brand has-checked:bg-brand-wash has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <Cover name={cover} />
            <span className="flex min-h-11 items-center gap-2 px-2">
              <input
                type="radio"
                name={name}
                value={cover}
                defaultChecked={cover === chosen}
                className="size-4 shrink-0 outline-none"
              />
              {t(`cover.${cover}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
