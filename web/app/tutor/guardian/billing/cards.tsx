/** The cards a payer let be kept: which one renews this subscription, another one instead, and forgetting one for good. */
import type { Refused } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox, Choice, Form } from '../../../ui/form.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Badge } from '../../../ui/states.tsx'

export interface SavedCard {
  readonly id: string
  readonly brand: string
  readonly last_four: string
  readonly state: 'usable' | 'expired'
  readonly renews: readonly string[]
}

interface CardsProps {
  readonly cards: readonly SavedCard[]
  /** The one that renews this subscription. */
  readonly chosen: string | null
  readonly over: boolean
  readonly refused: Refused | undefined
  readonly forgetting: Refused | undefined
  /** Which card the refused form was about. */
  readonly refusedCard: string | undefined
}

export function Cards({ cards, chosen, over, refused, forgetting, refusedCard }: CardsProps) {
  const { t } = usePage()
  const usable = cards.filter(({ state }) => state === 'usable')
  return (
    <Card>
      <h2 className="text-xl">{t('billing.card')}</h2>
      <p>{t(chosen ? 'billing.card.kept' : 'billing.card.none')}</p>
      {!over && usable.length > 0 && (
        <Form refused={refused}>
          <input type="hidden" name="act" value="card" />
          <Choice
            name="card"
            legend={t('billing.card.which')}
            options={[
              ...usable.map((card) => ({ value: card.id, label: <CardName card={card} /> })),
              { value: '', label: t('billing.card.no_card'), text: t('billing.card.no_card.text') },
            ]}
            initial={chosen ?? ''}
          />
          <Button tone="secondary">{t('billing.card.choose')}</Button>
        </Form>
      )}
      {cards.length > 0 && (
        <ul className="flex flex-col gap-3 border-t border-line pt-4">
          {cards.map((card) => {
            const mine = refusedCard === card.id ? forgetting : undefined
            const renews = card.renews.length > 0
            return (
              <li key={card.id}>
                <details open={mine !== undefined}>
                  <summary className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-3">
                    <span>
                      <CardName card={card} />{' '}
                      {card.state === 'expired' && <Badge mood="bad">{t('billing.card.expired')}</Badge>}
                      {renews && <Badge mood="good">{t('billing.card.renews')}</Badge>}
                    </span>
                    <span className="font-semibold text-bad">{t('billing.card.forget')}</span>
                  </summary>
                  <Form refused={mine} className="pt-2">
                    <input type="hidden" name="act" value="forget" />
                    <input type="hidden" name="card" value={card.id} />
                    <p>{t(renews ? 'billing.card.forget.renews' : 'billing.card.forget.text')}</p>
                    {renews && <Checkbox name="confirmed" label={t('billing.card.forget.confirm')} />}
                    <Button tone="danger">{t('billing.card.forget.submit')}</Button>
                  </Form>
                </details>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

/** `Visa •••• 2346`, in this order in every language. */
function CardName({ card }: { card: SavedCard }) {
  const { t } = usePage()
  return (
    <bdi dir="ltr" className="font-semibold sm:whitespace-nowrap">
      <span aria-hidden>
        {card.brand} •••• {card.last_four}
      </span>
      <span className="sr-only">{t('billing.card.name', { brand: card.brand, digits: card.last_four })}</span>
    </bdi>
  )
}
