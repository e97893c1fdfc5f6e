/** Who learns on a subscription; one more, one less. */
import type { Refused } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Badge, Notice } from '../../../ui/states.tsx'

interface SeatsProps {
  learners: readonly { readonly learner_id: string; readonly leaves_at_period_end: boolean }[]
  names: Readonly<Record<string, string>>
  /** Children who could join. */
  others: readonly { readonly id: string; readonly name: string }[]
  removable: boolean
  trial: boolean
  refused: Refused | undefined
}

export function Seats({ learners, names, others, removable, trial, refused }: SeatsProps) {
  const { t } = usePage()
  return (
    <Card>
      <h2 className="text-xl">{t('billing.learners')}</h2>
      {refused && <Notice mood="bad" title={refused.problem.title} />}
      <ul className="flex flex-col gap-2">
        {learners.map(({ learner_id, leaves_at_period_end: leaves }) => {
          const name = names[learner_id] ?? t('billing.learner.other')
          return (
            <li key={learner_id} className="flex flex-wrap items-center justify-between gap-3">
              <span className="font-semibold">{name}</span>
              {leaves ? (
                <Form quiet>
                  <input type="hidden" name="learner" value={learner_id} />
                  <span className="flex flex-wrap items-center gap-2">
                    <Badge>{t('billing.leaves')}</Badge>
                    <Button name="act" value="add" tone="quiet">
                      {t('billing.stay')} <span className="sr-only">: {name}</span>
                    </Button>
                  </span>
                </Form>
              ) : (
                removable && (
                  <Form quiet>
                    <input type="hidden" name="learner" value={learner_id} />
                    <Button name="act" value="remove" tone="quiet">
                      {t('billing.remove')} <span className="sr-only">: {name}</span>
                    </Button>
                  </Form>
                )
              )}
            </li>
          )
        })}
      </ul>
      {others.map(({ id, name }) => (
        <Form key={id} quiet>
          <input type="hidden" name="learner" value={id} />
          <Button name="act" value="add" tone="secondary">
            {t('billing.add', { name })}
          </Button>
        </Form>
      ))}
      {others.length > 0 && <p className="text-sm text-soft">{t(trial ? 'billing.add.trial' : 'billing.add.text')}</p>}
    </Card>
  )
}
