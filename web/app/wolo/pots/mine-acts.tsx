/** What can be done with a pot now: one card for each act, each with its own form. */
import type { ReactNode } from 'react'
import type { Refused } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { MoneyInput, Select } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Card, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import type { PackOption } from './form.tsx'
import type { MyPot } from './mine.tsx'
import { collected, takesGifts } from './status.tsx'

type ActsProps = MyPot & { refusal: Refused | undefined }

export function Acts(props: ActsProps) {
  const { t, now, locale } = usePage()
  const { pot, credit, packs, refusal } = props
  const guardian = pot.role === 'guardian'
  const missing = BigInt(pot.missing_minor)
  const cards: ReactNode[] = []

  if (pot.voucher_id && pot.role === 'owner')
    cards.push(
      <Card key="voucher">
        <h2 className="text-xl">{t('mine.voucher')}</h2>
        <p>{t('mine.voucher.text')}</p>
        <ButtonLink to={`/vouchers/${pot.voucher_id}`} wide>
          {t('mine.voucher.open')}
        </ButtonLink>
      </Card>,
    )

  if (guardian && pot.status === 'scheduled' && !pot.guardian_approved_at)
    cards.push(
      <Card key="approval">
        <h2 className="text-xl">{t('mine.approval', { name: pot.honoree_name })}</h2>
        <p>
          {t.rich(pot.opens_at <= now ? 'mine.approval.text.now' : 'mine.approval.text', {
            name: pot.honoree_name,
            date: <DateText value={pot.opens_at} style="date" />,
            amount: <Money minor={pot.target_minor} />,
          })}
        </p>
        <ActForm act="approve" refusal={refusal}>
          <Button wide>{t('mine.approve')}</Button>
        </ActForm>
        {!pot.guardian_declined_at && (
          <ActForm act="decline" refusal={refusal}>
            <Button tone="secondary" wide>
              {t('mine.decline')}
            </Button>
          </ActForm>
        )}
      </Card>,
    )

  if (!guardian && pot.status === 'scheduled' && !pot.minor && pot.opens_at <= now)
    cards.push(
      <Card key="open">
        <ActForm act="open" refusal={refusal}>
          <Button wide>{t('mine.open_now')}</Button>
        </ActForm>
      </Card>,
    )

  if (takesGifts(pot)) {
    if (pot.pack_gone)
      cards.push(
        <Notice key="gone" title={t('mine.pack_gone')}>
          {t('mine.pack_gone.text')}
        </Notice>,
      )
    if (pot.short_since) cards.push(<Short key="short" pot={pot} packs={packs} refusal={refusal} />)
    if (missing === 0n || !pot.pack || pot.pack_gone)
      cards.push(
        <Buy key="buy" {...props} name={pot.pack ? (pot.pack.name[locale] ?? pot.pack.name['fr']) : undefined} />,
      )
    if (!guardian && missing > 0n && BigInt(credit) > 0n)
      cards.push(<TopUp key="top_up" credit={BigInt(credit)} missing={missing} refusal={refusal} />)
  }
  return cards.length > 0 ? <Stack>{cards}</Stack> : null
}

/** A form of one act; the refusal of another act is none of its business. */
function ActForm({ act, refusal, children }: { act: string; refusal: Refused | undefined; children: ReactNode }) {
  const own = refusal?.values['act']?.[0] === act ? refusal : undefined
  return (
    <Form refused={own} quiet>
      <input type="hidden" name="act" value={act} />
      {children}
    </Form>
  )
}

function PackSelect({ packs, label }: { packs: readonly PackOption[]; label: string }) {
  const { t, money } = usePage()
  return (
    <Field name="pack_id" label={label}>
      <Select>
        <option value="">{t('pot_form.pack.choose')}</option>
        {packs.map((pack) => (
          <option key={pack.id} value={pack.id}>
            {`${pack.name} · ${money(pack.price_minor)} · ${pack.partner.name}`}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** The pot is enough: it becomes the pack. With no pack announced, or when it is gone, one is picked that is affordable. */
function Buy({ pot, packs, refusal, name }: ActsProps & { name: string | undefined }) {
  const { t } = usePage()
  const pick = !pot.pack || pot.pack_gone
  const has = collected(pot)
  const affordable = packs.filter((pack) => BigInt(pack.price_minor) <= has)
  if (pick && affordable.length === 0) return null
  const asked = pot.minor && pot.role === 'owner'
  const price = pot.pack && !pick ? BigInt(pot.pack.price_minor) : undefined
  return (
    <Card>
      <h2 className="text-xl">{t(asked ? 'mine.buy.ask' : 'mine.buy')}</h2>
      {price !== undefined && name && <p>{t.rich('mine.buy.text', { name, price: <Money minor={price} /> })}</p>}
      {price !== undefined && has > price && (
        <p className="text-soft">{t.rich('mine.buy.surplus', { amount: <Money minor={has - price} /> })}</p>
      )}
      {asked && pot.wanted_pack_id ? (
        <Notice title={t('mine.buy.asked')} />
      ) : (
        <ActForm act="buy" refusal={refusal}>
          <input type="hidden" name="buyer" value={pot.role} />
          {pick && <PackSelect packs={affordable} label={t('mine.buy.pick')} />}
          <Button wide>{t(asked ? 'mine.buy.ask.submit' : 'mine.buy.submit')}</Button>
        </ActForm>
      )}
    </Card>
  )
}

/** The birthday is past and money is missing: three ways on. */
function Short({ pot, packs, refusal }: Pick<ActsProps, 'pot' | 'packs' | 'refusal'>) {
  const { t } = usePage()
  const has = collected(pot)
  const cheaper = packs.filter((pack) => BigInt(pack.price_minor) <= has)
  return (
    <Card>
      <h2 className="text-xl">{t.rich('mine.short', { amount: <Money minor={pot.missing_minor} /> })}</h2>
      <p>{t.rich('mine.short.text', { date: <DateText value={pot.shortfall_until} style="date" /> })}</p>
      {pot.role === 'owner' && (
        <>
          {cheaper.length > 0 && (
            <ActForm act="cheaper_pack" refusal={refusal}>
              <PackSelect packs={cheaper} label={t('mine.short.cheaper')} />
              <Button wide>{t('mine.short.cheaper.submit')}</Button>
            </ActForm>
          )}
          {pot.short_choice === 'wait' ? (
            <p className="text-soft">{t('mine.short.waiting')}</p>
          ) : (
            <ActForm act="wait" refusal={refusal}>
              <Button tone="secondary" wide>
                {t('mine.short.wait')}
              </Button>
            </ActForm>
          )}
        </>
      )}
    </Card>
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
