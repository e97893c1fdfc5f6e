/** What Tutor asks families to allow, for whoever wants to read it before signing up: each text in force, word for word. */
import { api } from '../context.ts'
import { need } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle, Stack } from '../ui/layout.tsx'
import { DateText } from '../ui/values.tsx'
import { LegalBody } from './guardian/legal-text.tsx'
import type { Route } from './+types/texts'

export async function loader({ context }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/legal-texts'))
}

export default function Texts({ loaderData: { items } }: Route.ComponentProps) {
  const { t, digitsIn } = usePage()
  return (
    <Column width="text">
      <Head title={t('tutor.texts.title')} description={t('tutor.texts.lead')} />
      <PageTitle title={t('tutor.texts.title')} lead={t('tutor.texts.lead')} />
      <nav aria-label={t('tutor.texts.all')}>
        <ul className="flex flex-wrap gap-x-5 pb-6">
          {items.map(({ purpose, title, language }) => (
            <li key={purpose}>
              <a href={`#${purpose}`} lang={language} className="link inline-flex min-h-11 items-center">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Stack gap={8}>
        {items.map((text) => (
          <section key={text.purpose} id={text.purpose} className="flex scroll-mt-4 flex-col gap-3">
            <h2 className="text-2xl" lang={text.language}>
              {text.title}
            </h2>
            <LegalBody text={text} />
            <p className="text-sm text-soft">
              {t('consents.version', { version: digitsIn(text.version) })} ·{' '}
              {t.rich('tutor.texts.since', { date: <DateText value={text.in_force_from} style="date" /> })}
            </p>
          </section>
        ))}
      </Stack>
    </Column>
  )
}
