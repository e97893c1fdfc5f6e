/**
 * What payments need from the environment: how to reach the provider, and how its webhooks prove where they come from. A product
 * needs only what its own provider asks for.
 */
import { defineConfig, type ConfigOf } from '../../kernel/setting.ts'
import type { Context } from '../../kernel/context.ts'

const usedWith = (name: string) => (policy: unknown) => (policy as { provider?: unknown }).provider === name
const ofWave = { neededBy: usedWith('wave') }
const ofPaymob = { neededBy: usedWith('paymob') }
const https = (text: string, mode: string) =>
  mode === 'production' && !text.startsWith('https://') ? 'an https:// address in production' : undefined

export const config = defineConfig({
  waveApiUrl: {
    env: 'WAVE_API_URL',
    kind: 'url',
    development: 'http://127.0.0.1:4900',
    ...ofWave,
    check: https,
    meaning: 'Where the Wave API answers, without the /v1; outside production the stand-in.',
  },
  waveApiKey: {
    env: 'WAVE_API_KEY',
    kind: 'text',
    secret: true,
    development: 'wave_sn_test_simulator',
    ...ofWave,
    meaning: 'Key of the business wallet, allowed to use checkout and payout.',
  },
  waveWebhookSecrets: {
    env: 'WAVE_WEBHOOK_SECRET',
    kind: 'text',
    secret: true,
    development: 'wave_sn_WHS_simulator',
    ...ofWave,
    check: (text) =>
      text.split(',').every((part) => part.trim().length >= 16) ? undefined : 'secrets of 16 characters or more',
    meaning: 'Secret of the webhook registered at Wave; several, parted by commas, while one replaces the other.',
  },
  waveWebhookMode: {
    env: 'WAVE_WEBHOOK_MODE',
    kind: 'text',
    choices: ['signature', 'bearer'],
    default: 'signature',
    meaning: 'The security strategy chosen when the webhook was registered: Wave-Signature, or the secret as a bearer.',
  },
  waveTimeoutMs: {
    env: 'WAVE_TIMEOUT_MS',
    kind: 'integer',
    min: 100,
    max: 60_000,
    default: 10_000,
    meaning: 'How long a call to Wave may take before its outcome counts as unknown.',
  },
  paymobApiUrl: {
    env: 'PAYMOB_API_URL',
    kind: 'url',
    development: 'http://127.0.0.1:4901',
    ...ofPaymob,
    check: https,
    meaning: 'Where Paymob answers (Egypt: https://accept.paymob.com); outside production the stand-in.',
  },
  paymobSecretKey: {
    env: 'PAYMOB_SECRET_KEY',
    kind: 'text',
    secret: true,
    development: 'egy_sk_test_simulator',
    ...ofPaymob,
    check: (text) => (/_sk_(test|live)_/.test(text) ? undefined : 'a secret key, such as egy_sk_live_…'),
    meaning: 'Secret key of the Paymob account: creates payments, gives money back.',
  },
  paymobPublicKey: {
    env: 'PAYMOB_PUBLIC_KEY',
    kind: 'text',
    development: 'egy_pk_test_simulator',
    ...ofPaymob,
    check: (text) => (/_pk_(test|live)_/.test(text) ? undefined : 'a public key, such as egy_pk_live_…'),
    meaning:
      'Public key of the Paymob account, of the same kind (test or live) as the secret key; it is in the address of the payment page.',
  },
  paymobApiKey: {
    env: 'PAYMOB_API_KEY',
    kind: 'text',
    secret: true,
    development: 'paymob_api_key_simulator',
    ...ofPaymob,
    meaning: 'API key of the Paymob account: asks what became of a payment.',
  },
  paymobHmacSecrets: {
    env: 'PAYMOB_HMAC_SECRET',
    kind: 'text',
    secret: true,
    development: 'paymob_hmac_simulator',
    ...ofPaymob,
    check: (text) =>
      text.split(',').every((part) => part.trim().length >= 16) ? undefined : 'secrets of 16 characters or more',
    meaning: 'HMAC secret of the Paymob account; several, parted by commas, while one replaces the other.',
  },
  paymobIntegrations: {
    env: 'PAYMOB_INTEGRATIONS',
    kind: 'text',
    development: '1001,1003',
    ...ofPaymob,
    check: (text) => (/^\d+(\s*,\s*\d+)*$/.test(text) ? undefined : 'numbers parted by commas'),
    meaning:
      'Integration ids that the payment page offers (cards with 3-D Secure, wallets, …), parted by commas; of the same kind as the keys.',
  },
  paymobCardIntegrations: {
    env: 'PAYMOB_CARD_INTEGRATIONS',
    kind: 'text',
    development: '1001',
    ...ofPaymob,
    check: (text) => (/^\d+(\s*,\s*\d+)*$/.test(text) ? undefined : 'numbers parted by commas'),
    meaning: 'Those of them that take cards: what is offered where a payment proves that somebody holds a card.',
  },
  paymobMotoIntegration: {
    env: 'PAYMOB_MOTO_INTEGRATION',
    kind: 'integer',
    min: 1,
    development: 1002,
    ...ofPaymob,
    meaning: 'Integration id (MOTO) on which saved cards are charged without a page.',
  },
  paymobTimeoutMs: {
    env: 'PAYMOB_TIMEOUT_MS',
    kind: 'integer',
    min: 100,
    max: 60_000,
    default: 15_000,
    meaning: 'How long a call to Paymob may take before its outcome counts as unknown.',
  },
})

export function configOf(ctx: Context): ConfigOf<typeof config> {
  return ctx.config.modules['payments'] as ConfigOf<typeof config>
}
