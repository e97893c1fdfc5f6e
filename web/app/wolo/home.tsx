/** Wolo's front door: what it is, how it works in three steps, why it can be trusted, and the way in. */
import { api } from '../context.ts'
import { need } from '../forms.ts'
import { usePage } from '../page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Column, Row, Stack } from '../ui/layout.tsx'
import { Cloth } from './motif.tsx'
import type { Route } from './+types/home'

const steps = [
  { title: 'home.steps.open.title', text: 'home.steps.open.text', tint: 'bg-brand-wash text-brand' },
  { title: 'home.steps.give.title', text: 'home.steps.give.text', tint: 'bg-accent-wash text-accent' },
  { title: 'home.steps.enjoy.title', text: 'home.steps.enjoy.text', tint: 'bg-festive-wash text-ink' },
] as const

export async function loader({ context }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/pots/rules'))
}

export default function Home({ loaderData: rules }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <>
      <Head title="Wolo" description={t('home.description')} />
      <Column className="grid items-center gap-8 py-8 sm:py-12 md:grid-cols-[1.1fr_1fr] md:gap-12 lg:py-16">
        <Stack gap={6}>
          <Stack gap={3}>
            <p className="font-semibold text-brand">{t('home.kicker')}</p>
            <h1 className="text-[2.6rem] sm:text-6xl">{t('home.title')}</h1>
          </Stack>
          <p className="max-w-prose text-lg text-soft">{t('home.lead')}</p>
          <Row>
            <ButtonLink to="/pots/new" className="max-sm:w-full">
              {t('home.start')}
            </ButtonLink>
            <ButtonLink to="/packs" tone="secondary" className="max-sm:w-full">
              {t('home.see_packs')}
            </ButtonLink>
          </Row>
        </Stack>
        <Cloth className="w-full rounded-card max-md:order-first max-md:h-40" />
      </Column>

      <Column className="py-8 sm:py-12">
        <Stack gap={6}>
          <h2 className="text-3xl">{t('home.steps.title')}</h2>
          <ol className="grid gap-4 md:grid-cols-3">
            {steps.map((step, position) => (
              <li
                key={step.title}
                className="flex flex-col gap-3 rounded-card border border-line bg-surface p-5 shadow-card sm:p-6"
              >
                <span
                  aria-hidden
                  className={`flex size-11 items-center justify-center rounded-full text-xl font-extrabold ${step.tint}`}
                >
                  {position + 1}
                </span>
                <h3 className="text-xl">{t(step.title)}</h3>
                <p className="text-soft">{t(step.text, { days: rules.opens_days_before })}</p>
              </li>
            ))}
          </ol>
        </Stack>
      </Column>

      <Column className="py-8">
        <section className="grid overflow-hidden rounded-card bg-sunken md:grid-cols-[1fr_2fr]">
          <Cloth rows={1} className="h-24 w-full md:h-full" />
          <Stack className="p-6 sm:p-8">
            <h2 className="text-2xl sm:text-3xl">{t('home.trust.title')}</h2>
            <p className="max-w-prose">{t('home.trust.text')}</p>
          </Stack>
        </section>
      </Column>

      <Column className="pt-8">
        <Stack className="items-center text-center">
          <h2 className="text-2xl sm:text-3xl">{t('home.close.title')}</h2>
          <ButtonLink to="/pots/new">{t('home.start')}</ButtonLink>
        </Stack>
      </Column>
    </>
  )
}
