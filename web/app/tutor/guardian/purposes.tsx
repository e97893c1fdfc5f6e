/** What pages say of a purpose: what follows from taking it back, and who decided what about it, with the receipts. */
import type { MessageKey } from '../../i18n.ts'
import { usePage } from '../../page.tsx'
import { DateText } from '../../ui/values.tsx'

interface Text {
  readonly id: string
  readonly language: string
  readonly version: string
  readonly title: string
  readonly body: string
  readonly sha256: string
  readonly in_force_from: string
}

export interface PurposeStatus {
  readonly purpose: string
  readonly permitted: boolean
  readonly decides: 'self' | 'guardians' | 'unknown'
  readonly standing: 'given' | 'refused' | 'outdated' | 'open'
  readonly grace: boolean
  readonly text: Text
  readonly coming_text: Text | null
  readonly latest: readonly {
    readonly id: string
    readonly decision: 'given' | 'refused' | 'withdrawn' | 'ended'
    readonly decided_by: string
    readonly method: 'in_app' | 'card_charge' | 'id_review' | 'link_ended' | 'came_of_age' | 'restored'
    readonly version: string | null
    readonly at: string
  }[]
}

/** Whose names the reader may see. */
export interface Who {
  /** The reader's own id on a page about themselves: they know who looks after them, without a name. */
  readonly self: string
  /** Guardian → name; empty for the reader. */
  readonly names: Readonly<Record<string, string>>
}

const follows: Readonly<Record<string, MessageKey>> = {
  account: 'consents.follows.account',
  learning_data: 'consents.follows.learning_data',
  ai_conversation: 'consents.follows.ai_conversation',
  voice_recording: 'consents.follows.voice_recording',
  marketing: 'consents.follows.marketing',
}

export function followsOf(purpose: string): MessageKey {
  return follows[purpose] ?? 'consents.follows.other'
}

export function Decisions({ item: { latest, purpose }, who }: { item: PurposeStatus; who: Who }) {
  const { t } = usePage()
  if (latest.length === 0) return <p className="text-soft">{t('consents.nobody')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {latest.map(({ id, decision, decided_by, method, at }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 rounded-control bg-sunken px-4 py-2"
        >
          <span>
            <span className="font-semibold">
              {t(`consents.decision.${decision}`, { name: nameOf(decided_by, who) || t('consents.you') })}
            </span>{' '}
            <span className="text-sm text-soft">
              <DateText value={at} style="moment" /> · {t(`consents.method.${method}`)}
            </span>
          </span>
          <a
            className="link inline-flex min-h-11 items-center"
            href={`/api/consents/${id}/receipt?download=true`}
            download={`${purpose}-${id}.json`}
          >
            {t('consents.receipt')}
          </a>
        </li>
      ))}
    </ul>
  )

  function nameOf(id: string, { self, names }: Who): string {
    if (id === self) return ''
    return names[id] ?? t(self ? 'consents.guardian' : 'consents.former')
  }
}
