// How a pot opens: at its time, once, never on or after the birthday, and with a guardian's yes for a minor.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '../../../kernel/errors.ts'
import { changePack } from '../../catalog/api.ts'
import { putProfile } from '../../profiles/api.ts'
import { errors } from '../errors.ts'
import { BIRTHDAY_IN_60_DAYS, family, house, makePerson, newKey, wirePot, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
// Later tests need the clock where they expect it, so each starts from its own house's monday.
const START = '2026-03-02'

/** What the person's page of children says waits for them. */
const waiting = async (person: { token: string }) =>
  (await h.t.call('GET', '/me/wards/pots', { token: person.token })).json.items

describe('thirty days before', () => {
  it('opens by itself at 00:00, not a minute earlier, and says so once', async () => {
    await h.goTo(START)
    const owner = await h.owner(BIRTHDAY_IN_60_DAYS)
    const pot = await h.pot(owner, { target_minor: 20_000n })
    expect(pot).toMatchObject({ status: 'scheduled' })
    expect(String(pot.opens_at)).toBe('2026-04-01T00:00:00Z')
    expect((await h.page(pot)).takes_gifts).toBe(false)
    const early = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
      key: newKey(),
      body: { amount_minor: '1000', donor_name: 'Modou' },
    })
    expect(early.json.code).toBe('pots.not_open_yet')

    await h.goTo('2026-03-31')
    h.advance({ hours: 23, minutes: 59 })
    await h.t.runCron()
    expect((await h.read(pot)).status).toBe('scheduled')
    await h.goTo('2026-04-01')
    await h.t.runCron()
    const opened = await h.read(pot)
    expect(opened.status).toBe('open')
    expect(String(opened.opened_at)).toBe('2026-04-01T00:00:00Z')
    expect((await h.sentTo(owner.phone)).filter((key) => key === 'pots.pot_is_open')).toHaveLength(1)
  })

  it('catches up once with the true time after two days without the sweep', async () => {
    await h.goTo(START)
    const pot = await h.pot(await h.owner(BIRTHDAY_IN_60_DAYS), { target_minor: 20_000n })
    h.t.clock.set('2026-04-03T11:30:00Z')
    await Promise.all([h.t.runCron(), h.t.runCron()])
    const opened = await h.read(pot)
    expect(opened.status).toBe('open')
    expect(String(opened.opened_at)).toBe('2026-04-03T11:30:00Z')
    const { timeline } = await h.page(pot)
    expect(timeline.filter((step: { code: string }) => step.code === 'opened')).toEqual([
      {
        at: expect.stringContaining('2026-04-03T11:30'),
        code: 'opened',
        detail: { planned_at: '2026-04-01T00:00:00Z' },
      },
    ])
  })

  it('moves to the next birthday when the sweep slept over this one', async () => {
    await h.goTo(START)
    const pot = await h.pot(await h.owner(BIRTHDAY_IN_60_DAYS), { target_minor: 20_000n })
    await h.goTo('2026-05-01')
    const moved = await h.read(pot)
    expect(moved.status).toBe('scheduled')
    expect(moved.birthday.toString()).toBe('2027-05-01')
    expect(String(moved.opens_at)).toBe('2027-04-01T00:00:00Z')
    expect(await h.steps(pot)).toContain('rescheduled')
  })

  it('cannot be stored open on or after its birthday, whoever writes it', async () => {
    await h.goTo(START)
    const pot = await h.pot(await h.owner(BIRTHDAY_IN_60_DAYS), { target_minor: 20_000n })
    const write = h.t.asOwner((client) =>
      client.query(
        `update pots.pot set status = 'open', opened_at = '2026-05-01T00:00:00Z' where owner_id = $1 and id = $2`,
        [pot.owner_id, pot.id],
      ),
    )
    await expect(write).rejects.toThrow('pot_opened_before_birthday')
  })
})

describe('who joins late', () => {
  it.each([
    ['1990-03-12', '2026-03-12', 'open'],
    ['1990-03-04', '2026-03-04', 'open'],
    ['1990-03-03', '2027-03-03', 'scheduled'],
    ['1990-03-02', '2027-03-02', 'scheduled'],
    ['2004-02-29', '2027-02-28', 'scheduled'],
  ])('born on %s and joining on 2 March 2026 celebrates on %s', async (dob, birthday, status) => {
    await h.goTo(START)
    const pot = await h.pot(await h.owner(Temporal.PlainDate.from(dob)), { target_minor: 20_000n })
    expect(pot.birthday.toString()).toBe(birthday)
    expect(pot.status).toBe(status)
  })

  it('gets one pot for one birthday', async () => {
    await h.goTo(START)
    const owner = await h.owner()
    await h.pot(owner, { target_minor: 20_000n })
    await expect(h.pot(owner, { target_minor: 20_000n })).rejects.toSatisfy((error) =>
      isRefusal(error, errors.one_pot_a_birthday),
    )
  })
})

describe('a corrected date of birth', () => {
  const correct = async (
    person: { userId: string; actor: never } | Awaited<ReturnType<House['owner']>>,
    dob: string,
  ) => {
    await h.t.tx((tx) =>
      putProfile(h.t.ctx(person.actor), tx, person.userId, {
        firstName: 'Awa',
        dateOfBirth: Temporal.PlainDate.from(dob),
      }),
    )
    await h.settle()
  }

  it('moves a pot that waits and leaves an opened one alone', async () => {
    await h.goTo(START)
    const [early, late] = [await h.owner(), await h.owner(BIRTHDAY_IN_60_DAYS)]
    const [open, waiting] = [
      await h.pot(early, { target_minor: 20_000n }),
      await h.pot(late, { target_minor: 20_000n }),
    ]
    await correct(early, '1990-07-10')
    await correct(late, '1990-07-10')
    expect((await h.read(open)).birthday.toString()).toBe('2026-03-22')
    expect((await h.read(open)).status).toBe('open')
    const moved = await h.read(waiting)
    expect(moved.birthday.toString()).toBe('2026-07-10')
    expect(String(moved.opens_at)).toBe('2026-06-10T00:00:00Z')
    expect(String(moved.shortfall_until)).toBe('2026-07-24T00:00:00Z')
  })

  it('opens the pot at once when the true birthday is near', async () => {
    await h.goTo(START)
    const owner = await h.owner(BIRTHDAY_IN_60_DAYS)
    const pot = await h.pot(owner, { target_minor: 20_000n })
    await correct(owner, '1990-03-20')
    await h.t.runCron()
    expect(await h.read(pot)).toMatchObject({ status: 'open' })
  })
})

describe('a minor', () => {
  it('cannot make a pot without a guardian', async () => {
    await h.goTo(START)
    const child = await makePerson(h.t, { firstName: 'Moussa', dateOfBirth: Temporal.PlainDate.from('2010-03-22') })
    await expect(h.pot(child, { target_minor: 20_000n })).rejects.toSatisfy((error) =>
      isRefusal(error, errors.guardian_needed),
    )
  })

  it('waits for the guardian’s yes, then opens; nobody else can give it; strangers see nothing before', async () => {
    await h.goTo(START)
    const { child, guardian } = await family(h)
    await expect(h.pot(child, { target_minor: 20_000n, visibility: 'public' })).rejects.toSatisfy((error) =>
      isRefusal(error, errors.minor_is_unlisted),
    )
    const pot = await h.pot(child, { target_minor: 20_000n })
    await h.t.runCron()
    expect((await h.read(pot)).status).toBe('scheduled')
    expect(await h.sentTo(guardian.phone)).toContain('pots.guardian_asked')
    expect(await waiting(guardian)).toMatchObject([
      { id: wirePot(pot), waits_for: 'opening', guardian_declined_at: null },
    ])
    expect(await waiting(child)).toEqual([])
    expect((await h.t.call('GET', `/p/${pot.slug}`)).status).toBe(404)
    const gift = { key: 'too-early', body: { amount_minor: '5000', donor_name: 'Modou' } }
    expect((await h.t.call('POST', `/p/${pot.slug}/gifts`, gift)).json.code).toBe('pots.not_open_yet')
    const stranger = await h.owner()
    expect(await waiting(stranger)).toEqual([])
    const path = `/pots/${wirePot(pot)}/guardian-approval`
    expect((await h.t.call('POST', path, { token: stranger.token })).json.code).toBe('pots.guardian_only')
    expect((await h.t.call('POST', path, { token: child.token })).json.code).toBe('pots.guardian_only')
    const own = await h.t.call('POST', `/pots/${wirePot(pot)}/opening`, { token: child.token })
    expect(own.json.code).toBe('pots.guardian_only')

    const approved = await h.t.call('POST', path, { token: guardian.token })
    expect(approved.json).toMatchObject({ status: 'open', role: 'guardian' })
    expect(await waiting(guardian)).toEqual([])
    expect((await h.t.call('GET', `/p/${pot.slug}`)).status).toBe(200)
    // Never in the public list.
    expect(JSON.stringify((await h.t.call('GET', '/p')).json)).not.toContain(pot.slug)
  })

  it('is told when the guardian says no; the guardian may change their mind until the birthday', async () => {
    await h.goTo(START)
    const { child, guardian } = await family(h)
    const pot = await h.pot(child, { target_minor: 20_000n })
    const refusal = await h.t.call('POST', `/pots/${wirePot(pot)}/guardian-refusal`, {
      token: guardian.token,
      body: { reason: 'Parlons-en ce soir.' },
    })
    expect(refusal.json).toMatchObject({
      guardian_declined_at: expect.any(String),
      guardian_reason: 'Parlons-en ce soir.',
    })
    const own = await h.t.call('GET', `/pots/${wirePot(pot)}`, { token: child.token })
    expect(own.json.guardian_reason).toBe('Parlons-en ce soir.')
    expect(await waiting(guardian)).toMatchObject([{ id: wirePot(pot), guardian_declined_at: expect.any(String) }])
    await h.t.runCron()
    expect((await h.read(pot)).status).toBe('scheduled')
    expect(await h.sentTo(child.phone)).toContain('pots.guardian_declined')
    await h.goTo('2026-03-21')
    await h.t.call('POST', `/pots/${wirePot(pot)}/guardian-approval`, { token: guardian.token })
    expect(await h.read(pot)).toMatchObject({ status: 'open', guardian_reason: null })
  })

  it('whose guardian never answers gets next year’s pot', async () => {
    await h.goTo(START)
    const { child } = await family(h)
    const pot = await h.pot(child, { target_minor: 20_000n })
    await h.goTo('2026-03-22')
    expect(await h.read(pot)).toMatchObject({ status: 'scheduled' })
    expect((await h.read(pot)).birthday.toString()).toBe('2027-03-22')
  })
})

describe('what is frozen', () => {
  it('is the price on the day of opening, not of making, and not of any later day', async () => {
    await h.goTo(START)
    const owner = await h.owner(BIRTHDAY_IN_60_DAYS)
    const pack = await h.pack(25_000n)
    const pot = await h.pot(owner, { pack_id: pack.id })
    const priced = (price_minor: bigint) => h.t.tx((tx) => changePack(h.t.ctx(), tx, pack.id, { price_minor }))
    await priced(30_000n)
    await h.goTo('2026-04-01')
    await priced(90_000n)
    await h.settle()
    const opened = await h.read(pot)
    expect(opened.target_minor).toBe(30_000n)
    expect(opened.pack?.price_minor).toBe('30000')
    const change = await h.t.call('PATCH', `/pots/${wirePot(pot)}`, {
      token: await h.tokenOf(owner),
      body: { target_minor: '50000' },
    })
    expect(change.json.code).toBe('pots.frozen_once_open')
  })
})
