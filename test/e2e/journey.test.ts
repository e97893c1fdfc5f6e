/**
 * The main journey as people make it, in a browser and in French: a pot is opened, friends give through the Wave page, the pack
 * is bought and scanned, once and not twice, the partner is paid by two people, and the ledger is proven.
 */
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { codeFor, eventually, moveClock, openHouse, START_MS_MAX, today, type House } from './house.ts'
import { authenticatorCode } from './people.ts'
import { pixelsOf, WHITE, type Person, type Phones } from './phones.ts'
import { readQr } from './qr.ts'
import { withPhones } from './with-phones.ts'

const AISSATOU = '77 812 34 56'
const CASHIER = '77 200 00 01'
const FINANCE = '77 300 00 02'
const CONTROLLER = '77 300 00 03'
const OPERATIONS = '77 300 00 04'
/** How long the phone is held up to the camera at most, and how often the camera is shown what is on it now. */
const HELD_UP_SECONDS_MAX = 90
const HELD_UP_PAUSE_MS = 2000

await withPhones('the main journey', journey)

function journey(phones: Phones): void {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  }, START_MS_MAX)
  afterAll(async () => {
    await phones.close()
    await house?.close()
  })

  test('a gift reaches a birthday pot and leaves it as a redeemed pack', { timeout: 480_000 }, async () => {
    const owner = await phones.person()
    const friend = await phones.person({ scripts: false })
    const generous = await phones.person()
    const watcher = await phones.person()
    const cashier = await phones.person({ camera: true })
    const staff = {
      operations: await phones.person(),
      finance: await phones.person(),
      controller: await phones.person(),
    }
    onTestFailed(async () => {
      const everybody = { owner, friend, generous, watcher, cashier, ...staff }
      for (const [who, { page }] of Object.entries(everybody)) {
        const shown = page.locator('body').innerText()
        const text = await shown.catch(() => 'a page that is gone')
        console.error(`${who} was at ${page.url()}: ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`)
      }
    })
    const birthday = (await today(house.url)).add({ days: 20 })

    // A new number becomes a person, and the person makes a pot.
    await owner.page.goto(house.url)
    await owner.page.getByRole('link', { name: 'Créer ma cagnotte' }).first().click()
    await signIn(owner.page, AISSATOU)
    await owner.page.getByLabel('Prénom').fill('Aïssatou')
    await owner.page.getByLabel('Date de naissance').fill(birthday.with({ year: 1996 }).toString())
    await press(owner.page, 'C’est parti')
    await makePot(owner.page)
    await heading(owner.page, 'Les 30 ans d’Aïssatou')
    await sees(owner.page.getByText('Votre cagnotte est créée.'))
    const pot = owner.page.url().replace(/\?.*/, '')
    const link = (await owner.page.getByRole('link', { name: `${house.url}/p/` }).getAttribute('href'))!

    // Somebody keeps the page of the pot open and never touches it again.
    await watcher.page.goto(house.url + link)
    await heading(watcher.page, 'Les 30 ans d’Aïssatou')
    await reached(watcher.page, 0)
    const visits = countVisits(watcher.page)

    // A friend gives without an account and without JavaScript, up to Wave and back.
    await friend.page.goto(house.url + link)
    await friend.page.getByRole('link', { name: 'Participer au cadeau' }).first().click()
    await heading(friend.page, 'Un cadeau pour Aïssatou')
    await friend.page.getByLabel('Un autre montant').fill('5000')
    await friend.page.getByLabel('Votre nom').fill('Modou')
    await friend.page.getByLabel('Un mot pour Aïssatou').fill('Bon anniversaire, ma grande !')
    await press(friend.page, 'Offrir avec Wave')
    await payAtWave(friend.page, '77 600 11 22')
    await heading(friend.page, 'Votre cadeau pour Aïssatou')
    await sees(friend.page.getByText('Merci ! Votre cadeau est arrivé'))
    await reached(watcher.page, 33)
    await sees(watcher.page.getByText('Bon anniversaire, ma grande !'))

    // A bigger gift reaches the target, and more.
    await generous.page.goto(house.url + link)
    await generous.page.getByRole('link', { name: 'Participer au cadeau' }).first().click()
    await generous.page.getByLabel('Un autre montant').fill('12 000')
    await generous.page.getByLabel('Offrir en secret').check()
    await press(generous.page, /^Offrir 12.000.F.* avec Wave$/)
    await payAtWave(generous.page, '77 600 33 44')
    await sees(generous.page.getByText('Merci ! Votre cadeau est arrivé'))
    await reached(watcher.page, 113)
    expect(visits()).toBe(0)

    // The owner turns the pot into the pack. What is left is theirs; the voucher waits for the day.
    await owner.page.goto(`${house.url}/dashboard`)
    await owner.page.goto(pot)
    await sees(owner.page.getByText(/Il restera 2.000.F/))
    await owner.page.getByRole('link', { name: 'Prendre mon cadeau' }).click()
    await heading(owner.page, 'Prendre mon cadeau')
    await press(owner.page, 'Acheter le pack')
    await sees(owner.page.getByText('Le pack est à vous !'))
    await sees(owner.page.getByText('Encore un peu de patience'))
    const qr = owner.page.getByRole('img', { name: 'Code QR du bon cadeau' })
    expect(await qr.count()).toBe(0)
    await owner.page.getByRole('link', { name: 'Mes cagnottes' }).click()
    await sees(owner.page.getByText(/^2.000.F$/))
    await owner.page.goBack()
    const code = (await owner.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]{3}$/).textContent())!

    // Too early today; on the birthday the camera reads the QR on the owner's screen, and the voucher is used.
    await cashier.page.goto(`${house.url}/partner`)
    await signIn(cashier.page, CASHIER)
    await cashier.page.getByRole('radio', { name: /Ciné Téranga Plateau/ }).check()
    await press(cashier.page, 'Choisir cet établissement')
    await cashier.page.getByRole('link', { name: 'Scanner un bon' }).click()
    await typeCode(cashier.page, code)
    await refused(cashier.page, /^Trop tôt : valable à partir du /)
    await moveClock(house.url, { to: `${birthday.toString()}T10:00:00Z` })
    await owner.page.reload()
    await holdUp(owner, qr, cashier.page)
    await sees(cashier.page.getByText('Soirée ciné à deux'))
    await sees(owner.page.getByText('Utilisé. Belle fête !'))

    // A second time nobody is served.
    phones.showCameras(WHITE)
    await cashier.page.goto(`${house.url}/partner/scan`)
    await typeCode(cashier.page, code)
    await refused(cashier.page, /^Déjà utilisé le /)

    // The month ends and is closed; one person approves, and cannot pay; another pays.
    const month = birthday.toLocaleString('fr', { month: 'long', year: 'numeric' })
    await moveClock(house.url, { to: `${birthday.add({ months: 1 }).with({ day: 2 }).toString()}T09:00:00Z` })
    const { operations, finance, controller } = staff
    await operations.page.goto(`${house.url}/staff/settlements`)
    await signInStaff(operations.page, OPERATIONS)
    await heading(operations.page, 'Règlements')
    const row = operations.page.getByRole('row', { name: new RegExp(`${month}.*Ciné Téranga`) })
    await row.getByRole('link', { name: month }).click()
    await heading(operations.page, 'Ciné Téranga')
    await sees(operations.page.getByText(/^en attente$/))
    const statement = operations.page.url()

    await finance.page.goto(statement)
    await signInStaff(finance.page, FINANCE)
    await act(finance.page, 'Approuver…')
    await sees(finance.page.getByText('Relevé approuvé. Une autre personne peut le payer.'))
    await sees(finance.page.getByText(/^Vous avez approuvé ce relevé.* une autre personne le paie\.$/))
    expect(await finance.page.getByText('Payer…').count()).toBe(0)
    expect(await finance.page.getByText(/^approuvé$/).count()).toBe(1)

    await controller.page.goto(statement)
    await signInStaff(controller.page, CONTROLLER)
    // A while later the act asks for a code first, in its own form, and is then done at once.
    await moveClock(house.url, { by: 'PT11M' })
    await act(controller.page, 'Payer…')
    const form = controller.page.getByRole('group').filter({ hasText: 'Code de votre application' })
    await form.getByLabel('Code de votre application').fill(await authenticatorCode(house.url, phoneOf(CONTROLLER)))
    await form.getByRole('button').click()
    await sees(controller.page.getByText(/^payé$/))

    // All that happened is in the ledger, and nothing else.
    await finance.page.goto(`${house.url}/staff/ledger`)
    const made = () => finance.page.getByRole('definition').getByRole('time').first().getAttribute('datetime')
    const before = await made()
    await press(finance.page, 'Vérifier maintenant')
    await eventually('a new proof', async () => (await made()) !== before || undefined)
    await sees(finance.page.getByText('Le grand livre est prouvé'))
  })

  async function signIn(page: Page, phone: string): Promise<void> {
    await heading(page, 'Bienvenue')
    await page.getByLabel('Numéro de téléphone').fill(phone)
    await press(page, 'Recevoir mon code')
    await heading(page, 'Votre code')
    await page.getByLabel('Code à 6 chiffres').fill(await codeFor(house.url, phoneOf(phone)))
    await press(page, 'Continuer')
  }

  /**
   * Holds the owner's phone up to the counter's camera for the next scan, until what it shows is accepted. The code on the phone changes every half
   * minute, so the camera is shown again and again what is there now; where it was too slow and read one that is over, the cashier
   * scans once more.
   */
  async function holdUp(owner: Person, qr: Locator, counter: Page): Promise<void> {
    const verdict = counter.locator('main[data-verdict]')
    const next = async () => {
      await verdict.getByRole('link', { name: 'Scan suivant' }).click()
      await verdict.waitFor({ state: 'hidden' })
    }
    const read = async () => {
      // Once it is accepted, the phone shows no code any more.
      const picture = await qr.screenshot({ timeout: HELD_UP_PAUSE_MS }).catch(() => undefined)
      if (picture === undefined || (await verdict.isVisible())) return
      const pixels = await pixelsOf(picture, owner)
      expect(readQr(pixels)).toMatch(/^\S{40,}$/)
      phones.showCameras(pixels)
      await verdict.waitFor({ timeout: HELD_UP_PAUSE_MS }).catch(() => undefined)
    }
    await next()
    await eventually(
      'the voucher to be accepted',
      async () => {
        if (!(await verdict.isVisible())) await read()
        else if ((await verdict.getByText('Code périmé', { exact: true }).count()) === 0) return true
        else await next()
        return undefined
      },
      { seconds: HELD_UP_SECONDS_MAX },
    )
    await heading(counter, 'Accepté')
  }

  /** Staff also show their second factor. */
  async function signInStaff(page: Page, phone: string): Promise<void> {
    await signIn(page, phone)
    await heading(page, 'Encore une étape')
    const code = await authenticatorCode(house.url, phoneOf(phone))
    await page.getByLabel('Code de l’application').fill(code)
    await press(page, 'Continuer')
  }
}

/** A pot in four small steps, left once in the middle and taken up again; the page friends will see, then the one button. */
async function makePot(page: Page): Promise<void> {
  const goOn = () => page.getByRole('button', { name: 'Continuer', exact: true }).click()
  const step = (name: string) => sees(page.locator('[aria-current=step]').filter({ hasText: name }))
  await heading(page, 'Quel cadeau ferait plaisir')
  await step('Le cadeau')
  await sees(page.getByText('la cagnotte s’ouvre tout de suite'))
  await page.getByRole('radio', { name: /^Soirée ciné à deux\s*Ciné Téranga\s*15.000.F/ }).check()
  await goOn()
  await heading(page, 'Quelques mots pour vos proches')
  await page.getByLabel('Le titre').fill('Les 30 ans d’Aïssatou')
  await press(page, 'Continuer plus tard')
  await page.getByRole('link', { name: 'Reprendre' }).click()
  await heading(page, 'Une image pour votre cagnotte')
  await goOn()
  await heading(page, 'Vos réglages')
  await goOn()
  await heading(page, 'Voilà votre cagnotte')
  await press(page, 'Créer la cagnotte')
}

const phoneOf = (typed: string) => `+221${typed.replaceAll(' ', '')}`
async function sees(what: Locator): Promise<void> {
  try {
    await what.first().waitFor()
  } catch (error) {
    const shown = await what
      .page()
      .locator('body')
      .innerText()
      .catch(() => 'a page that is gone')
    throw new Error(`${what.page().url()} shows instead: ${shown.replaceAll(/\s+/g, ' ').slice(0, 600)}`, {
      cause: error,
    })
  }
}
const heading = (page: Page, name: string) => sees(page.getByRole('heading', { level: 1, name }))
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** The stand-in's own page: the amount, a number, one button. */
async function payAtWave(page: Page, number: string): Promise<void> {
  await sees(page.getByText('Démonstration – aucun argent réel'))
  await page.getByLabel('Votre numéro').fill(number)
  await press(page, 'Payer')
}

/** The page shows how far the pot is, without anybody having touched it. */
const reached = (page: Page, percent: number) =>
  sees(page.getByRole('progressbar', { name: new RegExp(`^${percent}.% de l’objectif$`) }))

function countVisits(page: Page): () => number {
  let visits = 0
  page.on('framenavigated', () => (visits += 1))
  return () => visits
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code du bon').fill(code)
  await press(page, 'Vérifier le code')
}

async function refused(page: Page, why: RegExp): Promise<void> {
  await heading(page, 'Refusé')
  await sees(page.getByRole('alert').getByText(why))
}

/** An act in two steps: what opens it, then the button that does it. */
async function act(page: Page, label: string): Promise<void> {
  const step = page.getByRole('group').filter({ has: page.getByText(label, { exact: true }) })
  await step.getByText(label, { exact: true }).click()
  await step.getByRole('button').click()
}
