/** Waiting after wrong tries: every try is counted, and committed, before it is judged; per account and per address. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse, type RefusalKind } from '../../kernel/errors.ts'
import { addressKey, SIGN_IN, signInDelays } from './rules.ts'
import * as store from './store.ts'

/** The keys that a try counts on: the account it names, and the address it comes from. */
export interface Try {
  readonly account: string
  readonly address: string
}

/** `account` is the blind index of what was typed, whether or not somebody signs in by it. */
export function tryOf(ctx: Context, account: string): Try {
  return {
    account: keyOf(ctx, 'account', account),
    address: keyOf(ctx, 'address', addressKey(ctx.origin?.ip ?? '')),
  }
}

/** Counts the try. Refuses `blocked`, with the seconds to wait, while the account or the address must wait. */
export async function spendTry(ctx: Context, tx: Tx, made: Try, blocked: RefusalKind): Promise<void> {
  await claimAttempt(ctx, tx, made.account, SIGN_IN.freePerAccount, blocked)
  await claimAttempt(ctx, tx, made.address, SIGN_IN.freePerAddress, blocked)
}

/** The try was right: the account starts anew, the address gets this one back. */
export async function forgiveTry(ctx: Context, tx: Tx, made: Try): Promise<void> {
  await store.clearThrottle.run(tx, made.account)
  await store.giveBackAttempt.run(tx, made.address, ctx.clock.now())
}

/** The account has a new secret: nobody need wait for it. */
export async function forgetTries(ctx: Context, tx: Tx, account: string): Promise<void> {
  await store.clearThrottle.run(tx, keyOf(ctx, 'account', account))
}

function keyOf(ctx: Context, what: string, value: string): string {
  return `${what} ${ctx.vault.blindIndex(`sign-in ${what}`, value)}`
}

async function claimAttempt(ctx: Context, tx: Tx, key: string, free: number, blocked: RefusalKind): Promise<void> {
  const now = ctx.clock.now()
  const waits = signInDelays(free).map((seconds) => now.add({ seconds }))
  const claimed = await store.claimSignIn.first(tx, key, now, waits, now.subtract(SIGN_IN.forgottenAfter))
  if (claimed) return
  const until = (await store.findThrottle.first(tx, key))?.blocked_until ?? now
  const seconds = Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000))
  refuse(blocked, { seconds })
}
