/**
 * Families beside the demonstration's, each at a point of its own: who has just signed up, whose card was declined, whose trial is
 * new, whose card will have no money, whose daughter comes of age. Everything is asked of the API as people ask it.
 */
import { eventually, today, type House } from './house.ts'
import { callerOf, enterWith, type Caller } from './people.ts'
import { practise } from './practising.ts'

export const ADULTS = {
  /** Confirmed a number and said nothing of herself yet. */
  amira: { phone: '+201100011234', name: '' },
  /** Has no child here. */
  nadia: { phone: '+201100121234', name: 'نادية' },
  /** Her card was declined, and her document refused. */
  hoda: { phone: '+201100231234', name: 'هدى' },
  /** Began the trial today. */
  dalia: { phone: '+201100341234', name: 'داليا' },
  /** May look at Dalia’s daughter, and nothing else. */
  hassan: { phone: '+201100451234', name: 'حسن' },
  /** Paid with a card that will have no money next month. */
  farida: { phone: '+201100561234', name: 'فريدة' },
  /** Her daughter comes of age in three weeks. */
  samia: { phone: '+201100671234', name: 'سامية' },
} as const

export const CHILDREN = {
  adam: { guardian: 'hoda', name: 'آدم', username: 'adam2016', pin: '618273', years: 9, days: 40 },
  laila: { guardian: 'dalia', name: 'ليلى', username: 'laila2015', pin: '592614', years: 10, days: 90 },
  omar: { guardian: 'farida', name: 'عمر', username: 'omar2014', pin: '840361', years: 11, days: 12 },
  mariam: { guardian: 'samia', name: 'مريم', username: 'mariam2008', pin: '375918', years: 17, days: 345 },
} as const

type Adult = keyof typeof ADULTS
type Child = keyof typeof CHILDREN
export type Neighbour = Adult | Child

/** Cards of the stand-in (simulators/paymob/README.md). */
export const DECLINED = '4000 0000 0000 0002'
const WITHOUT_MONEY_LATER = '4000000000000341'

/** Signs a neighbour in: a child by name and PIN, everybody else by phone. Children are there once they were settled. */
export async function enterNeighbour(url: string, who: Neighbour): Promise<Caller> {
  if (who in ADULTS) return enterWith(url, ADULTS[who as Adult].phone)
  const { username, pin } = CHILDREN[who as Child]
  const { token } = await callerOf(url).post<{ token: string }>('/sessions/username', { username, pin })
  return callerOf(url, token)
}

interface Asked {
  readonly id: string
  readonly link: string
}

interface Made {
  /** Requests for consent whose proof failed, by how: the card, or the amount that came. */
  readonly declined: Asked
  readonly disputed: Asked
  /** The links of a request to Farida, and of an invitation to Nadia, that nobody has answered. */
  readonly question: string
  readonly invitation: string
  /** The invitation that Hassan accepted. */
  readonly accepted: string
}

type Purposes = readonly string[]
const LEARNING: Purposes = ['account', 'learning_data', 'ai_conversation']

/** What the stand-in is told when a card is to be used. */
interface Paying {
  readonly card?: string
  readonly save?: boolean
}

export class Neighbourhood {
  readonly #url: string
  readonly #standInUrl: string
  readonly #as: (who: Neighbour | 'operations') => Promise<Caller>
  readonly #ids = new Map<Neighbour, string>()
  readonly #subscriptions = new Map<Child, string>()
  readonly #links = new Set<string>()
  #made: Made | undefined

  private constructor(
    house: Pick<House, 'url' | 'standInUrl'>,
    as: (who: Neighbour | 'operations') => Promise<Caller>,
  ) {
    this.#url = house.url
    this.#standInUrl = house.standInUrl
    this.#as = as
  }

  static async settle(
    house: Pick<House, 'url' | 'standInUrl'>,
    as: (who: Neighbour | 'operations') => Promise<Caller>,
  ): Promise<Neighbourhood> {
    const all = new Neighbourhood(house, as)
    const day = await today(house.url)
    for (const [who, { name }] of Object.entries(ADULTS) as [Adult, { name: string }][]) {
      if (name === '') continue
      const adult = await as(who)
      await adult.put('/me/profile', { first_name: name, last_name: null, date_of_birth: '1984-05-06' })
      all.#ids.set(who, (await adult.get<{ id: string }>('/me')).id)
    }
    for (const [who, child] of Object.entries(CHILDREN) as [Child, (typeof CHILDREN)[Child]][]) {
      const { guardian, name, username, pin, years, days } = child
      const born = day.subtract({ years, days }).toString()
      const body = { first_name: name, date_of_birth: born, username, pin, relation: 'parent' }
      all.#ids.set(who, (await (await as(guardian)).post<{ user_id: string }>('/wards', body)).user_id)
    }
    await all.#begin()
    return all
  }

  async #begin(): Promise<void> {
    for (const child of ['laila', 'omar', 'mariam'] as const) await this.allow(child, LEARNING)
    this.#subscriptions.set('laila', await this.#subscribe('laila', true))
    for (const [child, card] of [
      ['omar', WITHOUT_MONEY_LATER],
      ['mariam', undefined],
    ] as const) {
      this.#subscriptions.set(child, await this.#subscribe(child, false))
      const { launch_url } = await this.checkout(child)
      await this.#payAt(launch_url, { save: true, ...(card ? { card } : {}) })
      await this.untilStatus(child, 'active')
    }
    await practise(await this.#as('omar'), this.id('omar'), { count: 12, wrongEach: 4 })
    await this.#refuseDocument()
    const declined = await this.#failing('adam', ['account', 'learning_data'], DECLINED)
    await this.#control('/faults', { fault: 'wrong-amount' })
    const disputed = await this.#failing('laila', ['marketing'])
    const invited = { relation: 'grandparent', capabilities: ['view'] }
    const dalia = await this.#as('dalia')
    const invite = async (phone: string) => {
      await dalia.post(`/wards/${this.id('laila')}/guardians`, { ...invited, phone }, crypto.randomUUID())
      return this.#linkTo(phone, /\/guardian\/([\w.~-]+)/)
    }
    const accepted = await invite(ADULTS.hassan.phone)
    await (await this.#as('hassan')).post(`/guardian-invitations/${accepted}/acceptance`, {}, crypto.randomUUID())
    const invitation = await invite(ADULTS.nadia.phone)
    this.#made = { declined, disputed, accepted, invitation, question: await this.#ask('omar', ['marketing']) }
  }

  get made(): Made {
    return this.#made!
  }

  id(who: Neighbour): string {
    return this.#ids.get(who)!
  }

  subscription(child: Child): string {
    return this.#subscriptions.get(child)!
  }

  /** Asks the child’s guardian, and gives the link that was sent. */
  async #ask(child: Child, purposes: Purposes): Promise<string> {
    const guardian = guardianOf(child)
    const asked = { purposes: [...purposes] }
    await (await this.#as(guardian)).post(`/learners/${this.id(child)}/consent-requests`, asked, crypto.randomUUID())
    return this.#linkTo(ADULTS[guardian].phone, /\/consent\/([\w.~-]+)/)
  }

  /** The guardian says yes to each and proves it by card. */
  async allow(child: Child, purposes: Purposes): Promise<void> {
    await this.#payAt((await this.#proving(child, purposes)).launch_url)
    await eventually(`consent for ${child}`, async () => (await this.permits(child, purposes)) || undefined)
  }

  async permits(child: Child, purposes: Purposes): Promise<boolean> {
    const { items } = await (
      await this.#as(guardianOf(child))
    ).get<{ items: { purpose: string; permitted: boolean }[] }>(`/learners/${this.id(child)}/consents`)
    return items.filter(({ purpose }) => purposes.includes(purpose)).every(({ permitted }) => permitted)
  }

  async untilStatus(child: Child, status: string): Promise<void> {
    await eventually(`${child}’s subscription to be ${status}`, async () => {
      const payer = await this.#as(guardianOf(child))
      const it = await payer.get<{ status: string }>(`/subscriptions/${this.subscription(child)}`)
      return it.status === status || undefined
    })
  }

  async checkout(child: Child): Promise<{ launch_url: string }> {
    const payer = await this.#as(guardianOf(child))
    return payer.post(`/subscriptions/${this.subscription(child)}/checkout`, { save_card: true }, crypto.randomUUID())
  }

  #payAt(launchUrl: string, paying: Paying = {}): Promise<void> {
    return payAtPaymob(this.#standInUrl, launchUrl, paying)
  }

  #control(path: string, body: object): Promise<void> {
    return control(this.#standInUrl, path, body)
  }

  /** A link that was sent and not seen yet. */
  #linkTo(address: string, link: RegExp): Promise<string> {
    return eventually(`${link} sent to ${address}`, async () => {
      const path = `/dev/outbox?address=${encodeURIComponent(address)}`
      const { items } = await callerOf(this.#url).get<{ items: { body: string }[] }>(path)
      const found = items.map(({ body }) => link.exec(body)?.[1]).find((it) => it !== undefined && !this.#links.has(it))
      if (found !== undefined) this.#links.add(found)
      return found
    })
  }

  async #proving(child: Child, purposes: Purposes): Promise<Asked & { launch_url: string }> {
    const link = await this.#ask(child, purposes)
    const guardian = await this.#as(guardianOf(child))
    const { items } = await guardian.get<{ items: { purpose: string; text: { sha256: string } }[] }>(
      `/learners/${this.id(child)}/consents`,
    )
    const answers = items
      .filter(({ purpose }) => purposes.includes(purpose))
      .map(({ purpose, text }) => ({ purpose, allowed: true, text_sha256: text.sha256 }))
    const body = { method: 'card_charge', answers }
    const { id } = await guardian.post<{ id: string }>(`/consent-requests/${link}/answers`, body, crypto.randomUUID())
    const page = await guardian.post<{ launch_url: string }>(
      `/me/consent-requests/${id}/checkout`,
      {},
      crypto.randomUUID(),
    )
    return { id, link, ...page }
  }

  /** A request whose proof fails; gives it once that is known. */
  async #failing(child: Child, purposes: Purposes, card?: string): Promise<Asked> {
    const { id, link, launch_url } = await this.#proving(child, purposes)
    await this.#payAt(launch_url, card ? { card: card.replaceAll(' ', '') } : {})
    return eventually('the trouble with the proof', async () => {
      const path = `/me/consent-requests/${id}`
      const { trouble } = await (await this.#as(guardianOf(child))).get<{ trouble: string | null }>(path)
      return trouble === null ? undefined : { id, link }
    })
  }

  async #subscribe(child: Child, trial: boolean): Promise<string> {
    const body = { plan: 'basic', cycle: 'monthly', learner_ids: [this.id(child)], trial }
    const payer = await this.#as(guardianOf(child))
    return (await payer.post<{ id: string }>('/subscriptions', body, crypto.randomUUID())).id
  }

  async #refuseDocument(): Promise<void> {
    const document = { kind: 'national_id', country: 'EG', number: '28405060100456' }
    await (await this.#as('hoda')).post('/me/identity-check', document, crypto.randomUUID())
    const decided = { status: 'refused', note: 'لم نتمكّن من مطابقة الرقم مع الاسم وتاريخ الميلاد.' }
    await (await this.#as('operations')).put(`/users/${this.id('hoda')}/identity-check`, decided)
  }
}

const guardianOf = (child: Child): Adult => CHILDREN[child].guardian

/** Pays on the stand-in’s page that opened at this address. */
export async function payAtPaymob(standInUrl: string, launchUrl: string, paying: Paying = {}): Promise<void> {
  const secret = new URL(launchUrl).searchParams.get('clientSecret')
  const { intentions } = (await (await fetch(`${standInUrl}/_control/state?limit=1000`)).json()) as {
    intentions: { client_secret: string; order_id: number }[]
  }
  const { order_id } = intentions.find(({ client_secret }) => client_secret === secret)!
  await control(standInUrl, '/pay', { order: String(order_id), ...paying })
}

async function control(standInUrl: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${standInUrl}/_control${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the stand-in refused ${path}: ${answer.status} ${await answer.text()}`)
}
