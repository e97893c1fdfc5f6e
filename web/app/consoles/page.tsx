/** The head of every console page: its title, the way back, and what the last act did. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Head } from '../ui/head.tsx'
import { PageTitle } from '../ui/layout.tsx'
import { Done } from './parts.tsx'

interface ConsolePageProps {
  title: string
  lead?: ReactNode
  /** Where this page is one of many: the list it belongs to. */
  back?: { readonly to: string; readonly label: string }
  /** What can be done, at the end of the title's line. */
  aside?: ReactNode
  children: ReactNode
}

export function ConsolePage({ title, lead, back, aside, children }: ConsolePageProps) {
  return (
    <>
      <Head title={title} index={false} />
      {back && (
        <p className="-mb-4 pt-4">
          <Link to={back.to} className="link">
            <span aria-hidden className="inline-block rtl:-scale-x-100">
              ←
            </span>{' '}
            {back.label}
          </Link>
        </p>
      )}
      <PageTitle title={title} lead={lead}>
        {aside}
      </PageTitle>
      <Done />
      {children}
    </>
  )
}
