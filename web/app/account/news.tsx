/** Notifications in a list: what happened, when, and whether it was read. */
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { Badge } from '../ui/states.tsx'
import { DateText } from '../ui/values.tsx'

export interface NewsItem {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly created_at: string
  readonly read_at: string | null
}

/** Our own addresses in a text become links; what they say is short, for a phone. */
function withLinks(text: string, origin: string, label: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, position) => {
    const url = position % 2 ? URL.parse(part.replace(/[.,;]$/, '')) : null
    if (!url || url.origin !== origin) return part
    return (
      <a key={position} className="link" href={url.pathname + url.search}>
        {label}
      </a>
    )
  })
}

export function News({ items }: { items: readonly NewsItem[] }) {
  const { t, url, digits, digitsIn } = usePage()
  // Written in the figures of its language; what stands in European ones may be a name or a code.
  const figured = (text: string) => (digits === 'latn' ? digitsIn(text) : text)
  if (items.length === 0) return <p className="text-soft">{t('news.none')}</p>
  return (
    <ul className="flex flex-col gap-3">
      {items.map((item) => (
        <li key={item.id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
          <div className="flex flex-wrap items-start justify-between gap-2">
            <p className="font-semibold">{figured(item.title)}</p>
            {item.read_at === null && <Badge mood="info">{t('news.new')}</Badge>}
          </div>
          <p className="break-words whitespace-pre-line">{withLinks(figured(item.body), url.origin, t('news.open'))}</p>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <DateText value={item.created_at} style="moment" className="text-sm text-soft" />
            {item.read_at === null && (
              <form method="post" action="/notifications">
                <input type="hidden" name="id" value={item.id} />
                <Button tone="quiet">
                  {t('news.mark_read')} <span className="sr-only">: {item.title}</span>
                </Button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
