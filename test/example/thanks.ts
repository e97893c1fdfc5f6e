/** Colleagues thank one another with points. The one module of its own that this product needs; its numbers live in the ledger. */
import { Type } from 'typebox'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { defineErrors, kernelErrors, refuse } from '../../kernel/errors.ts'
import { route } from '../../kernel/http/route.ts'
import { Body } from '../../kernel/http/schema.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { defineModule, definePolicy } from '../../kernel/module.ts'
import { findUserByContact } from '../../modules/identity/api.ts'
import { identity } from '../../modules/identity/module.ts'
import { balanceOf, PLATFORM, post, type AccountRef } from '../../modules/ledger/api.ts'
import { ledger } from '../../modules/ledger/module.ts'

export interface ThanksPolicy {
  readonly points_each: bigint
}

const policyOf = definePolicy<ThanksPolicy>('thanks')
const errors = defineErrors('thanks', {
  nobody: {
    status: 422,
    retry: 'never',
    say: { en: 'Nobody here has this number.', fr: 'Personne ici n’a ce numéro.' },
  },
  yourself: { status: 422, retry: 'never', say: { en: 'Thank somebody else.', fr: 'Remerciez quelqu’un d’autre.' } },
})
const received = (owner: string): AccountRef => ({ owner, kind: 'thanks_received', asset: 'POINT', mode: 'guarded' })
const given: AccountRef = { owner: PLATFORM, kind: 'thanks_given', asset: 'POINT', mode: 'deferred' }

/** Thanks the person with this number. The key makes the transfer's id, so sending it twice thanks once. */
async function thank(ctx: Context, tx: Tx, phone: string, key: string): Promise<void> {
  const me = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const them = (await findUserByContact(ctx, tx, { phone })) ?? refuse(errors.nobody)
  if (them === me) refuse(errors.yourself)
  const points = policyOf(ctx).points_each
  await post(ctx, tx, {
    id: uuidFrom('thanks.given', me, key),
    owner: me,
    kind: 'thanks.given',
    legs: [
      { account: given, amount_minor: -points },
      { account: received(them), amount_minor: points },
    ],
  })
}

export const thanks = defineModule({
  name: 'thanks',
  folder: import.meta.dirname,
  needs: [identity, ledger],
  usesPolicy: true,
  placement: {},
  errors,
  routes: [
    route({
      method: 'POST',
      path: '/thanks',
      summary: 'Thank somebody',
      access: 'user',
      rows: 'all',
      idempotency: 'required',
      body: Body({ phone: Type.String({ maxLength: 30 }) }),
      response: { 201: Type.Object({ thanked: Type.Literal(true) }) },
      async handle({ ctx, tx, body, key }) {
        await thank(ctx, tx, body.phone, key!)
        return { thanked: true }
      },
    }),
    route({
      method: 'GET',
      path: '/me/thanks',
      summary: 'How many points others gave me',
      access: 'user',
      response: { 200: Type.Object({ points: Type.String() }) },
      async handle({ ctx, tx }) {
        const me = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
        return { points: (await balanceOf(tx, received(me))).posted_minor }
      },
    }),
  ],
})
