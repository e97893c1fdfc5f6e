/** Reading the ledger, for staff: accounts and their statements, the trial balance, the proof; and freezing an account. */
import { Type } from 'typebox'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Body, Empty, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { idType, isUuid } from '../../kernel/ids.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { record } from '../audit/api.ts'
import { accountIds, freezeAccount, transferIds, unfreezeAccount } from './accounts.ts'
import { describeTransfer } from './inquiry.ts'
import { proof } from './jobs.ts'
import { latestProof, listProofs } from './proof.ts'
import {
  balanceOf,
  balancesByKind,
  findAccount,
  listAccounts,
  listAllAccounts,
  statementKey,
  statementOf,
  trialBalance,
  type AccountRow,
} from './reading.ts'

const Account = Type.Object({
  id: WireId('acc'),
  owner_id: Type.String({ format: 'uuid' }),
  kind: Type.String(),
  ref: Nullable(Type.String()),
  asset: Type.String(),
  mode: Type.Union([Type.Literal('guarded'), Type.Literal('deferred')]),
  posted_minor: AmountMinor,
  held_minor: AmountMinor,
  available_minor: AmountMinor,
  floor_minor: Nullable(AmountMinor),
  opened_at: Instant,
  frozen_at: Nullable(Instant),
  frozen_reason: Nullable(Type.String()),
})

const Entry = Type.Object({
  transfer_id: WireId('trf'),
  transfer_owner_id: Type.String({ format: 'uuid' }),
  kind: Type.String(),
  amount_minor: AmountMinor,
  balance_after_minor: AmountMinor,
  effective_at: Instant,
  recorded_at: Instant,
})

const Transfer = Type.Object({
  id: WireId('trf'),
  kind: Type.String(),
  moved_minor: AmountMinor,
  reverses_id: Nullable(WireId('trf')),
  reason: Nullable(Type.String()),
  metadata: Type.Unknown({ description: 'What it was posted for, as its module wrote it' }),
  effective_at: Instant,
  recorded_at: Instant,
  request_id: Type.String(),
  actor: Type.String(),
  legs: Type.Array(
    Type.Object({
      account_id: WireId('acc'),
      owner_id: Type.String({ format: 'uuid' }),
      kind: Type.String(),
      ref: Nullable(Type.String()),
      asset: Type.String(),
      amount_minor: AmountMinor,
    }),
  ),
})

const TrialBalance = Type.Object({
  at: Instant,
  balanced: Type.Boolean(),
  lines: Type.Array(
    Type.Object({
      kind: Type.String(),
      asset: Type.String(),
      accounts: Type.String(),
      balance_minor: AmountMinor,
    }),
  ),
})

const Proof = Type.Object({
  id: Type.String({ format: 'uuid' }),
  scope: Type.Union([Type.Literal('incremental'), Type.Literal('full')]),
  passed: Type.Boolean(),
  started_at: Instant,
  finished_at: Instant,
  cut_off: Instant,
  counts: Type.Record(Type.String(), Type.Number()),
  discrepancies: Type.Array(
    Type.Object({
      check: Type.String(),
      owner_id: Nullable(Type.String()),
      id: Type.String(),
      detail: Type.String(),
    }),
  ),
})

const view = { permission: 'ledger.view' } as const
const accountPath = Type.Object({ id: WireId('acc') })

export const routes = [
  route({
    method: 'GET',
    path: '/ledger/accounts',
    summary: 'Accounts with their balances: of one owner, of one kind, or all',
    access: view,
    rows: 'all',
    query: Type.Object({
      ...pageQuery,
      owner: Type.Optional(
        Type.String({ maxLength: 60, description: 'UUID, or the id of a person or partner as shown' }),
      ),
      kind: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    response: { 200: Page(Account) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const { owner, kind } = query
      const rows =
        owner === undefined ? await listAllAccounts(tx, kind, page) : await listAccounts(tx, uuidOf(owner), kind, page)
      const shown = pageOf(rows, page, (row) => [row.id], (row) => row) // prettier-ignore
      const items = []
      for (const row of shown.items) items.push(await accountJson(tx, row))
      return { ...shown, items }
    },
  }),
  route({
    method: 'GET',
    path: '/ledger/accounts/{id}',
    summary: 'One account with its balance',
    access: view,
    rows: 'all',
    params: accountPath,
    response: { 200: Account },
    handle: async ({ tx, params }) => accountJson(tx, await getAccount(tx, params.id)),
  }),
  route({
    method: 'GET',
    path: '/ledger/accounts/{id}/statement',
    summary: 'The entries of one account, newest first, each with the balance after it',
    description: 'By the time of recording; `from` is included, `to` is not.',
    access: view,
    rows: 'all',
    params: accountPath,
    query: Type.Object({ ...pageQuery, from: Type.Optional(Instant), to: Type.Optional(Instant) }),
    response: { 200: Page(Entry) },
    async handle({ tx, params, query }) {
      const account = await getAccount(tx, params.id)
      const page = pageRequest(query)
      const instant = (value: string | undefined) => (value === undefined ? undefined : Temporal.Instant.from(value))
      const range = { from: instant(query.from), to: instant(query.to) }
      const rows = await statementOf(tx, refOf(account), range, page)
      return pageOf(rows, page, statementKey, ({ balance_minor, ...row }) => ({
        ...row,
        balance_after_minor: balance_minor,
        transfer_id: transferIds.wire(row.transfer_id),
      }))
    },
  }),
  route({
    method: 'POST',
    path: '/ledger/accounts/{id}/freeze',
    summary: 'Stop an account until it has been looked at',
    description: 'Postings and holds on it are refused with `ledger.account_frozen`. Repeating keeps the first reason.',
    access: { permission: 'operations.manage' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: accountPath,
    body: Body({ reason: Type.String({ minLength: 3, maxLength: 500 }) }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      const { owner_id, id } = await getAccount(tx, params.id)
      await freezeAccount(ctx, tx, owner_id, id, body.reason)
      await record(ctx, tx, { action: 'ledger.account_frozen', subject: { type: 'account', id }, reason: body.reason })
    },
  }),
  route({
    method: 'DELETE',
    path: '/ledger/accounts/{id}/freeze',
    summary: 'Let a frozen account move again',
    access: { permission: 'operations.manage' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: accountPath,
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      const { owner_id, id, frozen_reason } = await getAccount(tx, params.id)
      await unfreezeAccount(tx, owner_id, id)
      const before = { frozen_reason }
      await record(ctx, tx, { action: 'ledger.account_unfrozen', subject: { type: 'account', id }, before })
    },
  }),
  route({
    method: 'GET',
    path: '/ledger/transfers/{id}',
    summary: 'One transfer with its legs',
    access: view,
    rows: 'all',
    params: Type.Object({ id: WireId('trf') }),
    response: { 200: Transfer },
    async handle({ tx, params }) {
      const { transfer, moved_minor, legs } = await describeTransfer(tx, transferIds.parse(params.id))
      const { kind, reason, metadata, effective_at, recorded_at, request_id, actor, reverses_id } = transfer
      return {
        id: params.id,
        kind,
        moved_minor,
        reverses_id: reverses_id && transferIds.wire(reverses_id),
        reason,
        metadata,
        effective_at,
        recorded_at,
        request_id,
        actor,
        legs,
      }
    },
  }),
  route({
    method: 'GET',
    path: '/ledger/trial-balance',
    summary: 'What every kind of account held at an instant; each asset sums to zero',
    access: view,
    rows: 'all',
    query: Type.Object({ at: Type.Optional(Instant) }),
    response: { 200: TrialBalance },
    handle: ({ ctx, tx, query }) =>
      trialBalance(tx, query.at === undefined ? ctx.clock.now() : Temporal.Instant.from(query.at)),
  }),
  route({
    method: 'GET',
    path: '/insights/money',
    summary: 'Where all value is now, by kind of account',
    description: 'Kinds that hold nothing are left out; what the platform owes and holds sums to zero for each asset.',
    access: view,
    rows: 'all',
    response: { 200: Type.Object({ lines: TrialBalance.properties.lines }) },
    handle: async ({ tx }) => ({ lines: await balancesByKind(tx) }),
  }),
  route({
    method: 'GET',
    path: '/ledger/proofs',
    summary: 'Proofs so far, newest first; those that passed are kept for ninety days',
    access: view,
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(Proof) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      return pageOf(
        await listProofs(tx, page),
        page,
        (row) => [row.recorded_at, row.id],
        (row) => row,
      )
    },
  }),
  route({
    method: 'GET',
    path: '/ledger/proof',
    summary: 'The latest proof of the ledger; null before the first',
    access: view,
    rows: 'all',
    response: { 200: Nullable(Proof) },
    handle: async ({ tx }) => (await latestProof(tx)) ?? null,
  }),
  route({
    method: 'POST',
    path: '/ledger/proof',
    summary: 'Prove the whole ledger now',
    description: 'Starts a full proof in the background; its result appears at `GET /ledger/proof`. Safe to repeat.',
    access: view,
    rows: 'all',
    audited: true,
    response: { 202: Empty },
    async handle({ ctx, tx }) {
      await enqueue(ctx, tx, proof, { full: true }, { key: 'ledger.prove.now' })
      await record(ctx, tx, { action: 'ledger.proof_requested', subject: { type: 'ledger', id: PROOF_SUBJECT } })
    },
  }),
]

const PROOF_SUBJECT = '00000000-0000-8000-8000-000000000002'

async function getAccount(tx: Tx, wire: string): Promise<AccountRow> {
  return (await findAccount(tx, accountIds.parse(wire))) ?? refuse(kernelErrors.not_found)
}

async function accountJson(tx: Tx, row: AccountRow): Promise<Record<string, unknown>> {
  const { posted_minor, held_minor } = row
  // The balance of a guarded account came with its row; deferred ones are few and are asked for one by one.
  const balance =
    posted_minor === null || held_minor === null
      ? await balanceOf(tx, refOf(row))
      : { posted_minor, held_minor, available_minor: posted_minor - held_minor }
  return { ...row, ...balance, id: accountIds.wire(row.id), ref: row.ref === '' ? null : row.ref }
}

const refOf = ({ owner_id, kind, ref, asset, mode }: AccountRow) => ({ owner: owner_id, kind, ref, asset, mode })

/** A UUID, or any prefixed id: owners are people, partners and the platform. */
function uuidOf(value: string): string {
  if (isUuid(value)) return value
  const prefix = /^([a-z]{3})_/.exec(value)?.[1]
  return prefix === undefined ? refuse(kernelErrors.not_found) : idType(prefix).parse(value)
}
