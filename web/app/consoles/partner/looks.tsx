/** How each answer to a scan looks: its colour by what to do now, and a sign of its own for its reason. */
import type { ReactNode } from 'react'

/** Serve; do not serve; not like this, but it may be put right. After a take-back there is nothing to decide. */
export type Face = 'yes' | 'no' | 'wait' | 'undone'

const FACES: Readonly<Record<string, Face>> = {
  accepted: 'yes',
  unknown: 'wait',
  wrong_venue: 'wait',
  not_yet_valid: 'wait',
  guardian_approval_missing: 'wait',
  outdated: 'wait',
}

export function faceOf(result: string, undone: boolean): Face {
  return undone ? 'undone' : (FACES[result] ?? 'no')
}

const SIGNS: Record<Face, ReactNode> = {
  yes: <path d="M14 54l24 24 48-56" strokeWidth="16" />,
  no: <path d="M20 20l60 60M80 20L20 80" strokeWidth="17" />,
  wait: <path d="M20 20l60 60M80 20L20 80" strokeWidth="17" />,
  undone: <path d="M34 26L16 44l18 18M16 44h44a22 22 0 0 1 0 44H40" strokeWidth="10" />,
}

/** As large as what is held across a counter must be. */
export function Sign({ face }: { face: Face }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 100"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-[min(52vw,30dvh)] landscape:max-lg:size-[min(22vw,34dvh)]"
    >
      {SIGNS[face]}
    </svg>
  )
}

const REASONS: Readonly<Record<string, ReactNode>> = {
  // A clock that was passed.
  already_used: <path d="M12 3a9 9 0 1 1-8.5 6M3 3v6h6M12 7v5l4 2" />,
  // A house of somebody else.
  wrong_partner: <path d="M4 10V20h16V10M2 10l3-6h14l3 6zM9 20v-6h6v6" />,
  wrong_venue: <path d="M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11zM9 8l6 5M15 8l-6 5" />,
  // A day of the calendar.
  not_yet_valid: <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M9 15h6M12 13l3 2-3 2" />,
  expired: <path d="M6 3h12M6 21h12M7 3c0 6 10 8 10 18M17 3c0 6-10 8-10 18" />,
  cancelled: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12" />,
  unknown: <path d="M8 9a4 4 0 1 1 6 3.5c-1.3.8-2 1.5-2 3M12 19.5v.01" />,
  // Round again: open the page.
  outdated: <path d="M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 6 7M4.5 14A8 8 0 0 0 18 17" />,
  invalid_signature: <path d="M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 9l6 6M15 9l-6 6" />,
  holder_suspended: <path d="M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4" />,
  guardian_approval_missing: (
    <path d="M8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 2.5-6 6-6s6 2 6 6M17.5 13a2.5 2.5 0 1 0 0-5M16 15.5c3.5-.5 6 1 6 4.5" />
  ),
}

/** The sign of a reason, beside its words. */
export function ReasonSign({ result, className }: { result: string; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      {REASONS[result]}
    </svg>
  )
}
