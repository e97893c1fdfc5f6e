/** The frame of a learner's pages: their few places as large tabs, under the thumb on a phone. */
import type { ReactNode } from 'react'
import { usePage } from '../../page.tsx'
import { cx } from '../../ui/class.ts'
import { Column } from '../../ui/layout.tsx'

const tabs = [
  { to: '/learner', key: 'learner.tab.today', drawing: 'M4 11.500 12 4l8 7.500V20h-5v-6H9v6H4Z' },
  { to: '/learner/map', key: 'learner.tab.map', drawing: 'M3 6.500 9 4l6 2.500L21 4v13.500L15 20l-6-2.500L3 20ZM9 4v13.500M15 6.500V20' },
  { to: '/learner/days', key: 'learner.tab.days', drawing: 'M12 3c1 4 6 6 6 11a6 6 0 0 1-12 0c0-2 1-3.500 2-4.500 1 2 2 2.500 2.500 2.500C10 9 10.500 6 12 3Z' },
  { to: '/learner/tutor', key: 'learner.tab.tutor', drawing: 'M4 5h16v11h-9l-4 4v-4H4ZM8 9.500h8M8 12.500h5' },
] as const // prettier-ignore

export function LearnerFrame({ width = 'text', children }: { width?: 'text' | 'page'; children: ReactNode }) {
  const { t, url } = usePage()
  return (
    <div className="flex flex-col gap-2 pb-8">
      <nav aria-label={t('learner.tabs')} className="border-b border-line bg-surface">
        <Column width={width} className="px-1 sm:px-6">
          <ul className="grid grid-cols-4 max-[16rem]:grid-cols-2">
            {tabs.map(({ to, key, drawing }) => {
              const here = url.pathname === to
              return (
                <li key={to}>
                  <a
                    href={to}
                    aria-current={here ? 'page' : undefined}
                    className={cx(
                      'flex min-h-16 flex-col items-center justify-center gap-0.5 border-b-4 px-1 pt-1 text-sm font-semibold',
                      here ? 'border-brand text-brand' : 'border-transparent text-soft hover:text-ink',
                    )}
                  >
                    <svg
                      aria-hidden
                      viewBox="0 0 24 24"
                      fill={here ? 'currentColor' : 'none'}
                      fillOpacity="0.15"
                      stroke="currentColor"
                      strokeWidth="2"
                      strokeLinejoin="round"
                      strokeLinecap="round"
                      className="size-6"
                    >
                      <path d={drawing} />
                    </svg>
                    {t(key)}
                  </a>
                </li>
              )
            })}
          </ul>
        </Column>
      </nav>
      <Column width={width}>{children}</Column>
    </div>
  )
}
