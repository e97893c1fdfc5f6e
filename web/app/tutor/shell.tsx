/** Tutor's frame: its mark and its few links. */
import type { ReactNode } from 'react'
import { usePage } from '../page.tsx'
import { Shell } from '../ui/shell.tsx'

export function TutorShell({ children }: { children: ReactNode }) {
  const { t, session } = usePage()
  return (
    <Shell
      mark={<Mark />}
      links={
        <li>
          <a href={session ? '/dashboard' : '/sign-in'} className="py-3 font-semibold text-accent hover:underline">
            {t(session ? 'tutor.nav.mine' : 'tutor.nav.sign_in')}
          </a>
        </li>
      }
      foot={
        <>
          <p>{t('tutor.foot')}</p>
          <a href="/texts" className="link inline-block py-2">
            {t('tutor.foot.texts')}
          </a>
          <a href="/verify-consent" className="link inline-block py-2">
            {t('tutor.foot.receipts')}
          </a>
        </>
      }
    >
      {children}
    </Shell>
  )
}

/** A sail before the sun, and the name. Letters of a name run as they are written, in every language. */
function Mark() {
  return (
    <span className="flex items-center gap-2 text-2xl font-extrabold" dir="ltr">
      <svg aria-hidden viewBox="0 0 32 32" className="size-9">
        <circle cx="21" cy="11" r="8" className="fill-saffron" />
        <path d="M13 3c7 5 9 12 8.500 18.500H13Z" className="fill-clay" />
        <path d="M11 8.500v13H4.500C5 16.500 7.500 12 11 8.500Z" className="fill-cream stroke-clay" strokeWidth="1" />
        <path d="M2 23.500h28c-1.500 4-4.500 6-9 6H10c-4 0-7-2-8-6Z" className="fill-indigo" />
      </svg>
      Tutor
    </span>
  )
}
