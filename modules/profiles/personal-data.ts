/** What profiles keep about one person: handing it out and erasing it. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { listAddresses } from './addresses.ts'
import { listInvitations } from './guardians.ts'
import { endAllLinks, listWards } from './links.ts'
import { preferencesOf } from './preferences.ts'
import { findProfile } from './profiles.ts'
import * as store from './store.ts'

export async function exportPerson(ctx: Context, tx: Tx, userId: string): Promise<unknown> {
  const profile = await findProfile(ctx, tx, userId)
  const document = await store.findDocument.first(tx, userId)
  const number =
    document && (await ctx.vault.open(tx, userId, 'profiles.identity_document.number', document.sealed_number))
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  return {
    profile: profile === undefined ? null : plain(profile),
    addresses: plain(await listAddresses(ctx, tx, userId)),
    preferences: plain(await preferencesOf(ctx, tx, userId)),
    guardians: plain(await listInvitations(ctx, tx, userId)),
    wards: (await listWards(ctx, tx, userId)).map((ward) => ({
      first_name: ward.firstName,
      since: ward.linkedAt.toString(),
    })),
    identity_document:
      document && number !== undefined
        ? { kind: document.kind, country: document.country, number: concealed(number) }
        : null,
  }
}

/** Consents are proven by this number: a copy, which whoever holds the phone can take, must not give it away. */
const concealed = (number: string): string => '•'.repeat(number.length - 2) + number.slice(-2)

/** Links end with their facts kept (who was whose guardian when); everything else goes. */
export async function erasePerson(ctx: Context, tx: Tx, userId: string): Promise<void> {
  await endAllLinks(ctx, tx, userId)
  const document = await store.findDocument.first(tx, userId)
  if (document) await store.releaseClaim.run(tx, document.number_index, userId)
  await store.deleteDocument.run(tx, userId)
  await store.deleteAddresses.run(tx, userId)
  await store.deletePreferences.run(tx, userId)
  await store.deleteProfile.run(tx, userId)
}
