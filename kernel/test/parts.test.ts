/** The small parts: identifiers, money, sealing, the vault, composition, migrations. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testClock, writtenDay } from '../clock.ts'
import { newCode, sameSecret, seal, unseal } from '../crypto.ts'
import { migrate, pendingMigrations } from '../db/migrate.ts'
import { kernelErrors, Refusal } from '../errors.ts'
import { idType, isUuid, uuidFrom, uuidV7 } from '../ids.ts'
import { decimalString, formatMoney, share } from '../money.ts'
import { problemOf } from '../http/problem.ts'
import { defineModule, inOrder } from '../module.ts'
import { productOf, testProduct, type TestProduct } from '../testing/product.ts'
import { tally } from './tally/module.ts'

test('a day is written as people write it, the first of a month as the first in French', () => {
  const day = (text: string, locale: string) => writtenDay(Temporal.PlainDate.from(text), locale)
  expect([
    day('2026-12-01', 'fr-SN'),
    day('2026-12-11', 'fr-SN'),
    day('2026-12-21', 'fr-SN'),
    day('2026-12-01', 'en'),
  ]).toEqual(['1er décembre 2026', '11 décembre 2026', '21 décembre 2026', 'December 1, 2026'])
  const moment = Temporal.ZonedDateTime.from('2026-03-01T01:05[Africa/Dakar]')
  expect(writtenDay(moment, 'fr-SN', { dateStyle: 'long', timeStyle: 'short' })).toBe('1er mars 2026 à 01:05')
})

describe('identifiers', () => {
  const potId = idType('pot')
  const clock = testClock('2026-03-02T10:00:00Z')

  test('the wire form goes there and back for every UUID, and nothing else is read', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(potId.parse(potId.wire(uuid))).toBe(uuid)
      }),
    )
    for (const bad of [
      'pot_',
      'usr_01h5zzzzzzzzzzzzzzzzzzzzzz',
      'pot_zzzzzzzzzzzzzzzzzzzzzzzzzz',
      'pot_01h5zzzzzzzzzzzzzzzzzzzzzi',
      "pot_'; --",
    ])
      expect(() => potId.parse(bad)).toThrow(Refusal)
  })

  test('version 7 ids sort by time; derived ids follow from their parts and only from them', () => {
    const early = uuidV7(clock)
    clock.advance({ days: 1 })
    expect(uuidV7(clock) > early).toBe(true)
    expect(isUuid(early)).toBe(true)
    const burst = Array.from({ length: 5000 }, () => uuidV7(clock))
    expect([...burst].sort()).toEqual(burst)
    expect(uuidFrom('a', 'bc')).toBe(uuidFrom('a', 'bc'))
    expect(uuidFrom('a', 'bc')).not.toBe(uuidFrom('ab', 'c'))
  })
})

describe('what a refusal says', () => {
  const refused = new Refusal(
    {
      code: 'test.too_early',
      status: 409,
      retry: 'later',
      say: { en: 'Not before {end}.', fr: 'Pas avant le {end}.' },
    },
    { end: '2026-11-30' },
  )

  test('a day is written as people write it, and stays readable by machines beside the sentence', () => {
    const { document } = problemOf(refused, 'fr-SN', 'r1')
    expect(document).toMatchObject({ detail: 'Pas avant le 30 novembre 2026.', values: { end: '2026-11-30' } })
    expect(problemOf(refused, 'en', 'r1').document.detail).toBe('Not before November 30, 2026.')
  })

  test.each([
    [60, '60 secondes'],
    [2366, '40 minutes'],
    [7201, '3 heures'],
  ])('a wait of %i seconds is said as %s', (seconds, wait) => {
    const { document } = problemOf(new Refusal(kernelErrors.too_many_requests, { seconds }), 'fr', 'r1')
    expect(document.detail.replaceAll('\u00a0', ' ')).toBe(`Trop de tentatives. Patientez ${wait} puis réessayez.`)
    expect(document.values).toEqual({ seconds: String(seconds) })
  })

  test('text that must not be empty and is says so', () => {
    const empty = (limit: number) => ({
      validation: [{ keyword: 'minLength', instancePath: '/note', params: { limit } }],
    })
    expect(problemOf(empty(3), 'en', 'r1').document.fields?.['note']?.code).toBe('kernel.required')
    expect(problemOf(empty(20), 'en', 'r1').document.fields?.['note']?.code).toBe('kernel.malformed')
  })
})

describe('money', () => {
  test('a share and its rest are the whole, and the remainder goes where it was told', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 10_000n }), (amount, part) => {
        const down = share(amount, part, 10_000n, 'rest')
        const up = share(amount, part, 10_000n, 'share')
        expect(down.share + down.rest).toBe(amount)
        expect(up.share + up.rest).toBe(amount)
        expect(up.share - down.share).toBe((amount * part) % 10_000n === 0n ? 0n : 1n)
      }),
    )
  })

  test('amounts are written as people write them', () => {
    expect(formatMoney({ minor: 25000n, currency: 'XOF' }, 'fr-SN')).toMatch(/^25\s000\sF$/)
    expect(formatMoney({ minor: 1049n, currency: 'INR' }, 'en-IN')).toBe('₹10.49')
    expect(decimalString(-5n, 2)).toBe('-0.05')
  })
})

describe('secrets', () => {
  const key = Buffer.alloc(32, 7)
  test('what is sealed opens only with its key, its context and unchanged', () => {
    const sealed = seal(key, 'Awa Diop', 'profiles.name')
    expect(unseal(key, sealed, 'profiles.name')).toBe('Awa Diop')
    expect(() => unseal(Buffer.alloc(32, 8), sealed, 'profiles.name')).toThrow()
    expect(() => unseal(key, sealed, 'profiles.phone')).toThrow()
    const changed = Buffer.from(sealed)
    changed[changed.length - 1]! ^= 1
    expect(() => unseal(key, changed, 'profiles.name')).toThrow()
    expect(seal(key, 'Awa Diop', 'profiles.name').equals(sealed)).toBe(false)
  })
  test('codes have their digits, and comparison knows same from other', () => {
    expect(newCode(6)).toMatch(/^\d{6}$/)
    expect([sameSecret('a', 'a'), sameSecret('a', 'b'), sameSecret('a', 'aa')]).toEqual([true, false, false])
  })
})

describe('composition', () => {
  const module = (name: string, needs: ReturnType<typeof defineModule>[] = []) =>
    defineModule({ name, folder: '/nowhere', placement: {}, needs })
  test('modules stand after what they need; a missing need and a circle are refused', () => {
    const a = module('a')
    const b = module('b', [a])
    expect(inOrder([b, a]).map((m) => m.name)).toEqual(['a', 'b'])
    expect(() => inOrder([b])).toThrow('needs a')
    const c = { ...module('c'), needs: [] as ReturnType<typeof defineModule>[] }
    c.needs.push(c)
    expect(() => inOrder([c])).toThrow('circle')
    expect(() => productOf([a, module('a')])).toThrow('twice')
    expect(() => productOf([defineModule({ name: 'p', folder: '/nowhere', placement: {}, usesPolicy: true })])).toThrow(
      'no policy',
    )
  })
})

describe('the database', () => {
  let t: TestProduct
  const folder = mkdtempSync(join(tmpdir(), 'teranga-migrations-'))
  beforeAll(async () => {
    t = await testProduct(productOf([tally]))
    mkdirSync(join(folder, 'migrations'))
    writeFileSync(
      join(folder, 'migrations', '0001_a.sql'),
      'create table extra.a (id uuid primary key); grant select on extra.a to :app;',
    )
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await t.close()
  })

  test('runners that start together apply each migration once; an edited file and a broken one are refused', async () => {
    const source = [{ name: 'extra', folder }]
    const run = () => migrate(t.urls.ownerUrl, source, { app: 'test_app' })
    expect(await pendingMigrations(t.urls.ownerUrl, source)).toHaveLength(1)
    const applied = await Promise.all([run(), run(), run()])
    expect(applied.map((list) => list.length).sort()).toEqual([0, 0, 1])
    expect(await pendingMigrations(t.urls.ownerUrl, source)).toHaveLength(0)

    writeFileSync(join(folder, 'migrations', '0002_b.sql'), 'create table extra.b (id uuid primary key); select 1/0;')
    await expect(run()).rejects.toThrow('0002_b.sql failed')
    const there = await t.asOwner((client) => client.query("select to_regclass('extra.b') as b"))
    expect(there.rows[0].b).toBeNull()

    writeFileSync(join(folder, 'migrations', '0001_a.sql'), 'create table extra.a (id text primary key);')
    await expect(run()).rejects.toThrow('was changed after it had been applied')
  })

  test('a migration does not make others queue: it waits its turn in small tries and comes through', async () => {
    const own = mkdtempSync(join(tmpdir(), 'teranga-migrations-'))
    mkdirSync(join(own, 'migrations'))
    const write = (name: string, text: string) => writeFileSync(join(own, 'migrations', name), text)
    const run = () => migrate(t.urls.ownerUrl, [{ name: 'busy', folder: own }], { app: 'test_app' })
    write('0001_a.sql', 'create table busy.a (id int primary key);')
    await run()
    write('0002_b.sql', 'alter table busy.a add column b int;')
    write('0003_c.concurrent.sql', '-- by b\ncreate index concurrently if not exists a_b on busy.a (b);')
    const migrated = await t.asOwner(async (reader) => {
      await reader.query('begin; select count(*) from busy.a')
      const migrating = run()
      // Longer than one try: another reader gets through meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await t.asOwner((other) => other.query("set statement_timeout = '2s'; select count(*) from busy.a"))
      await reader.query('commit')
      return migrating
    })
    expect(migrated.map(({ name }) => name)).toEqual(['0002_b.sql', '0003_c.concurrent.sql'])
    const index = await t.asOwner((client) => client.query("select to_regclass('busy.a_b') is not null as there"))
    expect(index.rows).toEqual([{ there: true }])
    rmSync(own, { recursive: true })
  })

  test('the vault opens a person’s fields until their key is destroyed', async () => {
    const ctx = t.ctx()
    const person = uuidV7(t.clock)
    const sealed = await t.tx((tx) => ctx.vault.seal(tx, person, 'x.y.z', 'secret'))
    expect(await t.tx((tx) => ctx.vault.open(tx, person, 'x.y.z', sealed))).toBe('secret')
    await t.tx((tx) => ctx.vault.destroy(tx, person))
    expect(await t.tx((tx) => ctx.vault.open(tx, person, 'x.y.z', sealed))).toBeUndefined()
    await expect(t.tx((tx) => ctx.vault.seal(tx, person, 'x.y.z', 'again'))).rejects.toThrow('erased')
    expect(ctx.vault.blindIndex('phone', '+221770000001')).toBe(ctx.vault.blindIndex('phone', '+221770000001'))
    expect(ctx.vault.blindIndex('phone', '+221770000001')).not.toBe(ctx.vault.blindIndex('email', '+221770000001'))
  })

  test('ten first sealings of one person agree on one key', async () => {
    const ctx = t.ctx()
    const person = uuidV7(t.clock)
    const sealed = await Promise.all(
      Array.from({ length: 10 }, (_, i) => t.tx((tx) => ctx.vault.seal(tx, person, 'x.y.z', `v${i}`))),
    )
    for (const [i, bytes] of sealed.entries())
      expect(await t.tx((tx) => ctx.vault.open(tx, person, 'x.y.z', bytes))).toBe(`v${i}`)
  })
})

test('a database that cannot be reached is somebody’s trouble for a while, not a bug', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  for (const error of [
    refused,
    Object.assign(new Error('stopping'), { code: '57P01' }),
    new Error('Connection terminated unexpectedly'),
  ])
    expect(problemOf(error, 'en', 'r')).toMatchObject({ bug: false, document: { status: 503, retry: 'later' } })
  expect(problemOf(Object.assign(new Error('syntax'), { code: '42601' }), 'en', 'r')).toMatchObject({
    bug: true,
    document: { status: 500 },
  })
})

test('a clock tells no more than PostgreSQL keeps', () => {
  const clock = testClock('2026-03-02T10:00:00.123456789Z')
  expect(clock.now().toString()).toBe('2026-03-02T10:00:00.123456Z')
})
