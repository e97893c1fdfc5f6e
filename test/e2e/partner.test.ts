/**
 * A till as it is used, in a browser with a camera: a code that changes is read from a phone's screen, a picture of it is worth
 * nothing a minute later, a scan is taken back, and nothing is said that the network has not answered.
 */
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { codeFor, moveClock, openHouse, START_MS_MAX, type House } from './house.ts'
import { pixelsOf, WHITE, type Phones } from './phones.ts'
import { readQr } from './qr.ts'
import { withPhones } from './with-phones.ts'

/** Of the demonstration: it is her birthday, and her voucher is for where he is cashier. */
const DIEYNABA = '77 100 00 02'
const CASHIER = '77 200 00 01'
const MANAGER = '77 200 00 02'

await withPhones('the till', till)

function till(phones: Phones): void {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  }, START_MS_MAX)
  afterAll(async () => {
    await phones.close()
    await house?.close()
  })

  test('a voucher is read from a screen, once; a picture of it never', { timeout: 240_000 }, async () => {
    const holder = await phones.person()
    const cashier = await phones.person({ camera: true })
    onTestFailed(async () => {
      for (const [who, { page }] of Object.entries({ holder, cashier }))
        console.error(`${who} was at ${page.url()}: ${await page.title().catch(() => 'a page that is gone')}`)
    })

    // Her voucher, as large as the screen.
    await signIn(holder.page, '/dashboard', DIEYNABA)
    await holder.page.locator('a[href^="/vouchers/"]').first().click()
    const code = (await holder.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]{3}$/).textContent())!
    await holder.page.getByRole('link', { name: 'Montrer en plein écran' }).click()
    const qr = holder.page.getByRole('img', { name: 'Code QR du bon cadeau' })
    await sees(qr)

    // He chooses where he stands; the camera reads her screen, and the answer fills his.
    await signIn(cashier.page, '/partner', CASHIER)
    await cashier.page.getByRole('radio').first().check()
    await press(cashier.page, 'Choisir cet établissement')
    phones.showCameras(await pixelsOf(await qr.screenshot(), holder))
    await cashier.page.getByRole('link', { name: 'Scanner un bon' }).click()
    await verdict(cashier.page, 'yes', 'Accepté')
    await sees(holder.page.getByText('Utilisé. Belle fête !'))

    // That was the wrong guest: taken back within the ten minutes, after one more question.
    await cashier.page.getByText('Annuler ce scan').click()
    await press(cashier.page, 'Confirmer l’annulation')
    await sees(cashier.page.getByRole('heading', { level: 1, name: 'Scan annulé' }))

    // A picture of her code, two minutes old, is refused in words; the page itself has another code by then.
    await holder.page.reload()
    const old = await pixelsOf(await qr.screenshot(), holder)
    await moveClock(house.url, { by: 'PT2M' })
    phones.showCameras(old)
    await cashier.page.getByRole('link', { name: 'Scan suivant' }).click()
    await verdict(cashier.page, 'wait', 'Refusé')
    await sees(cashier.page.getByRole('alert').getByText('Code périmé', { exact: true }))
    await sees(holder.page.locator('img[src^="blob:"]'))
    await holder.page.reload()
    const fresh = await pixelsOf(await qr.screenshot(), holder)
    expect(readQr(fresh)).not.toBe(readQr(old))
    phones.showCameras(fresh)
    await cashier.page.getByRole('link', { name: 'Scan suivant' }).click()
    await verdict(cashier.page, 'yes', 'Accepté')

    // The same again: when and where, in large.
    phones.showCameras(WHITE)
    await cashier.page.getByRole('link', { name: 'Scan suivant' }).click()
    // In a hurry, on a slow network: Enter twice is one question, so that no second answer lies under the first.
    let asked = 0
    await cashier.page.route('**/partner/scan', async (route) => {
      if (route.request().method() === 'POST') asked += 1
      await cashier.page.waitForTimeout(500)
      await route.continue()
    })
    await cashier.page.getByLabel('Code du bon').fill(code.toLowerCase())
    await cashier.page.keyboard.press('Enter')
    await cashier.page.keyboard.press('Enter')
    await verdict(cashier.page, 'no', 'Refusé')
    expect(asked).toBe(1)
    await cashier.page.unroute('**/partner/scan')
    await sees(cashier.page.getByText(/^Aujourd’hui à \d\d:\d\d ici même$/))

    // Reloading asks nothing again, and going on leads back to the camera.
    await cashier.page.reload()
    await verdict(cashier.page, 'no', 'Refusé')
    await cashier.page.getByRole('link', { name: 'Scan suivant' }).click()
    await cashier.page.waitForURL('**/partner/scan')
  })

  test('without a network the till says so at once, and keeps what was typed', { timeout: 240_000 }, async () => {
    const cashier = await phones.person()
    const { page, context } = cashier
    await signIn(page, '/partner', CASHIER)
    await page.getByRole('radio').first().check()
    await press(page, 'Choisir cet établissement')
    await page.getByRole('link', { name: 'Scanner un bon' }).click()
    await page.getByLabel('Code du bon').fill('ABCD-EFG')
    await context.setOffline(true)
    await sees(page.getByRole('alert').getByText(/Hors connexion/))
    expect(await page.getByRole('button', { name: 'Vérifier le code' }).isDisabled()).toBe(true)
    expect(await page.getByLabel('Code du bon').inputValue()).toBe('ABCD-EFG')
    await context.setOffline(false)
    await page.getByText(/Hors connexion/).waitFor({ state: 'hidden' })

    // A question that is lost on the way is asked again under the same key; until then there is no verdict.
    const keys: (string | null)[] = []
    await page.route('**/partner/scan', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      keys.push(new URLSearchParams(route.request().postData() ?? '').get('idempotency_key'))
      return keys.length === 1 ? route.abort('connectionreset') : route.continue()
    })
    await page.getByLabel('Code du bon').fill('ABCD-EFG-HJK')
    await press(page, 'Vérifier le code')
    await sees(page.getByText('Pas de réponse'))
    expect(await page.locator('main[data-verdict]').count()).toBe(0)
    await press(page, 'Réessayer')
    await verdict(page, 'wait', 'Refusé')
    expect(keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
  })

  test('without JavaScript a typed code is answered just so', { timeout: 240_000 }, async () => {
    const { page } = await phones.person({ scripts: false })
    await signIn(page, '/partner', MANAGER)
    await page.getByRole('radio').first().check()
    await press(page, 'Choisir cet établissement')
    await page.getByRole('link', { name: 'Scanner un bon' }).click()
    await page.getByLabel('Code du bon').fill('ABCD-EFG-HJK')
    await press(page, 'Vérifier le code')
    await verdict(page, 'wait', 'Refusé')
    await sees(page.getByRole('alert').getByText('Code inconnu', { exact: true }))

    // She manages the place: what each till did, and last month's statement to file.
    await page.getByRole('link', { name: 'Accueil partenaire' }).click()
    await page.getByRole('link', { name: 'Règlements' }).click()
    await sees(page.getByRole('heading', { level: 1, name: 'Règlements' }))
    await page.getByRole('row').getByRole('link').first().click()
    const document = page.getByRole('link', { name: 'Télécharger le relevé (PDF)' })
    await sees(document)
    const file = await page.request.get(house.url + (await document.getAttribute('href'))!)
    expect(file.headers()['content-type']).toBe('application/pdf')
    expect((await file.body()).toString('latin1', 0, 5)).toBe('%PDF-')
  })

  async function signIn(page: Page, path: string, phone: string): Promise<void> {
    await page.goto(house.url + path)
    await page.getByLabel('Numéro de téléphone').fill(phone)
    await press(page, 'Recevoir mon code')
    await sees(page.getByLabel('Code à 6 chiffres'))
    await page.getByLabel('Code à 6 chiffres').fill(await codeFor(house.url, `+221${phone.replaceAll(' ', '')}`))
    await press(page, 'Continuer')
    await page.waitForURL(`**${path}`)
  }
}

const sees = (what: Locator) => what.first().waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** The whole screen is of this kind, and says so. */
async function verdict(page: Page, kind: 'yes' | 'no' | 'wait', title: string): Promise<void> {
  await sees(page.locator(`main[data-verdict="${kind}"]`))
  await sees(page.getByRole('heading', { level: 1, name: title }))
}
