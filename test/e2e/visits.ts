/**
 * Every page of the product, with the person who opens it and the address they open. The list is read off the routes, so that
 * a new page is visited without anybody thinking of it; what an address needs to know stands here, as do the states of pages
 * that no address alone shows.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { has } from '../../web/app/products.ts'
import routes from '../../web/app/routes.ts'
import { callerOf, signInAs, type Caller, type Who } from './people.ts'
import { eventually, type ProductName } from './house.ts'

/** `Person`: who may open pages in that house. */
export interface Visit<Person extends string = Who> {
  /** Area and page, for the name of its picture: `staff/settlements-id`. */
  readonly name: string
  readonly who: Person
  readonly path: string
  /** What the person then does, where the state has no address of its own. */
  readonly act?: (page: Page) => Promise<void>
  /** The answer's status, 200 unless said. */
  readonly status?: number
  /** Its colours in the dark are tried elsewhere. */
  readonly lightOnly?: boolean
}

/** A page in a state that its address alone does not show. */
export interface StateVisit<Person extends string = Who> extends Visit<Person> {
  /** The state in words, for who looks at pictures. */
  readonly state: string
  /** It leaves its page where it cannot be opened again: pictured only. */
  readonly once?: boolean
  /** What happens in the house before the page is opened. */
  readonly before?: () => Promise<void>
}

/** What the addresses need to know of the demonstration. */
export interface Facts {
  readonly slug: string
  readonly ids: Readonly<Record<string, string>>
  readonly paidGift: string
  readonly guardianToken: string
  /** Code of a voucher that was taken already. */
  readonly spentCode: string
  /** Slugs of pots in other states. */
  readonly pots: Readonly<Record<string, string>>
}

/** Routes that answer with a file or lead elsewhere: nothing to look at. */
const NO_PAGE = [
  /\.ts$/,
  // Leads to the home page once it has ended the session.
  /^account\/sign-in\/sign-out\.tsx$/,
]

/** Who opens the pages of a folder; the first that fits. */
const OPENED_BY: readonly [RegExp, Who][] = [
  [/^consoles\/staff\/(settlements\/close|catalogue|operations)/, 'operations'],
  [/^consoles\/staff\/(people\/identity)/, 'operations'],
  [/^consoles\/staff\/people/, 'admin'],
  [/^consoles\/staff\/inquiry/, 'support'],
  [/^consoles\/staff\/home/, 'support'],
  [/^consoles\/staff/, 'finance'],
  [/^consoles\/partner\/(scan|result|home)/, 'cashier'],
  [/^consoles\/partner/, 'manager'],
  [/^wolo\/packs\/voucher/, 'tidiane'],
  [/^wolo\/account\/wards/, 'moussa'],
  [/^wolo\/account\/guardians/, 'fatou'],
  [/^wolo\/pots\/(new|making)/, 'support'],
  [/^wolo\/(account\/guardian-invitation|pots\/(list|public))/, 'guest'],
  [/^(account\/(?!sign-in)|wolo\/(account|dashboard|pots|poster|insights))/, 'awa'],
]

interface Listed {
  /** Where the page stands: its file, unless a product gives a shared page an address of its own. */
  readonly file: string
  readonly path: string
}

/** Every route of a product with a page of its own, with its full address. */
export function listedPages(product: ProductName = 'wolo'): Listed[] {
  interface Entry {
    readonly id?: string | undefined
    readonly file: string
    readonly path?: string | undefined
    readonly children?: readonly Entry[] | undefined
  }
  const walk = (entries: readonly Entry[], base: string): Listed[] =>
    entries.flatMap(({ id, file, path = '', children }) => {
      const full = [base, path].filter(Boolean).join('/')
      return children ? walk(children, full) : [{ file: id ?? file, path: `/${full}` }]
    })
  return walk(routes as readonly Entry[], '').filter(
    ({ file }) => has(product, file) && !NO_PAGE.some((it) => it.test(file)),
  )
}

/** Asks the running house for what the addresses need, and makes what is missing: a gift, a guardian’s invitation. */
export async function gatherFacts(url: string, as: (who: Exclude<Who, 'guest'>) => Promise<Caller>): Promise<Facts> {
  const guest = callerOf(url)
  const first = async (who: Exclude<Who, 'guest'>, path: string): Promise<string> => {
    const answer = await (await as(who)).get<{ items: Record<string, string>[] }>(path)
    const id = ['id', 'user_id', 'redemption_id'].map((key) => answer.items[0]?.[key]).find(Boolean)
    if (id === undefined) throw new Error(`${path} lists nothing to ${who}`)
    return id
  }
  const potOf = async (who: Exclude<Who, 'guest'>) =>
    (await (await as(who)).get<{ items: { id: string; slug: string }[] }>('/pots')).items[0]!
  const pot = await potOf('awa')
  const body = { amount_minor: '5000', donor_name: 'Modou Fall', message: 'Joyeux anniversaire !' }
  const give = (key: string) =>
    guest.post<{ gift_id: string; secret: string; launch_url: string }>(`/p/${pot.slug}/gifts`, body, key)
  const [unpaid, paid] = [await give('visit-unpaid'), await give('visit-paid')]
  await payAtWave(paid.launch_url)
  await eventually('the paid gift', async () => {
    const { status } = await guest.get<{ status: string }>(`/gifts/${paid.gift_id}?secret=${paid.secret}`)
    return status === 'received' || undefined
  })
  const fatou = await as('fatou')
  await fatou.post('/me/guardian-invitations', { phone: '+221776543210', relation: 'relative' }, 'visit-guardian')
  const guardianToken = await eventually('the guardian’s invitation', async () => {
    const { items } = await guest.get<{ items: { body: string }[] }>('/dev/outbox?address=%2B221776543210')
    return items.map((item) => /\/guardian\/([\w.~-]+)/.exec(item.body)?.[1]).find(Boolean)
  })
  // One voucher that waits for its day, and one that a cashier has just taken.
  const bought = await potOf('tidiane')
  const buyer = await as('tidiane')
  await buyer.post(`/pots/${bought.id}/pack-purchase`, {}, 'visit-purchase')
  const voucher = await first('tidiane', '/vouchers')
  const spent = await (
    await as('dieynaba')
  ).get<{ code: string | null }>(`/vouchers/${await first('dieynaba', '/vouchers')}`)
  const cashier = await as('cashier')
  const { partner_ids } = await cashier.get<{ partner_ids: string[] }>('/me')
  const { venues } = await guest.get<{ venues: { id: string }[] }>(`/partners/${partner_ids[0]}`)
  // Null when it was taken before: this is safe to repeat on a house that runs.
  if (spent.code !== null)
    await cashier.post('/redemptions', { code: spent.code, venue_id: venues[0]!.id }, 'visit-scan')
  const finance = await as('finance')
  const controller = await as('controller')
  const gift = (await finance.get<{ items: { id: string }[] }>('/gifts')).items[0]!
  const partner = await first('operations', '/partners')
  const user = await (await as('awa')).get<{ id: string }>('/me')
  const account = await first('finance', '/ledger/accounts')
  const statement = await finance.get<{ items: { transfer_id: string }[] }>(`/ledger/accounts/${account}/statement`)
  const event = (await finance.get<{ items: { event_id: string }[] }>('/webhook-events')).items[0]!
  await writeDraft(url, await as('support'), await first('operations', '/packs'))
  const settlements = await finance.get<{ items: { id: string; status: string; partner_id: string }[] }>(
    '/settlements?limit=50',
  )
  const [due, waiting] = settlements.items.filter(({ status }) => status === 'pending').toReversed()
  await finance.post(`/settlements/${due!.id}/approval`, {}, 'visit-approval')
  await controller.post(`/settlements/${due!.id}/payment`, {}, 'visit-payment')
  const ids: Record<string, string> = {
    'wolo/packs/pack.tsx': await first('operations', '/packs'),
    'consoles/staff/catalogue/pack.tsx': await first('operations', '/catalog/packs'),
    'consoles/staff/catalogue/partner.tsx': partner,
    'consoles/staff/pots/gift.tsx': gift.id,
    'consoles/staff/pots/pot.tsx': pot.id,
    'consoles/staff/settlements/settlement.tsx': waiting!.id,
    'consoles/staff/payments/payment.tsx': await first('finance', '/payments'),
    'consoles/staff/payments/webhook.tsx': event.event_id,
    'consoles/staff/people/member.tsx': await first('admin', '/staff-accounts'),
    'consoles/staff/people/user.tsx': user.id,
    'consoles/staff/people/identity-check.tsx': user.id,
    'consoles/staff/people/message.tsx': await first('support', `/messages?person=${user.id}`),
    'consoles/staff/ledger/transfer.tsx': statement.items[0]!.transfer_id,
    'consoles/staff/payments/payout.tsx': await first('finance', '/payouts'),
    'consoles/staff/ledger/account.tsx': account,
    'consoles/partner/result.tsx': 'nothing-scanned',
    'consoles/partner/undo.tsx': await first('cashier', '/redemptions'),
    'consoles/partner/settlement.tsx': await first('manager', `/partners/${partner_ids[0]}/settlements`),
    'wolo/gift/status.tsx': `${unpaid.gift_id}?secret=${unpaid.secret}`,
  }
  for (const { file, path } of listedPages()) {
    if (/\/vouchers\/:id/.test(path)) ids[file] = voucher
    if (path.startsWith('/pots/:id')) ids[file] = pot.id
  }
  const bySlug = async (who: Exclude<Who, 'guest'>) => (await potOf(who)).slug
  const pots = {
    scheduled: await bySlug('binta'),
    short: await bySlug('elimane'),
    bought: bought.slug,
    redeemed: await bySlug('dieynaba'),
    expired: await bySlug('fallou'),
  }
  return {
    slug: pot.slug,
    pots,
    ids,
    paidGift: `/g/${paid.gift_id}?secret=${paid.secret}`,
    guardianToken,
    spentCode: spent.code ?? '',
  }
}

/** A pot that is being made, as far as its last step: the pages of all four then show what was said. */
async function writeDraft(url: string, maker: Caller, pack: string): Promise<void> {
  const draft = {
    step: 4,
    pack_id: pack,
    title: 'Une soirée pour Khady',
    story: 'Trente-quatre ans, un film et du pop-corn avec ceux que j’aime.',
    cover: 'gateau',
    visibility: 'link',
  }
  const answer = await fetch(`${url}/api/me/pot-draft`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${maker.token}` },
    body: JSON.stringify(draft),
  })
  if (!answer.ok) throw new Error(`the draft was not kept: ${answer.status} ${await answer.text()}`)
}

/** Pays on the stand-in’s page, as its form would; or refuses to. */
export async function payAtWave(launchUrl: string, act: 'pay' | 'refuse' = 'pay'): Promise<void> {
  const answer = await fetch(`${launchUrl.split('?')[0]}/pay`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ mobile: '77 123 45 67', act }),
  })
  if (answer.status >= 400) throw new Error(`the stand-in took no payment: ${answer.status} ${await answer.text()}`)
}

/** Every page once, by its route, then the states that need another address. */
export function visitsOf(facts: Facts): (Visit | StateVisit)[] {
  const visits = listedPages().map(({ file, path }): Visit => {
    const who = OPENED_BY.find(([files]) => files.test(file))?.[1] ?? 'guest'
    const name = nameOf(file, path)
    if (path === '/*') return { name: 'public/not-found', who: 'guest', path: '/nowhere', status: 404 }
    const filled = path.replaceAll(/:\w+/g, (parameter) => {
      const known = parameter === ':slug' ? facts.slug : parameter === ':token' ? facts.guardianToken : facts.ids[file]
      if (!known) throw new Error(`${file} needs ${parameter}, which test/e2e/visits.ts does not know`)
      return known
    })
    return { name, who, path: filled }
  })
  const { pots, slug } = facts
  const states: StateVisit[] = [
    { name: 'public/thanks', state: 'a gift that arrived', who: 'guest', path: facts.paidGift },
    {
      name: 'public/guardian-link-expired',
      state: 'an invitation that is over',
      who: 'guest',
      path: '/guardian/expired',
      status: 404,
    },
    {
      name: 'public/email-link-expired',
      state: 'a link that is over',
      who: 'guest',
      path: '/confirm-email?token=expired',
    },
    { name: 'public/packs-none', state: 'nothing in this town', who: 'guest', path: '/packs?city=Nulle+part' },
    { name: 'account/pot-signed-in', state: 'the public page, seen by its owner', who: 'awa', path: `/p/${slug}` },
    { name: 'account/dashboard-empty', state: 'no pot yet', who: 'operations', path: '/dashboard' },
    { name: 'account/dashboard-draft', state: 'a pot that is being made', who: 'support', path: '/dashboard' },
    { name: 'account/dashboard-minor', state: 'somebody under age', who: 'fatou', path: '/dashboard' },
    {
      name: 'account/dashboard-guardian',
      state: 'a guardian whose word is waited for',
      who: 'moussa',
      path: '/dashboard',
    },
    { name: 'account/dashboard-birthday', state: 'the day has come', who: 'dieynaba', path: '/dashboard' },
    { name: 'account/dashboard-short', state: 'the target was missed', who: 'elimane', path: '/dashboard' },
    ...Object.entries(pots).map(([state, other]): StateVisit => ({
      name: `public/pot-${state}`,
      state: `a pot that is ${state === 'short' ? 'over, its target missed' : state}`,
      who: 'guest',
      path: `/p/${other}`,
    })),
    { name: 'public/words-none', state: 'nothing to read yet', who: 'guest', path: `/p/${pots.scheduled}/gifts` },
    {
      name: 'public/words-over',
      state: 'the words of a pot that is over',
      who: 'guest',
      path: `/p/${pots.redeemed}/gifts`,
    },
    {
      name: 'partner/scan-refused',
      state: 'a voucher that was used before',
      who: 'cashier',
      path: '/partner/scan',
      act: typeCode(facts.spentCode),
    },
    {
      name: 'partner/scan-malformed',
      state: 'a code that does not exist',
      who: 'cashier',
      path: '/partner/scan',
      act: typeCode('nothing'),
    },
    { name: 'staff/not-allowed', state: 'somebody without a role', who: 'awa', path: '/staff/payments', status: 403 },
    { name: 'staff/gifts-none', state: 'nothing to list', who: 'finance', path: '/staff/gifts?status=refund_failed' },
  ]
  return [...visits, ...states]
}

/** Types a voucher’s code at a counter and sends it; what comes then takes the place of the form. */
export function typeCode(code: string): (page: Page) => Promise<void> {
  return async (page) => {
    await atCounter(page)
    const field = page.locator('input[name="code"]')
    await field.fill(code)
    await field.press('Enter')
    await page.locator('main[data-verdict], [aria-invalid="true"]').first().waitFor()
    await page.waitForTimeout(1000)
  }
}

/** Opens the scan page; the first time on this phone one says where it scans, once for all that is open on it. */
export async function atCounter(page: Page): Promise<void> {
  if ((await page.locator('input[name="code"]').count()) > 0) return
  const phone = page.context()
  let chosen = standing.get(phone)
  if (!chosen) standing.set(phone, (chosen = chooseVenue(page)))
  await chosen
  await page.goto(new URL('/partner/scan', page.url()).href)
}

/** Phones that say where they scan, or have said so. */
const standing = new WeakMap<BrowserContext, Promise<void>>()

async function chooseVenue(page: Page): Promise<void> {
  await page.goto(new URL('/partner', page.url()).href)
  await page.locator('input[name="venue"]').first().check()
  await page.locator('form:has(input[name="venue"]) button').click()
  await page.waitForLoadState('networkidle')
}

export function nameOf(file: string, path: string): string {
  if (path === '/*') return 'public/not-found'
  const area = file.startsWith('consoles/')
    ? file.split('/')[1]!
    : /^(account\/(?!sign-in)|wolo\/(account|dashboard|pots\/(?!list|public)|packs\/voucher|poster))/.test(file)
      ? 'account'
      : /^tutor\/(learner|guardian)\//.test(file)
        ? file.split('/')[1]!
        : /^(wolo|tutor|account)\//.test(file)
          ? 'public'
          : 'development'
  const words = path
    .split('/')
    .filter((part) => part && part !== area)
    .map((part) => part.replace(':', ''))
  return `${area === 'dev' ? 'development' : area}/${words.join('-') || 'home'}`
}

/** Signs each person in once. */
export function crowd(url: string): (who: Exclude<Who, 'guest'>) => Promise<Caller> {
  return crowdOf((who) => signInAs(url, who))
}

/** As above, where people come in by `enter`. */
export function crowdOf<Person extends string>(
  enter: (who: Person) => Promise<Caller>,
): (who: Person) => Promise<Caller> {
  const known = new Map<Person, Promise<Caller>>()
  const stillIn = async (caller: Promise<Caller>) =>
    await (await caller).get('/me').then(
      () => true,
      () => false,
    )
  return async (who) => {
    let caller = known.get(who)
    // A clock that was moved far ends sessions, as weeks do.
    if (!caller || !(await stillIn(caller))) known.set(who, (caller = enter(who)))
    return caller
  }
}
