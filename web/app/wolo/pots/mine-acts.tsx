/** What to do next with a pot: one act that stands out, for each stage, and what else may be done beside it. */
import type { ReactNode } from 'react'
import type { Refused } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { MoneyInput } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import { Card } from '../../ui/layout.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { ActForm } from './act-form.tsx'
import { Approval } from './approval.tsx'
import { PackChoice } from './form.tsx'
import type { MyPot } from './mine.tsx'
import { ShareSheet } from './share-sheet.tsx'
import type { Stage } from './stage.ts'
import { collected, takesGifts } from './status.tsx'

type ActsProps = MyPot & { stage: Stage; refusal: Refused | undefined }

/** The one act of this stage; nothing where all one can do is wait. */
export function NextAct(props: ActsProps) {
  const { t } = usePage()
  const { pot, stage, refusal } = props
  const guardian = pot.role === 'guardian'
  if (pot.role === 'staff') return null
  switch (stage) {
    case 'asked':
    case 'declined':
      return guardian ? <Approval pot={pot} refusal={refusal} /> : null
    case 'ready':
      if (guardian) return null
      return (
        <Primary title={t('mine.open_now.title')}>
          <ActForm act="open" refusal={refusal}>
            <Button wide>{t('mine.open_now')}</Button>
          </ActForm>
        </Primary>
      )
    case 'scheduled':
      return null
    case 'empty':
    case 'collecting':
      return <ShareSheet pot={pot} primary title={t(stage === 'empty' ? 'mine.share.first' : 'mine.share')} />
    case 'enough':
    case 'pack_gone':
      return <Take {...props} />
    case 'asked_to_buy':
      return guardian ? <Take {...props} /> : null
    case 'short':
      return guardian ? null : <Short {...props} />
    case 'bought':
      if (guardian) return null
      return (
        <Primary title={t('mine.voucher')}>
          <p>{t('mine.voucher.text')}</p>
          <ButtonLink to={`/vouchers/${pot.voucher_id}`} wide>
            {t('mine.voucher.open')}
          </ButtonLink>
        </Primary>
      )
    case 'used':
      if (guardian || pot.thanks) return null
      return (
        <Primary title={t('mine.thank')}>
          <p>{t('mine.thank.text')}</p>
          <ButtonLink to={`/pots/${pot.id}/thanks`} wide>
            {t('mine.thank.submit')}
          </ButtonLink>
        </Primary>
      )
    default:
      if (guardian) return null
      return (
        <Primary title={t('mine.again')}>
          <ButtonLink to="/pots/new" wide>
            {t('mine.again.submit')}
          </ButtonLink>
        </Primary>
      )
  }
}

/** What else may be done, smaller. */
export function OtherActs(props: ActsProps) {
  const { t } = usePage()
  const { pot, stage, credit, refusal } = props
  if (!takesGifts(pot) || pot.role !== 'owner') return null
  const missing = BigInt(pot.missing_minor)
  return (
    <>
      {missing > 0n && !pot.pack && pot.gift_count > 0 && stage !== 'short' && (
        <Card>
          <h2 className="text-xl">{t('mine.take_now')}</h2>
          <p>{t('mine.take_now.text')}</p>
          <ButtonLink to={`/pots/${pot.id}/buy`} tone="secondary" wide>
            {t('mine.take_now.submit')}
          </ButtonLink>
        </Card>
      )}
      {missing > 0n && BigInt(credit) > 0n && <TopUp credit={BigInt(credit)} missing={missing} refusal={refusal} />}
      {stage !== 'empty' && stage !== 'collecting' && <ShareSheet pot={pot} primary={false} title={t('mine.share')} />}
    </>
  )
}

function Primary({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <Card className="ring-2 ring-festive">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </Card>
  )
}

/** There is enough, or another pack must be picked: leads to where everything is said before one buys. */
function Take({ pot, stage }: ActsProps) {
  const { t, locale } = usePage()
  const guardian = pot.role === 'guardian'
  const pack = pot.pack && !pot.pack_gone ? pot.pack : undefined
  const rest = collected(pot) - BigInt(pot.needed_minor)
  if (guardian && stage === 'pack_gone') return null
  return (
    <Primary title={t(stage === 'pack_gone' ? 'mine.pack_gone' : 'mine.buy')}>
      {stage === 'pack_gone' && <p>{t('mine.pack_gone.text')}</p>}
      {pack && (
        <p>
          {t.rich('mine.take.text', {
            name: pack.name[locale] ?? pack.name['fr'],
            price: <Money minor={pack.price_minor} />,
          })}
        </p>
      )}
      {pack && rest > 0n && (
        <p className="text-soft">{t.rich('mine.buy.surplus', { amount: <Money minor={rest} /> })}</p>
      )}
      <ButtonLink to={`/pots/${pot.id}/buy`} wide>
        {t(pack ? 'mine.take' : 'mine.buy.pick')}
      </ButtonLink>
    </Primary>
  )
}

/** The birthday is past and money is missing: three ways on. */
function Short({ pot, packs, refusal }: ActsProps) {
  const { t } = usePage()
  const cheaper = packs.filter((pack) => BigInt(pack.price_minor) <= collected(pot))
  return (
    <Primary title={t.rich('mine.short', { amount: <Money minor={pot.missing_minor} /> })}>
      <p>{t.rich('mine.short.text', { date: <DateText value={pot.shortfall_until} style="date" /> })}</p>
      {pot.short_choice === 'wait' ? (
        <p className="font-semibold">{t('mine.short.waiting')}</p>
      ) : (
        <ActForm act="wait" refusal={refusal}>
          <Button wide>{t('mine.short.wait')}</Button>
        </ActForm>
      )}
      {cheaper.length > 0 && (
        <details
          className="fold rounded-control border border-line px-4"
          open={refusal?.values['act']?.[0] === 'cheaper_pack'}
        >
          <summary>{t('mine.short.cheaper')}</summary>
          <div className="pb-4">
            <ActForm act="cheaper_pack" refusal={refusal}>
              <PackChoice packs={cheaper} legend={t('mine.buy.pick')} />
              <Button tone="secondary" wide>
                {t('mine.short.cheaper.submit')}
              </Button>
            </ActForm>
          </div>
        </details>
      )}
    </Primary>
  )
}

function TopUp({ credit, missing, refusal }: { credit: bigint; missing: bigint; refusal: Refused | undefined }) {
  const { t } = usePage()
  const most = credit < missing ? credit : missing
  return (
    <Card>
      <h2 className="text-xl">{t('mine.top_up')}</h2>
      <p>{t.rich('mine.top_up.text', { credit: <Money minor={credit} />, missing: <Money minor={missing} /> })}</p>
      <ActForm act="top_up" refusal={refusal}>
        <Field name="amount_minor" label={t('mine.top_up.amount')}>
          <MoneyInput initial={String(most)} />
        </Field>
        <Button tone="secondary" wide>
          {t('mine.top_up.submit')}
        </Button>
      </ActForm>
    </Card>
  )
}
