/** The key that signs consent records and receipts. */
import { defineConfig, type ConfigOf } from '../../kernel/setting.ts'
import type { Context } from '../../kernel/context.ts'
import { previousKeysProblem, signersOf, type Signers } from '../../kernel/signing.ts'

export const config = defineConfig({
  signingKey: {
    env: 'CONSENT_SIGNING_KEY',
    kind: 'signing-key',
    generate: true,
    secret: true,
    meaning:
      'Signs records and receipts of consent (Ed25519). To change it, first add its public key to the previous ones.',
  },
  previousKeys: {
    env: 'CONSENT_PREVIOUS_KEYS',
    kind: 'text',
    default: '',
    meaning:
      'Public keys (SPKI, base64, comma separated) that signed earlier records: openssl pkey -in old.pem -pubout -outform DER | base64.',
    check: previousKeysProblem,
  },
})

const made = new WeakMap<object, Signers>()

export function signers(ctx: Context): Signers {
  const own = ctx.config.modules['consent'] as ConfigOf<typeof config>
  let known = made.get(own)
  if (!known) {
    known = signersOf(own.signingKey, own.previousKeys)
    made.set(own, known)
  }
  return known
}
