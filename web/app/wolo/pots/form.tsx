/** The fields of a pot, the same when it is made and when it is changed. */
import type { Submitted } from '../../forms.ts'
import { amountOf } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { MoneyInput, Select, TextArea, TextInput } from '../../ui/controls.tsx'
import { Checkbox, Choice, Field } from '../../ui/form.tsx'
import { CoverChoice } from '../covers/covers.tsx'

const visibilities = ['link', 'public', 'private'] as const

export interface PotValues {
  readonly title: string
  readonly story: string
  readonly cover: string | null
  readonly visibility: string
  readonly allow_anonymous: boolean
  readonly show_names: boolean
  readonly allow_messages: boolean
}

export interface PackOption {
  readonly id: string
  readonly name: string
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
  const { t, money } = usePage()
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
        <Field name="pack_id" label={t('pot_form.pack')} hint={t('pot_form.pack.hint')} required={false}>
          <Select initial={packId ?? ''}>
            <option value="">{t('pot_form.pack.choose')}</option>
            {packs.map((pack) => (
              <option key={pack.id} value={pack.id}>
                {`${pack.name} · ${money(pack.price_minor)} · ${pack.partner.name}`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="contents in-[form:has([name=goal][value=pack]:checked)]:hidden">
        <Field name="target_minor" label={t('pot_form.target')} hint={t('pot_form.target.hint')} required={false}>
          <MoneyInput initial={target} />
        </Field>
      </div>
    </>
  )
}

/** How long its words may be. */
export interface DetailLimits {
  readonly title_length_max: number
  readonly story_length_max: number
}

export function DetailFields({
  pot,
  minor = false,
  limits,
}: {
  pot?: PotValues | undefined
  minor?: boolean
  limits: DetailLimits
}) {
  const { t } = usePage()
  return (
    <>
      <Field name="title" label={t('pot_form.title')} hint={t('pot_form.title.hint')}>
        <TextInput maxLength={limits.title_length_max} initial={pot?.title} />
      </Field>
      <Field name="story" label={t('pot_form.story')} optional>
        <TextArea rows={3} maxLength={limits.story_length_max} initial={pot?.story} />
      </Field>
      <CoverChoice name="cover" legend={t('pot_form.cover')} initial={pot?.cover ?? undefined} />
      <Choice
        name="visibility"
        legend={t('pot_form.visibility')}
        options={visibilities
          .filter((name) => !minor || name !== 'public')
          .map((name) => ({
            value: name,
            label: t(`pot_form.visibility.${name}`),
            text: t(`pot_form.visibility.${name}.text`),
          }))}
        initial={pot?.visibility ?? 'link'}
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

export function detailBody(form: Submitted) {
  return {
    title: form.text('title'),
    story: form.text('story'),
    cover: form.text('cover') || null,
    visibility: visibilities.find((name) => name === form.text('visibility')) ?? 'link',
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
