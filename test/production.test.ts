/** Wolo as it runs in production: nothing made for development answers, and cookies and headers are strict. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_START, testProduct, type TestProduct } from '../kernel/testing/product.ts'
import { wolo } from '../products/wolo/product.ts'

const secret = () => randomBytes(32).toString('base64url')
const signingKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url')
let t: TestProduct

beforeAll(async () => {
  t = await testProduct(wolo, {
    publicUrl: 'https://wolo.example.sn',
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nowhere',
      TERANGA_SESSION_PEPPER: secret(),
      TERANGA_MASTER_KEY: secret(),
      TERANGA_ROLE_KEY: secret(),
      MAIL_FROM: 'Wolo <bonjour@example.sn>',
      TERANGA_SUPPORT_CONTACT: '+221771234567',
      SMS_GATEWAY_URL: 'twilio://account:token@api.twilio.com?from=Wolo',
      SMTP_URL: 'smtps://user:password@mail.example.sn',
      WAVE_API_URL: 'https://api.wave.com',
      WAVE_API_KEY: secret(),
      WAVE_WEBHOOK_SECRET: secret(),
      REDEMPTION_SIGNING_KEY: signingKey(),
    },
  })
})
afterAll(() => t.close())

test.each([
  ['GET', '/dev/authenticator'],
  ['GET', '/dev/outbox'],
  ['GET', '/dev/clock'],
  ['PUT', '/dev/clock'],
])('%s /api%s is not there', async (method, path) => {
  const answer = await t.call(method, path, method === 'PUT' ? { body: { by: 'P30D' } } : {})
  expect(answer.status).toBe(404)
})

test('the clock did not move', () => {
  expect(t.config.mode).toBe('production')
  expect(t.clock.now().toString()).toBe(TEST_START)
})

test('answers ask for https from then on', async () => {
  const { headers } = await t.call('GET', '/packs')
  expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
})
