/** The owner's words to everybody who gave, as a note: on the owner's page, on each gift's page, and in public when they wish. */
import { usePage } from '../../page.tsx'

export function ThanksNote({ message, name }: { message: string; name: string }) {
  const { t } = usePage()
  return (
    <figure className="flex flex-col gap-2 rounded-card bg-festive-wash p-5">
      <blockquote className="text-lg leading-snug break-words whitespace-pre-line">{message}</blockquote>
      <figcaption className="font-semibold">{t('thanks.from', { name })}</figcaption>
    </figure>
  )
}
