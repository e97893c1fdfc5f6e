/** What staff do in their console: find, explain, correct, pay, look after partners, packs and people. Each on data of its own. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { newPhone, type ActOn } from './acting.ts'
import { eventually, moveClock } from './house.ts'
import { callerOf } from './people.ts'

export const STAFF: Readonly<Record<string, ActOn>> = {
  '“I paid, where is my money?”: from a phone number to the sentence': async (stage) => {
    const owner = await stage.person()
    const pot = await stage.pot(owner, { target_minor: '60000' })
    const phone = newPhone()
    await stage.gift(pot.slug, 5000, { phone })
    const page = await stage.page('support')
    await stage.open(page, '/staff')
    const box = page.getByRole('searchbox', { name: stage.named('search.box') })
    await box.fill(phone)
    await box.press('Enter')
    const found = page.getByRole('list', { name: stage.named('inquiry.title') })
    await found.locator('a[href*="/staff/gifts/"]').first().click()
    await stage.heading(page, 'inquiry.money')
    await page.getByText(owner.name).first().waitFor()
  },

  'one asks for a refund and says why, another decides with a fresh code': async (stage) => {
    const owner = await stage.person()
    const pot = await stage.pot(owner, { target_minor: '60000' })
    const { gift_id } = await stage.gift(pot.slug, 5000)
    const asking = await stage.page('support')
    await stage.open(asking, `/staff/gifts/${gift_id}`)
    await stage.act(
      asking,
      'support',
      ['staff.gift.refund', 'staff.refund.ask', 'console.done.refund_requested'],
      (form) => stage.field(form, 'staff.refund.note').fill('La personne a donné deux fois.'),
    )
    const deciding = await stage.page('controller')
    await stage.as('controller')
    await moveClock(stage.house.url, { by: 'PT11M' })
    await stage.open(deciding, '/staff/refunds?status=pending')
    const asked = await stage.act(deciding, 'controller', [
      'staff.refunds.approve',
      'staff.refunds.approve.confirm',
      'console.done.refund_approved',
    ])
    expect(asked).toBe(true)
    const finance = await stage.as('finance')
    await eventually('the refund', async () => {
      const { items } = await finance.get<{ items: { id: string; status: string }[] }>('/gifts?status=refunded')
      return items.some(({ id }) => id === gift_id) || undefined
    })
  },

  'one approves a statement, another pays it': async (stage) => {
    const finance = await stage.as('finance')
    const { items } = await finance.get<{ items: { id: string; status: string }[] }>('/settlements?limit=50')
    const { id } = items.filter(({ status }) => status === 'pending').at(-1)!
    const first = await stage.page('finance')
    await stage.open(first, `/staff/settlements/${id}`)
    await stage.act(first, 'finance', [
      'staff.settlement.approve',
      'staff.settlement.approve.confirm',
      'console.done.approved',
    ])
    const second = await stage.page('controller')
    await stage.open(second, `/staff/settlements/${id}`)
    await stage.act(second, 'controller', [
      'staff.settlement.pay',
      'staff.settlement.pay.confirm',
      'console.done.paying',
    ])
    await eventually('the payout', async () => {
      const { status } = await finance.get<{ status: string }>(`/settlements/${id}`)
      return status === 'paid' || undefined
    })
  },

  'an event of Wave is applied again': async (stage) => {
    const page = await stage.page('operations')
    await stage.open(page, '/staff/webhooks')
    await page.locator('main td a[href^="/staff/webhooks/"]').first().click()
    await stage.act(
      page,
      'operations',
      ['staff.webhooks.replay', 'staff.webhooks.replay.confirm', 'console.done.replayed'],
      stage.why,
    )
  },

  'Wave is asked about a payment that does not come': async (stage) => {
    const owner = await stage.person()
    const pot = await stage.pot(owner, { target_minor: '60000' })
    const { gift_id } = await stage.gift(pot.slug, 5000, { paid: false })
    const page = await stage.page('support')
    await stage.open(page, `/staff/gifts/${gift_id}`)
    await stage.act(page, 'support', ['inquiry.check', 'inquiry.check.confirm', 'console.done.asked_open'], stage.why)
  },

  'a partner is taken on, changed and made active, with a pack that is shown': async (stage) => {
    const page = await stage.page('operations')
    const name = `Maison Kaay ${crypto.randomUUID().slice(0, 8)}`
    await stage.open(page, '/staff/partners')
    await stage.follow(page, 'staff.partners.new')
    await stage.field(page, 'staff.partner.name').fill(name)
    await stage.field(page, 'staff.partner.split_percent').fill('85')
    await stage.press(page, 'staff.partners.create')
    await stage.reads(page, 'console.done.partner_created')
    const partner = new URL(page.url()).pathname
    await stage.act(
      page,
      'operations',
      ['staff.venue.add', 'staff.venue.add.confirm', 'console.done.saved'],
      async (form) => {
        await stage.field(form, 'staff.venue.name').fill(`${name} Plateau`)
        await stage.field(form, 'staff.venue.address').fill('3, rue Jules Ferry')
        await stage.field(form, 'staff.venue.city').selectOption('Dakar')
      },
    )
    await stage.open(page, partner)
    await stage.act(page, 'operations', ['staff.partner.edit', 'console.save', 'console.done.saved'], (form) =>
      stage.field(form, 'staff.partner.split_percent').fill('80'),
    )
    await stage.open(page, partner)
    await stage.act(
      page,
      'operations',
      ['staff.partner.payout.edit', 'console.save', 'console.done.saved'],
      async (form) => {
        await stage.field(form, 'staff.partner.payout.mobile').fill('77 640 11 22')
        await stage.field(form, 'staff.partner.payout.name').fill('Maison Kaay')
      },
    )
    await stage.open(page, partner)
    await stage.act(page, 'operations', [
      'staff.partner.become.active',
      'staff.partner.become.active.confirm',
      'console.done.partner_active',
    ])
    await stage.follow(page, 'staff.partner.see_packs')
    await stage.follow(page, 'staff.packs.new')
    await stage.field(page, 'staff.pack.name_fr').fill('Goûter de fête')
    await stage.field(page, 'staff.pack.description_fr').fill('Gâteau, jus de bissap, bougies.')
    await stage.field(page, 'staff.pack.price').fill('20 000')
    await stage.press(page, 'staff.packs.create')
    await stage.reads(page, 'console.done.pack_created')
    const pack = new URL(page.url()).pathname
    await stage.act(page, 'operations', ['console.edit', 'console.save', 'console.done.saved'], (form) =>
      stage.field(form, 'staff.pack.price').fill('18 000'),
    )
    await stage.open(page, pack)
    await stage.act(page, 'operations', [
      'staff.pack.become.active',
      'staff.pack.become.active.confirm',
      'console.done.pack_active',
    ])
    const shown = await callerOf(stage.house.url).get<{ price_minor: string }>(`/packs/${pack.split('/').at(-1)}`)
    expect(shown.price_minor).toBe('18000')
  },

  'an administrator gives a role with a fresh code, and takes it away': async (stage) => {
    const { caller } = await stage.person('Aïda')
    const { id } = await caller.get<{ id: string }>('/me')
    const page = await stage.page('admin')
    await moveClock(stage.house.url, { by: 'PT11M' })
    await stage.open(page, `/staff/team/${id}`)
    const asked = await stage.act(
      page,
      'admin',
      ['team.give', 'team.give.confirm', 'console.done.role_given'],
      async (form) => {
        await stage.field(form, 'team.role').selectOption('support')
        await stage.why(form)
      },
    )
    expect(asked).toBe(true)
    await stage.reads(page, 'team.role_text.support')
    await stage.act(page, 'admin', ['team.take', 'team.take.confirm', 'console.done.role_taken'], stage.why)
    await stage.reads(page, 'team.roles.none')
  },

  'an account is suspended, and let in again': async (stage) => {
    const { caller } = await stage.person('Aïda')
    const { id } = await caller.get<{ id: string }>('/me')
    const page = await stage.page('admin')
    await stage.open(page, `/staff/users/${id}`)
    await stage.act(
      page,
      'admin',
      ['staff.user.suspend', 'staff.user.suspend.confirm', 'console.done.suspended'],
      stage.why,
    )
    await expect(caller.get('/me')).rejects.toThrow(/answered 40[13]/)
    await stage.act(
      page,
      'admin',
      ['staff.user.reinstate', 'staff.user.reinstate.confirm', 'console.done.reinstated'],
      stage.why,
    )
  },

  'a view is kept, and its rows are exported and downloaded': async (stage) => {
    const page = await stage.page('finance')
    const name = `Reçus ${stage.look.language}`
    const query = stage.look.language === 'fr' ? 'status=received' : 'status=refunded'
    await stage.open(page, `/staff/gifts?${query}`)
    await page
      .locator('summary')
      .filter({ hasText: stage.t('views.save') })
      .click()
    await stage.field(page, 'views.name').fill(name)
    await stage.press(page.locator('details[open]'), 'console.save')
    await stage.reads(page, 'console.done.view_saved')
    await page
      .getByRole('navigation', { name: stage.named('views.label') })
      .getByRole('link', { name })
      .waitFor()
    await stage.open(page, '/staff/gifts')
    await stage.press(page, 'list.export')
    await stage.reads(page, 'console.done.export_started')
    const file = page.getByRole('link', { name: stage.named('exports.download') }).first()
    await file.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
    expect(
      readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\n').length,
    ).toBeGreaterThan(10)
  },

  'the ledger is proven anew': async (stage) => {
    const page = await stage.page('finance')
    await stage.open(page, '/staff/ledger')
    await stage.press(page, 'staff.proof.run')
    await stage.reads(page, 'console.done.proof_started')
    await stage.reads(page, 'staff.proof.passed')
  },

  'the palette leads to a page by its name': async (stage) => {
    const page = await stage.page('finance')
    await stage.open(page, '/staff')
    // The keys work from when the small script has run.
    await page.locator('button[data-opens="palette"]:not([hidden])').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: stage.named('palette.title') })
    await palette.getByRole('searchbox').fill(stage.t('staff.webhooks.title'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/staff/webhooks*')
  },
}
