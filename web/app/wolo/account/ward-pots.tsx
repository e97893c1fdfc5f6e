/** For a guardian: the pots of their children that wait for a yes. The pot's own page takes the answer and says how it went. */
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
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
        <Card key={pot.id}>
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
          {pot.waits_for === 'opening' && <Answer pot={pot} act="approve" />}
          {pot.waits_for === 'opening' &&
            (pot.guardian_declined_at ? (
              <p className="text-soft">{t('wards.declined')}</p>
            ) : (
              <Answer pot={pot} act="decline" />
            ))}
          <ButtonLink to={`/pots/${pot.id}`} tone={pot.waits_for === 'purchase' ? 'primary' : 'quiet'} wide>
            {t(pot.waits_for === 'purchase' ? 'wards.link' : 'wards.see')}
            <span className="sr-only">: {pot.title}</span>
          </ButtonLink>
        </Card>
      ))}
    </Stack>
  )
}

function Answer({ pot, act }: { pot: WardPot; act: 'approve' | 'decline' }) {
  const { t } = usePage()
  return (
    <form method="post" action={`/pots/${pot.id}`}>
      <input type="hidden" name="act" value={act} />
      <Button tone={act === 'approve' ? 'primary' : 'secondary'} wide>
        {t(`mine.${act}`)} <span className="sr-only">: {pot.title}</span>
      </Button>
    </form>
  )
}
