/** Pausing and ending a subscription, each with what follows before the button. */
import type { Refused } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice, Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Money } from '../../../ui/values.tsx'
import type { Status } from './status.tsx'

const pauses = ['7', '14', '30', '60'] as const

export function Pausing({ refused }: { refused: Refused | undefined }) {
  const { t } = usePage()
  return (
    <details open={refused !== undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-accent">
        {t('billing.pause')}
      </summary>
      <Stack gap={3} className="pt-2">
        <p>{t('billing.pause.text')}</p>
        <Form refused={refused}>
          <input type="hidden" name="act" value="pause" />
          <Choice
            name="days"
            legend={t('billing.pause.days')}
            options={pauses.map((value) => ({ value, label: t('child.days', { count: Number(value) }) }))}
            initial="14"
          />
          <Button tone="secondary">{t('billing.pause.submit')}</Button>
        </Form>
      </Stack>
    </details>
  )
}

interface EndingProps {
  readonly status: Status
  /** What ending now gives back. */
  readonly ending: { readonly back_minor: string; readonly by_use: boolean } | null
  readonly paidAhead: boolean
  readonly refused: Refused | undefined
}

export function Ending({ status, ending, paidAhead, refused }: EndingProps) {
  const { t } = usePage()
  // A trial costs nothing; what was paid for the time after it comes back.
  const now =
    status === 'trial' && !paidAhead ? 'trial' : status === 'trial' ? 'trial.paid' : ending?.by_use ? 'used' : 'text'
  const chooses = status === 'active' || status === 'trial'
  return (
    <details open={refused !== undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-bad">
        {t('billing.cancel')}
      </summary>
      <Stack gap={3} className="pt-2">
        <p>{t('billing.cancel.text')}</p>
        <Form refused={refused}>
          <input type="hidden" name="act" value="cancel" />
          {chooses ? (
            <Choice
              name="when"
              legend={t('billing.cancel.when')}
              options={[
                {
                  value: 'period_end',
                  label: t('billing.cancel.later'),
                  text: t(paidAhead ? 'billing.cancel.later.paid' : 'billing.cancel.later.text'),
                },
                {
                  value: 'now',
                  label: t('billing.cancel.now'),
                  text:
                    (now === 'trial' || ending) &&
                    t.rich(`billing.cancel.now.${now}`, {
                      amount: <Money minor={ending?.back_minor ?? '0'} className="font-semibold" />,
                    }),
                },
              ]}
              initial="period_end"
            />
          ) : (
            <input type="hidden" name="when" value="now" />
          )}
          <Button tone="danger" wide>
            {t('billing.cancel.submit')}
          </Button>
        </Form>
      </Stack>
    </details>
  )
}
