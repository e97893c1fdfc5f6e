/** The home page: what Tutor is, told to a parent; how consent and safety work; what it costs. */
import { api } from '../context.ts'
import type { PageHandle } from '../entry.server.tsx'
import { usePage } from '../page.tsx'
import type { Locale } from '../products.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Closing, Promises, Questions, Section, Tick } from '../ui/home.tsx'
import { Column, Row, Stack } from '../ui/layout.tsx'
import { Badge } from '../ui/states.tsx'
import { Morning, StepDrawing } from './drawings.tsx'
import { Maths } from './learner/maths.tsx'
import { PlanCard } from './plans.tsx'
import pictureAr from './preview/home-ar.jpg?url'
import pictureEn from './preview/home-en.jpg?url'
import type { Route } from './+types/home'

const steps = ['add', 'consent', 'practise', 'follow'] as const
const promises = ['trial', 'ads', 'stop'] as const
const safeguards = ['you', 'proof', 'back', 'receipt', 'talk'] as const
const questions = ['age', 'net', 'two', 'stop'] as const

/** What messengers show with the link. */
const PICTURE = { width: 1200, height: 630 } as const
const pictures: Partial<Record<Locale, string>> = { ar: pictureAr, en: pictureEn }

export const handle: PageHandle = { shared: true }

export async function loader({ context }: Route.LoaderArgs) {
  const { data } = await api(context).GET('/api/plans')
  return { plans: data?.plans ?? [], trialDays: data?.trial_days ?? 0 }
}

export default function Home({ loaderData: { plans, trialDays } }: Route.ComponentProps) {
  const { t, number, locale } = usePage()
  return (
    <>
      <Head
        title="Tutor"
        description={t('tutor.home.description')}
        image={{ ...PICTURE, src: pictures[locale] ?? pictureEn, alt: t('tutor.home.title') }}
      />
      <Column className="grid grid-cols-1 items-center gap-10 pt-8 pb-12 md:grid-cols-[1.1fr_1fr] lg:gap-16 lg:py-16">
        <Stack gap={6}>
          <Stack gap={3}>
            <p className="font-semibold text-brand">{t('tutor.home.kicker')}</p>
            <h1 className="text-4xl font-extrabold sm:text-5xl">{t('tutor.home.title')}</h1>
          </Stack>
          <p className="max-w-prose text-lg">{t('tutor.home.lead')}</p>
          <Row>
            <ButtonLink to="/sign-in/phone?next=%2Fguardian" className="min-h-14 text-lg max-sm:w-full">
              {t('tutor.home.start')}
            </ButtonLink>
            <ButtonLink to="/sign-in/learner" tone="secondary" className="min-h-14 max-sm:w-full">
              {t('tutor.home.learner')}
            </ButtonLink>
          </Row>
          <Promises promises={promises.map((promise) => t(`tutor.home.promise.${promise}`))} />
        </Stack>
        <Example />
      </Column>

      <Section title={t('tutor.home.steps.title')} sunken>
        <ol className="grid grid-cols-1 gap-8 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map((step, position) => (
            <li key={step} className="flex gap-4 max-[16rem]:flex-col sm:flex-col">
              <StepDrawing step={step} className="w-28 shrink-0 self-start sm:w-full" />
              <Stack gap={1}>
                <h3 className="text-xl">
                  <span className="text-brand">{number(position + 1)}.</span> {t(`tutor.home.steps.${step}.title`)}
                </h3>
                <p className="text-soft">{t(`tutor.home.steps.${step}.text`)}</p>
              </Stack>
            </li>
          ))}
        </ol>
      </Section>

      <Section title={t('tutor.home.safe.title')} lead={t('tutor.home.safe.text')}>
        <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-6">
          {safeguards.map((safeguard, position) => (
            <li
              key={safeguard}
              className={
                position < 2
                  ? 'flex flex-col gap-2 rounded-card bg-brand-wash p-5 sm:p-6 lg:col-span-3'
                  : 'flex flex-col gap-2 rounded-card border border-line bg-surface p-5 sm:p-6 sm:last:col-span-2 lg:col-span-2 lg:last:col-span-2'
              }
            >
              <h3 className="text-lg">{t(`tutor.home.safe.${safeguard}`)}</h3>
              <p>{t(`tutor.home.safe.${safeguard}.text`)}</p>
            </li>
          ))}
        </ul>
      </Section>

      {plans.length > 0 && (
        <Section title={t('tutor.home.price.title')} lead={t('tutor.home.price.lead', { days: trialDays })} sunken>
          <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {plans.map((plan) => (
              <li key={plan.code}>
                <PlanCard plan={plan} />
              </li>
            ))}
          </ul>
          <p className="text-sm text-soft">{t('tutor.home.price.small')}</p>
        </Section>
      )}

      <Questions
        title={t('tutor.home.faq.title')}
        questions={questions.map((question) => ({
          asked: t(`tutor.home.faq.${question}`),
          answer: t(`tutor.home.faq.${question}.text`),
        }))}
      />

      <Closing title={t('tutor.home.close.title')} picture={<Morning className="h-72 w-full" />}>
        <ButtonLink to="/sign-in/phone?next=%2Fguardian">{t('tutor.home.start')}</ButtonLink>
      </Closing>
    </>
  )
}

/** What an exercise looks like once it is answered, so that nobody has to imagine it. */
function Example() {
  const { t } = usePage()
  return (
    <figure className="mx-auto w-full max-w-md overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <figcaption className="sr-only">{t('tutor.home.example')}</figcaption>
      <Morning className="h-44 w-full sm:h-52" />
      <div className="flex flex-col gap-4 p-5">
        <p>
          <Badge mood="info">{t('tutor.home.example.skill')}</Badge>
        </p>
        <p className="text-xl font-bold">
          <Maths text={t('tutor.home.example.question')} />
        </p>
        <ol className="flex flex-col gap-2">
          {(['1', '2'] as const).map((step) => (
            <li key={step} className="rounded-control bg-sunken px-4 py-2.5">
              <Maths text={t(`tutor.home.example.step.${step}`)} />
            </li>
          ))}
        </ol>
        <p className="flex items-center gap-2 rounded-control bg-good-wash px-4 py-2.5 font-semibold text-good">
          <Tick />
          {t('tutor.home.example.praise')}
        </p>
      </div>
    </figure>
  )
}
