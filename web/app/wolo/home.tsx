/** Wolo's front door: what it is in five seconds, an example, how it works, where the money is, what if, and the way in. */
import { api } from '../context.ts'
import type { PageHandle } from '../entry.server.tsx'
import { need } from '../forms.ts'
import { usePage } from '../page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Closing, Promises, Questions, Section } from '../ui/home.tsx'
import { Column, Row, Stack } from '../ui/layout.tsx'
import { Progress } from '../ui/states.tsx'
import { Money } from '../ui/values.tsx'
import { Cover } from './covers/covers.tsx'
import { StepDrawing } from './drawings.tsx'
import { Cloth } from './motif.tsx'
import { PackCard } from './packs/card.tsx'
import { pagePreview } from './preview/link.ts'
import type { Route } from './+types/home'

const steps = ['open', 'give', 'enjoy'] as const
const promises = ['free', 'account', 'back'] as const
const doubts = ['who', 'where', 'if'] as const
const stations = ['wave', 'pot', 'voucher', 'partner'] as const
const PACKS_SHOWN = 3

export const handle: PageHandle = { shared: true }

export async function loader({ context }: Route.LoaderArgs) {
  const [rules, packs] = await Promise.all([api(context).GET('/api/pots/rules'), api(context).GET('/api/packs')])
  return { rules: need(context, rules), packs: (packs.data?.items ?? []).slice(0, PACKS_SHOWN) }
}

export default function Home({ loaderData: { rules, packs } }: Route.ComponentProps) {
  const { t, locale } = usePage()
  const questions = [
    { key: 'short', days: rules.shortfall_days },
    { key: 'over', days: 0 },
    { key: 'late', days: rules.late_money_days },
    { key: 'unused', days: rules.unverified_refund_days },
    { key: 'lost', days: 0 },
    { key: 'minor', days: 0 },
    { key: 'cost', days: 0 },
  ] as const
  return (
    <>
      <Head
        title="Wolo"
        description={t('home.description')}
        image={pagePreview('/preview.jpg', { locale, alt: t('preview.home.alt') })}
      />
      <Column className="grid grid-cols-1 items-center gap-10 pt-8 pb-12 md:grid-cols-[1.15fr_1fr] lg:gap-16 lg:py-16">
        <Stack gap={6}>
          <Stack gap={3}>
            <p className="font-semibold text-brand">{t('home.kicker')}</p>
            <h1 className="text-[2.6rem] font-extrabold sm:text-6xl">{t('home.title')}</h1>
          </Stack>
          <p className="max-w-prose text-lg leading-snug">{t('home.lead')}</p>
          <Row>
            <ButtonLink to="/pots/new" className="min-h-14 text-lg max-sm:w-full">
              {t('home.start')}
            </ButtonLink>
            <ButtonLink to="/p" tone="secondary" className="min-h-14 max-sm:w-full">
              {t('home.see_pots')}
            </ButtonLink>
          </Row>
          <Promises promises={promises.map((promise) => t(`home.promise.${promise}`))} />
        </Stack>
        <Example />
      </Column>

      <Section title={t('home.steps.title')} sunken>
        <ol className="grid grid-cols-1 gap-8 md:grid-cols-3">
          {steps.map((step, position) => (
            <li key={step} className="flex gap-4 md:flex-col">
              <StepDrawing step={step} className="w-[min(7rem,30vw)] shrink-0 self-start md:w-40" />
              <Stack gap={1} className="min-w-0">
                <h3 className="text-xl">
                  <span className="text-brand">{position + 1}.</span> {t(`home.steps.${step}.title`)}
                </h3>
                <p className="text-soft">{t(`home.steps.${step}.text`, { days: rules.opens_days_before })}</p>
              </Stack>
            </li>
          ))}
        </ol>
      </Section>

      <Section title={t('home.better.title')}>
        <ul className="grid grid-cols-1 gap-4 md:grid-cols-3">
          {doubts.map((doubt) => (
            <li key={doubt} className="flex flex-col items-start gap-3">
              <p className="rounded-card rounded-es-none bg-good-wash px-4 py-2.5 text-ink">
                {t(`home.better.${doubt}.before`)}
              </p>
              <p className="ps-1 text-lg leading-snug font-semibold">{t(`home.better.${doubt}.after`)}</p>
            </li>
          ))}
        </ul>
      </Section>

      <Column className="py-8">
        <section className="overflow-hidden rounded-card bg-accent-wash">
          <div aria-hidden className="selvage" />
          <div className="flex flex-col gap-6 p-5 sm:p-8">
            <Stack gap={2}>
              <h2 className="text-3xl">{t('home.trust.title')}</h2>
              <p className="max-w-prose text-lg">{t('home.trust.text')}</p>
            </Stack>
            <ol className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-4">
              {stations.map((station, position) => (
                <li key={station} className="flex gap-3 border-t-4 border-accent pt-3 md:flex-col md:gap-1">
                  <span aria-hidden className="font-extrabold text-accent">
                    {position + 1}
                  </span>
                  <div>
                    <h3 className="text-lg">{t(`home.trust.${station}`)}</h3>
                    <p>{t(`home.trust.${station}.text`)}</p>
                  </div>
                </li>
              ))}
            </ol>
          </div>
        </section>
      </Column>

      {packs.length > 0 && (
        <Section title={t('home.packs.title')}>
          <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 md:grid-cols-3">
            {packs.map((pack) => (
              <li key={pack.id} className="flex">
                <PackCard pack={pack} heading="h3" />
              </li>
            ))}
          </ul>
          <p>
            <ButtonLink to="/packs" tone="secondary">
              {t('home.see_packs')}
            </ButtonLink>
          </p>
        </Section>
      )}

      <Questions
        title={t('home.faq.title')}
        questions={questions.map(({ key, days }) => ({
          asked: t(`home.faq.${key}`),
          answer: t(`home.faq.${key}.text`, { days }),
        }))}
      />

      <Closing title={t('home.close.title')} picture={<Cloth rows={2} className="h-64 w-full sm:h-56" />}>
        <ButtonLink to="/pots/new">{t('home.start')}</ButtonLink>
      </Closing>
    </>
  )
}

/** What a pot looks like, so that nobody has to imagine it. */
function Example() {
  const { t } = usePage()
  return (
    <figure className="relative mx-auto w-full max-w-sm">
      <figcaption className="sr-only">{t('home.example')}</figcaption>
      <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
        <Cover name="gateau" eager />
        <div aria-hidden className="selvage" />
        <div className="flex flex-col gap-3 p-4">
          <div>
            <p className="text-2xl leading-tight font-extrabold">{t('home.example.title')}</p>
            <p className="text-sm text-soft">{t('home.example.birthday')}</p>
          </div>
          <Progress raised="46500" target="60000" />
          <p className="text-sm font-semibold">{t('home.example.count')}</p>
          <div className="flex items-center gap-3 rounded-control bg-festive-wash p-3">
            <span
              aria-hidden
              className="flex size-9 shrink-0 items-center justify-center rounded-full bg-brand font-bold text-on-brand"
            >
              M
            </span>
            <p className="min-w-0 flex-1 leading-tight">
              {t('home.example.message')}
              <span className="block text-sm text-soft">{t('home.example.by')}</span>
            </p>
            <Money minor="5000" className="font-bold" />
          </div>
        </div>
      </div>
      <p aria-hidden className="stamp absolute -end-2 -top-5">
        <span className="text-3xl font-extrabold">{t('home.example.days')}</span>
        <span className="text-sm font-bold">{t('home.example.unit')}</span>
      </p>
    </figure>
  )
}
