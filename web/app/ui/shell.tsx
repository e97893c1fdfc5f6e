/** The frame of a page: bar, main part, foot with the choice of language. Products put their own links into it. */
import type { ReactNode } from 'react'
import { usePage } from '../page.tsx'
import { digitsOf, languageName, type Digits } from '../products.ts'
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
          <DigitsSwitch />
        </Column>
      </footer>
    </>
  )
}

/** Whom to write to: WhatsApp where it is a number, mail else. */
function Help() {
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
              <a href={withChoice(url, 'lang', lang)} hrefLang={lang} lang={lang} className="link inline-block py-2">
                {languageName[lang]}
              </a>
            )}
          </li>
        ))}
      </Row>
    </nav>
  )
}

/** This page with another choice. */
function withChoice(url: URL, name: 'lang' | 'digits', choice: string): string {
  const parameters = new URLSearchParams(url.search)
  parameters.set(name, choice)
  return `${url.pathname}?${parameters}`
}

const figures: Record<Digits, string> = { arab: '١٢٣', latn: '123' }

/** The figures of the page, where its language is written with more than one kind. */
export function DigitsSwitch() {
  const { t, locale, digits, url } = usePage()
  if (digitsOf[locale].length < 2) return null
  return (
    <nav aria-label={t('shell.digits')}>
      <Row as="ul" gap={4}>
        {digitsOf[locale].map((choice) => (
          <li key={choice}>
            {choice === digits ? (
              <span aria-current="true" className="font-semibold text-ink">
                {figures[choice]}
              </span>
            ) : (
              <a href={withChoice(url, 'digits', choice)} className="link inline-block min-w-11 py-2 text-center">
                {figures[choice]}
              </a>
            )}
          </li>
        ))}
      </Row>
    </nav>
  )
}
