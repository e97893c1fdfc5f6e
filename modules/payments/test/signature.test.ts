import { expect, test } from 'vitest'
import { verifyBearer, verifySignature } from '../wave/signature.ts'

const SECRET = 'wave_sn_WHS_example_not_a_secret'
const T = 1_760_000_000
const RAW = Buffer.from(
  '{"id":"EV_test0001","type":"checkout.session.completed","data":{"id":"cos-test0001","amount":"1500","currency":"XOF"}}',
)
const GOOD = '4ec44ee5893835c5664bd91f7693f09729369a35af872a0ec3166df542831a60'
const DOTTED = 'fb2a5936801f41c98e3d83b005c92dfd7f35600fa58386b6acb351f9694cb633'
const OTHER = '0'.repeat(64)
const verify = (header: string | undefined, { raw = RAW, secrets = [SECRET], now = T } = {}) =>
  verifySignature(header, raw, secrets, now)

test('the timestamp immediately followed by the body is what is signed', () => {
  expect(verify(`t=${T},v1=${GOOD}`)).toBe(true)
  expect(verify(`t=${T},v1=${DOTTED}`)).toBe(false)
})

test('one good signature among several is enough, in any place', () => {
  expect(verify(`t=${T},v1=${OTHER},v1=${GOOD}`)).toBe(true)
  expect(verify(`t=${T}, v1=${GOOD}, v1=${OTHER}`)).toBe(true)
  expect(verify(`t=${T},v1=${OTHER},v1=${DOTTED}`)).toBe(false)
})

test('while a secret is replaced both are accepted, and no third', () => {
  expect(verify(`t=${T},v1=${GOOD}`, { secrets: ['wave_sn_WHS_the_next_one', SECRET] })).toBe(true)
  expect(verify(`t=${T},v1=${GOOD}`, { secrets: ['wave_sn_WHS_the_next_one'] })).toBe(false)
})

test('five minutes either way, not a second more', () => {
  for (const [now, accepted] of [
    [T + 300, true],
    [T - 300, true],
    [T + 301, false],
    [T - 301, false],
  ] as const)
    expect(verify(`t=${T},v1=${GOOD}`, { now })).toBe(accepted)
})

test('another body, another time, another form: refused', () => {
  expect(verify(`t=${T},v1=${GOOD}`, { raw: Buffer.concat([RAW, Buffer.from(' ')]) })).toBe(false)
  expect(verify(`t=${T + 1},v1=${GOOD}`)).toBe(false)
  for (const header of [
    undefined,
    '',
    `v1=${GOOD}`,
    `t=${T}`,
    `t=,v1=${GOOD}`,
    `t=x,v1=${GOOD}`,
    `t=${T};v1=${GOOD}`,
    GOOD,
  ])
    expect(verify(header)).toBe(false)
})

test('bearer mode compares the whole secret', () => {
  expect(verifyBearer(`Bearer ${SECRET}`, [SECRET])).toBe(true)
  expect(verifyBearer(`Bearer ${SECRET}`, ['wave_sn_WHS_the_next_one', SECRET])).toBe(true)
  for (const header of [undefined, '', SECRET, `Bearer ${SECRET}x`, `Bearer `, `Basic ${SECRET}`])
    expect(verifyBearer(header, [SECRET])).toBe(false)
})
