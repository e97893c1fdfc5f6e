/**
 * Every page of Tutor, as visits.ts has those of Wolo: who opens it, and what its address needs to know of the demonstration. A new
 * page is visited without anybody thinking of it; one whose address needs something unknown says so.
 */
import { children, people } from '../../products/tutor/demonstration.ts'
import { eventually, type House } from './house.ts'
import { ADULTS, CHILDREN, enterNeighbour, payAtPaymob, type Neighbour } from './neighbours.ts'
import { callerOf, enterWith, type Caller } from './people.ts'
import { listedPages, nameOf, type Visit } from './visits.ts'

type Account = 'mona' | 'karim' | 'salma' | 'youssef' | 'support' | 'operations' | 'finance' | 'administrator'
export type TutorWho = Account | Neighbour | 'guest'

/** Signs somebody of the demonstration in: a child by name and PIN, everybody else by phone. */
export function enterTutor(url: string): (who: Exclude<TutorWho, 'guest'>) => Promise<Caller> {
  return async (who) => {
    if (isNeighbour(who)) return enterNeighbour(url, who)
    const adult = people.find(({ key }) => key === who)
    if (adult) return enterWith(url, adult.phone)
    const { username, pin } = children.find(({ key }) => key === who)!
    const { token } = await callerOf(url).post<{ token: string }>('/sessions/username', { username, pin })
    return callerOf(url, token)
  }
}

/** Who opens the pages of a folder; the first that fits. */
const OPENED_BY: readonly [RegExp, TutorWho][] = [
  [/^consoles\/staff\/(operations|people\/identity|metering)/, 'operations'],
  [/^consoles\/staff\/(people|privacy)/, 'administrator'],
  [/^consoles\/staff\/(inquiry|home|learning|tutoring)/, 'support'],
  [/^consoles\/staff/, 'finance'],
  [/^tutor\/guardian\/invitation/, 'karim'],
  [/^tutor\/guardian\/verify/, 'guest'],
  [/^(account\/(?!sign-in)|tutor\/guardian)/, 'mona'],
  [/^tutor\/learner/, 'salma'],
]

/** Looked at where they can be come to: there is no certificate before days have passed (tutor.test.ts). */
const ELSEWHERE = new Set(['tutor/guardian/certificate.tsx'])

/** Pages of the consoles that both products have: their colours in the dark are tried with Wolo's. */
const SHARED = /^consoles\/|^design\//

/** Asks the running house for what the addresses need, and makes what is missing: a payment, a question, an invitation. */
export async function tutorVisits(
  { url, standInUrl }: Pick<House, 'url' | 'standInUrl'>,
  as: (who: Account) => Promise<Caller>,
): Promise<Visit<TutorWho>[]> {
  const guest = callerOf(url)
  const mona = await as('mona')
  const first = async (who: Account, path: string, key = 'id'): Promise<string> => {
    const answer = await (await as(who)).get<{ items: Record<string, string>[] }>(path)
    const found = answer.items[0]?.[key]
    if (found === undefined) throw new Error(`${path} lists nothing to ${who}`)
    return found
  }
  const sent = (address: string, pattern: RegExp) =>
    eventually(`${pattern} sent to ${address}`, async () => {
      const path = `/dev/outbox?address=${encodeURIComponent(address)}`
      const { items } = await guest.get<{ items: { body: string }[] }>(path)
      return items.map(({ body }) => pattern.exec(body)?.[1]).find(Boolean)
    })

  const salma = (await (await as('salma')).get<{ id: string }>('/me')).id
  const { id: self } = await mona.get<{ id: string }>('/me')
  const subscription = await first('mona', '/subscriptions')
  await pay(standInUrl, mona, subscription)
  const invoice = await eventually('an invoice that was paid', async () => {
    const { items } = await mona.get<{ items: { id: string; status: string }[] }>('/invoices')
    return items.find(({ status }) => status === 'paid')?.id
  })
  await mona.post(`/learners/${salma}/consent-requests`, { purposes: ['voice_recording'] }, crypto.randomUUID())
  const consent = await sent(phoneOf('mona'), /\/consent\/([\w.~-]+)/)
  const invited = { relation: 'parent', phone: phoneOf('karim'), capabilities: ['view'] }
  await mona.post(`/wards/${salma}/guardians`, invited, crypto.randomUUID())
  const invitation = await sent(phoneOf('karim'), /\/guardian\/([\w.~-]+)/)
  const conversation = await first('mona', `/learners/${salma}/conversations`)
  const account = await first('finance', '/ledger/accounts')
  const { items: statement } = await (
    await as('finance')
  ).get<{ items: { transfer_id: string }[] }>(`/ledger/accounts/${account}/statement`)

  const known: Readonly<Record<string, string>> = {
    'tutor/guardian/invitation.tsx :token': invitation,
    'tutor/guardian/answer.tsx :token': consent,
    'tutor/guardian/request.tsx :id': await first('mona', '/me/consent-requests'),
    'tutor/guardian/data.tsx :id': self,
    'tutor/guardian/billing/invoice.tsx :id': invoice,
    'tutor/guardian/billing/subscription.tsx :id': subscription,
    'tutor/guardian/billing/change.tsx :id': subscription,
    'consoles/staff/subscriptions/subscription.tsx :id': subscription,
    'consoles/staff/subscriptions/invoice.tsx :id': invoice,
    'consoles/staff/tutoring/conversation.tsx :id': conversation,
    'consoles/staff/payments/payment.tsx :id': await first('finance', '/payments'),
    'consoles/staff/payments/webhook.tsx :id': await first('finance', '/webhook-events', 'event_id'),
    'consoles/staff/ledger/account.tsx :id': account,
    'consoles/staff/ledger/transfer.tsx :id': statement[0]!.transfer_id,
    'consoles/staff/people/member.tsx :id': await first('administrator', '/staff-accounts', 'user_id'),
    'consoles/staff/people/message.tsx :id': await first('support', `/messages?person=${self}`),
    'consoles/staff/people/user.tsx :id': self,
    'consoles/staff/people/identity-check.tsx :id': self,
    // Wherever else somebody is meant it is the child.
    ':id': salma,
    ':learner': salma,
    ':conversation': conversation,
  }
  const pages = listedPages('tutor').filter(({ file }) => !ELSEWHERE.has(file))
  return pages.map(({ file, path }): Visit<TutorWho> => {
    if (path === '/*') return { name: 'public/not-found', who: 'guest', path: '/nowhere', status: 404 }
    const filled = path.replaceAll(/:\w+/g, (parameter) => {
      const value = known[`${file} ${parameter}`] ?? known[parameter]
      if (value === undefined)
        throw new Error(`${file} needs ${parameter}, which test/e2e/visits-tutor.ts does not know`)
      return value
    })
    const who = OPENED_BY.find(([files]) => files.test(file))?.[1] ?? 'guest'
    return { name: nameOf(file, path), who, path: filled, ...(SHARED.test(file) ? { lightOnly: true } : {}) }
  })
}

export const phoneOf = (who: Account): string => people.find(({ key }) => key === who)!.phone

function isNeighbour(who: string): who is Neighbour {
  return who in ADULTS || who in CHILDREN
}

/** Pays what is due as a payer would, without the page. */
async function pay(standInUrl: string, payer: Caller, subscription: string): Promise<void> {
  const checkout = await payer.post<{ launch_url: string }>(
    `/subscriptions/${subscription}/checkout`,
    { save_card: true },
    crypto.randomUUID(),
  )
  await payAtPaymob(standInUrl, checkout.launch_url, { save: true })
}
