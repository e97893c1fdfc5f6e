/** What partners do in their console: take a voucher, refuse it, take the scan back, file a statement. The camera is in partner.test.ts. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ActOn, Stage } from './acting.ts'
import { moveClock } from './house.ts'

export const PARTNERS: Readonly<Record<string, ActOn>> = {
  'a cashier takes a voucher, takes that back, takes it again, and refuses it the next time': async (stage) => {
    const code = await voucherOfToday(stage)
    const page = await stage.page('cashier')
    await standsAtTheCounter(stage, page)
    await page.getByRole('link', { name: stage.named('partner.scan.start') }).click()
    await typed(stage, page, code)
    await stage.heading(page, 'partner.result.title.good')
    await page
      .locator('summary')
      .filter({ hasText: stage.named('partner.result.undo') })
      .click()
    await stage.press(page, 'partner.result.undo.confirm')
    await stage.heading(page, 'partner.result.title.undone')
    await stage.follow(page, 'partner.result.next')
    await typed(stage, page, code)
    await stage.heading(page, 'partner.result.title.good')
    await stage.follow(page, 'partner.result.next')
    await typed(stage, page, code)
    await stage.heading(page, 'partner.result.title.bad')
    await stage.reads(page, 'partner.reason.already_used')
  },

  'a scan is taken back from the list': async (stage) => {
    const code = await voucherOfToday(stage)
    const page = await stage.page('cashier')
    await standsAtTheCounter(stage, page)
    await stage.open(page, '/partner/scan')
    await typed(stage, page, code)
    await stage.heading(page, 'partner.result.title.good')
    await stage.follow(page, 'partner.result.home')
    await stage.follow(page.getByRole('table').first(), 'partner.undo')
    await stage.heading(page, 'partner.undo.title')
    await stage.press(page, 'partner.result.undo.confirm')
    await stage.reads(page, 'console.done.undone')
  },

  'a manager reads a statement and files it': async (stage) => {
    const page = await stage.page('manager')
    await stage.open(page, '/partner/settlements')
    await page.getByRole('row').getByRole('link').first().click()
    await stage.heading(page, 'partner.statement.title')
    const document = page.getByRole('link', { name: stage.says('statement.document') })
    const file = await page.request.get(stage.house.url + (await document.getAttribute('href'))!)
    expect(file.headers()['content-type']).toBe('application/pdf')
    expect((await file.body()).toString('latin1', 0, 5)).toBe('%PDF-')
  },
}

/** A voucher for the cinema, as it is dictated, on the birthday: a pot is for two days ahead at least, so they are let pass. */
async function voucherOfToday(stage: Stage): Promise<string> {
  const pack = await stage.cinemaPack()
  const owner = await stage.person('Mame', { inDays: 2, turns: 26 })
  const pot = await stage.pot(owner, { pack_id: pack.id })
  await stage.gift(pot.slug, Number(pack.price_minor))
  const { voucher_id } = await owner.caller.post<{ voucher_id: string }>(
    `/pots/${pot.id}/pack-purchase`,
    {},
    crypto.randomUUID(),
  )
  await moveClock(stage.house.url, { by: 'P2D' })
  return (await owner.caller.get<{ code: string }>(`/vouchers/${voucher_id}`)).code
}

async function typed(stage: Stage, page: Page, code: string): Promise<void> {
  await stage.field(page, 'partner.scan.code').fill(code)
  await stage.press(page, 'partner.scan.check')
}

/** Says where the till stands; who has scanned before finds the choice folded. */
async function standsAtTheCounter(stage: Stage, page: Page): Promise<void> {
  await stage.open(page, '/partner')
  const venue = page.getByRole('radio').first()
  if (!(await venue.isVisible())) await page.locator('main details > summary').first().click()
  await venue.check()
  await stage.press(page, 'partner.venue.act')
}
