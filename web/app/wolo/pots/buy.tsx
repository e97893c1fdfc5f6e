/** Before a pot becomes its pack: which one, at what price, what is left over, that it is final. Then one button. */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { Money } from '../../ui/values.tsx'
import { categories } from '../packs/kinds.ts'
import { PackPicture } from '../packs/picture.tsx'
import { PackChoice } from './form.tsx'
import { collected, takesGifts } from './status.tsx'
import type { Route } from './+types/buy'

const PACKS_OFFERED = 100

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const path = { id: params.id }
  const pot = need(context, await client.GET('/api/pots/{id}', { params: { path } }))
  if (!takesGifts(pot) || pot.role === 'staff') throw seeOther(`/pots/${params.id}`)
  const announced = pot.pack && !pot.pack_gone ? pot.pack : undefined
  // A guardian buys what the child asked for.
  const wanted = pot.wanted_pack_id && pot.wanted_pack_id !== announced?.id ? pot.wanted_pack_id : undefined
  const asked = wanted ? (await client.GET('/api/packs/{id}', { params: { path: { id: wanted } } })).data : undefined
  const packs =
    announced || asked
      ? []
      : need(context, await client.GET('/api/packs', { params: { query: { limit: PACKS_OFFERED } } })).items
  const has = collected(pot)
  return { pot, announced, asked, packs: packs.filter((pack) => BigInt(pack.price_minor) <= has) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const pack = form.optional('pack_id')
  const bought = await api(context).POST('/api/pots/{id}/pack-purchase', {
    params: { path: { id: params.id } },
    headers: form.headers,
    body: pack ? { pack_id: pack } : {},
  })
  if (!bought.data) return refused(form, problemOf(bought))
  const { status, voucher_id } = bought.data
  if (status === 'awaiting_guardian') return seeOther(`/pots/${params.id}?done=buy`)
  // Only its holder sees the voucher; a guardian who bought it comes back to the pot.
  return seeOther(
    form.text('buyer') === 'owner' && voucher_id
      ? `/vouchers/${voucher_id}?done=bought`
      : `/pots/${params.id}?done=bought`,
  )
}

export default function BuyPack({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t, locale } = usePage()
  const { pot, announced, asked, packs } = loaderData
  const guardian = pot.role === 'guardian'
  const asks = pot.minor && !guardian
  const has = collected(pot)
  const pack = asked
    ? {
        name: asked.name,
        price_minor: asked.price_minor,
        partner: asked.partner.name,
        category: asked.category,
        image_key: asked.image_key,
      }
    : announced && {
        name: announced.name[locale] ?? announced.name['fr'] ?? '',
        price_minor: announced.price_minor,
        partner: announced.partner_name,
        category: announced.category,
        image_key: announced.image_key,
      }
  const rest = pack ? has - BigInt(pack.price_minor) : undefined
  const title = t(asks ? 'buy.title.ask' : guardian ? 'buy.title.guardian' : 'buy.title', { name: pot.honoree_name })
  const back = (
    <ButtonLink to={`/pots/${params.id}`} tone="quiet" wide>
      {t('buy.back')}
    </ButtonLink>
  )
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <PageTitle title={title} lead={pot.title} />
      {(rest !== undefined && rest < 0n) || (!pack && packs.length === 0) ? (
        <Stack>
          <Notice title={t('buy.not_yet')}>
            {t.rich(rest === undefined ? 'buy.not_yet.any' : 'buy.not_yet.text', {
              amount: <Money minor={rest === undefined ? has : -rest} />,
            })}
          </Notice>
          {back}
        </Stack>
      ) : (
        <Form refused={actionData}>
          <input type="hidden" name="buyer" value={pot.role} />
          {pack ? (
            <PackFacts pack={pack} has={has} rest={rest ?? 0n} />
          ) : (
            <PackChoice packs={packs} legend={t('mine.buy.pick')} />
          )}
          <Stack gap={1} className="rounded-card bg-festive-wash p-4 sm:p-5">
            <h2 className="text-lg">{t('buy.follows')}</h2>
            <ul className="flex list-disc flex-col gap-1 ps-5">
              <li>{t('buy.follows.final')}</li>
              <li>{t('buy.follows.closed')}</li>
              <li>{t('buy.follows.voucher')}</li>
              {!pack && <li>{t('buy.follows.rest')}</li>}
            </ul>
          </Stack>
          <Button wide>{t(asks ? 'mine.buy.ask.submit' : 'mine.buy.submit')}</Button>
          {back}
        </Form>
      )}
    </Column>
  )
}

interface Shown {
  readonly name: string
  readonly price_minor: string
  readonly partner: string
  readonly category: string
  readonly image_key: string | null
}

function PackFacts({ pack, has, rest }: { pack: Shown; has: bigint; rest: bigint }) {
  const { t } = usePage()
  const kind = categories.find((name) => name === pack.category)
  return (
    <Card className="overflow-hidden">
      {kind && (
        <PackPicture
          category={kind}
          image={pack.image_key}
          className="-mx-5 -mt-5 aspect-[2/1] w-[calc(100%+2.5rem)] max-w-none sm:-mx-6 sm:-mt-6 sm:w-[calc(100%+3rem)]"
        />
      )}
      <div>
        <h2 className="text-xl">{pack.name}</h2>
        <p className="text-soft">{pack.partner}</p>
      </div>
      <dl className="flex flex-col gap-2">
        <Line label={t('buy.has')} minor={has} />
        <Line label={t('buy.price')} minor={-BigInt(pack.price_minor)} />
        <Line label={t('buy.rest')} minor={rest} strong />
      </dl>
      {rest > 0n && <p className="text-sm text-soft">{t('buy.rest.text')}</p>}
    </Card>
  )
}

function Line({ label, minor, strong = false }: { label: string; minor: bigint; strong?: boolean }) {
  return (
    <div
      className={
        strong ? 'flex justify-between gap-4 border-t border-line pt-2 font-bold' : 'flex justify-between gap-4'
      }
    >
      <dt>{label}</dt>
      <dd>
        {minor < 0n && <span>− </span>}
        <Money minor={minor < 0n ? -minor : minor} />
      </dd>
    </div>
  )
}
