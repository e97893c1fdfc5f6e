/**
 * States of pages that somebody has to walk into: a form that is refused, a scan that is accepted or taken back, a lost network,
 * a suspended account, an act that asks for a code. They change the house, so they are looked at one after the other, in this
 * order.
 */
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { codeFor, eventually, moveClock } from './house.ts'
import { loseNetwork } from './network.ts'
import { callerOf, enterWith, PHONES, type Caller, type Who } from './people.ts'
import { atCounter, payAtWave, typeCode, type Facts, type StateVisit } from './visits.ts'

type As = (who: Exclude<Who, 'guest'>) => Promise<Caller>
interface Pot {
  readonly id: string
  readonly slug: string
}

const SUSPENDED_PHONE = '+221771000011'
/** Numbers nobody had before. */
const SIGNING_IN_PHONE = '+221776001122'
const NEW_PHONE = '+221776003344'

interface Walks {
  /** Soon after the facts were gathered: a scan can be taken back for some minutes only. Leave the voucher taken, as it was. */
  readonly before: readonly StateVisit[]
  readonly after: readonly StateVisit[]
}

/** Every state, ready to be walked into in the house at `url`, before and after the pages that stand by themselves. */
export async function walksOf(url: string, as: As, facts: Facts): Promise<Walks> {
  const { slug, ids, spentCode } = facts
  const first = async <T>(who: Exclude<Who, 'guest'>, path: string): Promise<T> =>
    (await (await as(who)).get<{ items: T[] }>(path)).items[0]!
  const pot = await first<Pot>('awa', '/pots')
  const voucher = (await first<{ id: string }>('dieynaba', '/vouchers')).id
  const unspend = async () => {
    const manager = await as('manager')
    interface Attempt {
      readonly redemption_id: string
      readonly undo_until: string | null
      readonly undone_at: string | null
    }
    const { items } = await manager.get<{ items: Attempt[] }>('/redemptions')
    const scan = items.find(({ undo_until, undone_at }) => undo_until !== null && undone_at === null)
    if (scan) await manager.post(`/redemptions/${scan.redemption_id}/undo`, {}, crypto.randomUUID())
  }
  const accepted = async (page: Page) => {
    await unspend()
    await typeCode(spentCode)(page)
  }
  const outdated = outdatedPicture(url, as, voucher)
  const errors = [403, 404, 410, 429, 500, 503].map((status): StateVisit => ({
    name: `public/error-${status}`,
    state: `the server answers ${status}`,
    who: 'guest',
    path: `/design?status=${status}`,
    status,
  }))
  const before: StateVisit[] = [
    // A phone that has not scanned yet; later it knows where it is.
    {
      name: 'partner/home-where',
      state: 'a phone that does not know its counter yet',
      who: 'cashier',
      path: '/partner',
    },
    {
      name: 'partner/scan',
      state: 'at the counter, camera off',
      who: 'cashier',
      path: '/partner/scan',
      act: atCounter,
    },
    {
      name: 'partner/scan-undone',
      state: 'a scan taken back',
      who: 'manager',
      path: '/partner/scan',
      async act(page) {
        await accepted(page)
        await page.locator('main details summary').click()
        await page.locator('main details button').click()
        await page.locator('main[data-verdict=undone]').waitFor()
      },
    },
    // The scan taken back, the code can be shown again.
    { name: 'account/voucher-ready', state: 'the day has come', who: 'dieynaba', path: `/vouchers/${voucher}` },
    {
      name: 'account/voucher-ready-show',
      state: 'the day has come, full screen',
      who: 'dieynaba',
      path: `/vouchers/${voucher}/show`,
    },
    {
      name: 'account/vouchers-id-paper',
      state: 'for who asked for paper',
      who: 'dieynaba',
      path: `/vouchers/${voucher}`,
      async act(page) {
        await (await as('dieynaba')).post(`/vouchers/${voucher}/paper`)
        await page.goto(`${url}/vouchers/${voucher}/paper`)
      },
    },
    {
      name: 'partner/scan-outdated',
      state: 'a code that was over: an old picture of it',
      who: 'cashier',
      path: '/partner/scan',
      act: showPhoto(outdated),
    },
    { name: 'partner/scan-accepted', state: 'accepted', who: 'cashier', path: '/partner/scan', act: accepted },
  ]
  const after: StateVisit[] = [
    ...errors,
    {
      name: 'public/give-refused',
      state: 'an amount too small',
      who: 'guest',
      path: `/p/${slug}/give`,
      act: send('amount_minor', '50'),
    },
    {
      name: 'public/gift-failed',
      state: 'Wave declined the payment',
      who: 'guest',
      path: `/p/${slug}`,
      act: declined(url, slug),
    },
    {
      name: 'public/sign-in-code',
      state: 'the code was sent',
      who: 'guest',
      path: '/sign-in',
      act: askForCode(url, SIGNING_IN_PHONE),
    },
    // Nobody else opens pages as this person: the session in this browser is another one from here on.
    {
      name: 'public/sign-in-second-factor',
      state: 'staff, whose code was right',
      who: 'controller',
      path: '/',
      act: halfSignedIn(url, PHONES.controller),
    },
    { name: 'account/welcome', state: 'somebody new', who: 'controller', path: '/', act: newPerson(url) },
    {
      name: 'public/sign-in-refused',
      state: 'no such number',
      who: 'guest',
      path: '/sign-in',
      act: send('phone', '12'),
    },
    {
      name: 'staff/search-found',
      state: 'a number that is known',
      who: 'support',
      path: '/staff/search?q=77+100+00+01',
    },
    { name: 'staff/search-none', state: 'nothing found', who: 'support', path: '/staff/search?q=76+999+99+99' },
    { name: 'staff/palette', state: 'the palette of commands', who: 'support', path: '/staff', act: openPalette },
    {
      name: 'staff/exports-running',
      state: 'a list that is being read',
      who: 'finance',
      path: '/staff/exports',
      act: exporting(as),
    },
    { name: 'staff/exports-done', state: 'a file to fetch', who: 'finance', path: '/staff/exports', act: exported(as) },
    { name: 'partner/scan-offline', state: 'no network', who: 'cashier', path: '/partner/scan', act: loseNetwork },
    {
      name: 'account/pot-funded',
      state: 'the target is reached',
      who: 'awa',
      path: `/pots/${pot.id}`,
      act: funded(url, slug),
    },
    { name: 'public/pot-funded', state: 'the target is reached', who: 'guest', path: `/p/${slug}` },
    {
      name: 'public/sign-in-suspended',
      state: 'a suspended account',
      who: 'guest',
      path: '/sign-in',
      act: suspended(url, as),
    },
    {
      name: 'staff/step-up',
      state: 'an act that asks for a code first',
      who: 'finance',
      path: `/staff/settlements/${ids['consoles/staff/settlements/settlement.tsx']}`,
      async act(page) {
        await moveClock(url, { by: 'PT11M' })
        await page.reload()
        const step = page.locator('main details:has(form)').first()
        await step.locator('summary').click()
        await step.locator('button').last().click()
        await page.locator('input[name=second_factor_code]').first().waitFor()
      },
    },
  ]
  return { before, after }
}

/** A picture somebody took of the voucher's code: by the time it is shown the code is another one. */
function outdatedPicture(url: string, as: As, voucher: string): () => Promise<Buffer> {
  let picture: Promise<Buffer> | undefined
  const taken = async () => {
    const { token } = await as('dieynaba')
    const answer = await fetch(`${url}/api/vouchers/${voucher}/qr.svg`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const png = sharp(Buffer.from(await answer.arrayBuffer()))
      .resize(600, 600)
      .flatten({ background: 'white' })
    const shown = await png.extend({ top: 60, bottom: 60, left: 60, right: 60, background: 'white' }).png().toBuffer()
    await moveClock(url, { by: 'PT2M' })
    return shown
  }
  return () => (picture ??= taken())
}

/** Gives the counter a photo of a code instead of its camera. */
function showPhoto(picture: () => Promise<Buffer>): (page: Page) => Promise<void> {
  return async (page) => {
    await atCounter(page)
    await page.waitForLoadState('networkidle')
    const photo = { name: 'code.png', mimeType: 'image/png', buffer: await picture() }
    await page.locator('input[type=file]').setInputFiles(photo)
    await page.locator('main[data-verdict=wait]').waitFor()
  }
}

/** A gift whose payment Wave declines, once. */
function declined(url: string, slug: string): (page: Page) => Promise<void> {
  let address: Promise<string> | undefined
  const given = async () => {
    const guest = callerOf(url)
    const body = { amount_minor: '5000', donor_name: 'Cheikh Tidiane', message: 'Bon vent !' }
    const gift = await guest.post<{ gift_id: string; secret: string; launch_url: string }>(
      `/p/${slug}/gifts`,
      body,
      'walk-declined',
    )
    await payAtWave(gift.launch_url, 'refuse')
    const path = `/gifts/${gift.gift_id}?secret=${gift.secret}`
    await eventually('the declined gift', async () => {
      const { status } = await guest.get<{ status: string }>(path)
      return status === 'failed' || undefined
    })
    return `${url}/g/${gift.gift_id}?secret=${gift.secret}`
  }
  return async (page) => {
    await page.goto(await (address ??= given()))
  }
}

/** Asks for a code by message; a while after the last one, before which no other is sent. */
export function askForCode(url: string, phone: string): (page: Page) => Promise<void> {
  return async (page) => {
    await moveClock(url, { by: 'PT61S' })
    await page.locator('input[name=phone]').fill(phone)
    await page.locator('input[name=phone]').press('Enter')
    await page.locator('input[name=code]').waitFor()
  }
}

/** Staff whose code from the message was right and whose second factor is still asked for. */
export function halfSignedIn(url: string, phone: string): (page: Page) => Promise<void> {
  let token: Promise<string> | undefined
  const entered = async () => {
    const guest = callerOf(url)
    const { challenge_id } = await guest.post<{ challenge_id: string }>('/otp', { phone })
    const code = await codeFor(url, phone)
    return (await guest.post<{ token: string }>(`/otp/${challenge_id}/verification`, { code })).token
  }
  return async (page) => {
    await become(page, url, await (token ??= entered()))
    await page.goto(`${url}/sign-in/second-factor`)
  }
}

/** Somebody whose number was just confirmed and who has said nothing of themselves yet. */
function newPerson(url: string): (page: Page) => Promise<void> {
  let person: Promise<Caller> | undefined
  return async (page) => {
    const { token } = await (person ??= enterWith(url, NEW_PHONE))
    await become(page, url, token!)
    await page.goto(`${url}/welcome`)
  }
}

async function become(page: Page, url: string, token: string): Promise<void> {
  await page.context().addCookies([{ name: 'teranga_session', value: token, url }])
}

/** Writes one field and sends its form as it is. */
function send(name: string, value: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator(`input[name=${name}]`).fill(value)
    await page.locator(`input[name=${name}]`).press('Enter')
    await page.locator('[aria-invalid=true]').first().waitFor()
  }
}

async function openPalette(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  await page.locator('dialog[open]').waitFor()
}

/** A long list, and the page while it is still being read: opened as it is asked for, until it comes before the file does. */
function exporting(as: As): (page: Page) => Promise<void> {
  return async (page) => {
    const finance = await as('finance')
    const reads = async () => {
      const { items } = await finance.get<{ items: { state: string }[] }>('/exports')
      return items.some(({ state }) => state === 'running')
    }
    await eventually('an export that runs', async () => {
      const asked = (await reads()) || finance.post('/exports', { list: '/audit', query: {} }, crypto.randomUUID())
      await Promise.all([page.reload(), asked])
      return (await page.locator('main progress').count()) > 0 || undefined
    })
  }
}

function exported(as: As): (page: Page) => Promise<void> {
  return async (page) => {
    const finance = await as('finance')
    const { items } = await finance.get<{ items: { id: string; state: string }[] }>('/exports')
    if (items.length === 0) await finance.post('/exports', { list: '/gifts', query: {} }, 'walk-export')
    await eventually('the export', async () => {
      const answer = await finance.get<{ items: { state: string }[] }>('/exports')
      return answer.items.every(({ state }) => state === 'done') || undefined
    })
    await page.reload()
  }
}

/** Gives what is missing, once. */
function funded(url: string, slug: string): (page: Page) => Promise<void> {
  return async (page) => {
    const guest = callerOf(url)
    const state = () => guest.get<{ target_minor: string; raised_minor: string }>(`/p/${slug}`)
    const { target_minor, raised_minor } = await state()
    const missing = BigInt(target_minor) - BigInt(raised_minor)
    if (missing > 0n) {
      const body = { amount_minor: String(missing), donor_name: 'Ndeye Coumba', message: 'Le compte est bon !' }
      const { launch_url } = await guest.post<{ launch_url: string }>(`/p/${slug}/gifts`, body, 'walk-missing')
      await payAtWave(launch_url)
      await eventually('the full pot', async () => {
        const now = await state()
        return BigInt(now.raised_minor) >= BigInt(target_minor) || undefined
      })
    }
    await page.reload()
  }
}

function suspended(url: string, as: As): (page: Page) => Promise<void> {
  return async (page) => {
    const admin = await as('admin')
    const found = await admin.get<{ items: { id: string }[] }>(`/users?phone=${encodeURIComponent(SUSPENDED_PHONE)}`)
    await admin.post(`/users/${found.items[0]!.id}/suspension`, { reason: 'Signalée par plusieurs donateurs' })
    await askForCode(url, SUSPENDED_PHONE)(page)
    await page.locator('input[name=code]').fill(await codeFor(url, SUSPENDED_PHONE))
    await page.locator('input[name=code]').press('Enter')
    await page.getByRole('alert').first().waitFor()
  }
}
