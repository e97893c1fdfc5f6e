/** Where the log of erasures is kept outside the database, and the key that signs certificates. */
import { join } from 'node:path'
import { defineConfig, type ConfigOf } from '../../kernel/setting.ts'
import type { Context } from '../../kernel/context.ts'
import { previousKeysProblem, signersOf, type Signers } from '../../kernel/signing.ts'

export const config = defineConfig({
  erasureLog: {
    env: 'PRIVACY_ERASURE_LOG_DIR',
    kind: 'text',
    default: '',
    meaning:
      'Folder of the log of erasures, one file per product: read by `./teranga privacy reapply` after a restore. Keep it on storage that is not restored along with the database. Default: erasures in the data folder.',
  },
  signingKey: {
    env: 'PRIVACY_SIGNING_KEY',
    kind: 'signing-key',
    generate: true,
    secret: true,
    meaning: 'Signs certificates of erasure (Ed25519). To change it, first add its public key to the previous ones.',
  },
  previousKeys: {
    env: 'PRIVACY_PREVIOUS_KEYS',
    kind: 'text',
    default: '',
    meaning: 'Public keys (SPKI, base64, comma separated) that signed earlier certificates.',
    check: previousKeysProblem,
  },
})

const own = (ctx: Context) => ctx.config.modules['privacy'] as ConfigOf<typeof config>

/** The file of this product's log; undefined in tests that name no folder. */
export function logFileOf(ctx: Context): string | undefined {
  const named = own(ctx).erasureLog
  if (named === '' && ctx.config.mode === 'test') return undefined
  return join(named === '' ? join(ctx.config.dataDir, 'erasures') : named, `${ctx.product.name}.jsonl`)
}

const made = new WeakMap<object, Signers>()

export function signers(ctx: Context): Signers {
  const values = own(ctx)
  let known = made.get(values)
  if (!known) {
    known = signersOf(values.signingKey, values.previousKeys)
    made.set(values, known)
  }
  return known
}
