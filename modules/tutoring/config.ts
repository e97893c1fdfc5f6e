/** What tutoring needs from the environment: where a model answers, if one does. */
import { defineConfig, type ConfigOf } from '../../kernel/setting.ts'
import type { Context } from '../../kernel/context.ts'

export const config = defineConfig({
  aiUrl: {
    env: 'TUTORING_AI_URL',
    kind: 'url',
    check: (text, mode) =>
      mode === 'production' && !text.startsWith('https://') ? 'an https:// address in production' : undefined,
    meaning:
      'Where an OpenAI-compatible service answers, with its version (`https://…/v1`). Unset: the built-in tutor answers, which needs none.',
  },
  aiKey: {
    env: 'TUTORING_AI_KEY',
    kind: 'text',
    secret: true,
    meaning: 'Key of that service; unset for one that asks for none.',
  },
  aiModel: {
    env: 'TUTORING_AI_MODEL',
    kind: 'text',
    default: 'gpt-4o-mini',
    meaning: 'Name of the model there; its price is looked up under it.',
  },
  aiProvider: {
    env: 'TUTORING_AI_PROVIDER',
    kind: 'text',
    default: 'openai',
    check: (text) => (/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$/.test(text) ? undefined : 'must be a short name'),
    meaning: 'Under which name usage of that service is counted and priced.',
  },
  aiTimeoutMs: {
    env: 'TUTORING_AI_TIMEOUT_MS',
    kind: 'integer',
    min: 100,
    max: 60_000,
    default: 15_000,
    meaning: 'How long the service may be silent, before its first word and between two.',
  },
})

export function configOf(ctx: Context): ConfigOf<typeof config> {
  return ctx.config.modules['tutoring'] as ConfigOf<typeof config>
}
