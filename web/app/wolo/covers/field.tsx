/**
 * Choosing the picture of a pot: drawings of ours as radio buttons, or a photo from the phone. Works without JavaScript in
 * a `<Form multipart>`; a chosen photo wins over the drawing that is marked. `coverFrom` is its other half, in the action.
 */
import type { Api } from '../../context.ts'
import { problemOf, type Problem, type Submitted } from '../../forms.ts'
import photo from '../../islands/photo.ts?worker&url'
import { usePage } from '../../page.tsx'
import { useChosen } from '../../ui/form.tsx'
import { Island } from '../../ui/island.tsx'
import { Cover, coverNames, isPhoto } from './covers.tsx'

const FILE = 'cover_file'

const tile =
  'relative flex cursor-pointer flex-col overflow-hidden rounded-control border-2 border-line bg-surface text-sm hover:border-strong-line has-checked:border-brand has-checked:bg-brand-wash has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'

/** `initial` is the cover the pot has: a drawing's name or the id of a photo. Goes into a form that is `multipart`. */
export function CoverField({ legend, initial }: { legend: string; initial?: string | undefined }) {
  const { t } = usePage()
  const { id, describedBy, chosen, refusal } = useChosen('cover', initial)
  const own = [chosen, initial].find((cover) => cover !== undefined && isPhoto(cover))
  const choices = own === undefined ? coverNames : [own, ...coverNames]
  const marked = choices.find((cover) => cover === chosen) ?? choices[0]
  return (
    <fieldset aria-describedby={describedBy} className="flex flex-col gap-3">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {choices.map((cover) => (
          <label key={cover} className={tile}>
            <Cover name={cover} sizes="14rem" />
            <span className="flex min-h-11 items-center gap-2 px-2">
              <input
                type="radio"
                name="cover"
                value={cover}
                defaultChecked={cover === marked}
                className="size-4 shrink-0 outline-none"
              />
              {cover === own ? t('cover.own') : t(`cover.${cover as (typeof coverNames)[number]}`)}
            </span>
          </label>
        ))}
      </div>
      <div className="flex flex-col gap-2 rounded-control border-2 border-dashed border-strong-line p-3 has-focus-visible:border-accent">
        <label htmlFor={`${id}-file`} className="font-semibold">
          {own === undefined ? t('cover.send') : t('cover.send_other')}
        </label>
        <p id={`${id}-about`} className="text-sm text-soft">
          {t('cover.send.hint')}
        </p>
        <img
          data-photo-preview=""
          alt={t('cover.preview')}
          hidden
          width={1200}
          height={630}
          className="aspect-[1200/630] w-full rounded-control object-cover"
        />
        <input
          type="file"
          id={`${id}-file`}
          name={FILE}
          data-photo=""
          data-photo-instead="cover"
          accept="image/jpeg,image/png,image/webp,image/avif"
          aria-describedby={`${id}-about`}
          className="min-h-12 w-full cursor-pointer text-sm file:me-3 file:min-h-12 file:cursor-pointer file:rounded-control file:border file:border-strong-line file:bg-surface file:px-4 file:font-semibold file:text-ink"
        />
        <p
          data-photo-trouble={t('cover.unreadable')}
          role="status"
          className="text-sm font-semibold text-bad empty:hidden"
        />
      </div>
      {refusal}
      <Island src={photo} />
    </fieldset>
  )
}

type GivenCover =
  | { readonly cover: string | null; readonly form: Submitted; readonly problem?: undefined }
  | { readonly problem: Problem }

/**
 * The value for the API's `cover`: what is marked, or the photo that came along, sent to be kept. `form` is the same with the
 * photo marked, so that it is not chosen again when another field is refused; a refused photo is a `problem`.
 */
export async function coverFrom(form: Submitted, api: Api): Promise<GivenCover> {
  const file = form.file(FILE)
  if (!file) return { cover: form.text('cover') || null, form }
  const sent = await api.POST('/api/images', {
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    bodySerializer: (body) => body as Blob,
  })
  if (!sent.data) {
    const problem = problemOf(sent)
    return { problem: { ...problem, fields: { cover: problem.title, ...problem.fields } } }
  }
  const cover = sent.data.image_id
  return { cover, form: { ...form, values: { ...form.values, cover: [cover] } } }
}
