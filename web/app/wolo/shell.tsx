/** Wolo's frame: its mark and its few links. */
import type { ReactNode } from 'react'
import { usePage } from '../page.tsx'
import { Shell } from '../ui/shell.tsx'

export function WoloShell({ children }: { children: ReactNode }) {
  const { t, session } = usePage()
  return (
    <Shell
      mark={<Mark />}
      links={
        <>
          <li>
            <a href="/packs" className="py-3 font-semibold hover:underline">
              {t('wolo.nav.packs')}
            </a>
          </li>
          <li>
            <a href={session ? '/dashboard' : '/sign-in'} className="py-3 font-semibold text-accent hover:underline">
              {t(session ? 'wolo.nav.dashboard' : 'wolo.nav.sign_in')}
            </a>
          </li>
        </>
      }
      foot={
        <p>
          {t('wolo.foot')}{' '}
          <a href="/p" className="link inline-block py-2">
            {t('pots.title')}
          </a>
        </p>
      }
    >
      {children}
    </Shell>
  )
}

/** A calabash with a gift dropping in, and the name. */
function Mark() {
  return (
    <span className="flex items-center gap-2 text-2xl font-extrabold tracking-tight">
      <svg aria-hidden viewBox="0 0 32 32" className="size-8">
        <path d="M3 15h26a13 13 0 0 1-26 0Z" className="fill-clay" />
        <path d="M5 19.5h22a13 13 0 0 1-2.2 3.5H7.200A13 13 0 0 1 5 19.5Z" className="fill-saffron" />
        <circle cx="16" cy="7.5" r="4.5" className="fill-indigo" />
      </svg>
      Wolo
    </span>
  )
}
