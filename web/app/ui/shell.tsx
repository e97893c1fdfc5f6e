/** The frame of a page: bar, main part, foot with the choice of language. Products put their own links into it. */
import type { ReactNode } from 'react'
import { usePage } from '../page.tsx'
import { languageName } from '../products.ts'
import { Column, Row } from './layout.tsx'

interface ShellProps {
  /** Name or mark, leading home. */
  mark: ReactNode
  links?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

export function Shell({ mark, links, foot, children }: ShellProps) {
  const { t } = usePage()
  return (
    <>
      <header className="border-b border-line">
        <Column className="flex min-h-16 flex-wrap items-center justify-between gap-x-4">
          <a href="/" className="rounded-control py-2">
            {mark}
          </a>
          {links && (
            <nav aria-label={t('shell.nav')}>
              <Row as="ul" gap={4}>
                {links}
              </Row>
            </nav>
          )}
        </Column>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="mt-16 border-t border-line py-8 text-sm text-soft print:hidden">
        <Column className="flex flex-wrap items-center justify-between gap-4">
          {foot}
          <Help />
          <LanguageSwitch />
        </Column>
      </footer>
    </>
  )
}

/** Whom to write to: WhatsApp where it is a number, mail else. */
export function Help() {
  const { t, phone, supportContact } = usePage()
  if (supportContact === null) return null
  const isNumber = supportContact.startsWith('+')
  return (
    <p>
      {t('shell.help')}{' '}
      <a
        href={isNumber ? `https://wa.me/${supportContact.slice(1)}` : `mailto:${supportContact}`}
        className="link inline-block py-2"
      >
        {isNumber ? `WhatsApp ${phone(supportContact)}` : supportContact}
      </a>
    </p>
  )
}

export function LanguageSwitch() {
  const { t, locale, profile, url } = usePage()
  const target = (lang: string) => {
    const parameters = new URLSearchParams(url.search)
    parameters.set('lang', lang)
    return `${url.pathname}?${parameters}`
  }
  return (
    <nav aria-label={t('shell.language')}>
      <Row as="ul" gap={4}>
        {profile.locales.map((lang) => (
          <li key={lang}>
            {lang === locale ? (
              <span aria-current="true" className="font-semibold text-ink">
                {languageName[lang]}
              </span>
            ) : (
              <a href={target(lang)} hrefLang={lang} lang={lang} className="link inline-block py-2">
                {languageName[lang]}
              </a>
            )}
          </li>
        ))}
      </Row>
    </nav>
  )
}
