/** The keyring of the running process, made once from its configuration. */
import type { ConfigOf } from '../../kernel/setting.ts'
import type { Context } from '../../kernel/context.ts'
import { listOf, type config } from './config.ts'
import { keyringOf, type Keyring } from './tokens.ts'

const rings = new WeakMap<object, Keyring>()

export function keyring(ctx: Context): Keyring {
  const own = ctx.config.modules['redemption'] as ConfigOf<typeof config>
  let ring = rings.get(own)
  if (!ring) {
    ring = keyringOf(own.signingKey, listOf(own.previousKeys))
    rings.set(own, ring)
  }
  return ring
}
