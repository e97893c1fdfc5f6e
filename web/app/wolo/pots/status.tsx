/** A pot's state in one word, the same word on every page. */
import type { MessageKey } from '../../i18n.ts'
import { useT } from '../../page.tsx'
import { Badge, type Mood } from '../../ui/states.tsx'

export type PotStatus = 'scheduled' | 'open' | 'funded' | 'closed' | 'expired'

const moods: Record<PotStatus, Mood> = {
  scheduled: 'plain',
  open: 'info',
  funded: 'festive',
  closed: 'good',
  expired: 'bad',
}

export interface PotState {
  readonly status: PotStatus
  readonly end_reason?: string | null
}

/** A pot given up before it opened is closed too, but nothing good came of it. */
export function wasBought(pot: PotState): boolean {
  return pot.status === 'closed' && (pot.end_reason ?? 'bought') === 'bought'
}

export function PotBadge({ pot }: { pot: PotState }) {
  const t = useT()
  const cancelled = pot.status === 'closed' && !wasBought(pot)
  const key: MessageKey = cancelled ? 'pot.status.cancelled' : `pot.status.${pot.status}`
  return <Badge mood={cancelled ? 'plain' : moods[pot.status]}>{t(key)}</Badge>
}

/** Whether friends can give now. */
export function takesGifts(pot: PotState): boolean {
  return pot.status === 'open' || pot.status === 'funded'
}

/** What the pot holds: gifts, and what the owner added from credit. */
export function collected(pot: { readonly raised_minor: string; readonly topped_up_minor: string }): bigint {
  return BigInt(pot.raised_minor) + BigInt(pot.topped_up_minor)
}
