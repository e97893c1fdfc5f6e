/** The fields of a pot, the same when it is made, step by step, and when it is changed. */
import { amountOf } from '../../amount.ts'
import type { Submitted } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { MoneyInput, TextArea, TextInput } from '../../ui/controls.tsx'
import { Checkbox, Choice, Field, useChosen } from '../../ui/form.tsx'
import { Money } from '../../ui/values.tsx'
import type { Category } from '../packs/kinds.ts'
import { PackPicture } from '../packs/picture.tsx'

const visibilities = ['link', 'public', 'private'] as const
type Visibility = (typeof visibilities)[number]

export interface PackOption {
  readonly id: string
  readonly name: string
  readonly category: Category
  readonly image_key: string | null
  readonly price_minor: string
  readonly partner: { readonly name: string }
}

/** What the pot collects for: a pack, or an amount. */
export function GoalFields({
  packs,
  packId,
  target,
}: {
  packs: readonly PackOption[]
  packId?: string | undefined
  target?: string | undefined
}) {
  const { t } = usePage()
  return (
    <>
      <Choice
        name="goal"
        legend={t('pot_form.goal')}
        options={[
          { value: 'pack', label: t('pot_form.goal.pack') },
          { value: 'amount', label: t('pot_form.goal.amount') },
        ]}
        initial={target ? 'amount' : 'pack'}
      />
      <div className="contents in-[form:has([name=goal][value=amount]:checked)]:hidden">
        <PackChoice packs={packs} packId={packId} />
      </div>
      <div className="contents in-[form:has([name=goal][value=pack]:checked)]:hidden">
        <Field name="target_minor" label={t('pot_form.target')} hint={t('pot_form.target.hint')} required={false}>
          <MoneyInput initial={target} />
        </Field>
      </div>
    </>
  )
}

/** The packs as pictures with their price; the one that is chosen already stands first. */
export function PackChoice({
  packs,
  packId,
  legend,
}: {
  packs: readonly PackOption[]
  packId?: string | undefined
  /** In place of the field's own words, once the pot is open and the price that of today. */
  legend?: string
}) {
  const { t } = usePage()
  const { id, describedBy, chosen, refusal } = useChosen('pack_id', packId)
  const first = packs.filter((pack) => pack.id === chosen)
  return (
    <fieldset
      aria-describedby={[legend ? '' : `${id}-hint`, describedBy].filter(Boolean).join(' ') || undefined}
      className="flex flex-col gap-2"
    >
      <legend className="mb-1.5 font-semibold">{legend ?? t('pot_form.pack')}</legend>
      {!legend && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {t('pot_form.pack.hint')}
        </p>
      )}
      <div className="grid gap-2 sm:grid-cols-2">
        {[...first, ...packs.filter((pack) => pack.id !== chosen)].map((pack) => (
          <label
            key={pack.id}
            className="relative flex cursor-pointer items-center gap-3 overflow-hidden rounded-control border-2 border-line bg-surface pe-3 max-[16rem]:ps-3 hover:border-strong-line has-checked:border-brand has-checked:bg-brand-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <PackPicture
              category={pack.category}
              image={pack.image_key}
              className="h-full min-h-20 w-24 shrink-0 object-cover max-[16rem]:hidden"
            />
            <span className="flex min-w-0 flex-1 flex-col py-2 leading-tight">
              <span className="font-semibold">{pack.name}</span>
              <span className="text-sm text-soft">{pack.partner.name}</span>
              <Money minor={pack.price_minor} className="mt-1 font-bold text-brand" />
            </span>
            <input
              type="radio"
              name="pack_id"
              value={pack.id}
              defaultChecked={pack.id === chosen}
              className="size-5 shrink-0 outline-none"
            />
          </label>
        ))}
      </div>
      {refusal}
    </fieldset>
  )
}

/** How long its words may be. */
export interface WordLimits {
  readonly title_length_max: number
  readonly story_length_max: number
}

export function WordFields({
  title,
  story,
  limits,
}: {
  title?: string | undefined
  story?: string | undefined
  limits: WordLimits
}) {
  const { t } = usePage()
  return (
    <>
      <Field name="title" label={t('pot_form.title')} hint={t('pot_form.title.hint')}>
        <TextInput maxLength={limits.title_length_max} initial={title} autoComplete="off" />
      </Field>
      <Field name="story" label={t('pot_form.story')} hint={t('pot_form.story.hint')} optional>
        <TextArea rows={5} maxLength={limits.story_length_max} initial={story} />
      </Field>
    </>
  )
}

/** Forms end their lines as mail does; kept as people see them, so that nothing seems changed that was not. */
export function wordBody(form: Submitted) {
  return { title: form.text('title'), story: form.text('story').replaceAll('\r\n', '\n') }
}

/** Who sees it and what friends may do; what was not said yet is as most people want it. */
export interface Settings {
  readonly visibility?: string | undefined
  readonly allow_anonymous?: boolean | undefined
  readonly show_names?: boolean | undefined
  readonly allow_messages?: boolean | undefined
}

export function SettingFields({ pot, minor = false }: { pot?: Settings | undefined; minor?: boolean }) {
  const { t } = usePage()
  const offered = visibilities.filter((name) => !minor || name !== 'public')
  return (
    <>
      <Choice
        name="visibility"
        legend={t('pot_form.visibility')}
        hint={minor ? t('pot_form.visibility.minor') : undefined}
        options={offered.map((name) => ({
          value: name,
          label: t(`pot_form.visibility.${name}`),
          text: t(`pot_form.visibility.${name}.text`),
        }))}
        initial={offered.find((name) => name === pot?.visibility) ?? 'link'}
      />
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-semibold">{t('pot_form.settings')}</legend>
        <Checkbox name="allow_messages" label={t('pot_form.messages')} initial={pot?.allow_messages ?? true} />
        <Checkbox name="show_names" label={t('pot_form.names')} initial={pot?.show_names ?? true} />
        <Checkbox name="allow_anonymous" label={t('pot_form.anonymous')} initial={pot?.allow_anonymous ?? true} />
      </fieldset>
    </>
  )
}

export function settingBody(form: Submitted) {
  return {
    visibility: visibilities.find((name) => name === form.text('visibility')) ?? ('link' satisfies Visibility),
    allow_anonymous: form.checked('allow_anonymous'),
    show_names: form.checked('show_names'),
    allow_messages: form.checked('allow_messages'),
  }
}

/** The chosen goal as the API takes it; nothing when nothing was chosen, for the API to say so. */
export function goalBody(form: Submitted): { pack_id?: string; target_minor?: string } {
  if (form.text('goal') === 'amount') {
    const target = form.text('target_minor')
    return target ? { target_minor: amountOf(target) } : {}
  }
  const pack = form.text('pack_id')
  return pack ? { pack_id: pack } : {}
}
