/** Erasing people and purposes: with time to undo it, in the face of holds and crashes, and again after a restore. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '../../../kernel/db/tx.ts'
import { defineErrors } from '../../../kernel/errors.ts'
import { signedByUs } from '../../../kernel/signing.ts'
import { addGuardian, allow, makeFamily } from '../../consent/test/family.ts'
import { allowed, sayYes, takeBack } from '../../consent/test/make.ts'
import { verifyChains } from '../../consent/api.ts'
import { startSession } from '../../identity/api.ts'
import { lastMessage, proveFactor } from '../../identity/test/make.ts'
import { makePerson } from '../../profiles/test/make.ts'
import { reapply } from '../api.ts'
import { signers } from '../config.ts'
import { carryOut } from '../erasures.ts'
import { placeHold } from '../holds.ts'
import { erasureId } from '../ids.ts'
import { linesOf } from '../log.ts'
import { duePurposes, erasePurpose, queuePurpose } from '../purposes.ts'
import {
  askErasure,
  makeOfficer,
  note,
  notesOf,
  pass,
  startPrivacy,
  statusOf,
  wire,
  type Family,
  type Person,
} from './make.ts'
import { faults } from './notebook/module.ts'

const owing = defineErrors('shop', {
  owing: { status: 409, retry: 'never', say: { en: 'Pay first.', fr: 'Payez d’abord.', ar: 'ادفعوا أوّلًا.' } },
})
const debtors = new Set<string>()
const folder = mkdtempSync(join(tmpdir(), 'erasures-'))
const file = join(folder, 'tutor.jsonl')

let f: Family
beforeAll(async () => {
  f = await startPrivacy(
    { PRIVACY_ERASURE_LOG_DIR: folder },
    { blocks: async (_ctx, _tx, id) => (debtors.has(id) ? owing.owing : undefined) },
  )
})
afterAll(async () => {
  await f.close()
  rmSync(folder, { recursive: true, force: true })
})

const undo = (by: { token: string }, person: { userId: string }) =>
  f.t.call('DELETE', `/people/${wire(person)}/erasure`, { token: by.token })
const certificate = (id: string) => f.t.call('GET', `/erasures/${id}/certificate`)
const back = async (person: Person): Promise<Person> => ({
  ...person,
  token: (await f.t.tx((tx) => startSession(f.t.ctx(), tx, person.userId, { label: 'Test', ip: '203.0.113.7' }))).token,
})

test('staff see the erasures that wait, the next one first; nobody else does', async () => {
  const [first, second, officer] = [await makePerson(f.t), await makePerson(f.t), await makeOfficer(f.t)]
  await askErasure(f.t, first, first)
  f.advance({ minutes: 5 })
  await askErasure(f.t, second, second)
  const list = (token: string, query = '') => f.t.call('GET', `/erasures?limit=1${query}`, { token })
  const { json: page } = await list(officer.token)
  expect(page.items).toMatchObject([{ user_id: wire(first), state: 'waiting', blocked_by: null }])
  const { json: rest } = await list(officer.token, `&cursor=${page.next_cursor}`)
  expect(rest.items).toMatchObject([{ user_id: wire(second) }])
  for (const person of [first, second]) await undo(person, person)
  expect((await list(officer.token)).json.items).toEqual([])
  expect((await list(first.token)).status).toBe(403)
})

test('staff who ask for one have just proven their second factor; to undo it they need not', async () => {
  const [person, officer] = [await makePerson(f.t), await makeOfficer(f.t)]
  f.advance({ minutes: 11 })
  const refused = await askErasure(f.t, officer, person)
  expect([refused.status, refused.json.code]).toEqual([403, 'identity.step_up_required'])
  expect((await f.t.call('GET', `/people/${wire(person)}/erasure`, { token: officer.token })).json.erasure).toBeNull()
  await proveFactor(f.t, officer.token)
  expect((await askErasure(f.t, officer, person)).status).toBe(202)
  f.advance({ minutes: 11 })
  expect((await undo(officer, person)).status).toBeLessThan(300)
})

describe('a person', () => {
  test('is erased after fourteen days: every module, the key, and a certificate that names nobody', async () => {
    const person = await makePerson(f.t, { firstName: 'Nour' })
    await note(f.t, person, 'mine')
    const { status, json } = await askErasure(f.t, person, person)
    expect([status, json.state]).toEqual([202, 'waiting'])
    await f.t.drain()
    expect((await lastMessage(f.t, person.phone))!.key).toBe('privacy.erasure_asked')
    await pass(f, 13)
    expect(await notesOf(f.t, person)).toEqual(['mine'])
    expect((await certificate(json.id)).status).toBe(404)
    await pass(f, 1)
    expect(await notesOf(f.t, person)).toEqual([])
    expect(await statusOf(f.t, person)).toBe('erased')
    const key = await f.t.asOwner((client) =>
      client.query('select wrapped_key from kernel.subject_key where subject_id = $1', [person.userId]),
    )
    expect(key.rows).toEqual([{ wrapped_key: null }])
    const shown = (await certificate(json.id)).json
    expect(shown.certificate.modules).toContain('notebook')
    expect(JSON.stringify(shown)).not.toContain(wire(person))
    const ring = signers(f.t.ctx())
    expect(signedByUs(ring, JSON.stringify(shown.certificate), shown.key_id, shown.signature)).toBe(true)
    expect((await lastMessage(f.t, person.phone))!.key).toBe('privacy.erasure_done')
    expect((await f.t.call('GET', `/people/${wire(person)}/erasure`, { token: person.token })).status).toBe(401)
  })

  test('undoes it until then, and not once it has begun', async () => {
    const person = await makePerson(f.t)
    expect((await undo(person, person)).json.code).toBe('privacy.erasure_unknown')
    const first = (await askErasure(f.t, person, person)).json
    expect((await askErasure(f.t, person, person)).json.id).toBe(first.id)
    expect((await undo(person, person)).status).toBe(204)
    await pass(f, 15)
    expect(await statusOf(f.t, person)).toBe('active')
    const second = (await askErasure(f.t, person, person)).json
    expect(second.id).not.toBe(first.id)
    faults.eraseOnce = true
    f.advance({ hours: 14 * 24 })
    await f.t.runCron(['privacy.sweep']).catch(() => {})
    expect((await undo(person, person)).json.code).toBe('privacy.erasure_begun')
    await finish()
  })

  test('is erased whole although the worker was killed in the middle', async () => {
    const person = await makePerson(f.t)
    await note(f.t, person, 'mine')
    const { id } = (await askErasure(f.t, person, person)).json
    faults.eraseOnce = true
    await pass(f, 14)
    expect(await notesOf(f.t, person)).toEqual(['mine'])
    expect((await certificate(id)).status).toBe(404)
    await finish()
    expect(await notesOf(f.t, person)).toEqual([])
    expect(await statusOf(f.t, person)).toBe('erased')
    expect((await certificate(id)).status).toBe(200)
  })

  test('who goes on doing things while modules are erased one by one leaves nothing behind', async () => {
    const person = await makePerson(f.t)
    await note(f.t, person, 'before')
    const { id } = (await askErasure(f.t, person, person)).json
    f.advance({ hours: 14 * 24 })
    let steps = 0
    const transact = async <T>(body: (tx: Tx) => Promise<T>): Promise<T> => {
      const done = await f.t.tx(body)
      steps += 1
      // Each time another part is erased, the notebook long since.
      if (steps > 3 && (await statusOf(f.t, person)) === 'active') await note(f.t, person, `meanwhile ${steps}`)
      return done
    }
    await carryOut(f.t.ctx(), transact, person.userId, erasureId.parse(id))
    expect(steps).toBeGreaterThan(5)
    expect(await statusOf(f.t, person)).toBe('erased')
    expect(await notesOf(f.t, person)).toEqual([])
  })

  test('is not erased before what the product says is settled', async () => {
    const person = await makePerson(f.t)
    debtors.add(person.userId)
    expect((await askErasure(f.t, person, person)).json.code).toBe('shop.owing')
    debtors.delete(person.userId)
    await askErasure(f.t, person, person)
    debtors.add(person.userId)
    await pass(f, 14)
    const { json } = await f.t.call('GET', `/people/${wire(person)}/erasure`, { token: (await back(person)).token })
    expect(json.erasure).toMatchObject({ state: 'waiting', blocked_by: 'shop.owing' })
    debtors.delete(person.userId)
    await pass(f, 1)
    expect(await statusOf(f.t, person)).toBe('erased')
  })
})

describe('a child', () => {
  test('is erased by a guardian, with a copy taken before; the chain of consents holds and names nobody', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    await allow(f, guardians[0]!, child, 'account', 'learning_data')
    await note(f.t, child, 'sums', 'learning_data')
    expect((await askErasure(f.t, child, child)).json.code).toBe('kernel.not_found')
    const { json } = await askErasure(f.t, guardians[0]!, child)
    await f.t.drain()
    expect((await lastMessage(f.t, guardians[1]!.phone))!.key).toBe('privacy.erasure_asked')
    await pass(f, 14)
    expect(await statusOf(f.t, child)).toBe('erased')
    expect(await notesOf(f.t, child)).toEqual([])
    expect((await certificate(json.id)).status).toBe(200)
    expect(await allowed(f.t, child.userId, 'account')).toBe(false)
    expect((await f.t.tx((tx) => verifyChains(f.t.ctx(), tx))).findings).toEqual([])
    for (const guardian of guardians) expect(await statusOf(f.t, guardian)).toBe('active')
  })

  test('keeps its only guardian: their erasure is refused with the reason, until somebody else looks after the child', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const refused = await f.t.call('POST', `/people/${wire(guardians[0]!)}/erasure`, {
      token: guardians[0]!.token,
      headers: { 'accept-language': 'ar' },
    })
    expect(refused).toMatchObject({ status: 409, json: { code: 'privacy.only_guardian' } })
    expect(refused.json.detail).toContain('Moussa')
    const second = await addGuardian(f.t, child)
    expect((await askErasure(f.t, guardians[0]!, guardians[0]!)).status).toBe(202)
    // The other leaves while it waits: it does not happen.
    const leaving = await back(second)
    expect((await f.t.call('DELETE', `/me/wards/${wire(child)}`, { token: leaving.token })).status).toBe(204)
    await pass(f, 14)
    expect(await statusOf(f.t, guardians[0]!)).toBe('active')
  })
})

describe('whoever looks after a child without looking on', () => {
  test('is its only guardian all the same, and is not erased', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const only = await f.t.call('PUT', `/wards/${wire(child)}/guardians/${wire(guardians[0]!)}/capabilities`, {
      token: guardians[0]!.token,
      body: { capabilities: ['manage'] },
    })
    expect(only.status).toBe(204)
    expect((await askErasure(f.t, guardians[0]!, guardians[0]!)).json.code).toBe('privacy.only_guardian')
  })
})

describe('a legal hold', () => {
  test('placed while a purpose is being erased waits for its end; placed first, it is seen', async () => {
    const [person, officer] = [await makePerson(f.t), await makeOfficer(f.t)]
    const queued = async () => {
      await f.t.tx((tx) => queuePurpose(f.t.ctx(), tx, person.userId, 'learning_data'))
      f.advance({ hours: 8 * 24 })
      await note(f.t, person, 'sums', 'learning_data')
      return (await f.t.tx((tx) => duePurposes(f.t.ctx(), tx))).find(({ subject_id }) => subject_id === person.userId)!
    }
    const hold = (tx: Tx) => placeHold(f.t.ctx(officer.actor), tx, person.userId, 'Case 18 of 2026', undefined)
    const order: string[] = []
    const first = await queued()
    let placing: Promise<unknown> | undefined
    await f.t.tx(async (tx) => {
      await erasePurpose(f.t.ctx(), tx, person.userId, first.id)
      placing = f.t.tx(hold).then(() => order.push('held'))
      await sleep(200)
      order.push('erased')
    })
    await placing
    // The queue was empty for the purpose then: what is queued from now on waits for the hold.
    const second = await queued()
    await f.t.tx((tx) => erasePurpose(f.t.ctx(), tx, person.userId, second.id))
    expect(order).toEqual(['erased', 'held'])
    expect(await notesOf(f.t, person)).toEqual(['sums'])
  })

  test('keeps the data while it lasts, and staff alone place and end it', async () => {
    const [person, officer] = [await makePerson(f.t), await makeOfficer(f.t)]
    await note(f.t, person, 'evidence')
    const place = (by: { token: string }) =>
      f.t.call('POST', `/people/${wire(person)}/legal-holds`, { token: by.token, body: { basis: 'Case 17 of 2026' } })
    expect((await place(person)).status).toBe(403)
    const hold = (await place(officer)).json
    await askErasure(f.t, person, person)
    await pass(f, 14)
    expect(await notesOf(f.t, person)).toEqual(['evidence'])
    const { token } = await back(officer)
    await proveFactor(f.t, token)
    const release = () =>
      f.t.call('POST', `/people/${wire(person)}/legal-holds/${hold.id}/release`, { token, body: { reason: 'Decided' } })
    expect((await release()).status).toBe(200)
    expect((await release()).json.code).toBe('privacy.hold_unknown')
    await pass(f, 1)
    expect(await statusOf(f.t, person)).toBe('erased')
  })
})

describe('a purpose that was withdrawn', () => {
  test('has what was kept for it alone erased after seven days', async () => {
    const person = await makePerson(f.t)
    await sayYes(f.t, person, wire(person), ['account'], ['learning_data'])
    await note(f.t, person, 'sums', 'learning_data')
    await note(f.t, person, 'a letter')
    await takeBack(f.t, person, wire(person), 'learning_data')
    await f.t.drain()
    await pass(f, 6)
    expect(await notesOf(f.t, person)).toHaveLength(2)
    await pass(f, 1)
    expect(await notesOf(f.t, person)).toEqual(['a letter'])
    expect(await statusOf(f.t, person)).toBe('active')
  })

  test('and allowed again before that keeps it; withdrawn once more counts anew', async () => {
    const person = await makePerson(f.t)
    const yes = () => sayYes(f.t, person, wire(person), ['learning_data'])
    const no = () => takeBack(f.t, person, wire(person), 'learning_data')
    await yes()
    await note(f.t, person, 'sums', 'learning_data')
    await no()
    await f.t.drain()
    await pass(f, 5)
    await yes()
    await no()
    await f.t.drain()
    await pass(f, 3)
    expect(await notesOf(f.t, person)).toEqual(['sums'])
    await yes()
    await pass(f, 5)
    expect(await notesOf(f.t, person)).toEqual(['sums'])
  })
})

describe('a backup from before is restored', () => {
  test('and what was erased and withdrawn since is erased and withdrawn again, from the log outside the database', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    await allow(f, guardians[0]!, child, 'learning_data')
    const gone = await makePerson(f.t, { firstName: 'Hana' })
    await askErasure(f.t, gone, gone)
    await pass(f, 14)
    await takeBack(f.t, await back(guardians[0]!), wire(child), 'learning_data')
    await f.t.drain()
    const lines = linesOf(readFileSync(file, 'utf8'))
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'person', subject_id: gone.userId }))
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'withdrawal', subject_id: child.userId, purpose: 'learning_data' })) // prettier-ignore
    expect(readFileSync(file, 'utf8')).not.toContain('Hana')

    // Another database, as it was before: the same people, nothing erased, nothing withdrawn.
    const old = await startPrivacy({ PRIVACY_ERASURE_LOG_DIR: folder })
    try {
      const family = await makeFamily(old.t)
      const person = await makePerson(old.t, { firstName: 'Hana' })
      await allow(old, family.guardians[0]!, family.child, 'learning_data')
      await note(old.t, family.child, 'sums', 'learning_data')
      await note(old.t, person, 'mine')
      const renamed = lines.flatMap((line) => {
        const now = new Map([[gone.userId, person.userId], [child.userId, family.child.userId]]).get(line.subject_id as never) // prettier-ignore
        return now ? [JSON.stringify({ ...line, subject_id: now, at: line.at.toString() })] : []
      })
      writeFileSync(join(folder, 'old.jsonl'), `${renamed.join('\n')}\n{"cut off by a cra`)
      const again = () => reapply(old.t.ctx(), (body) => old.t.tx(body), join(folder, 'old.jsonl'))
      expect(await again()).toMatchObject({ lines: 2, persons: 1, withdrawals: 1 })
      expect(await again()).toMatchObject({ lines: 2, persons: 0, withdrawals: 0 })
      expect(await statusOf(old.t, person)).toBe('erased')
      expect(await notesOf(old.t, person)).toEqual([])
      expect(await allowed(old.t, family.child.userId, 'learning_data')).toBe(false)
      old.advance({ hours: 300 * 24 })
      await old.t.runCron(['privacy.sweep'])
      expect(await notesOf(old.t, family.child)).toEqual([])
      expect((await old.t.tx((tx) => verifyChains(old.t.ctx(), tx))).findings).toEqual([])
    } finally {
      await old.close()
    }
  })

  test('and a second withdrawal is known apart from the first that the backup has', async () => {
    const person = await makePerson(f.t)
    for (let i = 0; i < 2; i++) {
      await sayYes(f.t, person, wire(person), ['learning_data'])
      await takeBack(f.t, person, wire(person), 'learning_data')
      await f.t.drain()
    }
    const own = linesOf(readFileSync(file, 'utf8')).filter(({ subject_id }) => subject_id === person.userId)
    expect(new Set(own.map(({ id }) => id)).size).toBe(2)
  })

  test('a line that is none of ours stops it before anything is done', () => {
    expect(() => linesOf('{"kind":"person"}\n')).toThrow('line 1 is no erasure')
  })
})

/** The worker comes back: the sweep takes up what it left. */
async function finish(): Promise<void> {
  await f.t.runCron(['privacy.sweep'])
  f.advance({ hours: 1 })
  await f.t.runCron(['privacy.sweep'])
}
