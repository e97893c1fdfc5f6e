/** What pots answer staff: pots and gifts by id, link, owner or donor; and their story with where it goes on. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { contactOf, userId } from '../identity/api.ts'
import { transferIds } from '../ledger/api.ts'
import { paymentIds, refundIds } from '../payments/api.ts'
import { voucherId } from '../redemption/api.ts'
import { giftId, potId, refundRequestId } from './ids.ts'
import * as store from './store/inquiry.ts'

const STEPS_MAX = 200
const GIFTS_MAX = 30
const REQUESTS_MAX = 50

/** The id under which a guest's gifts are kept, which follows from the number left with them. */
export const guestOf = (ctx: Context, phone: string) => uuidFrom('pots.donor', ctx.vault.blindIndex('phone', phone))

const idsOf = (id: { prefix: string; uuid: string } | undefined, ...prefixes: string[]) =>
  id && ['', ...prefixes].includes(id.prefix) ? [id.uuid] : []

export const searches: readonly Search[] = [
  {
    permission: 'pots.view',
    async find(_ctx, tx, { id, text, person }, limit) {
      const ids = idsOf(id, 'pot')
      return (await store.findPots.all(tx, ids, text.toLowerCase(), person, limit)).map(thingOfPot)
    },
  },
  {
    permission: 'pots.view',
    async find(ctx, tx, { id, phone, person }, limit) {
      const ids = idsOf(id, 'gif')
      const asked = id?.prefix === 'rrq' ? await store.findRequests.all(tx, [id.uuid], [], [], [], [], 1) : []
      const gifts = [...ids, ...asked.flatMap(({ gift_id }) => gift_id ?? [])]
      const guest = phone && guestOf(ctx, phone)
      return (await store.findGifts.all(tx, gifts, person, guest, limit)).map(thingOfGift)
    },
  },
]

function thingOfPot(pot: store.PotThing): Thing {
  return {
    kind: 'pot',
    id: potId.wire(pot.id),
    title: pot.title,
    state: pot.status,
    at: pot.created_at,
    amount_minor: pot.raised_minor,
    currency: pot.currency,
    facts: factsOf({
      honoree: pot.honoree_name,
      slug: pot.slug,
      owner: userId.wire(pot.owner_id),
      end_reason: pot.end_reason,
      target_minor: pot.target_minor,
      gift_count: pot.gift_count,
      birthday: pot.birthday,
      short_since: pot.ended_at ? null : pot.short_since,
      shortfall_until: pot.shortfall_until,
      missing_minor: missingFrom(pot),
      ended_at: pot.ended_at,
    }),
  }
}

function missingFrom({ target_minor, raised_minor, topped_up_minor }: store.PotThing): bigint | null {
  const missing = target_minor - raised_minor - topped_up_minor
  return missing > 0n ? missing : null
}

function thingOfGift(gift: store.GiftThing): Thing {
  return {
    kind: 'gift',
    id: giftId.wire(gift.id),
    title: gift.donor_name ?? '',
    state: gift.status,
    at: gift.created_at,
    amount_minor: gift.amount_minor,
    currency: gift.currency,
    facts: factsOf({
      pot: potId.wire(gift.pot_id),
      payment: paymentIds.wire(gift.payment_id),
      honoree: gift.honoree_name,
      anonymous: gift.is_anonymous ? 'yes' : null,
      pot_status: gift.pot_status,
      pot_end_reason: gift.pot_end_reason,
      reason: gift.reason,
      paid_at: gift.paid_at,
      choose_until: gift.status === 'held' ? gift.choose_until : null,
      refund_reason: gift.refund_reason,
      refund_error: gift.refund_error,
      refund_retry_at: gift.refund_retry_at,
      refunding_at: gift.refunding_at,
      refunded_at: gift.refunded_at,
      credited_at: gift.credited_at,
      refund_asked_at: gift.refund_asked_at,
    }),
  }
}

export const trace: Trace = {
  permission: 'pots.view',
  prefixes: ['pot', 'gif', 'rrq', 'ref'],
  rootPrefixes: ['usr'],
  async trace(ctx, tx, refs, root) {
    const asked = uuidsOf(refs, 'rrq')
    const person = root ? uuidsOf(refs, 'usr')[0] : undefined
    const mine = person ? await ofPerson(ctx, tx, person) : undefined
    const pots = mine?.pots ?? (await store.findPots.all(tx, uuidsOf(refs, 'pot', 'ref'), null, null, GIFTS_MAX))
    const gifts = mine?.gifts ?? (await store.findGifts.all(tx, uuidsOf(refs, 'gif', 'ref'), null, null, GIFTS_MAX))
    const [potOwners, potIds] = [pots.map((it) => it.owner_id), pots.map((it) => it.id)]
    const [giftOwners, giftIds] = [gifts.map((it) => it.owner_id), gifts.map((it) => it.id)]
    // A person's pots and gifts are named, each is told on its own page.
    if (person)
      return {
        things: [...pots.map(thingOfPot), ...gifts.map(thingOfGift)],
        steps: [],
        refs: [],
      }
    const requests = await store.findRequests.all(
      tx, asked, potOwners, potIds, giftOwners, giftIds, REQUESTS_MAX,
    ) // prettier-ignore
    const movements = await store.movementsOfPots.all(tx, potOwners, potIds, REQUESTS_MAX)
    const steps = [
      ...(await store.stepsOfPots.all(tx, potOwners, potIds, STEPS_MAX)),
      ...(await store.stepsOfGifts.all(tx, giftOwners, giftIds, STEPS_MAX)),
    ]
    const hanging: string[] = []
    if (root) for (const pot of pots) hanging.push(...(await giftsOf(tx, pot)))
    return {
      things: [...gifts.map(thingOfGift), ...pots.map(thingOfPot), ...requests.map(thingOfRequest)],
      steps: [...steps.map(stepOf).reverse(), ...requests.flatMap(stepsOfRequest)],
      refs: [
        ...gifts.flatMap(refsOfGift),
        ...pots.flatMap((pot) => [
          userId.wire(pot.owner_id),
          ...(pot.voucher_id ? [voucherId.wire(pot.voucher_id)] : []),
        ]),
        ...requests.map(({ gift_id, pot_id }) => (gift_id ? giftId.wire(gift_id) : potId.wire(pot_id))),
        ...movements.map(({ transfer_id }) => transferIds.wire(transfer_id)),
        ...hanging,
      ],
    }
  },
}

async function ofPerson(ctx: Context, tx: Tx, person: string) {
  const { phone } = await contactOf(ctx, tx, person)
  return {
    pots: await store.findPots.all(tx, [], null, person, GIFTS_MAX),
    gifts: await store.findGifts.all(tx, [], person, phone && guestOf(ctx, phone), GIFTS_MAX),
  }
}

async function giftsOf(tx: Tx, pot: { owner_id: string; id: string }): Promise<string[]> {
  return (await store.listGifts.all(tx, pot.owner_id, pot.id, GIFTS_MAX)).map(({ id }) => giftId.wire(id))
}

function refsOfGift(gift: store.GiftThing): string[] {
  return [
    potId.wire(gift.pot_id),
    paymentIds.wire(gift.payment_id),
    ...(gift.applied_at ? [transferIds.wire(gift.transfer_id)] : []),
    ...(gift.refund_id ? [refundIds.wire(gift.refund_id)] : []),
    ...(gift.donor_id ? [userId.wire(gift.donor_id)] : []),
  ]
}

function stepOf({ pot_id, gift_id, at, code, detail }: store.TracedStep): TraceStep {
  return gift_id === null
    ? { at, kind: 'pot', ref: potId.wire(pot_id), code, facts: detail }
    : { at, kind: 'gift', ref: giftId.wire(gift_id), code, facts: detail, ...(code === 'started' ? { rank: 0 } : {}) }
}

function thingOfRequest({ id, pot_id, gift_id, reason, status, requested_at }: store.TracedRequest): Thing {
  const about = gift_id ? { gift: giftId.wire(gift_id) } : { pot: potId.wire(pot_id) }
  return {
    kind: 'refund_request',
    id: refundRequestId.wire(id),
    title: '',
    state: status,
    at: requested_at,
    facts: { reason, ...about },
  }
}

function stepsOfRequest({ id, reason, status, requested_at, decided_at }: store.TracedRequest): TraceStep[] {
  const ref = refundRequestId.wire(id)
  // The word of a person comes before what payments then do, within one second too.
  const rank = 2
  const asked = { at: requested_at, kind: 'refund_request', ref, code: 'requested', facts: { reason }, rank }
  return decided_at === null
    ? [asked]
    : [asked, { at: decided_at, kind: 'refund_request', ref, code: status, facts: {}, rank }]
}
