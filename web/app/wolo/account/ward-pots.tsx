/** For a guardian: what their children ask of them. The pot's own page says all there is to know and takes the answer. */
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card, Stack } from '../../ui/layout.tsx'
import { DateText, Money } from '../../ui/values.tsx'

export interface WardPot {
  readonly id: string
  readonly title: string
  readonly honoree_name: string
  readonly opens_at: string
  readonly target_minor: string
  readonly waits_for: string
  readonly guardian_declined_at: string | null
}

export function WardPots({ pots }: { pots: readonly WardPot[] }) {
  const { t, now } = usePage()
  if (pots.length === 0) return null
  return (
    <Stack as="section" gap={3}>
      <h2 className="text-xl">{t('wards.waiting')}</h2>
      {pots.map((pot) => (
        <Card key={pot.id} className="ring-2 ring-festive">
          <h3 className="text-lg">{pot.title}</h3>
          {pot.waits_for === 'purchase' ? (
            <p>{t('wards.purchase', { name: pot.honoree_name })}</p>
          ) : (
            <p>
              {t.rich(pot.opens_at <= now ? 'mine.approval.text.now' : 'mine.approval.text', {
                name: pot.honoree_name,
                date: <DateText value={pot.opens_at} style="date" />,
                amount: <Money minor={pot.target_minor} />,
              })}
            </p>
          )}
          {pot.waits_for === 'opening' && pot.guardian_declined_at && (
            <p className="text-soft">{t('wards.declined')}</p>
          )}
          <ButtonLink
            to={pot.waits_for === 'purchase' ? `/pots/${pot.id}/buy` : `/pots/${pot.id}`}
            tone={pot.guardian_declined_at ? 'secondary' : 'primary'}
            wide
          >
            {t(pot.waits_for === 'purchase' ? 'wards.buy' : 'wards.link')}
            <span className="sr-only">: {pot.title}</span>
          </ButtonLink>
        </Card>
      ))}
    </Stack>
  )
}
