/** Gives a person credit out of nowhere, which in the world comes from an earlier pot. */
import { uuidV7 } from '../../../kernel/ids.ts'
import { PLATFORM, post } from '../../ledger/api.ts'
import { creditAccount } from '../accounts.ts'
import type { House } from './make.ts'

export async function giveCredit(h: House, userId: string, amount_minor: bigint): Promise<void> {
  await h.t.tx((tx) =>
    post(h.t.ctx(), tx, {
      id: uuidV7(h.t.clock),
      owner: userId,
      kind: 'test.granted',
      legs: [
        {
          account: { owner: PLATFORM, kind: 'test_grants', asset: 'XOF', mode: 'deferred' },
          amount_minor: -amount_minor,
        },
        { account: creditAccount({ owner_id: userId, currency: 'XOF' }), amount_minor },
      ],
    }),
  )
}
