/** Buttons act, links lead; both can look alike. Targets are at least 48 px high, for thumbs. */
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './class.ts'

export type Tone = 'primary' | 'secondary' | 'quiet' | 'danger'

const look =
  'inline-flex min-h-12 max-w-full items-center justify-center gap-2 rounded-control px-5 py-2.5 text-center max-[16rem]:px-3 font-semibold transition-colors cursor-pointer disabled:cursor-not-allowed disabled:opacity-60'

const tones: Record<Tone, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong',
  secondary: 'border border-strong-line bg-surface text-ink hover:bg-sunken',
  quiet: 'text-accent hover:bg-accent-wash',
  danger: 'border border-bad text-bad hover:bg-bad-wash',
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: Tone
  /** Fills the line, as the main act of a form does on a phone. */
  wide?: boolean
}

export function Button({ tone = 'primary', wide, className, type = 'submit', ...props }: ButtonProps) {
  return <button type={type} className={cx(look, tones[tone], wide && 'w-full', className)} {...props} />
}

interface ButtonLinkProps {
  /** A whole address or a path from the root. */
  to: string
  tone?: Tone
  wide?: boolean
  className?: string
  children: ReactNode
}

export function ButtonLink({ to, tone = 'primary', wide, className, children }: ButtonLinkProps) {
  return (
    <a href={to} className={cx(look, tones[tone], wide && 'w-full', className)}>
      {children}
    </a>
  )
}
