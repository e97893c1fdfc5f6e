/** The verbs of making and reading a pot. Changes are in changes.ts, how it opens in opening.ts, how it ends in shortfall.ts and purchase.ts. */
import { randomBytes } from 'node:crypto'
import { civilDate, startOfDay } from '../../kernel/clock.ts'
import { can, userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { formatMoney } from '../../kernel/money.ts'
import { celebrationDay, findProfile, isGuardianOf, listWards, standing, type Profile } from '../profiles/api.ts'
import { deadlinesOf, planPot, type Plan } from './calendar.ts'
import { useCover } from './covers.ts'
import { errors } from './errors.ts'
import { potId, type PotId } from './ids.ts'
import { askGuardians, openPot } from './opening.ts'
import { freezePack } from './packs.ts'
import { freeze, potsPolicy, type PotsPolicy } from './policy.ts'
import { slugOf, type Visibility } from './rules.ts'
import { removeDraft } from './store/owner.ts'
import type { FrozenPack, PotRow } from './store/pots.ts'
import * as store from './store/pots.ts'
import { note } from './timeline.ts'

export type Pot = PotRow

export interface PotDetails {
  readonly title: string
  readonly story: string
  /** Key of the cover picture. */
  readonly cover: string | null
  readonly visibility: Visibility
  readonly allow_anonymous: boolean
  readonly show_names: boolean
  readonly allow_messages: boolean
}

export interface NewPot extends PotDetails {
  /** UUID of the pack to collect for; else an amount. One of the two. */
  readonly pack_id?: string
  readonly target_minor?: bigint
}

const TAKEN_MAX = 100

/**
 * Makes the pot for the owner's next birthday. It opens by itself `opens_days_before` that day, or at once when that is past;
 * for who comes on the day before or the day itself it is next year's. A minor needs a guardian, who must then agree.
 * Refuses `pots.profile_needed`, `pots.guardian_needed`, `pots.one_pot_a_birthday`, and what is wrong with the fields.
 */
export async function createPot(ctx: Context, tx: Tx, ownerId: string, input: NewPot): Promise<Pot> {
  const policy = potsPolicy(ctx)
  const profile = (await findProfile(ctx, tx, ownerId)) ?? refuse(errors.profile_needed)
  const { minor, guardianIds } = await standing(ctx, tx, ownerId)
  if (minor && guardianIds.length === 0) refuse(errors.guardian_needed)
  checkDetails(ctx, input, minor)
  await useCover(ctx, tx, ownerId, input.cover)
  const { pack, target } = await goalOf(ctx, tx, input)
  const now = ctx.clock.now()
  const zone = ctx.product.timeZone
  const plan = planFor(ctx, profile, [])
  const id = potId.create(ctx.clock)
  const slug = slugOf(profile.firstName, randomBytes(10))
  const opensAt = opensAtOf(ctx, plan)
  const { birthday_at, shortfall_until, refund_all_at } = deadlinesOf(plan.birthday, zone, policy)
  await store.insertPot(
    tx, ownerId, id, slug, input.title.trim(), input.story.trim(), input.cover, profile.firstName, input.visibility,
    input.allow_anonymous, input.show_names, input.allow_messages, ctx.product.currency, target, pack?.pack_id ?? null, pack,
    freeze(policy), zone, plan.birthday, opensAt, birthday_at, shortfall_until, refund_all_at, opensAt, minor, now,
  ) // prettier-ignore
  await store.insertTotal.run(tx, ownerId, id)
  await store.insertShareLink.run(tx, slug, ownerId, id)
  // What was kept while it was being made has become the pot.
  await removeDraft.run(tx, ownerId)
  const pot = await store.findPot.one(tx, ownerId, id)
  await note(ctx, tx, pot, 'created')
  if (minor) await askGuardians(ctx, tx, pot, guardianIds)
  else if (plan.opensNow) await openPot(ctx, tx, pot, { minor })
  return store.findPot.one(tx, ownerId, id)
}

/** Gives up a pot that has not opened. Safe to repeat. */
export async function cancelPot(ctx: Context, tx: Tx, ownerId: string, id: PotId): Promise<void> {
  const pot = (await store.lockPot.first(tx, ownerId, id)) ?? refuse(kernelErrors.not_found)
  if (pot.end_reason === 'cancelled') return
  if (pot.status !== 'scheduled') refuse(errors.already_settled)
  await store.close.run(tx, ownerId, id, 'cancelled', null, null, null, ctx.clock.now())
  await note(ctx, tx, pot, 'ended', { detail: { reason: 'cancelled' } })
}

/** The owner's own pots, newest first; one row more than the limit when there is a next page. */
export async function listPots(tx: Tx, ownerId: string, page: PageRequest): Promise<Pot[]> {
  return store.listPotsOf.all(tx, ownerId, page.after?.[0], page.after?.[1], page.limit + 1)
}

/** The pots of the caller's wards that wait for a guardian: to open, or to be turned into their pack. At most 100. */
export async function potsForGuardian(ctx: Context, tx: Tx, guardianId: string): Promise<Pot[]> {
  const children = (await listWards(ctx, tx, guardianId)).map(({ childId }) => childId)
  return children.length === 0 ? [] : store.listForGuardian.all(tx, children, 100)
}

/** For staff: the pot behind a link, or the pots of one person, newest first. */
export async function potsForStaff(
  tx: Tx,
  filter: { readonly slug?: string | undefined; readonly owner?: string | undefined },
  page: PageRequest,
): Promise<Pot[]> {
  if (filter.slug !== undefined) return store.findPotBySlug.all(tx, filter.slug)
  return filter.owner === undefined ? [] : listPots(tx, filter.owner, page)
}

export type Role = 'owner' | 'guardian' | 'staff'

/** The pot and as who the caller sees it. Refuses with `kernel.not_found` whom it does not concern. */
export async function potFor(ctx: Context, tx: Tx, id: PotId): Promise<{ pot: Pot; role: Role }> {
  const userId = userIdOf(ctx.actor)
  const pot = (await store.findPotById.first(tx, id)) ?? refuse(kernelErrors.not_found)
  if (pot.owner_id === userId) return { pot, role: 'owner' }
  if (can(ctx.actor, 'pots.view')) return { pot, role: 'staff' }
  if (userId !== undefined && (await isGuardianOf(ctx, tx, userId, pot.owner_id))) return { pot, role: 'guardian' }
  return refuse(kernelErrors.not_found)
}

/** How often the pot's page was looked at and shared. */
export async function visitsOf(tx: Tx, pot: Pick<Pot, 'owner_id' | 'id'>): Promise<{ views: bigint; shares: bigint }> {
  return store.sumVisits.one(tx, pot.owner_id, pot.id)
}

/** What happened to the pot so far. */
export async function stepsOf(tx: Tx, pot: Pick<Pot, 'owner_id' | 'id'>): Promise<store.StepRow[]> {
  return store.stepsOfPot.all(tx, pot.owner_id, pot.id, 200)
}

/** One look at, or one sharing of, the page at `slug`. Counts nothing for an unknown one. */
export async function countVisit(ctx: Context, tx: Tx, slug: string, what: 'view' | 'share'): Promise<void> {
  const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
  await store.countVisit.run(tx, slug, today, what === 'view' ? 1 : 0, what === 'share' ? 1 : 0)
}

const PAGE = /^\/p\/([^/]+)\/?$/

/** Looks at pages, by path; those that are no pot's page are left out. Three seconds of them are one statement. */
export async function countLooks(ctx: Context, tx: Tx, looks: ReadonlyMap<string, number>): Promise<void> {
  const views = new Map<string, number>()
  for (const [path, count] of looks) {
    const slug = PAGE.exec(path)?.[1]
    if (slug !== undefined) views.set(slug, (views.get(slug) ?? 0) + count)
  }
  const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
  if (views.size > 0) await store.countLooks.run(tx, [...views.keys()], today, [...views.values()])
}

/** The next birthday of the person that leaves time to collect and is not among `taken`. */
function planFor(ctx: Context, profile: Profile, taken: readonly Temporal.PlainDate[]): Plan {
  return planPot({
    celebrate: (year) => celebrationDay(profile.dateOfBirth, year, profile.celebrates),
    today: civilDate(ctx.clock.now(), ctx.product.timeZone),
    opensDaysBefore: potsPolicy(ctx).opens_days_before,
    taken,
  })
}

function opensAtOf(ctx: Context, plan: Plan): Temporal.Instant {
  return plan.opensNow ? ctx.clock.now() : startOfDay(plan.opensOn, ctx.product.timeZone)
}

/**
 * Moves a pot that has not opened to the owner's next free birthday: their date of birth was corrected, or the birthday came
 * before the pot could open. An opened pot keeps its dates. Safe to repeat.
 */
export async function reschedulePot(ctx: Context, tx: Tx, ownerId: string, id: string): Promise<void> {
  const pot = await store.lockPot.first(tx, ownerId, id)
  if (pot?.status !== 'scheduled') return
  const profile = await findProfile(ctx, tx, ownerId)
  if (!profile) return
  const { minor } = await standing(ctx, tx, ownerId)
  const taken = await store.takenBirthdays.all(tx, ownerId, id, TAKEN_MAX)
  const plan = planFor(
    ctx,
    profile,
    taken.map((it) => it.birthday),
  )
  if (plan.birthday.equals(pot.birthday) && minor === pot.minor) return
  const opensAt = opensAtOf(ctx, plan)
  const { birthday_at, shortfall_until, refund_all_at } = deadlinesOf(plan.birthday, pot.time_zone, potsPolicy(ctx))
  const now = ctx.clock.now()
  await store.reschedule.run(
    tx, ownerId, id, plan.birthday, opensAt, birthday_at, shortfall_until, refund_all_at, opensAt, minor, now,
  ) // prettier-ignore
  await note(ctx, tx, pot, 'rescheduled', {
    turn: plan.birthday.toString(),
    detail: { birthday: plan.birthday.toString(), opens_at: opensAt.toString() },
  })
}

const SCHEDULED_MAX = 20

/** The person's date of birth was corrected: pots that wait follow it. Safe to repeat. */
export async function followDateOfBirth(ctx: Context, tx: Tx, userId: string): Promise<void> {
  for (const { id } of await store.scheduledOf.all(tx, userId, SCHEDULED_MAX)) await reschedulePot(ctx, tx, userId, id)
}

/** The goal as given: the frozen terms of a pack and its price, or an amount. */
export async function goalOf(
  ctx: Context,
  tx: Tx,
  input: { readonly pack_id?: string; readonly target_minor?: bigint },
): Promise<{ pack: FrozenPack | null; target: bigint }> {
  const { pack_id, target_minor } = input
  if ((pack_id === undefined) === (target_minor === undefined)) return refuse(errors.pack_or_target)
  if (pack_id !== undefined) {
    const pack = await freezePack(ctx, tx, pack_id)
    return { pack, target: BigInt(pack.price_minor) }
  }
  const { target_min_minor: min, target_max_minor: max } = potsPolicy(ctx)
  if (target_minor! < min || target_minor! > max) {
    const amount = (minor: bigint) => formatMoney({ minor, currency: ctx.product.currency }, ctx.locale)
    refuse(errors.target_out_of_range, { min: amount(min), max: amount(max) })
  }
  return { pack: null, target: target_minor! }
}

/** Refuses words and settings that no pot may have. */
export function checkDetails(ctx: Context, details: PotDetails, minor: boolean): void {
  refuseTooLong(potsPolicy(ctx), details)
  if (details.title.trim() === '') refuse(kernelErrors.invalid_input, {}, { title: kernelErrors.required })
  if (minor && details.visibility === 'public') refuse(errors.minor_is_unlisted)
}

/** Refuses `pots.too_long`, at its field. */
export function refuseTooLong(
  policy: PotsPolicy,
  words: { readonly title?: string | undefined; readonly story?: string | undefined },
): void {
  for (const [field, max] of [
    ['title', policy.title_length_max],
    ['story', policy.story_length_max],
  ] as const)
    if ((words[field] ?? '').trim().length > max) refuse(errors.too_long, { max }, { [field]: errors.too_long })
}
