// After everybody did something: what can be read in the database by somebody who only has the database.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lastCode } from '../../identity/test/make.ts'
import { house, newKey, newPhone, wirePot, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

/**
 * The address a donor comes back to holds the gift's secret; it must be there to ask the provider for a page again, and the
 * provider and the donor's browser know it anyway. It shows one gift and moves no money but that gift's own.
 */
const KNOWN = /"(success_url|error_url)":"[^"]*"/g

async function everything(): Promise<Map<string, string>> {
  return h.t.asOwner(async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')`,
    )
    const texts = new Map<string, string>()
    for (const { name } of tables.rows) {
      const rows = await client.query<{ text: string }>(`select to_jsonb(r)::text as text from ${name} r`)
      texts.set(name, rows.rows.map(({ text }) => text.replaceAll(': ', ':').replaceAll(KNOWN, '')).join('\n'))
    }
    return texts
  })
}

it('no number, code, token or secret stands readable in any table, nor in any job that waits', async () => {
  const phone = newPhone()
  const sent = await h.t.call('POST', '/otp', { key: newKey(), body: { phone } })
  const jobs: string[] = []
  const waiting = async () =>
    jobs.push(JSON.stringify((await h.t.asApp((client) => client.query('select payload from job_queue.job'))).rows))
  await waiting()
  await h.t.drain()
  const code = await lastCode(h.t, phone)
  const signedIn = await h.t.call('POST', `/otp/${sent.json.challenge_id}/verification`, { body: { code } })
  const { token } = signedIn.json

  const { owner, pot } = await h.openPot(10_000n)
  const donor = newPhone()
  const given = await h.start(pot, 10_000, {
    donor_phone: donor,
    donor_name: 'Ndeye Coumba Secrète',
    is_anonymous: true,
  })
  await waiting()
  h.pay(given)
  await h.settle()
  const bought = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, {
    token: owner.token,
    key: newKey(),
    body: {},
  })
  await waiting()
  const voucher = await h.t.call('GET', `/vouchers/${bought.json.voucher_id}`, { token: owner.token })
  expect(jobs.some((job) => job.includes('payload'))).toBe(true)

  const secrets = {
    phone,
    donor,
    owner: owner.phone,
    token,
    secret: given.secret,
    name: 'Ndeye Coumba Secrète',
    qr: voucher.json.token,
    typed: voucher.json.code,
    plainly: String(voucher.json.code).replaceAll('-', ''),
    unsalted: createHash('sha256').update(code).digest('hex'),
  }
  const found: string[] = []
  for (const [what, value] of Object.entries(secrets)) {
    expect(value, what).toBeTruthy()
    for (const form of [value, value.replace(/^\+/, '')]) {
      for (const [table, text] of await everything()) if (text.includes(form)) found.push(`${what} in ${table}`)
      if (jobs.some((job) => job.includes(form))) found.push(`${what} in a job`)
    }
  }
  expect([...new Set(found)]).toEqual([])
  expect((await everything()).get('audit.record')).toContain('pots.gift_received')
})
