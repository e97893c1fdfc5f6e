/**
 * The second proof by a checked identity document: its number, typed again. An identity that was checked once says who owns the
 * account, not who holds the phone on the table; the number is on the document and is shown nowhere.
 */
import type { Context } from '../../kernel/context.ts'
import { refuse } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { notify } from '../notifications/api.ts'
import { readDocumentNumber, tryDocument, type DocumentProof } from '../profiles/api.ts'
import { errors } from './errors.ts'
import * as say from './messages.ts'

/**
 * Judges the number against the document that passed the guardian's identity check. Call it with no transaction open: a try is
 * counted before it is judged, and stays counted. The one that closes this way tells the guardian. Refuses
 * `document_number_wrong`, `document_closed`, `identity_check_needed`.
 */
export async function proveByDocument(
  ctx: Context,
  transact: Transact,
  guardianId: string,
  typed: string,
): Promise<DocumentProof> {
  const wrong = errors.document_number_wrong
  const number = readDocumentNumber(typed) ?? refuse(wrong, {}, { document_number: wrong })
  const tried = await transact(async (tx) => {
    const found = await tryDocument(ctx, tx, guardianId, number)
    if (found.outcome === 'closed' && found.now)
      await notify(ctx, tx, say.documentClosed, {
        to: { userId: guardianId },
        values: (locale) => ({ time: momentIn(ctx, found.until, locale) }),
        dedupe: `consent.document_closed ${found.until.toString()}`,
      })
    return found
  })
  switch (tried.outcome) {
    case 'right':
      return tried.proof
    case 'wrong':
      return refuse(wrong, {}, { document_number: wrong })
    case 'unchecked':
      return refuse(errors.identity_check_needed)
    case 'closed': {
      const seconds = Math.ceil(ctx.clock.now().until(tried.until).total('seconds'))
      return refuse(errors.document_closed, { seconds: Math.max(1, seconds) })
    }
  }
}

function momentIn(ctx: Context, at: Temporal.Instant, locale: string): string {
  return at.toLocaleString(locale, { timeZone: ctx.product.timeZone, dateStyle: 'long', timeStyle: 'short' })
}
