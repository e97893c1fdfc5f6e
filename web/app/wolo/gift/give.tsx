/**
 * Giving: how much, from whom, a few words, the rules, one button to Wave. An ordinary form: it works without JavaScript up to
 * Wave's page and back.
 */
import { redirect } from 'react-router'
import { api, page } from '../../context.ts'
import { amountOf, need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import amountIsland from '../../islands/amount.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { MoneyInput, PhoneInput, TextArea, TextInput } from '../../ui/controls.tsx'
import { Checkbox, Choice, Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { collected, takesGifts } from '../pots/status.tsx'
import { Rules } from '../pots/rules.tsx'
import type { Route } from './+types/give'

/** What people give most; the one that is chosen at first is in the middle. */
const AMOUNTS = [2000, 5000, 10_000, 25_000]
const FIRST_AMOUNT = '5000'

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const pot = need(context, await client.GET('/api/p/{slug}', { params: { path: { slug: params.slug } } }))
  const profile = page(context).session ? (await client.GET('/api/me/profile')).data : undefined
  const limits = need(context, await client.GET('/api/pots/rules'))
  return { pot, name: profile?.display_name, limits }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const [name, phone, message] = [form.optional('donor_name'), form.optional('donor_phone'), form.optional('message')]
  const result = await api(context).POST('/api/p/{slug}/gifts', {
    params: { path: { slug: params.slug } },
    headers: form.headers,
    body: {
      amount_minor: amountOf(form.text('amount_minor') || form.text('amount')),
      is_anonymous: form.checked('is_anonymous'),
      show_amount: !form.checked('hide_amount'),
      ...(name ? { donor_name: name } : {}),
      ...(phone ? { donor_phone: phone } : {}),
      ...(message ? { message } : {}),
    },
  })
  if (!result.data) return refused(form, problemOf(result))
  const { gift_id, secret, launch_url } = result.data
  return launch_url ? redirect(launch_url, 303) : seeOther(`/g/${gift_id}?${new URLSearchParams({ secret })}`)
}

export default function Give({ loaderData: { pot, name, limits }, actionData, params }: Route.ComponentProps) {
  const { t, session } = usePage()
  const back = `/p/${params.slug}`
  const title = t('give.title', { name: pot.honoree_name })
  if (!takesGifts(pot))
    return (
      <Column width="form">
        <Head title={title} index={false} />
        <PageTitle title={title} />
        <Stack>
          {pot.status === 'scheduled' ? (
            <Notice title={t('pot.not_open.title')}>
              {t.rich('pot.not_open.text', { date: <DateText value={pot.opens_at} /> })}
            </Notice>
          ) : (
            <Notice title={t('give.over.title')}>{t('give.over.text', { name: pot.honoree_name })}</Notice>
          )}
          <ButtonLink to={back} tone="secondary" wide>
            {t('give.back')}
          </ButtonLink>
        </Stack>
      </Column>
    )
  const { min, max, chips } = amountsOf(pot)
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <PageTitle
        title={title}
        lead={
          <a className="link" href={back}>
            {pot.title}
          </a>
        }
      />
      <Form refused={actionData}>
        <Choice
          name="amount"
          legend={t('give.amount')}
          options={chips.map((chip) => ({
            value: chip.value,
            label: <Money minor={chip.value} />,
            ...(chip.completes ? { text: t('give.completes') } : {}),
          }))}
          initial={FIRST_AMOUNT}
        />
        <Field
          name="amount_minor"
          label={t('give.other')}
          optional
          hint={t.rich('give.other.hint', { min: <Money minor={min} />, max: <Money minor={max} /> })}
        >
          <MoneyInput />
        </Field>
        <Field
          name="donor_name"
          label={t('give.name')}
          // Whoever gives in secret may leave it empty.
          required={!pot.allow_anonymous}
          hint={t(pot.show_names ? 'give.name.hint' : 'give.name.hidden', { name: pot.honoree_name })}
        >
          <TextInput autoComplete="name" maxLength={limits.donor_name_length_max} initial={name} />
        </Field>
        <Stack gap={1}>
          {pot.allow_anonymous && (
            <Checkbox
              name="is_anonymous"
              label={t('give.anonymous')}
              hint={t('give.anonymous.hint', { name: pot.honoree_name })}
            />
          )}
          <Checkbox name="hide_amount" label={t('give.hide_amount')} />
        </Stack>
        {pot.allow_messages && (
          <Field name="message" label={t('give.message', { name: pot.honoree_name })} optional>
            <TextArea rows={3} maxLength={limits.message_length_max} />
          </Field>
        )}
        {!session && (
          <Field name="donor_phone" label={t('give.phone')} optional hint={t('give.phone.hint')}>
            <PhoneInput />
          </Field>
        )}
        <div className="rounded-card bg-sunken p-4 sm:p-5">
          <Rules policy={pot.rules} honoree={pot.honoree_name} />
        </div>
        <Button wide data-amount-label={t('give.pay_amount', { amount: '{amount}' })}>
          {t('give.pay')}
        </Button>
        <p className="text-center text-sm text-soft">{t('give.pay.hint')}</p>
      </Form>
      <Island src={amountIsland} />
    </Column>
  )
}

interface Chip {
  readonly value: string
  /** This amount is just what is missing. */
  readonly completes: boolean
}

/** The amounts to choose from: the usual ones the pot allows, and what is missing when that is a likely gift. */
function amountsOf(pot: Route.ComponentProps['loaderData']['pot']): { min: string; max: string; chips: Chip[] } {
  const { gift_min_minor: min, gift_max_minor: max } = pot.rules
  const allowed = (amount: bigint) => amount >= BigInt(min) && amount <= BigInt(max)
  const missing = BigInt(pot.target_minor) - collected(pot)
  const amounts = new Set(AMOUNTS.map(BigInt).filter(allowed))
  if (allowed(missing) && missing <= 100_000n) amounts.add(missing)
  const chips = [...amounts].map((amount) => ({ value: String(amount), completes: amount === missing }))
  return { min, max, chips }
}
