/** The home page: what Tutor is, told to a parent; how consent and safety work; what it costs. */
import type { ReactNode } from 'react'
import { api } from '../context.ts'
import type { PageHandle } from '../entry.server.tsx'
import { usePage } from '../page.tsx'
import type { Locale } from '../products.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Column, Row, Stack } from '../ui/layout.tsx'
import { Badge } from '../ui/states.tsx'
import { Morning, StepDrawing } from './drawings.tsx'
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
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {promises.map((promise) => (
              <li key={promise} className="flex items-center gap-2 font-semibold">
                <Tick />
                {t(`tutor.home.promise.${promise}`)}
              </li>
            ))}
          </ul>
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

      <Column width="text" className="py-8 sm:py-12">
        <h2 className="mb-3 text-3xl">{t('tutor.home.faq.title')}</h2>
        {questions.map((question) => (
          <details key={question} className="fold border-b border-line">
            <summary className="min-h-14 text-lg">{t(`tutor.home.faq.${question}`)}</summary>
            <p className="pb-4">{t(`tutor.home.faq.${question}.text`)}</p>
          </details>
        ))}
      </Column>

      <Column className="pt-8">
        <div className="relative overflow-hidden rounded-card">
          <Morning className="h-72 w-full" />
          <div className="absolute inset-0 flex items-center justify-center p-4">
            <div className="flex flex-col items-center gap-4 rounded-card bg-surface p-6 text-center shadow-card sm:px-10">
              <h2 className="text-2xl sm:text-3xl">{t('tutor.home.close.title')}</h2>
              <ButtonLink to="/sign-in/phone?next=%2Fguardian">{t('tutor.home.start')}</ButtonLink>
            </div>
          </div>
        </div>
      </Column>
    </>
  )
}

function Section({
  title,
  lead,
  sunken = false,
  children,
}: {
  title: string
  lead?: string
  sunken?: boolean
  children: ReactNode
}) {
  return (
    <section className={sunken ? 'bg-sunken' : undefined}>
      <Column className="flex flex-col gap-6 py-10 sm:py-12">
        <Stack gap={2}>
          <h2 className="text-3xl">{title}</h2>
          {lead && <p className="text-lg text-soft">{lead}</p>}
        </Stack>
        {children}
      </Column>
    </section>
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
        <p className="text-xl font-bold">{t('tutor.home.example.question')}</p>
        <ol className="flex flex-col gap-2">
          {(['1', '2'] as const).map((step) => (
            <li key={step} className="rounded-control bg-sunken px-4 py-2.5">
              {t(`tutor.home.example.step.${step}`)}
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

function Tick() {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5 shrink-0">
      <circle cx="10" cy="10" r="10" className="fill-good" />
      <path
        d="m5.8 10.2 2.8 2.9 5.6-6"
        fill="none"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-surface"
      />
    </svg>
  )
}
