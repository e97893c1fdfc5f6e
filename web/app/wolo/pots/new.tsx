/** Making a pot, first step: what for. A pack or an amount, with the day it opens worked out beforehand. */
import { Link } from 'react-router'
import { amountOf } from '../../amount.ts'
import { api, page, t as wording } from '../../context.ts'
import { invalid, need, readForm, refused } from '../../forms.ts'
import { money as moneyIn } from '../../format.ts'
import { usePage } from '../../page.tsx'
import { products } from '../../products.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { GoalFields } from './form.tsx'
import { goesOn, loadMaking, saveStep, StepPage } from './making/making.tsx'
import { PlanNotice, usePlan } from './making/plan-notice.tsx'
import type { Route } from './+types/new'

const PACKS_OFFERED = 100

export async function loader({ context }: Route.LoaderArgs) {
  const making = await loadMaking(context)
  const client = api(context)
  const packs = need(context, await client.GET('/api/packs', { params: { query: { limit: PACKS_OFFERED } } }))
  const pots = (await client.GET('/api/pots')).data?.items ?? []
  return { ...making, packs: packs.items, pots }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const pack = form.text('goal') === 'amount' ? '' : form.text('pack_id')
  const target = form.text('goal') === 'amount' ? amountOf(form.text('target_minor')) : ''
  const fields = goesOn(form) ? await wrong(context, form.text('goal'), pack, target) : {}
  if (Object.keys(fields).length > 0) return refused(form, invalid(fields))
  return saveStep(context, form, 'goal', {
    pack_id: pack || null,
    target_minor: /^[1-9]\d{0,14}$/.test(target) ? target : null,
  })
}

/** What keeps the step from being complete, at its field. */
async function wrong(
  context: Route.ActionArgs['context'],
  goal: string,
  pack: string,
  target: string,
): Promise<Record<string, string>> {
  const t = wording(context)
  if (goal !== 'amount') return pack ? {} : { pack_id: t('making.goal.pack_missing') }
  const { target_min_minor: min, target_max_minor: max } = need(context, await api(context).GET('/api/pots/rules'))
  const inRange = /^\d{1,15}$/.test(target) && BigInt(target) >= BigInt(min) && BigInt(target) <= BigInt(max)
  const { locale, product } = page(context)
  const say = (minor: string) => moneyIn(locale, minor, products[product].currency)
  return inRange ? {} : { target_minor: t('making.goal.range', { min: say(min), max: say(max) }) }
}

export default function NewPot({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const { profile, rules, draft, packs, pots } = loaderData
  const plan = usePlan({ profile, rules })
  const next = url.pathname + url.search
  if (profile.is_minor && !profile.has_guardian)
    return (
      <Column width="form">
        <Head title={t('new_pot.title')} index={false} />
        <PageTitle title={t('new_pot.title')} />
        <Stack>
          <Notice title={t('new_pot.guardian.title')}>{t('new_pot.guardian.text')}</Notice>
          <ol className="flex list-decimal flex-col gap-2 ps-5">
            <li>{t('new_pot.guardian.invite')}</li>
            <li>{t('new_pot.guardian.accept')}</li>
            <li>{t('new_pot.guardian.make')}</li>
          </ol>
          <ButtonLink to={`/guardians?${new URLSearchParams({ next })}`} wide>
            {t('guardians.invite')}
          </ButtonLink>
        </Stack>
      </Column>
    )
  const there = pots.find(
    (pot) => pot.birthday === plan.birthday && (pot.end_reason === null || pot.end_reason === 'bought'),
  )
  if (there)
    return (
      <Column width="form">
        <Head title={t('new_pot.title')} index={false} />
        <PageTitle title={t('new_pot.title')} />
        <Stack>
          <Notice mood="festive" title={t('new_pot.there.title')}>
            {t('new_pot.there.text', { title: there.title })}
          </Notice>
          <ButtonLink to={`/pots/${there.id}`} wide>
            {t('new_pot.there.open')}
          </ButtonLink>
        </Stack>
      </Column>
    )
  return (
    <StepPage
      step="goal"
      reached={draft?.step ?? 1}
      refusal={actionData}
      lead={t('making.goal.lead')}
      before={
        <>
          {draft && <p className="text-soft">{t('making.resumed')}</p>}
          <PlanNotice making={{ profile, rules }} />
        </>
      }
    >
      <GoalFields
        packs={packs}
        packId={url.searchParams.get('pack') ?? draft?.pack_id ?? undefined}
        target={url.searchParams.get('pack') ? undefined : (draft?.target_minor ?? undefined)}
      />
      <p>
        <Link className="link inline-block py-2.5" to="/packs">
          {t('making.goal.packs')}
        </Link>
      </p>
    </StepPage>
  )
}
