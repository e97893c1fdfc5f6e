/**
 * Consents about one learner, purpose by purpose: how it stands, who decided what and when, taking back, giving again, receipts.
 * The same page for a guardian, for a learner of age about themselves, and for a child, who can ask.
 */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther, type Refused } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Choice, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Badge, Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { LegalBody } from './legal-text.tsx'
import { Decisions, followsOf, type PurposeStatus, type Who } from './purposes.tsx'
import { FirstSteps } from './steps.tsx'
import type { Route } from './+types/consents'

/** What a lesson needs; the rest is asked for when somebody wants it. */
const needed = new Set(['account', 'learning_data', 'ai_conversation'])

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const learner = { params: { path: { id: params.id } } }
  const me = need(context, await client.GET('/api/me'))
  const [status, requests, ward, lessons] = await Promise.all([
    client.GET('/api/learners/{id}/consents', learner),
    client.GET('/api/learners/{id}/consent-requests', learner),
    me.id === params.id ? undefined : client.GET('/api/wards/{id}', learner),
    client.GET('/api/learners/{id}/subscription', learner),
  ])
  const self = me.id === params.id
  const mine = ward?.data?.guardians.find(({ user_id }) => user_id === me.id)
  const waiting = requests.data?.items.find(
    ({ state, guardian_id }) => (state === 'open' || state === 'proving') && (self || guardian_id === me.id),
  )
  const who: Who = { self: self ? me.id : '', names: namesOf(ward?.data?.guardians ?? [], me.id) }
  return {
    items: need(context, status).items,
    waiting: waiting ?? null,
    self,
    name: ward?.data?.first_name ?? '',
    decides: self ? false : (mine?.capabilities.includes('consent') ?? false),
    covered: lessons.data ? lessons.data.status !== 'none' : true,
    meId: me.id,
    who,
  }
}

function namesOf(guardians: readonly { user_id: string; name: string | null }[], meId: string) {
  return Object.fromEntries(guardians.map(({ user_id, name }) => [user_id, user_id === meId ? '' : (name ?? '')]))
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const learner = { params: { path: { id: params.id } }, headers: form.headers }
  const here = `/learners/${params.id}/consents`
  if (form.text('act') === 'withdraw') {
    const purposes = form.all('purpose')
    const result = await client.POST('/api/learners/{id}/consents/withdrawals', { ...learner, body: { purposes } })
    return result.data ? seeOther(`${here}?done=withdrawn`) : refused(form, problemOf(result))
  }
  if (form.text('act') === 'give') {
    const answers = [{ purpose: form.text('purpose'), text_sha256: form.text('sha256') }]
    const result = await client.POST('/api/learners/{id}/consents', { ...learner, body: { answers } })
    return result.data ? seeOther(`${here}?done=given`) : refused(form, problemOf(result))
  }
  const purposes = form.all('purpose')
  const result = await client.POST('/api/learners/{id}/consent-requests', { ...learner, body: { purposes } })
  return result.data ? seeOther(`${here}?done=asked`) : refused(form, problemOf(result))
}

export default function Consents({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const { items, waiting, self, name, decides, covered, meId, who } = loaderData
  const title = self ? t('consents.title.self') : t('consents.title', { name })
  const done = actionData ? null : url.searchParams.get('done')
  const ofPurpose = (act: string, purpose: string) =>
    actionData?.values['act']?.[0] === act && actionData.values['purpose']?.[0] === purpose ? actionData : undefined
  const asking = actionData?.values['act']?.[0] === 'ask' ? actionData : undefined
  const missing = items.filter(({ permitted, decides: by }) => !permitted && by === 'guardians')
  const canAsk = (decides || self) && missing.length > 0
  const account = items.find(({ purpose }) => purpose === 'account')
  const ready = (self ? account?.decides === 'self' : decides) && !covered && account?.permitted
  return (
    <Column width="text">
      <Head title={title} index={false} />
      {decides && !covered && <FirstSteps at="consent" />}
      <PageTitle title={title} lead={t('consents.lead')} />
      <Stack gap={6}>
        {done === 'withdrawn' && <Notice mood="good" title={t('consents.done.withdrawn')} />}
        {done === 'given' && <Notice mood="good" title={t('consents.done.given')} />}
        {waiting && <Waiting waiting={waiting} mine={waiting.guardian_id === meId} />}
        {ready && (
          <ButtonLink to="/guardian/plan" wide>
            {t('guardian.to_plan')}
          </ButtonLink>
        )}
        {canAsk && !waiting && <Ask missing={missing} self={self} refused={asking} />}
        {items.map((item) => (
          <Purpose
            key={item.purpose}
            item={item}
            who={who}
            mayDecide={item.decides === 'self' ? self : decides}
            refusedGive={ofPurpose('give', item.purpose)}
            refusedWithdraw={ofPurpose('withdraw', item.purpose)}
          />
        ))}
        {canAsk && waiting && (
          <details open={asking !== undefined}>
            <summary className="cursor-pointer py-3 font-semibold text-accent">{t('consents.ask.again')}</summary>
            <Ask missing={missing} self={self} refused={asking} />
          </details>
        )}
        <p className="text-sm text-soft">
          {t.rich('consents.verify', {
            link: (inner) => (
              <a className="link inline-block py-2" href="/verify-consent">
                {inner}
              </a>
            ),
          })}
        </p>
      </Stack>
    </Column>
  )
}

interface Request {
  readonly id: string
  readonly state: string
  readonly expires_at: string
}

function Waiting({ waiting, mine }: { waiting: Request; mine: boolean }) {
  const { t, development } = usePage()
  if (waiting.state === 'proving' && mine)
    return (
      <Notice title={t('consents.request.proving')}>
        <ButtonLink to={`/consents/requests/${waiting.id}`} className="mt-2">
          {t('consents.proof.continue')}
        </ButtonLink>
      </Notice>
    )
  return (
    <Notice title={t(mine ? 'consents.sent' : 'consents.sent.guardians')}>
      <p>
        {t.rich(mine ? 'consents.sent.text' : 'consents.sent.guardians.text', {
          date: <DateText value={waiting.expires_at} />,
        })}
      </p>
      {development && mine && (
        <a className="link inline-block py-2" href="/dev/outbox">
          /dev/outbox
        </a>
      )}
    </Notice>
  )
}

interface AskProps {
  missing: readonly PurposeStatus[]
  self: boolean
  refused: Refused | undefined
}

function Ask({ missing, self, refused: problem }: AskProps) {
  const { t } = usePage()
  return (
    <Card className="bg-brand-wash">
      <h2 className="text-xl">{t(self ? 'consents.ask.title.child' : 'consents.ask.title')}</h2>
      <p>{t(self ? 'consents.ask.text.child' : 'consents.ask.text')}</p>
      <Form refused={problem}>
        <input type="hidden" name="act" value="ask" />
        <Choice
          name="purpose"
          legend={t('consents.ask.legend')}
          many
          options={missing.map(({ purpose, text }) => ({ value: purpose, label: text.title }))}
          initial={missing.map(({ purpose }) => purpose).filter((purpose) => needed.has(purpose))}
        />
        <Button wide>{t(self ? 'consents.ask.submit.child' : 'consents.ask.submit')}</Button>
      </Form>
    </Card>
  )
}

interface PurposeProps {
  item: PurposeStatus
  who: Who
  mayDecide: boolean
  refusedGive: Refused | undefined
  refusedWithdraw: Refused | undefined
}

function Purpose({ item, who, mayDecide, refusedGive, refusedWithdraw }: PurposeProps) {
  const { t } = usePage()
  const { purpose, permitted, standing, grace, text, coming_text: coming } = item
  return (
    <Card gap={4} as="section">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl" lang={text.language}>
          {text.title}
        </h2>
        <Badge mood={permitted ? 'good' : standing === 'open' ? 'plain' : 'bad'}>
          {t(permitted ? 'consents.state.permitted' : `consents.state.${standing}`)}
        </Badge>
      </div>
      {grace && <Notice title={t(who.self ? 'consents.grace.self' : 'consents.grace')} />}
      {coming && (
        <Notice title={t('consents.coming')}>
          {t.rich('consents.coming.text', { date: <DateText value={coming.in_force_from} style="date" /> })}
        </Notice>
      )}
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent">{t('consents.read')}</summary>
        <div className="pt-2">
          <LegalBody text={text} />
          <p className="pt-3 text-sm text-soft">{t('consents.version', { version: text.version })}</p>
        </div>
      </details>
      <Decisions item={item} who={who} />
      {mayDecide && item.decides === 'self' && (!permitted || grace) && (
        <Form refused={refusedGive}>
          <input type="hidden" name="act" value="give" />
          <input type="hidden" name="purpose" value={purpose} />
          <input type="hidden" name="sha256" value={text.sha256} />
          <Button>{t('consents.give')}</Button>
        </Form>
      )}
      {mayDecide && permitted && (
        <details open={refusedWithdraw !== undefined}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-bad">
            {t('consents.withdraw')}
            <span className="sr-only">: {text.title}</span>
          </summary>
          <Stack gap={3} className="pt-2">
            <p>{t(followsOf(purpose))}</p>
            <Form refused={refusedWithdraw}>
              <input type="hidden" name="act" value="withdraw" />
              <input type="hidden" name="purpose" value={purpose} />
              <Button tone="danger" wide>
                {t('consents.withdraw.submit')}
                <span className="sr-only">: {text.title}</span>
              </Button>
            </Form>
          </Stack>
        </details>
      )}
    </Card>
  )
}
