/** What the ledger answers staff: a transfer with its legs, an account; and when value moved. */
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { isUuid, refTo } from '../../kernel/ids.ts'
import { factsOf, uuidsOf, type Search, type Thing, type Trace } from '../../kernel/inquiry.ts'
import { accountIds, transferIds } from './accounts.ts'
import * as store from './store/inquiry.ts'

const TRANSFERS_MAX = 120
const ACCOUNTS_MAX = 500

/** What the transfer moved: the sum of what came in somewhere. */
function movedBy({ leg_amounts_minor }: store.TransferThing): bigint {
  return leg_amounts_minor.reduce((sum, amount) => (amount > 0n ? sum + amount : sum), 0n)
}

function thingOf(transfer: store.TransferThing): Thing {
  return {
    kind: 'transfer',
    id: transferIds.wire(transfer.id),
    title: transfer.kind,
    state: null,
    at: transfer.recorded_at,
    amount_minor: movedBy(transfer),
    currency: transfer.leg_assets[0]!,
    facts: factsOf({ reason: transfer.reason }),
  }
}

export const search: Search = {
  permission: 'ledger.view',
  async find(_ctx, tx, { id }, limit) {
    if (!id || !['', 'trf', 'acc'].includes(id.prefix)) return []
    const transfers = id.prefix === 'acc' ? [] : await store.findTransfers.all(tx, [id.uuid], limit)
    const accounts = id.prefix === 'trf' ? [] : await store.findAccounts.all(tx, [id.uuid], limit)
    return [
      ...transfers.map(thingOf),
      ...accounts.map((it) => ({
        kind: 'account',
        id: accountIds.wire(it.id),
        title: it.kind,
        state: null,
        at: null,
        currency: it.asset,
      })),
    ]
  },
}

export const trace: Trace = {
  permission: 'ledger.view',
  prefixes: ['trf'],
  async trace(_ctx, tx, refs, root) {
    const transfers = await store.findTransfers.all(tx, uuidsOf(refs, 'trf'), TRANSFERS_MAX)
    return {
      things: transfers.map(thingOf),
      steps: transfers.map((it) => ({
        at: it.recorded_at,
        kind: 'transfer',
        ref: transferIds.wire(it.id),
        code: it.kind,
        facts: factsOf({ amount_minor: movedBy(it), currency: it.leg_assets[0], reason: it.reason }),
      })),
      refs: transfers.flatMap((it) => [
        ...(it.reverses_id ? [transferIds.wire(it.reverses_id)] : []),
        ...(root ? namedIn(it.metadata) : []),
      ]),
    }
  },
}

/** The ids a transfer carries of what it was posted for. */
function namedIn(metadata: Record<string, unknown> | null): string[] {
  return Object.values(metadata ?? {}).flatMap((value) =>
    typeof value === 'string' && isUuid(value) ? [refTo(value)] : [],
  )
}

export interface TransferDetail {
  readonly transfer: store.TransferThing
  readonly moved_minor: bigint
  readonly legs: {
    account_id: string
    owner_id: string
    kind: string
    ref: string | null
    asset: string
    amount_minor: bigint
  }[]
}

/** One transfer with the accounts of its legs, whoever owns it. Refuses `kernel.not_found`. */
export async function describeTransfer(tx: Tx, id: string): Promise<TransferDetail> {
  const transfer = (await store.findTransfers.first(tx, [id], 1)) ?? refuse(kernelErrors.not_found)
  const found = await store.findAccounts.all(tx, transfer.leg_account_ids, ACCOUNTS_MAX)
  const accounts = new Map(found.map((it) => [it.id, it]))
  const legs = transfer.leg_account_ids.map((account_id, at) => ({
    account_id: accountIds.wire(account_id),
    owner_id: transfer.leg_owner_ids[at]!,
    kind: accounts.get(account_id)?.kind ?? '',
    ref: accounts.get(account_id)?.ref || null,
    asset: transfer.leg_assets[at]!,
    amount_minor: transfer.leg_amounts_minor[at]!,
  }))
  return { transfer, moved_minor: movedBy(transfer), legs }
}
