/** The chain and its receipts: nothing is changed unseen, by anybody. */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { proveFactor, warm } from '../../identity/test/make.ts'
import { give } from '../api.ts'
import { lockChain } from '../chain.ts'
import type { Receipt } from '../receipts.ts'
import { hashOf } from '../rules.ts'
import { verifyChains, type Finding } from '../verify.ts'
import { wire } from './family.ts'
import {
  hashOfText,
  makePerson,
  policyWith,
  PURPOSES,
  sayYes,
  startConsent,
  takeBack,
  textOf,
  type Person,
} from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startConsent(policyWith(Array.from({ length: 12 }, (_, i) => textOf('marketing', 2 + i, 0, '2030-01-01'))))
})
afterAll(() => t.close())

async function check(): Promise<readonly Finding[]> {
  return (await t.tx((tx) => verifyChains(t.ctx(), tx))).findings
}

async function receiptsOf(person: Person): Promise<Receipt[]> {
  const { json } = await t.call('GET', `/learners/${wire(person)}/consents/records`, { token: person.token })
  const receipts: Receipt[] = []
  for (const { id } of json.items as { id: string }[])
    receipts.push((await t.call('GET', `/consents/${id}/receipt`, { token: person.token })).json as Receipt)
  return receipts
}

const verify = async (receipt: unknown) => (await t.call('POST', '/consents/verify', { body: receipt })).json

/** Does what only the database's owner can: works around the triggers, then puts them back. */
async function asThief(...statements: string[]): Promise<void> {
  await t.asOwner(async (client) => {
    for (const table of ['consent.record', 'consent.legal_text'])
      await client.query(`alter table ${table} disable trigger user`)
    for (const statement of statements) await client.query(statement)
    for (const table of ['consent.record', 'consent.legal_text'])
      await client.query(`alter table ${table} enable trigger user`)
  })
}

describe('a record', () => {
  test('is changed, deleted or emptied by nobody, not even by the owner of the database', async () => {
    const person = await makePerson(t)
    await sayYes(t, person, wire(person), ['account'])
    for (const act of [
      `update consent.record set decision = 'refused' where subject_id = '${person.userId}'`,
      `delete from consent.record where subject_id = '${person.userId}'`,
      'truncate consent.record',
      "update consent.legal_text set body = 'x', sha256 = encode(sha256('x'), 'hex')",
      'delete from consent.legal_text',
      'truncate consent.legal_text',
    ]) {
      await expect(
        t.asOwner((client) => client.query(act)),
        act,
      ).rejects.toThrow('is append-only')
      await expect(
        t.asApp((client) => client.query(act)),
        act,
      ).rejects.toThrow(/permission denied|must be owner/)
    }
    expect(await check()).toEqual([])
  })

  test('follows the one before, whoever writes it', async () => {
    const person = await makePerson(t)
    await sayYes(t, person, wire(person), ['account'])
    const copy = `insert into consent.record (subject_id, seq, id, purpose, decision, decided_by, decided_as, method, at, prev_hash,
        hash, signature, key_id)
      select subject_id, seq + 1, gen_random_uuid(), purpose, 'refused', decided_by, decided_as, method, at, prev_hash, hash,
        signature, key_id from consent.record where subject_id = '${person.userId}'`
    await expect(t.asOwner((client) => client.query(copy))).rejects.toThrow('does not follow the one before')
  })

  test('hides where it came from in the database, and shows it to whoever decided', async () => {
    const person = await makePerson(t)
    await sayYes(t, person, wire(person), ['account'])
    const [receipt] = await receiptsOf(person)
    expect(receipt!.details).toMatchObject({ ip: '127.0.0.1', device: 'Test' })
    const found = await t.asOwner((client) =>
      client.query('select r::text as row from consent.record r where subject_id = $1', [person.userId]),
    )
    expect(JSON.stringify(found.rows)).not.toContain('127.0.0.1')
  })
})

test('ten decisions at once keep one chain, each following the one before', async () => {
  await warm(t)
  const person = await makePerson(t)
  const answers = Array.from({ length: 10 }, (_, i) => ({
    purpose: 'marketing',
    textSha256: hashOfText('marketing', `${2 + i}.0`),
  }))
  let [waiting, go] = [0, () => {}]
  const all = new Promise<void>((resolve) => (go = resolve))
  await Promise.all(
    answers.map((answer) =>
      t.tx(async (tx) => {
        if (++waiting === 10) go()
        await all
        await lockChain(tx, person.userId)
        await give(t.ctx(person.actor), tx, person.userId, [answer])
      }),
    ),
  )
  const { json } = await t.call('GET', `/learners/${wire(person)}/consents/records`, { token: person.token })
  expect(json.items.map(({ seq }: { seq: number }) => seq)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(await check()).toEqual([])
})

describe('staff who may look', () => {
  const officer = async () => {
    const person = await makePerson(t)
    await t.tx((tx) => assignRole(t.ctx(), tx, { userId: person.userId, role: 'officer' }))
    await proveFactor(t, person.token)
    return person
  }
  const verification = (person: Person, by: Person) =>
    t.call('GET', `/learners/${wire(person)}/consents/verification`, { token: by.token })

  test('check one person’s chain, and are told which record was changed', async () => {
    const [person, staff] = [await makePerson(t), await officer()]
    expect((await verification(person, staff)).json).toEqual({ records: 0, findings: [] })
    await sayYes(t, person, wire(person), ['account'])
    await takeBack(t, person, wire(person), 'account')
    expect((await verification(person, staff)).json).toEqual({ records: 2, findings: [] })
    const of = `where subject_id = '${person.userId}' and seq = 1`
    await asThief(`update consent.record set decision = 'refused' ${of}`)
    expect((await verification(person, staff)).json.findings).toContainEqual({ seq: 1, problem: 'record_changed' })
    await asThief(`update consent.record set decision = 'given' ${of}`)
    expect((await verification(person, staff)).json.findings).toEqual([])
  })

  test('are the only ones: not the person, not a stranger', async () => {
    const person = await makePerson(t)
    for (const path of [`/learners/${wire(person)}/consents/verification`, '/consent-requests'])
      expect((await t.call('GET', path, { token: person.token })).status).toBe(403)
  })
})

describe('a receipt', () => {
  test('holds the text as it was shown, and anybody who has it can check it', async () => {
    const person = await makePerson(t)
    await sayYes(t, person, wire(person), ['account'])
    await takeBack(t, person, wire(person), 'account')
    const [no, yes] = await receiptsOf(person)
    expect(yes!.text!.body).toBe('account 1.0 in en')
    expect(yes!.record.text!.sha256).toBe(hashOfText('account'))
    for (const receipt of [yes, no]) expect(await verify(receipt)).toMatchObject({ valid: true })
  })

  test('is checked without us, by what README.md says: sorted names, two hashes, a signature', async () => {
    const person = await makePerson(t)
    await sayYes(t, person, wire(person), ['account'])
    const receipt = (await receiptsOf(person))[0]!
    const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    const record = sorted({ ...receipt.record, text: sorted(receipt.record.text!) })
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(sha(JSON.stringify(record))).toBe(receipt.hash)
    expect(sha(receipt.text!.body)).toBe(receipt.record.text!.sha256)
    const { public_key } = (await t.call('GET', '/consents/key')).json
    const key = createPublicKey({ key: Buffer.from(public_key, 'base64'), format: 'der', type: 'spki' })
    const signature = Buffer.from(receipt.signature, 'base64url')
    expect(verifySignature(null, Buffer.from(receipt.hash), key, signature)).toBe(true)
    expect(verifySignature(null, Buffer.from(sha('another')), key, signature)).toBe(false)
  })

  test('changed in any part does not hold, and says in which', async () => {
    const person = await makePerson(t)
    await sayYes(t, person, wire(person), ['account'])
    const [receipt] = await receiptsOf(person)
    const with_ = (more: object) => ({ ...receipt!, ...more })
    const cases: [object, string][] = [
      [with_({ record: { ...receipt!.record, purpose: 'marketing' } }), 'hash'],
      [with_({ text: { title: '', body: 'something else' } }), 'text'],
      [with_({ text: null }), 'text'],
      [with_({ text: { ...receipt!.text!, title: 'Nothing is agreed to' } }), 'text'],
      [with_({ public_key: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=' }), 'signature'],
      [with_({ details: { ...receipt!.details!, ip: '203.0.113.1' } }), 'details'],
      [with_({ signature: receipt!.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }), 'signature'],
      [with_({ key_id: '00000000' }), 'signature'],
      [with_({ hash: 'a'.repeat(64) }), 'recorded'],
    ]
    for (const [changed, part] of cases)
      expect(await verify(changed)).toMatchObject({ valid: false, checks: { [part]: false } })
    expect((await t.call('POST', '/consents/verify', { body: { ...receipt, more: 1 } })).status).toBe(422)
  })

  test('is handed to nobody else', async () => {
    const [person, other] = [await makePerson(t), await makePerson(t)]
    await sayYes(t, person, wire(person), ['account'])
    const [receipt] = await receiptsOf(person)
    const path = `/consents/${receipt!.record.id}/receipt`
    expect((await t.call('GET', path, { token: other.token })).status).toBe(404)
    expect((await t.call('GET', path)).status).toBe(401)
  })
})

describe('who rewrites the database is found, with the place', () => {
  async function chainOf(): Promise<Person> {
    const person = await makePerson(t)
    for (const purpose of PURPOSES) await sayYes(t, person, wire(person), [purpose])
    return person
  }
  const tampered = async (person: Person, ...statements: string[]): Promise<readonly Finding[]> => {
    await asThief(...statements)
    return (await check()).filter(({ subject }) => subject === wire(person))
  }

  test('a decision turned round', async () => {
    const person = await chainOf()
    const found = await tampered(
      person,
      `update consent.record set decision = 'refused' where subject_id = '${person.userId}' and seq = 2`,
    )
    expect(found).toEqual([{ subject: wire(person), seq: 2, problem: 'record_changed' }])
  })

  test('a record taken out, and the end cut off', async () => {
    const [middle, end] = [await chainOf(), await chainOf()]
    const out = await tampered(middle, `delete from consent.record where subject_id = '${middle.userId}' and seq = 2`)
    expect(out).toEqual([{ subject: wire(middle), seq: 2, problem: 'record_missing' }])
    const cut = await tampered(end, `delete from consent.record where subject_id = '${end.userId}' and seq = 3`)
    expect(cut).toEqual([{ subject: wire(end), seq: 2, problem: 'end_is_wrong' }])
  })

  test('a withdrawal cut off with the head set back, and a whole chain taken away: the audit trail has them', async () => {
    const [person, gone] = [await chainOf(), await chainOf()]
    await takeBack(t, person, wire(person), 'account')
    expect((await check()).filter(({ subject }) => subject === wire(person))).toEqual([])
    const cut = await tampered(
      person,
      `delete from consent.record where subject_id = '${person.userId}' and seq = 4`,
      `update consent.chain set length = 3, head_hash = (select hash from consent.record
         where subject_id = '${person.userId}' and seq = 3) where subject_id = '${person.userId}'`,
    )
    expect(cut).toEqual([{ subject: wire(person), seq: 3, problem: 'end_is_wrong' }])
    const away = await tampered(
      gone,
      `delete from consent.record where subject_id = '${gone.userId}'`,
      `delete from consent.chain where subject_id = '${gone.userId}'`,
    )
    expect(away).toEqual([{ subject: wire(gone), seq: 0, problem: 'end_is_wrong' }])
  })

  test('a record rewritten with a hash that fits: only our key signs', async () => {
    const person = await chainOf()
    const [last] = await receiptsOf(person)
    const record = { ...last!.record, decision: 'refused' as const }
    const hash = hashOf(record)
    const found = await tampered(
      person,
      `update consent.record set decision = 'refused', hash = '${hash}' where subject_id = '${person.userId}' and seq = 3`,
      `update consent.chain set head_hash = '${hash}' where subject_id = '${person.userId}'`,
    )
    expect(found).toEqual([{ subject: wire(person), seq: 3, problem: 'not_signed_by_us' }])
    expect(await verify(last)).toMatchObject({ valid: false, checks: { recorded: false, signature: true } })
  })

  test('another text put in the place of the one agreed to', async () => {
    const person = await chainOf()
    const found = await tampered(
      person,
      `update consent.legal_text set body = 'worse', sha256 = encode(sha256('worse'), 'hex') where purpose = 'account'`,
    )
    expect(found).toEqual([{ subject: wire(person), seq: 1, problem: 'text_changed' }])
  })
})
