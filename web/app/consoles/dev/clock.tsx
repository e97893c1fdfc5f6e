/** The product's clock, to be moved: what should happen in thirty days can be seen happening now. */
import type { Client } from 'openapi-fetch'
import type { RouterContextProvider } from 'react-router'
import { api, page, t as wording } from '../../context.ts'
import { invalid, need, notFound, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { instantOf } from '../acts.ts'
import type { Route } from './+types/clock'

/** The clock is no part of the documented API, so its one path is described here. */
interface ClockPaths {
  '/api/dev/clock': {
    get: { responses: { 200: { content: { 'application/json': ClockState } } } }
    put: {
      requestBody: { content: { 'application/json': { by: string } | { to: string } | { reset: true } } }
      responses: { 200: { content: { 'application/json': ClockState } } }
    }
  }
}

interface ClockState {
  now: string
  /** ISO duration between real and product time. */
  offset: string
  time_zone: string
}

function clockApi(context: Readonly<RouterContextProvider>): Client<ClockPaths> {
  return api(context) as unknown as Client<ClockPaths>
}

const STEPS = ['PT1H', 'P1D', 'P7D', 'P30D'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const { development, url, locale } = page(context)
  if (!development) notFound()
  const state = need(context, await clockApi(context).GET('/api/dev/clock', {}))
  const offset = Temporal.Duration.from(state.offset).round({ largestUnit: 'days', smallestUnit: 'minutes' })
  const local = Temporal.Instant.from(state.now).toZonedDateTimeISO(state.time_zone).toPlainDateTime()
  return {
    ...state,
    // Seconds of drift are nobody's decision.
    offset: offset.blank ? null : offset.toLocaleString(locale),
    local: local.round('minute').toString({ smallestUnit: 'minute' }),
    moved: url.searchParams.has('moved'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!page(context).development) notFound()
  const form = await readForm(request)
  const to = form.text('to')
  let body: { by: string } | { to: string } | { reset: true }
  if (form.checked('reset')) body = { reset: true }
  else if (form.checked('by')) body = { by: form.text('by') }
  else {
    const state = need(context, await clockApi(context).GET('/api/dev/clock', {}))
    const instant = instantOf(to, state.time_zone)
    if (!instant) return refused(form, invalid({ to: wording(context)('dev.clock.to.invalid') }))
    body = { to: instant }
  }
  const result = await clockApi(context).PUT('/api/dev/clock', { body })
  if (!result.data) return refused(form, problemOf(result))
  return seeOther('/dev/clock?moved=1')
}

export default function Clock({ loaderData, actionData }: Route.ComponentProps) {
  const { t, date } = usePage()
  const { now, offset, local, moved, time_zone: zone } = loaderData
  return (
    <>
      <Head title={t('dev.clock.title')} index={false} />
      <PageTitle title={t('dev.clock.title')} lead={t('dev.clock.lead')} />
      <Stack gap={6} className="max-w-2xl">
        {moved && <Notice mood="good" title={t('dev.clock.moved')} />}
        <Card>
          <div id="now" data-live="5" className="flex flex-col gap-1">
            <p className="text-soft">{t('dev.clock.now')}</p>
            <p className="flex flex-wrap items-baseline gap-x-3 text-2xl font-bold tabular-nums sm:text-3xl">
              <span data-now={now}>{date(now, 'date')}</span>
              <DateText value={now} style="time" />
            </p>
            <p className="text-sm text-soft">
              {t('dev.clock.zone', { zone })}. {offset ? t('dev.clock.offset', { offset }) : t('dev.clock.real')}
            </p>
          </div>
        </Card>
        <Card>
          <h2 className="text-xl">{t('dev.clock.forward')}</h2>
          <Form className="flex-row! flex-wrap gap-2">
            {STEPS.map((by) => (
              <Button key={by} tone="secondary" name="by" value={by}>
                {t(`dev.clock.${by}`)}
              </Button>
            ))}
          </Form>
        </Card>
        <Card>
          <h2 className="text-xl">{t('dev.clock.to')}</h2>
          <Form refused={actionData}>
            <Field name="to" label={t('dev.clock.to.label')} hint={t('dev.clock.zone', { zone })}>
              <TextInput type="datetime-local" initial={local} />
            </Field>
            <Button tone="secondary" className="self-start">
              {t('dev.clock.to.act')}
            </Button>
          </Form>
        </Card>
        {offset && (
          <Card>
            <p className="text-soft">{t('dev.clock.reset.text')}</p>
            <Form>
              <Button tone="secondary" className="self-start" name="reset" value="yes">
                {t('dev.clock.reset')}
              </Button>
            </Form>
          </Card>
        )}
      </Stack>
      <Island src={live} />
    </>
  )
}
