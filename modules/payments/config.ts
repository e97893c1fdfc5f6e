/** What payments need from the environment: how to reach the provider, and how its webhooks prove where they come from. */
import { defineConfig, type ConfigOf } from '../../kernel/config.ts'
import type { Context } from '../../kernel/context.ts'

export const config = defineConfig({
  waveApiUrl: {
    env: 'WAVE_API_URL',
    kind: 'url',
    development: 'http://127.0.0.1:4900',
    check: (text, mode) =>
      mode === 'production' && !text.startsWith('https://') ? 'an https:// address in production' : undefined,
    meaning: 'Where the Wave API answers, without the /v1; outside production the stand-in.',
  },
  waveApiKey: {
    env: 'WAVE_API_KEY',
    kind: 'text',
    secret: true,
    development: 'wave_sn_test_simulator',
    meaning: 'Key of the business wallet, allowed to use checkout and payout.',
  },
  waveWebhookSecrets: {
    env: 'WAVE_WEBHOOK_SECRET',
    kind: 'text',
    secret: true,
    development: 'wave_sn_WHS_simulator',
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
})

export function configOf(ctx: Context): ConfigOf<typeof config> {
  return ctx.config.modules['payments'] as ConfigOf<typeof config>
}
