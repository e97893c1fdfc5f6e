/** What is asked about one person's data, and what staff may do about it on their behalf or by order of the law. */
import { api, t } from '../../../context.ts'
import { invalid, need, notFound, problemOf, readForm, refused, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { DateInput, TextArea } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Card, Row } from '../../../ui/layout.tsx'
import { Badge, EmptyState, Notice } from '../../../ui/states.tsx'
import { DateText } from '../../../ui/values.tsx'
import { acted } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Act, Id, Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/person'

/** Holds are few: the newest of all hold this person's, or there are none worth a page of their own. */
const HOLDS_READ = 100

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const client = api(context)
  const params = { path: { id } }
  const [erasure, exports, holds] = await Promise.all([
    client.GET('/api/people/{id}/erasure', { params }),
    client.GET('/api/people/{id}/exports', { params }),
    client.GET('/api/legal-holds', { params: { query: { limit: HOLDS_READ } } }),
  ])
  return {
    id,
    erasure: need(context, erasure),
    exports: need(context, exports).items,
    holds: need(context, holds).items.filter((row) => row.user_id === id),
  }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const call = { params: { path: { id } }, headers: form.headers }
  switch (form.text('act')) {
    case 'copy': {
      const [reason, untold] = [form.text('reason'), form.optional('untold_because')]
      const body = { reason, ...(untold === undefined ? {} : { untold_because: untold }) }
      return acted(context, form, await client.POST('/api/people/{id}/exports', { ...call, body }), 'copy_started')
    }
    case 'open': {
      const path = { id, export_id: form.text('copy') }
      const reason = form.text('reason').trim()
      if (reason.length < 3) return refused(form, invalid({ reason: t(context)('staff.privacy.reason.needed') }))
      const result = await client.GET('/api/people/{id}/exports/{export_id}', { params: { path } })
      if (!result.data) return refused(form, problemOf(result))
      return seeOther(`/api/people/${path.id}/exports/${path.export_id}/file?${new URLSearchParams({ reason })}`)
    }
    case 'erase':
      return acted(context, form, await client.POST('/api/people/{id}/erasure', call), 'erasure_requested')
    case 'undo':
      return acted(context, form, await client.DELETE('/api/people/{id}/erasure', call), 'erasure_undone')
    case 'hold': {
      const until = form.optional('until')
      const body = { basis: form.text('basis'), ...(until === undefined ? {} : { until }) }
      return acted(context, form, await client.POST('/api/people/{id}/legal-holds', { ...call, body }), 'hold_placed')
    }
    case 'release': {
      const path = { id, hold_id: form.text('hold') }
      const result = await client.POST('/api/people/{id}/legal-holds/{hold_id}/release', {
        params: { path },
        headers: form.headers,
        body: { reason: form.text('reason') },
      })
      return acted(context, form, result, 'hold_released')
    }
    default:
      return notFound()
  }
}

export default function Person({ loaderData: { id, erasure, exports, holds }, actionData }: Route.ComponentProps) {
  const { t, number } = usePage()
  const word = useWord()
  return (
    <ConsolePage
      title={t('staff.privacy.person')}
      lead={<Id to={`/staff/users/${id}`}>{id}</Id>}
      back={{ to: '/staff/privacy', label: t('staff.privacy.title') }}
    >
      <Section title={t('staff.privacy.erasure')}>
        <Card>
          {erasure.erasure ? (
            <Notice mood="bad" title={word('staff.privacy.state', erasure.erasure.state)}>
              {t.rich('staff.privacy.erasure.due', { day: <DateText value={erasure.erasure.due_at} style="moment" /> })}
              {erasure.erasure.blocked_by !== null && (
                <p>{t('staff.privacy.blocked', { why: word('staff.privacy.block', erasure.erasure.blocked_by) })}</p>
              )}
            </Notice>
          ) : (
            <p className="text-soft">{t('staff.privacy.erasure.none')}</p>
          )}
          <Row className="items-start">
            {erasure.erasure ? (
              erasure.erasure.state === 'waiting' && (
                <Act
                  act="undo"
                  label={t('staff.privacy.undo')}
                  confirm={t('staff.privacy.undo.confirm')}
                  refused={actionData}
                />
              )
            ) : (
              <Act
                act="erase"
                label={t('staff.privacy.erase')}
                confirm={t('staff.privacy.erase.confirm')}
                text={t('staff.privacy.erase.text')}
                tone="danger"
                refused={actionData}
              />
            )}
          </Row>
        </Card>
      </Section>
      <Section title={t('staff.privacy.copies')}>
        <Act
          act="copy"
          label={t('staff.privacy.copy')}
          confirm={t('staff.privacy.copy.confirm')}
          text={t('staff.privacy.copy.text')}
          reason
          refused={actionData}
        >
          <Field name="untold_because" label={t('staff.privacy.untold')} hint={t('staff.privacy.untold.hint')} optional>
            <TextArea rows={2} maxLength={500} />
          </Field>
        </Act>
        <Table
          caption={t('staff.privacy.copies')}
          rows={exports}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('staff.privacy.copies.empty')} />}
          columns={[
            { title: t('staff.privacy.requested'), cell: (row) => <Moment value={row.requested_at} /> },
            {
              title: t('console.state'),
              cell: (row) =>
                row.state === 'ready' ? (
                  <Badge mood="good">{t('exports.state.done')}</Badge>
                ) : (
                  t('staff.privacy.progress', { done: number(row.done), total: number(row.total) })
                ),
            },
            {
              title: t('exports.file'),
              cell: (row) =>
                row.state === 'ready' ? (
                  <Act
                    act="open"
                    hidden={{ copy: row.id }}
                    label={t('staff.privacy.open')}
                    confirm={t('exports.download')}
                    reason
                    refused={actionData}
                  />
                ) : (
                  '–'
                ),
            },
            { title: t('console.reason'), cell: (row) => row.reason ?? t('staff.privacy.own') },
            { title: t('staff.privacy.kept'), cell: (row) => <Moment value={row.expires_at} /> },
          ]}
        />
      </Section>
      <Section title={t('staff.privacy.holds')}>
        <Act
          act="hold"
          label={t('staff.privacy.hold')}
          confirm={t('staff.privacy.hold.confirm')}
          text={t('staff.privacy.hold.text')}
          refused={actionData}
        >
          <Field name="basis" label={t('staff.privacy.basis')} hint={t('staff.privacy.basis.hint')}>
            <TextArea rows={2} maxLength={500} />
          </Field>
          <Field name="until" label={t('staff.privacy.until')} optional>
            <DateInput />
          </Field>
        </Act>
        <Table
          caption={t('staff.privacy.holds')}
          rows={holds}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('staff.privacy.holds.empty')} />}
          columns={[
            { title: t('staff.privacy.placed'), cell: (row) => <Moment value={row.placed_at} /> },
            { title: t('staff.privacy.basis'), cell: (row) => row.basis },
            {
              title: t('staff.privacy.until'),
              cell: (row) => (row.until === null ? '–' : <DateText value={row.until} style="short" />),
            },
            {
              title: t('console.act'),
              cell: (row) =>
                row.released_at === null ? (
                  <Act
                    act="release"
                    hidden={{ hold: row.id }}
                    label={t('staff.privacy.release')}
                    confirm={t('staff.privacy.release.confirm')}
                    text={t('staff.privacy.release.text')}
                    reason
                    refused={actionData}
                  />
                ) : (
                  <span className="text-soft">
                    {t('staff.privacy.released')} · {row.released_reason}
                  </span>
                ),
            },
          ]}
        />
      </Section>
    </ConsolePage>
  )
}
