/** Receipts on the wire: taking one away, and checking one, for anybody who holds it. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { Body, Nullable, WireId } from '../../kernel/http/schema.ts'
import { publicKeyOf } from '../../kernel/signing.ts'
import { signers } from './config.ts'
import { recordId } from './ids.ts'
import { FORMAT, receiptOf, verifyReceipt } from './receipts.ts'
import { DecisionKind, Method, Sha256 } from './wire.ts'

const Text = (max: number) => Type.String({ maxLength: max })

const ReceiptSchema = Body({
  format: Type.Literal(FORMAT),
  record: Body({
    v: Type.Literal(1),
    product: Text(40),
    subject: WireId('usr'),
    seq: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    id: WireId('cns'),
    purpose: Text(40),
    decision: DecisionKind,
    decided_by: WireId('usr'),
    decided_as: Type.Union([Type.Literal('self'), Type.Literal('guardian')]),
    text: Nullable(
      Body({ id: WireId('ltx'), sha256: Sha256, language: Text(20), country: Text(2), version: Text(30) }),
    ),
    method: Method,
    proof: Nullable(Text(200)),
    at: Text(40),
    details_hash: Nullable(Sha256),
    prev_hash: Sha256,
  }),
  hash: Sha256,
  signature: Text(200),
  key_id: Text(40),
  public_key: Text(200),
  text: Nullable(Body({ title: Text(500), body: Text(50_000) })),
  details: Nullable(Body({ salt: Text(64), ip: Text(64), device: Text(400) })),
})

export const receiptRoutes = [
  route({
    method: 'GET',
    path: '/consents/{id}/receipt',
    summary: 'The receipt of one decision, as a file to keep',
    description:
      'For whoever decided, the subject, and guardians with `view`. Holds the text exactly as it was shown, its hash, the place in the chain and our signature. Refuses `consent.receipt_unknown`, `kernel.not_found`.',
    access: 'user',
    rows: 'all',
    params: Type.Object({ id: WireId('cns') }),
    query: Type.Object({ download: Type.Optional(Type.Boolean({ description: 'As a file' })) }),
    response: { 200: ReceiptSchema },
    async handle({ ctx, tx, params, query, reply }) {
      const receipt = await receiptOf(ctx, tx, recordId.parse(params.id))
      reply.header('cache-control', 'no-store')
      if (query.download) reply.header('content-disposition', `attachment; filename="consent-${params.id}.json"`)
      return receipt
    },
  }),
  route({
    method: 'POST',
    path: '/consents/verify',
    summary: 'Check a receipt',
    description:
      'For anybody who holds one; says of each part whether it holds, and nothing that the receipt does not say. Changes nothing.',
    access: 'public',
    rows: 'all',
    idempotency: 'none',
    limits: [{ name: 'consent.verify', per: 'address', max: 120, windowSeconds: 3600 }],
    body: ReceiptSchema,
    response: {
      200: Type.Object({
        valid: Type.Boolean(),
        checks: Type.Object({
          hash: Type.Boolean(),
          text: Type.Boolean(),
          details: Type.Boolean(),
          signature: Type.Boolean(),
          recorded: Type.Boolean(),
          chain: Type.Boolean(),
        }),
      }),
    },
    handle: async ({ ctx, tx, body }) => verifyReceipt(ctx, tx, body),
  }),
  route({
    method: 'GET',
    path: '/consents/key',
    summary: 'The public key that signs receipts',
    description: 'Ed25519, SPKI, base64.',
    access: 'public',
    response: { 200: Type.Object({ key_id: Type.String(), public_key: Type.String() }) },
    handle: async ({ ctx }) => ({ key_id: signers(ctx).signingId, public_key: publicKeyOf(signers(ctx)) }),
  }),
]
