/** What a guardian is asked: what the child wants, what a yes and a no lead to, and the two answers. */
import type { ReactNode } from 'react'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import { Card, Stack } from '../../ui/layout.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import type { Refused } from '../../forms.ts'
import { ActForm } from './act-form.tsx'
import type { MyPot } from './mine.tsx'

const REASON_LENGTH_MAX = 280

export function Approval({ pot, refusal }: { pot: MyPot['pot']; refusal: Refused | undefined }) {
  const { t, now, locale } = usePage()
  const name = pot.honoree_name
  const opensNow = Date.parse(pot.opens_at) <= Date.parse(now)
  return (
    <Card className="ring-2 ring-festive">
      <h2 className="text-2xl">{t('approval.title', { name })}</h2>
      <dl className="flex flex-col gap-2">
        <Fact label={t('approval.goal')}>
          {pot.pack ? `${pot.pack.name[locale] ?? pot.pack.name['fr']} · ` : ''}
          <Money minor={pot.target_minor} />
        </Fact>
        <Fact label={t('approval.seen')}>{t(`pot_form.visibility.${pot.visibility}`)}</Fact>
        <Fact label={t('approval.opens')}>
          {opensNow ? t('approval.opens.now') : <DateText value={pot.opens_at} style="date" />}
        </Fact>
      </dl>
      <Stack gap={1}>
        <h3 className="text-base">{t('approval.follows')}</h3>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>{t('approval.follows.money')}</li>
          <li>{t('approval.follows.buy')}</li>
          <li>{t('approval.follows.back', { days: pot.rules.shortfall_days })}</li>
        </ul>
      </Stack>
      <ActForm act="approve" refusal={refusal}>
        <Button wide>{t('mine.approve')}</Button>
      </ActForm>
      {pot.guardian_declined_at ? (
        <p className="text-soft">{t('wards.declined')}</p>
      ) : (
        <details
          className="fold rounded-control border border-line px-4"
          open={refusal?.values['act']?.[0] === 'decline'}
        >
          <summary>{t('mine.decline')}</summary>
          <div className="pb-4">
            <ActForm act="decline" refusal={refusal}>
              <Field name="reason" label={t('approval.reason', { name })} hint={t('approval.reason.hint')} optional>
                <TextArea rows={3} maxLength={REASON_LENGTH_MAX} />
              </Field>
              <Button tone="danger" wide>
                {t('approval.decline')}
              </Button>
            </ActForm>
          </div>
        </details>
      )}
    </Card>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 border-b border-line pb-2">
      <dt className="text-soft">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}
