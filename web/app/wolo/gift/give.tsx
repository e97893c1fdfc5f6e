/**
 * Giving: how much, from whom, a few words, the rules, one button to Wave. An ordinary form: it works without JavaScript up to
 * Wave's page and back.
 */
import { redirect } from 'react-router'
import { amountOf } from '../../amount.ts'
import { api, page, t as wording } from '../../context.ts'
import { invalid, need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import amountIsland from '../../islands/amount.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { MoneyInput, PhoneInput, TextArea, TextInput } from '../../ui/controls.tsx'
import { Checkbox, Field, Form, Tiles } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { collected, takesGifts } from '../pots/status.tsx'
import { RuleList } from '../pots/rules.tsx'
import type { Route } from './+types/give'

/** What is missing is offered as a gift only where somebody may well give it alone. */
const COMPLETES_MINOR_MAX = 100_000n

/** A gift that was begun and not paid comes along in the address, so that nothing has to be written again. */
async function begun(client: ReturnType<typeof api>, url: URL) {
  const [id, secret] = [url.searchParams.get('gift'), url.searchParams.get('secret')]
  if (!id || !secret) return undefined
  return (await client.GET('/api/gifts/{id}', { params: { path: { id }, query: { secret } } })).data
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const client = api(context)
  const pot = need(context, await client.GET('/api/p/{slug}', { params: { path: { slug: params.slug } } }))
  const profile = page(context).session ? (await client.GET('/api/me/profile')).data : undefined
  const limits = need(context, await client.GET('/api/pots/rules'))
  const earlier = await begun(client, url)
  return { pot, name: earlier?.donor_name ?? profile?.display_name, earlier, limits }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const amount = amountOf(form.text('amount_minor') || form.text('amount'))
  if (!/^\d+$/.test(amount)) return refused(form, invalid({ amount_minor: wording(context)('give.amount.whole') }))
  const client = api(context)
  const { url } = page(context)
  const earlier = await begun(client, url)
  const [name, phone, message] = [form.optional('donor_name'), form.optional('donor_phone'), form.optional('message')]
  const result = await client.POST('/api/p/{slug}/gifts', {
    params: { path: { slug: params.slug } },
    headers: form.headers,
    body: {
      amount_minor: amount,
      is_anonymous: form.checked('is_anonymous'),
      show_amount: !form.checked('hide_amount'),
      ...(name ? { donor_name: name } : {}),
      ...(phone ? { donor_phone: phone } : {}),
      ...(message ? { message } : {}),
      // Come back to change it: the earlier page to pay on must not stay open beside the new one.
      ...(earlier
        ? { replaces: { gift_id: url.searchParams.get('gift')!, secret: url.searchParams.get('secret')! } }
        : {}),
    },
  })
  if (!result.data) return refused(form, problemOf(result))
  const { gift_id, secret, launch_url } = result.data
  return launch_url ? redirect(launch_url, 303) : seeOther(`/g/${gift_id}?${new URLSearchParams({ secret })}`)
}

export default function Give({ loaderData: { pot, name, earlier, limits }, actionData, params }: Route.ComponentProps) {
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
  const { min, max, chips, first } = amountsOf(pot)
  const typed = earlier && !chips.some(({ value }) => value === earlier.amount_minor)
  return (
    <Column width="form">
      <Head
        title={title}
        description={t('pot.share_description', { name: pot.honoree_name })}
        index={pot.visibility === 'public'}
      />
      <PageTitle
        title={title}
        lead={
          <a className="link" href={back}>
            {pot.title}
          </a>
        }
      />
      <Form refused={actionData} className="gap-8">
        <Stack>
          <Tiles
            name="amount"
            legend={t('give.amount')}
            options={chips.map((chip) => ({
              value: chip.value,
              label: <Money minor={chip.value} />,
              ...(chip.completes ? { text: t('give.completes') } : {}),
            }))}
            initial={earlier?.amount_minor ?? first}
          />
          <Field
            name="amount_minor"
            label={t('give.other')}
            required={false}
            hint={t.rich('give.other.hint', { min: <Money minor={min} />, max: <Money minor={max} /> })}
          >
            <MoneyInput enterKeyHint="next" initial={typed ? earlier.amount_minor : undefined} />
          </Field>
        </Stack>
        <Stack as="section">
          <h2 className="text-xl">{t('give.from')}</h2>
          <Stack gap={1}>
            <Field
              name="donor_name"
              label={t('give.name')}
              // Whoever gives in secret may leave it empty.
              required={!pot.allow_anonymous}
              hint={t(pot.show_names ? 'give.name.hint' : 'give.name.hidden', { name: pot.honoree_name })}
            >
              <TextInput
                autoComplete="name"
                maxLength={limits.donor_name_length_max}
                initial={name}
                enterKeyHint="next"
              />
            </Field>
            {pot.allow_anonymous && (
              <Checkbox
                name="is_anonymous"
                label={t('give.anonymous')}
                hint={t('give.anonymous.hint', { name: pot.honoree_name })}
                initial={earlier?.anonymous ?? false}
              />
            )}
          </Stack>
          {pot.allow_messages && (
            <Field name="message" label={t('give.message', { name: pot.honoree_name })} optional>
              <TextArea rows={2} maxLength={limits.message_length_max} initial={earlier?.message ?? undefined} />
            </Field>
          )}
          <details
            className="fold rounded-card border border-line px-4"
            open={actionData !== undefined || earlier?.show_amount === false}
          >
            <summary>{t('give.more')}</summary>
            <Stack className="pb-4">
              <Checkbox
                name="hide_amount"
                label={t('give.hide_amount')}
                initial={earlier !== undefined && !earlier.show_amount}
              />
              {!session && (
                <Field name="donor_phone" label={t('give.phone')} optional hint={t('give.phone.hint')}>
                  <PhoneInput />
                </Field>
              )}
            </Stack>
          </details>
        </Stack>
        <section className="rounded-card bg-sunken px-4 pt-4 sm:px-5">
          <h2 className="mb-3 text-lg">{t('give.know')}</h2>
          <RuleList policy={pot.rules} honoree={pot.honoree_name} only={['fee', 'short', 'over']} />
          <details className="fold">
            <summary className="text-accent">{t('give.know.more')}</summary>
            <div className="pb-4">
              <RuleList policy={pot.rules} honoree={pot.honoree_name} only={['late', 'unused']} />
            </div>
          </details>
        </section>
        <Stack gap={2}>
          <Button wide className="min-h-14 text-lg" data-amount-label={t('give.pay_amount', { amount: '{amount}' })}>
            {t('give.pay')}
          </Button>
          <p className="text-center text-sm text-soft">{t('give.pay.hint')}</p>
        </Stack>
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

/** The amounts to choose from: what people here give, and what is missing when that is a likely gift. */
function amountsOf(pot: Route.ComponentProps['loaderData']['pot']) {
  const { gift_min_minor: min, gift_max_minor: max } = pot.rules
  const missing = BigInt(pot.target_minor) - collected(pot)
  const usual = pot.suggested_amounts_minor
  const likely = missing >= BigInt(min) && missing <= BigInt(max) && missing <= COMPLETES_MINOR_MAX
  const amounts = new Set([...usual, ...(likely ? [String(missing)] : [])])
  const chips = [...amounts].map((value): Chip => ({ value, completes: BigInt(value) === missing }))
  // The first choice is an ordinary one: neither the least nor the most.
  return { min, max, chips, first: usual[Math.floor((usual.length - 1) / 2)] ?? '' }
}
