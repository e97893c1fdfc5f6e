/**
 * States of Tutor's pages that no address of the demonstration shows: forms that are refused, lists with nothing in them, who has only
 * begun. They can be looked at as often as one likes; what only time and trouble make comes after (states-later.ts).
 */
import type { House } from './house.ts'
import { Neighbourhood } from './neighbours.ts'
import type { Caller } from './people.ts'
import { laterStates } from './states-later.ts'
import { learnerStates, press, send, type Act, type Scene, type State } from './states-learner.ts'
import type { Visit } from './visits.ts'
import { tutorVisits, type TutorWho } from './visits-tutor.ts'

/** Everything there is to see in a house of Tutor: its pages and states that stand, and those that come after. */
export async function tutorSights(
  house: Pick<House, 'url' | 'standInUrl'>,
  as: Scene['as'],
): Promise<{ pages: Visit<TutorWho>[]; states: State[]; after: State[] }> {
  const pages = await tutorVisits(house, as)
  const near = await Neighbourhood.settle(house, as)
  const mona = await as('mona')
  const scene: Scene = {
    url: house.url,
    as,
    near,
    salma: (await (await as('salma')).get<{ id: string }>('/me')).id,
    subscription: (await mona.get<{ items: { id: string }[] }>('/subscriptions')).items[0]!.id,
  }
  const receipt = await receiptOf(mona, scene.salma)
  const states = [...openStates(scene, receipt), ...guardianStates(scene), ...learnerStates(scene), ...staffStates()]
  const after = laterStates(scene)
  // A state may be what an address leads somebody else away from.
  const walked = new Set([...states, ...after].map(({ name }) => name))
  return { pages: pages.filter(({ name }) => !walked.has(name)), states, after }
}

/** Of pages that anybody can open. */
function openStates({ near }: Scene, receipt: Receipt): State[] {
  const { invitation } = near.made
  const errors = [403, 429, 500, 503].map((status): State => ({
    name: `public/error-${status}`,
    state: `the server answers ${status}`,
    who: 'guest',
    path: `/design?status=${status}`,
    status,
  }))
  return [
    {
      name: 'public/sign-in-learner-refused',
      state: 'a wrong PIN',
      who: 'guest',
      path: '/sign-in/learner',
      act: send({ username: 'shams2017', pin: '739164' }),
    },
    {
      name: 'public/sign-in-phone-refused',
      state: 'no such number',
      who: 'guest',
      path: '/sign-in/phone',
      act: send({ phone: '12' }),
    },
    {
      name: 'public/verify-consent-valid',
      state: 'a receipt that holds',
      who: 'guest',
      path: '/verify-consent',
      act: verifying(JSON.stringify(receipt)),
    },
    {
      name: 'public/verify-consent-forged',
      state: 'a receipt that was changed',
      who: 'guest',
      path: '/verify-consent',
      act: verifying(JSON.stringify({ ...receipt, record: { ...receipt.record, decision: 'refused' } })),
    },
    {
      name: 'public/verify-consent-refused',
      state: 'no receipt at all',
      who: 'guest',
      path: '/verify-consent',
      act: send({ receipt: 'TUT-2026-000001' }),
    },
    { name: 'public/invitation', state: 'not signed in', who: 'guest', path: `/guardian/${invitation}` },
    {
      name: 'public/invitation-unknown',
      state: 'a link that is no invitation',
      who: 'guest',
      path: '/guardian/unknown',
      status: 404,
    },
    ...errors,
  ]
}

function guardianStates({ url, near, salma, subscription }: Scene): State[] {
  const { declined, disputed, question, accepted } = near.made
  const [adam, laila] = [near.id('adam'), near.id('laila')]
  const trial = `/billing/${near.subscription('laila')}`
  return [
    { name: 'account/welcome', state: 'somebody new', who: 'amira', path: '/welcome' },
    {
      name: 'account/welcome-refused',
      state: 'a birthday that is still to come',
      who: 'amira',
      path: '/welcome',
      act: send({ first_name: 'أميرة', date_of_birth: '2090-01-01' }),
    },
    { name: 'account/identity-refused', state: 'a document that was refused', who: 'hoda', path: '/account/identity' },
    { name: 'guardian/home-empty', state: 'no child yet', who: 'nadia', path: '/guardian' },
    { name: 'guardian/billing', state: 'no subscription', who: 'nadia', path: '/billing' },
    { name: 'guardian/plan-alone', state: 'an adult who learns', who: 'nadia', path: '/guardian/plan' },
    {
      name: 'guardian/children-new-refused',
      state: 'a sign-in name that is taken',
      who: 'nadia',
      path: '/guardian/children/new',
      act: send({ first_name: 'سلمى', date_of_birth: '2016-02-03', username: 'salma10', pin: '482519' }),
    },
    {
      name: 'guardian/children-new-back',
      state: 'back to the form after it was refused',
      who: 'nadia',
      path: '/guardian/children/new',
      async act(page) {
        // Whoever answers for the page without a network: it must not say that there is none.
        await page.evaluate(`navigator.serviceWorker.controller ??
          new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(1), { once: true }))`)
        await send({ first_name: 'سلمى', date_of_birth: '2016-02-03', username: 'salma10', pin: '482519' })(page)
        await page.goto(`${url}/guardian`)
        await page.goBack()
        await page.locator('main [name="username"]').waitFor()
      },
    },
    { name: 'guardian/home-first', state: 'consent is missing', who: 'hoda', path: '/guardian' },
    { name: 'guardian/consents-first', state: 'the second step', who: 'hoda', path: `/learners/${adam}/consents?step` },
    {
      name: 'guardian/request-declined',
      state: 'the bank declined the card',
      who: 'hoda',
      path: `/consents/requests/${declined.id}`,
    },
    {
      name: 'guardian/consent-declined',
      state: 'asked again after the card was declined, document refused',
      who: 'hoda',
      path: `/consent/${declined.link}`,
    },
    {
      name: 'guardian/request-disputed',
      state: 'another amount came than was asked for',
      who: 'dalia',
      path: `/consents/requests/${disputed.id}`,
    },
    {
      name: 'guardian/consent-open',
      state: 'sent without an answer',
      who: 'farida',
      path: `/consent/${question}`,
      act: press('main form button:not([name])'),
    },
    {
      name: 'guardian/consent-changed',
      state: 'the text changed meanwhile',
      who: 'farida',
      path: `/consent/${question}`,
      async act(page) {
        await page.locator('input[value=yes]').first().check()
        await page.evaluate(`document.querySelector('input[name$=".sha256"]').value = '${'0'.repeat(64)}'`)
        await press('main form button:not([name])')(page)
      },
    },
    {
      name: 'guardian/consent-gone',
      state: 'a link that is no question',
      who: 'mona',
      path: `/consent/${question.slice(0, -4)}aaaa`,
    },
    { name: 'guardian/invitation-accepted', state: 'accepted before', who: 'hassan', path: `/guardian/${accepted}` },
    { name: 'guardian/home-view', state: 'a grandfather who may only look', who: 'hassan', path: '/guardian' },
    { name: 'guardian/child-first', state: 'nothing learnt yet', who: 'dalia', path: `/guardian/children/${laila}` },
    {
      name: 'guardian/child-unknown',
      state: 'somebody else’s child',
      who: 'nadia',
      path: `/guardian/children/${salma}`,
      status: 404,
    },
    {
      name: 'guardian/conversations-none',
      state: 'no conversation yet',
      who: 'hassan',
      path: `/guardian/children/${laila}/conversations`,
    },
    {
      name: 'guardian/account-refused',
      state: 'a PIN that is guessed at once',
      who: 'dalia',
      path: `/guardian/children/${laila}/account`,
      act: send({ pin: '123456' }, 'button[value=pin]'),
    },
    { name: 'guardian/billing-trial', state: 'the first day of the trial', who: 'dalia', path: trial },
    { name: 'guardian/billing-unpaid', state: 'back without having paid', who: 'dalia', path: `${trial}?unpaid` },
    {
      name: 'guardian/billing-ending',
      state: 'about to end it',
      who: 'mona',
      path: `/billing/${subscription}`,
      act: openFold('details:has(input[name=act][value=cancel]) > summary'),
    },
    {
      name: 'guardian/change-quote',
      state: 'what a change comes to',
      who: 'farida',
      path: `/billing/${near.subscription('omar')}/change?plan=plus&cycle=monthly`,
    },
    {
      name: 'guardian/change-refused',
      state: 'a change that cannot be made now',
      who: 'mona',
      path: `/billing/${subscription}/change?plan=plus&cycle=yearly`,
    },
  ]
}

function staffStates(): State[] {
  return [
    { name: 'staff/not-allowed', state: 'a guardian', who: 'mona', path: '/staff/payments', status: 403 },
    {
      name: 'staff/search-found',
      state: 'a number that is known',
      who: 'support',
      path: '/staff/search?q=010+0123+4501',
    },
    { name: 'staff/search-none', state: 'nothing found', who: 'support', path: '/staff/search?q=012+9999+9999' },
    { name: 'staff/payments-none', state: 'nothing to list', who: 'finance', path: '/staff/payments?status=cancelled' },
    {
      name: 'staff/subscriptions-none',
      state: 'nothing to list',
      who: 'finance',
      path: '/staff/subscriptions?status=paused',
    },
    {
      name: 'staff/learning-unknown',
      state: 'nobody by this number',
      who: 'support',
      path: '/staff/learning/usr_00000000000000000000000000',
      status: 404,
    },
  ]
}

interface Receipt {
  readonly record: Readonly<Record<string, unknown>>
}

async function receiptOf(guardian: Caller, child: string): Promise<Receipt> {
  const { items } = await guardian.get<{ items: { latest: { id: string }[] }[] }>(`/learners/${child}/consents`)
  return guardian.get<Receipt & Record<string, unknown>>(`/consents/${items[0]!.latest[0]!.id}/receipt`)
}

function verifying(receipt: string): Act {
  return async (page) => {
    await page.locator('textarea[name=receipt]').fill(receipt)
    await page.locator('main form button').last().click()
    await page.locator('main li > .text-good, main li > .text-bad').first().waitFor()
  }
}

function openFold(summary: string): Act {
  return async (page) => {
    await page.locator(summary).first().click()
  }
}
