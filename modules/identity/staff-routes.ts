/** What staff see of accounts, and do to them. */
import { Type } from 'typebox'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Empty, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { listMembers } from '../access/api.ts'
import { record } from '../audit/api.ts'
import { mask } from '../messaging/api.ts'
import {
  contactOf,
  emailContact,
  findUserByContact,
  getAccount,
  phoneContact,
  reinstateUser,
  standingsOf,
  suspendUser,
} from './accounts.ts'
import { factorState, resetSecondFactor } from './factors.ts'
import { userId, type UserId } from './ids.ts'
import { policyOf } from './policy.ts'
import { endSessionsOf } from './sessions.ts'

const Account = Type.Object({
  id: WireId('usr'),
  status: Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('erased')]),
  phone: Nullable(Type.String({ description: 'Masked' })),
  phone_verified: Type.Boolean(),
  email: Nullable(Type.String({ description: 'Masked' })),
  email_verified: Type.Boolean(),
  locale: Type.String(),
  created_at: Instant,
  last_sign_in_at: Nullable(Instant),
  second_factor_since: Nullable(Instant),
  suspended_at: Nullable(Instant),
  suspended_reason: Nullable(Type.String()),
})

const StaffAccount = Type.Object({
  user_id: WireId('usr'),
  status: Account.properties.status,
  phone: Nullable(Type.String({ description: 'Masked' })),
  last_sign_in_at: Nullable(Instant),
  second_factor_since: Nullable(Instant),
  second_factor_required: Type.Boolean({ description: 'A role of theirs opens nothing without one' }),
})
const Reason = Type.String({ minLength: 3, maxLength: 500, description: 'Why; kept in the audit trail' })
const UserParams = Type.Object({ id: WireId('usr') })

/** What staff see of an account; seeing it is on record. */
async function viewAccount(ctx: Context, tx: Tx, id: UserId) {
  const account = await getAccount(tx, id)
  const contact = await contactOf(ctx, tx, id)
  const { since } = await factorState(tx, id)
  await record(ctx, tx, { action: 'identity.user_viewed', subject: { type: 'user', id } })
  return {
    id: userId.wire(id),
    status: account.status,
    phone: contact.phone === undefined ? null : mask(contact.phone),
    phone_verified: contact.phoneVerified,
    email: contact.email === undefined ? null : mask(contact.email),
    email_verified: contact.emailVerified,
    locale: account.locale,
    created_at: account.created_at,
    last_sign_in_at: account.last_sign_in_at,
    second_factor_since: since,
    suspended_at: account.suspended_at,
    suspended_reason: account.suspended_reason,
  }
}

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/users',
    summary: 'Find an account by its whole number or address',
    description: 'For staff. Contacts are shown masked; each search is on record. Empty when there is none.',
    access: { permission: 'identity.view' },
    rows: 'all',
    audited: true,
    query: Type.Object({
      phone: Type.Optional(Type.String({ maxLength: 30 })),
      email: Type.Optional(Type.String({ maxLength: 254 })),
    }),
    response: { 200: Type.Object({ items: Type.Array(Account) }) },
    async handle({ ctx, tx, query }) {
      const { phone, email } = query
      if ((phone === undefined) === (email === undefined))
        refuse(kernelErrors.invalid_input, {}, { phone: kernelErrors.required })
      const id = await findUserByContact(ctx, tx, phone === undefined ? { email: email! } : { phone })
      if (id !== undefined) return { items: [await viewAccount(ctx, tx, id)] }
      // What was looked for in vain is on record too, as an index: whoever tries numbers is seen.
      const contact = phone === undefined ? emailContact(ctx, email!) : phoneContact(ctx, phone)
      await record(ctx, tx, {
        action: 'identity.user_searched',
        subject: { type: 'contact', id: uuidFrom('identity.contact', contact.index) },
        after: { by: contact.kind, found: 0 },
      })
      return { items: [] }
    },
  }),
  route({
    method: 'GET',
    path: '/users/{id}',
    summary: 'One account',
    description: 'For staff. Contacts are shown masked; each view is on record.',
    access: { permission: 'identity.view' },
    rows: 'all',
    audited: true,
    params: UserParams,
    response: { 200: Account },
    handle: async ({ ctx, tx, params }) => viewAccount(ctx, tx, userId.parse(params.id)),
  }),
  route({
    method: 'GET',
    path: '/staff-accounts',
    summary: 'How the accounts of people who hold a role stand',
    description:
      'For the list of the team: last sign-in, second factor. In the order of GET /memberships, one a person.',
    access: { permission: 'access.manage' },
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(StaffAccount) },
    async handle({ ctx, tx, query }) {
      const page = await listMembers(tx, {}, pageRequest(query))
      const { requiredFor } = policyOf(ctx).secondFactor
      const accounts = await standingsOf(
        ctx,
        tx,
        page.items.map((row) => row.user_id),
      )
      return {
        ...page,
        items: accounts.map((account) => ({
          user_id: userId.wire(account.userId),
          status: account.status,
          phone: account.phone === undefined ? null : mask(account.phone),
          last_sign_in_at: account.lastSignInAt,
          second_factor_since: account.secondFactorSince,
          second_factor_required: page.items.some(
            (row) => row.user_id === account.userId && requiredFor.includes(row.role),
          ),
        })),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/users/{id}/suspension',
    summary: 'Suspend an account',
    description:
      'The person can neither sign in nor act; what belongs to them stays theirs. Ends every session. Safe to repeat. ' +
      'Refuses `identity.own_account`, `identity.not_suspendable`.',
    access: { permission: 'identity.suspend' },
    rows: 'all',
    audited: true,
    params: UserParams,
    body: Body({ reason: Reason }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      await suspendUser(ctx, tx, userId.parse(params.id), body.reason)
    },
  }),
  route({
    method: 'POST',
    path: '/users/{id}/reinstatement',
    summary: 'Lift a suspension',
    description:
      'The person signs in anew. Safe to repeat. Refuses `identity.own_account`, `identity.not_suspendable`.',
    access: { permission: 'identity.suspend' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: UserParams,
    body: Body({ reason: Reason }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      await reinstateUser(ctx, tx, userId.parse(params.id), body.reason)
    },
  }),
  route({
    method: 'POST',
    path: '/users/{id}/sessions/revocation',
    summary: 'Sign a person out everywhere',
    description: 'For a lost phone, say. Safe to repeat.',
    access: { permission: 'identity.suspend' },
    rows: 'all',
    audited: true,
    params: UserParams,
    body: Body({ reason: Reason }),
    response: { 200: Type.Object({ ended: Type.Integer({ description: 'How many sessions ended' }) }) },
    handle: async ({ ctx, tx, params, body }) => ({
      ended: await endSessionsOf(ctx, tx, userId.parse(params.id), body.reason),
    }),
  }),
  route({
    method: 'POST',
    path: '/users/{id}/second-factor/reset',
    summary: 'Remove a person’s second factor who lost it',
    description:
      'Ends their sessions; the person is told and sets up a new one. Refuses `identity.own_second_factor`, ' +
      '`identity.no_second_factor`.',
    access: { permission: 'access.manage' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: UserParams,
    body: Body({ reason: Reason }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      await resetSecondFactor(ctx, tx, userId.parse(params.id), body.reason)
    },
  }),
]
