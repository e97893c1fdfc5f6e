/** Signing in, first of all: an adult with a phone, or a child with a name and a PIN. Two large doors. */
import { page } from '../../context.ts'
import { nextOf, withNext } from '../../account/sign-in/next.ts'
import { localPath, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import { GuardianDrawing, LearnerDrawing } from '../drawings.tsx'
import type { Route } from './+types/choice'

export function loader({ context, url }: Route.LoaderArgs) {
  if (page(context).session) throw seeOther(localPath(url.searchParams.get('next'), '/dashboard'))
  return null
}

const doors = [
  { who: 'adult', to: '/sign-in/phone', Drawing: GuardianDrawing },
  { who: 'learner', to: '/sign-in/learner', Drawing: LearnerDrawing },
] as const

export default function SignInChoice() {
  const { t, url } = usePage()
  return (
    <Column width="text">
      <Head title={t('choice.title')} description={t('tutor.home.description')} />
      <PageTitle title={t('choice.title')} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {doors.map(({ who, to, Drawing }) => (
          <li key={who} className="flex">
            <a
              href={withNext(to, nextOf(url))}
              className="flex w-full items-center gap-4 overflow-hidden rounded-card border border-line bg-surface p-5 shadow-card transition-colors hover:border-brand hover:bg-brand-wash max-[16rem]:flex-col max-[16rem]:items-start sm:flex-col sm:items-start"
            >
              <Drawing className="w-24 shrink-0 sm:w-full" />
              <span className="flex flex-col gap-1">
                <span className="text-xl font-bold text-brand">{t(`choice.${who}`)}</span>
                <span className="text-soft">{t(`choice.${who}.text`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Column>
  )
}
