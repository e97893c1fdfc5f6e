/** What people do on Wolo's own pages, each on data of its own: sign in, make a pot, give, thank, take the gift, agree, protect. */
import { URI, type TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { newPhone, type ActOn, type Owner, type OwnPot, type Stage } from './acting.ts'
import { codeFor, eventually, today } from './house.ts'
import { callerOf } from './people.ts'

/** Cheap enough for every language at every width. */
export const GIVING: Readonly<Record<string, ActOn>> = {
  'a friend gives, up to Wave and back': async (stage) => {
    const owner = await stage.person()
    const pot = await stage.pot(owner, { target_minor: '60000' })
    const page = await stage.page('guest')
    await stage.open(page, `/p/${pot.slug}`)
    await stage.follow(page, 'pot.give')
    await stage.heading(page, 'give.title', { name: owner.name })
    await stage.field(page, 'give.other').fill('7 500')
    await stage.field(page, 'give.name').fill('Modou')
    await stage.field(page, 'give.message', { name: owner.name }).fill('Bon anniversaire !')
    await page.locator('main form button:not([type=button])').last().click()
    await page.getByLabel('Votre numéro').fill('77 600 11 22')
    await page.getByRole('button', { name: 'Payer' }).click()
    await stage.heading(page, 'gift.received.title')
    await stage.heading(page, 'gift.trail')
  },
}

export const PEOPLE: Readonly<Record<string, ActOn>> = {
  'somebody new signs in and makes a pot in four steps': async (stage) => {
    const page = await stage.page('guest')
    const phone = newPhone()
    await stage.open(page, '/pots/new')
    await stage.field(page, 'sign_in.phone').fill(phone)
    await stage.press(page, 'sign_in.send')
    await stage.field(page, 'sign_in.code.label').fill(await codeFor(stage.house.url, phone))
    await stage.press(page, 'sign_in.code.submit')
    await stage.field(page, 'profile.first_name').fill('Sokhna')
    const birthday = (await today(stage.house.url)).add({ days: 20 })
    await stage.field(page, 'profile.date_of_birth').fill(birthday.subtract({ years: 25 }).toString())
    await stage.press(page, 'welcome.submit')
    await stage.heading(page, 'making.goal.title')
    await page.getByRole('radio', { name: stage.named('pot_form.goal.amount') }).check()
    await stage.field(page, 'pot_form.target').fill('40 000')
    await stage.press(page, 'making.next')
    await stage.heading(page, 'making.words.title')
    await stage.field(page, 'pot_form.title').fill('Les 25 ans de Sokhna')
    await stage.press(page, 'making.next')
    await stage.heading(page, 'making.cover.title')
    await stage.press(page, 'making.next')
    await stage.heading(page, 'making.rules.title')
    await stage.press(page, 'making.next')
    await stage.heading(page, 'making.preview.title')
    await stage.press(page, 'new_pot.submit')
    await stage.reads(page, 'mine.done.created')
  },

  'an owner changes the pot, and puts the change back': async (stage) => {
    const { page, pot } = await ownPot(stage)
    await stage.follow(page, 'mine.edit')
    await stage.field(page, 'pot_form.title').fill('Un titre tout neuf')
    await stage.press(page, 'account.save')
    await stage.reads(page, 'mine.done.saved')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Un titre tout neuf')
    await stage.follow(page, 'history.title')
    await stage.press(page, 'history.undo')
    await stage.reads(page, 'history.undone')
    await stage.open(page, `/pots/${pot.id}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(pot.title)
  },

  'an owner passes the pot on: link, WhatsApp, poster': async (stage) => {
    const { page, pot } = await ownPot(stage)
    await page.getByRole('link', { name: `${stage.house.url}/p/${pot.slug}` }).waitFor()
    const share = page.getByRole('link', { name: stage.named('share.whatsapp') }).first()
    expect(await share.getAttribute('href')).toBe(`/p/${pot.slug}/share`)
    await stage.follow(page, 'share.poster')
    const address = `${stage.house.url}/p/${pot.slug}`.replace(/^https?:\/\//, '')
    await page.getByRole('img', { name: stage.says('poster.code', { address }) }).waitFor()
  },

  'an owner thanks everybody at once, and the donor reads it': async (stage) => {
    const { page, pot } = await ownPot(stage)
    const gift = await stage.gift(pot.slug, 5000)
    await stage.open(page, `/pots/${pot.id}`)
    await stage.follow(page, 'mine.thank.submit')
    await stage.field(page, 'thanks.message').fill('Merci, vous êtes formidables !')
    await stage.press(page, 'thanks.submit')
    await stage.reads(page, 'thanks.sent')
    const donor = await stage.page('guest')
    await stage.open(donor, `/g/${gift.gift_id}?secret=${gift.secret}`)
    await donor.getByText('Merci, vous êtes formidables !').waitFor()
  },

  'an owner takes the pack, and holds its voucher': async (stage) => {
    const pack = await stage.cinemaPack()
    const owner = await stage.person()
    const pot = await stage.pot(owner, { pack_id: pack.id })
    await stage.gift(pot.slug, Number(pack.price_minor))
    const page = await stage.page(owner.caller)
    await stage.open(page, `/pots/${pot.id}`)
    await stage.follow(page, 'mine.take')
    await stage.press(page, 'mine.buy.submit')
    await stage.reads(page, 'voucher.bought')
    await stage.reads(page, 'voucher.too_early.title')
  },

  'an adult accepts to stand by a child, and agrees to the pot': async (stage) => {
    const { page, child, pot } = await askedGuardian(stage)
    await stage.follow(page, 'wards.link')
    await stage.heading(page, 'approval.title', { name: child.name })
    await stage.press(page, 'mine.approve')
    await stage.reads(page, 'mine.done.approve')
    const own = await stage.page(child.caller)
    await stage.open(own, `/pots/${pot.id}`)
    await stage.heading(own, 'stage.empty')
  },

  'an adult does not agree, and says why': async (stage) => {
    const { page, child, pot } = await askedGuardian(stage)
    await stage.follow(page, 'wards.link')
    await page
      .locator('summary')
      .filter({ hasText: stage.named('mine.decline') })
      .click()
    await stage.field(page, 'approval.reason', { name: child.name }).fill('On en parle dimanche.')
    await stage.press(page, 'approval.decline')
    await stage.reads(page, 'mine.done.decline')
    const own = await stage.page(child.caller)
    await stage.open(own, `/pots/${pot.id}`)
    await stage.heading(own, 'stage.declined')
    await own.getByText('On en parle dimanche.').waitFor()
  },

  'somebody turns the second factor on': async (stage) => {
    const { caller } = await stage.person()
    const page = await stage.page(caller)
    await stage.open(page, '/account/security')
    await stage.press(page, 'security.begin')
    await stage.heading(page, 'enrolment.title')
    const { uri } = await caller.get<{ uri: string }>('/me/second-factor/enrolment')
    await stage.field(page, 'enrolment.code.label').fill(await codeOf(uri, stage))
    await stage.press(page, 'enrolment.submit')
    await stage.heading(page, 'recovery.title')
    await stage.open(page, '/account/security')
    await stage.reads(page, 'security.on')
  },

  'somebody chooses the other language, and what they are told about': async (stage) => {
    const { caller } = await stage.person()
    const page = await stage.page(caller)
    await stage.open(page, '/account/preferences')
    const other = stage.look.language === 'fr' ? 'en' : 'fr'
    await page.locator(`footer a[hreflang=${other}]`).click()
    await page.locator(`html[lang=${other}]`).waitFor()
    await stage.open(page, '/account/preferences')
    expect(await page.locator('html').getAttribute('lang')).toBe(other)
    await page.locator(`footer a[hreflang=${stage.look.language}]`).click()
    const news = page.getByRole('checkbox', { name: stage.named('preferences.category.marketing') })
    const before = await news.isChecked()
    await news.setChecked(!before)
    await stage.press(page, 'account.save')
    await stage.reads(page, 'account.saved')
    expect(await news.isChecked()).toBe(!before)
  },
}

async function ownPot(stage: Stage): Promise<{ page: Page; pot: OwnPot }> {
  const owner = await stage.person()
  const pot = await stage.pot(owner, { target_minor: '60000' })
  const page = await stage.page(owner.caller)
  await stage.open(page, `/pots/${pot.id}`)
  return { page, pot }
}

/** A child's pot waits; the adult has said yes to the child on the page of the invitation and stands before what is asked. */
async function askedGuardian(stage: Stage) {
  const child = await stage.person('Ndeye', { turns: 15 })
  const adult = await stage.person('Babacar', { inDays: 200, turns: 44 })
  await child.caller.post('/me/guardian-invitations', { phone: adult.phone, relation: 'parent' }, crypto.randomUUID())
  const token = await invitationTo(adult, stage)
  const page = await stage.page(adult.caller)
  await stage.open(page, `/guardian/${token}`)
  await stage.press(page, 'invitation.accept')
  await stage.reads(page, 'wards.accepted')
  const pot = await stage.pot(child, { target_minor: '30000' })
  await page.reload()
  return { page, child, pot }
}

function invitationTo({ phone }: Owner, stage: Stage): Promise<string> {
  return eventually('the invitation', async () => {
    const answer = await fetch(`${stage.house.url}/api/dev/outbox?address=${encodeURIComponent(phone)}`)
    const { items } = (await answer.json()) as { items: { body: string }[] }
    return items.map((item) => /\/guardian\/([\w.~-]+)/.exec(item.body)?.[1]).find(Boolean)
  })
}

/** What an authenticator shows that was given this, at the time of the product. */
async function codeOf(uri: string, stage: Stage): Promise<string> {
  const { now } = await callerOf(stage.house.url).get<{ now: string }>('/dev/clock')
  return (URI.parse(uri) as TOTP).generate({ timestamp: Date.parse(now) })
}
