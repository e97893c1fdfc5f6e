/** The keyboard of the staff console, in a real browser: the palette, the keys, and that they keep quiet while somebody types. */
import Fastify, { type FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Phones } from '../../test/e2e/phones.ts'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import { withPhones } from '../../test/e2e/with-phones.ts'

await withPhones('the palette', keys)

function keys(phones: Phones): void {
  let app: FastifyInstance
  let origin: string
  let page: Page

  beforeAll(async () => {
    const { build, clientDirectory } = await buildWeb()
    app = Fastify()
    app.get('/api/me', async () => ({
      id: 'usr_1',
      phone: '+221773000001',
      email: null,
      roles: ['support'],
      permissions: ['pots.view', 'payments.view', 'reports.use'],
      partner_permissions: [],
      partner_ids: [],
      second_factor_needed: false,
    }))
    const view = { id: 'viw_1', list: '/staff/gifts', shared: false, mine: true, opens_first: false }
    app.get('/api/views', async () => ({ items: [{ ...view, name: 'Tous reçus', query: 'status=received' }] }))
    app.get('/api/gifts', async () => ({
      items: ['gif_1', 'gif_2'].map((id) => ({
        id,
        pot_id: `pot_${id}`,
        payment_id: `pay_${id}`,
        status: 'received',
        amount_minor: '1000',
        currency: 'XOF',
        created_at: '2026-12-12T18:05:09Z',
      })),
      next_cursor: null,
    }))
    app.get('/api/payments', async () => ({ items: [], next_cursor: null }))
    await attachWeb(app, { build, clientDirectory, product: 'wolo', development: false })
    origin = await app.listen({ port: 0, host: '127.0.0.1' })
    ;({ page } = await phones.person({ wide: true }))
  }, 240_000)
  afterAll(async () => {
    await phones.close()
    await app.close()
  })
  beforeEach(async () => {
    await page.goto(`${origin}/staff/gifts`)
    // The keys work from when the small script has run, which then shows its button.
    await page.locator('button[data-opens="palette"]').waitFor()
  })

  const palette = () => page.getByRole('dialog', { name: 'Aller à…' })

  test('Ctrl-K opens the palette; typing without accents narrows it; Enter goes there', async () => {
    await page.keyboard.press('Control+k')
    await expect.poll(() => palette().isVisible()).toBe(true)
    await page.keyboard.type('tous recu')
    expect(await palette().getByRole('link').allTextContents()).toEqual(['Dons · Tous reçus'])
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/staff/gifts?status=received`)
  })

  test('arrows walk the pages found, Escape closes', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('paiements')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/staff/payments')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate('document.activeElement.name')).toBe('q')
    await page.keyboard.press('Escape')
    await expect.poll(() => palette().isVisible()).toBe(false)
  })

  test('what is no page is searched for', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('77 123 45 67')
    await Promise.all([page.waitForURL(/\/staff\/search\?q=77\+123\+45\+67$/), page.keyboard.press('Enter')])
  })

  test('g and a letter lead to a page', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.waitForURL(`${origin}/staff/payments`)
  })

  test('j and k walk the rows and o opens one', async () => {
    const href = () => page.evaluate('document.activeElement.getAttribute("href")')
    await page.keyboard.press('j')
    const first = await href()
    await page.keyboard.press('j')
    const second = await href()
    expect([String(first), String(second)].every((it) => it.includes('gif_'))).toBe(true)
    expect(second).not.toBe(first)
    await page.keyboard.press('k')
    expect(await href()).toBe(first)
    await Promise.all([page.waitForURL(origin + first), page.keyboard.press('o')])
  })

  test('letters are text while somebody types, and can be turned off', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('gpj?')
    expect(await page.locator('#search').inputValue()).toBe('gpj?')
    await page.locator('body').click({ position: { x: 5, y: 500 } })
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Raccourcis du clavier' })
    await help.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await help.isVisible()).toBe(false)
    await page.keyboard.press('Control+k')
    await expect.poll(() => palette().isVisible()).toBe(true)
    await page.evaluate('localStorage.clear()')
  })

  test('without scripts the menu and the search box do the same, and no dialog is in the way', async () => {
    const quiet = await phones.person({ wide: true, scripts: false })
    await quiet.page.goto(`${origin}/staff/gifts`)
    expect(await quiet.page.getByRole('dialog').count()).toBe(0)
    await quiet.page.locator('#search').fill('gif_1')
    await Promise.all([
      quiet.page.waitForURL(`${origin}/staff/search?q=gif_1`),
      quiet.page.locator('#search').press('Enter'),
    ])
    await quiet.context.close()
  })
}
