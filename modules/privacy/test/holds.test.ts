/** A legal hold against the nightly removal of old rows: what is kept about a held person stays, whichever module keeps it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow, makeFamily } from '../../consent/test/family.ts'
import { applyRetention } from '../../operations/operations.ts'
import { heldPersons } from '../api.ts'
import { placeHold, releaseHold } from '../holds.ts'
import { makeOfficer, startPrivacy, wire, type Family, type Person } from './make.ts'

let f: Family
beforeAll(async () => {
  f = await startPrivacy()
})
afterAll(() => f.close())

/** Rows about a person that age takes away, by table. */
const KEPT = {
  'identity.session': 'select from identity.session where user_id = $1',
  'messaging.outgoing': 'select from messaging.outgoing where owner_id = $1',
  'notifications.inbox': 'select from notifications.inbox where owner_id = $1',
  'payments.webhook_event': `select from payments.webhook_event e where e.body is not null and e.session_ref in (
     select r.reference from payments.provider_reference r join payments.payment p on p.id = r.payment_id
     where p.payer_id = $1)`,
}

const rowsOf = (person: Person) =>
  f.t.asOwner(async (client) => {
    const left: Record<string, boolean> = {}
    for (const [table, sql] of Object.entries(KEPT))
      left[table] = (await client.query(sql, [person.userId])).rowCount! > 0
    return left
  })
const all = (there: boolean) => Object.fromEntries(Object.keys(KEPT).map((table) => [table, there]))

/** A guardian of whom every one of these modules keeps something. */
async function known(): Promise<Person> {
  const { child, guardians } = await makeFamily(f.t, 1, Temporal.PlainDate.from('2018-06-15'))
  await allow(f, guardians[0]!, child, 'account')
  await f.t.call('POST', `/people/${wire(guardians[0]!)}/exports`, { token: guardians[0]!.token, body: {} })
  await f.t.drain()
  return guardians[0]!
}

const place = (officer: Person, person: Person) =>
  f.t.tx((tx) => placeHold(f.t.ctx(officer.actor), tx, person.userId, 'Case 19 of 2026', undefined))
const retain = () => f.t.tx((tx) => applyRetention(f.t.ctx(), tx))

test('every module spares whoever is held, removes what it kept of others, and of the held once it is over', async () => {
  const [held, other, officer] = [await known(), await known(), await makeOfficer(f.t)]
  expect([await rowsOf(held), await rowsOf(other)]).toEqual([all(true), all(true)])
  const { id } = await place(officer, held)
  f.advance({ hours: 24 * 500 })
  await retain()
  await retain()
  expect([await rowsOf(held), await rowsOf(other)]).toEqual([all(true), all(false)])
  await f.t.tx((tx) => releaseHold(f.t.ctx(officer.actor), tx, held.userId, id, 'Decided'))
  await retain()
  expect(await rowsOf(held)).toEqual(all(false))
})

test('a hold counts until its last day', async () => {
  const [held, officer] = [await known(), await makeOfficer(f.t)]
  const today = f.t.clock.now().toZonedDateTimeISO('Africa/Cairo').toPlainDate()
  await f.t.tx((tx) => placeHold(f.t.ctx(officer.actor), tx, held.userId, 'Case 20 of 2026', today.add({ days: 400 })))
  const now = () => f.t.tx((tx) => heldPersons(f.t.ctx(), tx))
  f.advance({ hours: 24 * 400 })
  expect(await now()).toContain(held.userId)
  f.advance({ hours: 24 })
  expect(await now()).not.toContain(held.userId)
})

test('placed while old rows are being removed, it waits until they are; placed before, it is seen', async () => {
  const [person, officer] = [await known(), await makeOfficer(f.t)]
  const order: string[] = []
  let placing: Promise<unknown> | undefined
  await f.t.tx(async (tx) => {
    await applyRetention(f.t.ctx(), tx)
    placing = place(officer, person).then(() => order.push('held'))
    await sleep(200)
    order.push('removed')
  })
  await placing
  expect(order).toEqual(['removed', 'held'])
  f.advance({ hours: 24 * 500 })
  await retain()
  expect(await rowsOf(person)).toEqual(all(true))
})
