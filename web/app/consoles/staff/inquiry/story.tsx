/** How a thing hangs together, on its page: where its money is, what happened in plain words, and what it is related to. */
import { Link, type RouterContextProvider } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { wordsOf, type MessageKey } from '../../../i18n.ts'
import { usePage } from '../../../page.tsx'
import { cx } from '../../../ui/class.ts'
import { Stack } from '../../../ui/layout.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { DateText } from '../../../ui/values.tsx'
import { Moment, Section, useReason, useWord } from '../../parts.tsx'
import { Hits } from './hits.tsx'
import { isDisputed, whereTheMoneyIs } from './money.ts'
import { inOrder, pageOfRef, withoutPaymentsOf, type Step, type Story, type Thing } from './things.ts'

type Context = Readonly<RouterContextProvider>

/** The story of a thing, for who may search; undefined for who may not. */
export async function storyOf(context: Context, ref: string, depth?: number): Promise<Story | undefined> {
  const query = depth === undefined ? {} : { depth }
  const answer = await api(context).GET('/api/operations/trace/{id}', { params: { path: { id: ref }, query } })
  return answer.response.status === 403 || answer.response.status === 429 ? undefined : need(context, answer)
}

/** What one transaction writes lies no further apart. */
const ONE_ACT_MS = 5000

/** What callers ask about; the rest is for the team. */
const SAID = new Set(['gift', 'payment', 'pot', 'voucher', 'refund'])

/** No money has come, as far as we know: the provider may know more. */
const UNPAID = new Set([
  ...['pending', 'failed', 'expired'].map((state) => `gift ${state}`),
  ...['created', 'opened', 'expired'].map((state) => `payment ${state}`),
])

/** One sentence, large, to be read out. */
export function MoneyNow({ thing }: { thing: Thing }) {
  const page = usePage()
  const sentence = whereTheMoneyIs(page, thing)
  if (!sentence) return null
  return (
    <section aria-labelledby="money-now" className="rounded-card border-s-4 border-brand bg-brand-wash p-5 sm:p-6">
      <h2 id="money-now" className="flex flex-wrap items-baseline justify-between gap-x-4 text-base font-semibold">
        <span>{page.t(thing.kind === 'message' ? 'inquiry.kind.message' : 'inquiry.money')}</span>
        {SAID.has(thing.kind) && <span className="text-sm font-normal text-soft">{page.t('inquiry.say')}</span>}
      </h2>
      <p className="mt-2 text-xl text-balance sm:text-2xl">{sentence}</p>
      {UNPAID.has(`${thing.kind} ${thing.state}`) && !isDisputed(thing) && (
        <p className="mt-3 text-sm">{page.t('inquiry.hint')}</p>
      )}
    </section>
  )
}

/** What happened and what is related. `related`: without what the page shows in another way. */
export function StoryTold({ story, related = story.things }: { story: Story; related?: readonly Thing[] }) {
  const { t, url } = usePage()
  const word = useWord()
  const all = url.searchParams.has('all')
  const steps = all ? story.steps : story.steps.filter((step) => !isTechnical(step) && !isTold(step, story.steps))
  const owners = new Set([story.about, ...story.things].map(({ facts }) => facts?.['owner']))
  const named = related.map((it) => (owners.has(it.id) ? { ...it, facts: { ...it.facts, owns: 'yes' } } : it))
  const shown = inOrder(all ? named : withoutPaymentsOf(named).filter(({ kind }) => kind !== 'transfer'))
  const hidden = story.hidden.map((it) => word('inquiry.hidden', it)).join(', ')
  return (
    <>
      <Section
        title={t('inquiry.story')}
        aside={
          <Link to={all ? url.pathname : '?all'} className="link inline-flex min-h-11 items-center" preventScrollReset>
            {t(all ? 'inquiry.technical.hide' : 'inquiry.technical')}
          </Link>
        }
      >
        <Steps steps={steps} />
      </Section>
      {shown.length > 0 && (
        <Section title={t('inquiry.related')}>
          <Hits things={shown} label={t('inquiry.related')} />
        </Section>
      )}
      <Stack gap={3} className="pt-6">
        {story.cut_off && <p className="text-soft">{t('inquiry.cut_off')}</p>}
        {hidden && <Notice title={t('inquiry.hidden')}>{t('inquiry.hidden.text', { what: hidden })}</Notice>}
      </Stack>
    </>
  )
}

/** What somebody did and what came of it are one line: the record of an act repeats the step it led to. */
function isTold({ kind, code, ref, at }: Step, steps: readonly Step[]): boolean {
  return (
    kind === 'act' &&
    steps.some(
      (other) =>
        other.kind !== 'act' &&
        other.ref === ref &&
        code.endsWith(`.${other.code}`) &&
        Math.abs(Date.parse(other.at) - Date.parse(at)) < ONE_ACT_MS,
    )
  )
}

/** Entries, signals and what the machine notes by itself: for whoever asks for them. */
function isTechnical({ kind, facts }: Step): boolean {
  if (kind === 'act') return facts['by'] !== 'user'
  return kind === 'transfer' || kind === 'webhook' || kind === 'receipt'
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const { t, url } = usePage()
  if (steps.length === 0) return <EmptyState title={t('inquiry.story.empty')} />
  return (
    <ol className="flex flex-col rounded-card border border-line bg-surface px-4 sm:px-6">
      {steps.map((step, position) => {
        const to = pageOfRef(step.ref)
        const bad = /failed|refus|declined|disputed|unmatched|expired|reversed/.test(step.code)
        return (
          <li
            key={position}
            className="flex flex-wrap gap-x-4 gap-y-0.5 border-b border-line py-3 last:border-0 sm:flex-nowrap"
          >
            <span className="w-full shrink-0 text-sm text-soft sm:w-48 sm:pt-0.5">
              <Moment value={step.at} />
            </span>
            <div className={cx('flex min-w-0 flex-col', isTechnical(step) && 'text-soft')}>
              <p className={cx('font-semibold', bad && 'text-bad')}>
                {to && to !== url.pathname ? (
                  <Link to={to} className="underline decoration-line underline-offset-4 hover:decoration-current">
                    <StepWord step={step} />
                  </Link>
                ) : (
                  <StepWord step={step} />
                )}
              </p>
              <StepFacts step={step} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** The words for a step: its own, those that a page has already, at last the code. */
function StepWord({ step: { kind, code, facts } }: { step: Step }) {
  const { locale, product } = usePage()
  const words = wordsOf(product, locale)
  const keys = [`story.${kind}.${code}`, `${kind === 'pot' ? 'trail' : 'staff.transfer'}.${code}`]
  const key = keys.find((it) => Object.hasOwn(words, it))
  const { t } = usePage()
  const template = kind === 'message' && Object.hasOwn(words, `staff.message.${facts['message']}`)
  return (
    <>
      {key ? t(key as MessageKey) : code}
      {template && <> · {t(`staff.message.${facts['message']}` as MessageKey)}</>}
    </>
  )
}

/** What a step says about itself, as far as it is worth a line. */
function StepFacts({ step: { facts, kind } }: { step: Step }) {
  const page = usePage()
  const word = useWord()
  const reasonIn = useReason()
  const { t } = page
  const said: string[] = []
  for (const name of ['amount_minor', 'price_minor', 'surplus_minor', 'missing_minor'] as const)
    if (facts[name]) {
      const label = name === 'amount_minor' ? '' : `${word('staff.pot.detail', name)} `
      said.push(`${label}${page.money(facts[name], facts['currency'])}`)
    }
  if (facts['transaction_ref']) said.push(t('story.fact.transaction_ref', { value: facts['transaction_ref'] }))
  if (facts['reason']) said.push(t('story.fact.reason', { value: reasonIn(facts['reason']) }))
  if (facts['by'] && kind === 'act') said.push(word('story.by', facts['by']))
  if (facts['type']) said.push(facts['type'])
  const until = facts['choose_until']
  return said.length === 0 && !until ? null : (
    <p className="text-sm break-words text-soft">
      {said.join(' · ')}
      {until && (
        <>
          {said.length > 0 && ' · '}
          {t.rich('story.fact.until', { value: <DateText value={until} /> })}
        </>
      )}
    </p>
  )
}
