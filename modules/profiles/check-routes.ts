/** Identity checks on the wire: submitting a document, and the staff's review. */
import { Type } from 'typebox'
import { pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { decideIdentity, listSubmitted, reviewIdentity, submitDocument } from './checks.ts'
import { dateOf, me, profileBody, ProfileSchema } from './wire.ts'

const DocumentKind = Type.Union([
  Type.Literal('passport'),
  Type.Literal('national_id'),
  Type.Literal('birth_certificate'),
])
const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, the document’s' })
const UserParams = Type.Object({ id: WireId('usr') })

export const checkRoutes = [
  route({
    method: 'POST',
    path: '/me/identity-check',
    summary: 'Submit an identity document for review',
    description:
      'In place of an earlier one. Refuses `profiles.document_invalid`, and `profiles.check_not_now` once the check is passed.',
    access: 'user',
    body: Body({ kind: DocumentKind, country: Country, number: Type.String({ minLength: 5, maxLength: 40 }) }),
    response: { 200: ProfileSchema },
    handle: async ({ ctx, tx, body }) => profileBody(await submitDocument(ctx, tx, me(ctx), body)),
  }),
  route({
    method: 'GET',
    path: '/identity-checks',
    summary: 'Documents that wait for review, the longest first',
    access: { permission: 'profiles.verify' },
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(Type.Object({ user_id: WireId('usr'), submitted_at: Instant })) },
    async handle({ tx, query }) {
      const page = await listSubmitted(tx, pageRequest(query))
      return {
        ...page,
        items: page.items.map((row) => ({ user_id: userId.wire(row.user_id), submitted_at: row.updated_at })),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/users/{id}/identity-check',
    summary: 'A person’s profile and document, for review',
    description: 'Each view is on record.',
    access: { permission: 'profiles.verify' },
    rows: 'all',
    audited: true,
    params: UserParams,
    response: {
      200: Type.Object({
        profile: ProfileSchema,
        document: Nullable(
          Type.Object({ kind: DocumentKind, country: Country, number: Type.String(), submitted_at: Instant }),
        ),
        document_taken: Type.Boolean({ description: 'The document has verified another account' }),
      }),
    },
    async handle({ ctx, tx, params }) {
      const { profile, document, documentTaken } = await reviewIdentity(ctx, tx, userId.parse(params.id))
      const { submittedAt, ...rest } = document ?? { submittedAt: undefined }
      return {
        profile: profileBody(profile),
        document: document === undefined ? null : { ...rest, submitted_at: submittedAt },
        document_taken: documentTaken,
      }
    },
  }),
  route({
    method: 'PUT',
    path: '/users/{id}/identity-check',
    summary: 'Decide a person’s identity check',
    description:
      'Asks for a check (`required`), passes or refuses what was submitted, or takes the demand back (`not_required`). The ' +
      'note is shown to the person. `date_of_birth` is what the document says, where it differs. Safe to repeat. Refuses ' +
      '`profiles.own_check`, `profiles.check_not_now`, `profiles.document_taken`.',
    access: { permission: 'profiles.verify' },
    rows: 'all',
    audited: true,
    params: UserParams,
    body: Body({
      status: Type.Union([
        Type.Literal('not_required'),
        Type.Literal('required'),
        Type.Literal('passed'),
        Type.Literal('refused'),
      ]),
      note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
      date_of_birth: Type.Optional(CivilDate),
    }),
    response: { 200: ProfileSchema },
    async handle({ ctx, tx, params, body }) {
      const dateOfBirth = body.date_of_birth === undefined ? undefined : dateOf(body.date_of_birth)
      return profileBody(
        await decideIdentity(ctx, tx, userId.parse(params.id), { status: body.status, note: body.note, dateOfBirth }),
      )
    },
  }),
]
