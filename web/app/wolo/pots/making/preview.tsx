/**
 * Making a pot, last look: the page as friends will see it, every choice with a way to change it, one button. The page shown
 * is the public page itself, out of reach of keys and screen readers, which have the list of choices.
 */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { problemOf, readForm, refused, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Head } from '../../../ui/head.tsx'
import { Column, Row, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Money } from '../../../ui/values.tsx'
import { coverNames, isPhoto } from '../../covers/covers.tsx'
import { PotStory } from '../public.tsx'
import { loadStep, pathOf, Steps, type StepName } from './making.tsx'
import { PlanNotice, usePlan } from './plan-notice.tsx'
import type { Route } from './+types/preview'

export async function loader({ context }: Route.LoaderArgs) {
  const { draft, ...making } = await loadStep(context)
  const { title } = draft
  if (!title) throw seeOther(pathOf('words'))
  const pack = draft.pack_id
    ? (await api(context).GET('/api/packs/{id}', { params: { path: { id: draft.pack_id } } })).data
    : undefined
  return { ...making, draft: { ...draft, title }, pack }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const { draft, profile } = await loadStep(context)
  const { step: _step, created_at: _created, updated_at: _updated, pack_id, target_minor, ...details } = draft
  const result = await api(context).POST('/api/pots', {
    headers: form.headers,
    body: {
      ...details,
      title: details.title ?? '',
      // Chosen before the owner was known to be under age.
      ...(profile.is_minor && details.visibility === 'public' ? { visibility: 'link' as const } : {}),
      ...(pack_id ? { pack_id } : target_minor ? { target_minor } : {}),
    },
  })
  return result.data ? seeOther(`/pots/${result.data.id}?done=created`) : refused(form, problemOf(result))
}

export default function Preview({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const { draft, profile, rules, pack } = loaderData
  const gone = draft.pack_id && !pack
  return (
    <Column width="page" className="py-4 sm:py-8">
      <Head title={`${t('making.preview.title')} – ${t('new_pot.title')}`} index={false} />
      <Stack gap={6}>
        <Steps current="preview" reached={4} />
        <header className="flex flex-col gap-1.5">
          <h1 className="text-3xl sm:text-4xl">{t('making.preview.title')}</h1>
          <p className="text-lg text-soft">{t('making.preview.lead')}</p>
        </header>
        <div className="grid items-start gap-6 lg:grid-cols-2 lg:gap-10">
          <Choices {...loaderData} />
          <Stack gap={6}>
            <PlanNotice making={{ profile, rules }} />
            {gone ? (
              <Notice mood="bad" title={t('making.preview.pack_gone')}>
                <Link className="link inline-block py-2" to={`${pathOf('goal')}?from=preview`}>
                  {t('making.goal.choose')}
                </Link>
              </Notice>
            ) : (
              <Form refused={actionData}>
                <Button wide>{t(profile.is_minor ? 'making.create.minor' : 'new_pot.submit')}</Button>
              </Form>
            )}
            <Row gap={2}>
              <ButtonLink to={pathOf('rules')} tone="secondary" className="max-sm:w-full">
                {t('making.back')}
              </ButtonLink>
              <ButtonLink to="/dashboard?done=draft" tone="quiet" className="max-sm:w-full">
                {t('making.later')}
              </ButtonLink>
            </Row>
          </Stack>
        </div>
        <Frame {...loaderData} />
      </Stack>
    </Column>
  )
}

type Props = Route.ComponentProps['loaderData']

/** Every choice in words, with a way to change it. */
function Choices({ draft, pack, profile }: Props) {
  const { t, money } = usePage()
  const visibility = profile.is_minor && draft.visibility === 'public' ? 'link' : (draft.visibility ?? 'link')
  const may = [
    draft.allow_messages !== false && t('pot_form.messages'),
    draft.show_names !== false && t('pot_form.names'),
    draft.allow_anonymous !== false && t('pot_form.anonymous'),
  ].filter(Boolean)
  const cover = draft.cover ?? coverNames[0]
  const drawing = coverNames.find((name) => name === cover)
  const goal = pack ? `${pack.name} · ${money(pack.price_minor)}` : undefined
  const rows: [StepName, string, ReactNode][] = [
    ['goal', t('making.goal'), goal ?? (draft.target_minor ? <Money minor={draft.target_minor} /> : '–')],
    ['words', t('making.words'), draft.title],
    ['cover', t('making.cover'), isPhoto(cover) ? t('cover.photo') : drawing ? t(`cover.${drawing}`) : ''],
    ['rules', t('making.rules'), [t(`pot_form.visibility.${visibility}`), ...may].join(' · ')],
  ]
  return (
    <dl className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-5">
      {rows.map(([step, label, value]) => (
        <div key={step} className="flex flex-wrap items-start justify-between gap-x-4 py-3">
          <dt className="basis-full text-sm text-soft">{label}</dt>
          <dd className="min-w-0 flex-1 font-semibold break-words">{value}</dd>
          <dd>
            <Link className="link inline-flex min-h-11 items-center" to={`${pathOf(step)}?from=preview`}>
              {t('making.change')} <span className="sr-only">: {label}</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The public page of the pot that is not there yet. */
function Frame({ draft, profile, rules, pack }: Props) {
  const { t, locale, now } = usePage()
  const plan = usePlan({ profile, rules })
  const opens = plan.opensNow && !profile.is_minor
  const at = opens ? now : `${plan.opensOn}T00:00:00Z`
  return (
    <section aria-label={t('making.preview.frame')} className="flex min-w-0 flex-col gap-2">
      <p className="font-semibold">{t('making.preview.frame')}</p>
      <div
        inert
        className="overflow-hidden rounded-card border-4 border-strong-line bg-canvas pb-6 shadow-card select-none"
      >
        <PotStory
          still
          slug=""
          pot={{
            slug: '',
            status: opens ? 'open' : 'scheduled',
            end_reason: null,
            title: draft.title,
            story: draft.story ?? '',
            cover: draft.cover ?? null,
            honoree_name: profile.first_name,
            visibility: draft.visibility ?? 'link',
            birthday: plan.birthday,
            opens_at: at,
            opened_at: opens ? at : null,
            ended_at: null,
            takes_gifts: opens,
            shortfall_until: at,
            short_since: null,
            currency: 'XOF',
            target_minor: pack?.price_minor ?? draft.target_minor ?? '0',
            raised_minor: '0',
            topped_up_minor: '0',
            gift_count: 0,
            allow_anonymous: draft.allow_anonymous ?? true,
            allow_messages: draft.allow_messages ?? true,
            show_names: draft.show_names ?? true,
            pack: pack
              ? {
                  id: pack.id,
                  name: { [locale]: pack.name },
                  price_minor: pack.price_minor,
                  category: pack.category,
                  partner_name: pack.partner.name,
                  validity_days: pack.validity_days,
                  image_key: null,
                  gone: false,
                }
              : null,
            rules,
            thanks: null,
            gifts: [],
            timeline: [],
            suggested_amounts_minor: [],
          }}
        />
      </div>
    </section>
  )
}
