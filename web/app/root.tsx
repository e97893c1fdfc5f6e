/** The document around every page: language, direction, product colours, font, skip link. Scripts only where asked for. */
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from 'react-router'
import type { Route } from './+types/root'
import { page } from './context.ts'
import type { PageHandle } from './entry.server.tsx'
import { ErrorPage } from './errors.tsx'
import offline from './islands/offline.ts?worker&url'
import { factsOf, usePage, type PageFacts } from './page.tsx'
import { digitsOf, direction } from './products.ts'
import { looks } from './looks.ts'
import { Island } from './ui/island.tsx'
import stylesheet from './ui/styles.css?url'
import consoleStylesheet from './ui/styles-consoles.css?url'

export function loader({ context }: Route.LoaderArgs): PageFacts {
  return factsOf(page(context))
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, digits, product, t } = usePage()
  const matches = useMatches()
  const hydrate = matches.some(({ handle }) => (handle as PageHandle | undefined)?.hydrate)
  const inConsole = matches.some(({ id }) => /^(?:consoles|design)\//.test(id))
  return (
    <html
      lang={locale}
      dir={direction[locale]}
      data-product={product}
      // What islands write follows the visitor's choice as well.
      data-digits={digitsOf[locale].length > 1 ? digits : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="stylesheet" href={inConsole ? consoleStylesheet : stylesheet} />
        <Links />
        <Look />
        <OtherLanguages />
        {import.meta.env.DEV && !hydrate && <script type="module" src="/@vite/client" />}
      </head>
      <body>
        <a href="#main" className="skip-link">
          {t('shell.skip')}
        </a>
        {children}
        {import.meta.env.PROD && <Island src={offline} />}
        {hydrate && (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        )}
      </body>
    </html>
  )
}

/** The face that the page is set in, fetched before the stylesheet asks for it, and the product's icons. */
function Look() {
  const { product, locale } = usePage()
  const { fonts, icon, touchIcon, manifest } = looks[product]
  return (
    <>
      {(fonts[locale] ?? []).map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
      <link rel="icon" href={icon} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={touchIcon} />
      {manifest && <link rel="manifest" href={`${manifest}?lang=${locale}`} />}
    </>
  )
}

/** The same page in each language, for search engines. */
function OtherLanguages() {
  const { profile, url, publicUrl } = usePage()
  return profile.locales.map((lang) => (
    <link key={lang} rel="alternate" hrefLang={lang} href={`${publicUrl}${url.pathname}?lang=${lang}`} />
  ))
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
