/**
 * States of Tutor that only time and trouble make: a card that is declined, consent taken back in the middle of a conversation,
 * questions used up, a trial that is over, a card without money, a birthday. They change the house and its day, so they come one
 * after the other, in this order.
 */
import { moveClock } from './house.ts'
import { DECLINED } from './neighbours.ts'
import { authenticatorCode, type Caller } from './people.ts'
import { askForCode, halfSignedIn } from './states.ts'
import { asking, type Scene, type State } from './states-learner.ts'
import { phoneOf } from './visits-tutor.ts'

export function laterStates(scene: Scene): State[] {
  const { url, as, near, salma, subscription } = scene
  const [laila, omar] = [near.id('laila'), near.id('omar')]
  const { question, invitation } = near.made
  const trial = `/billing/${near.subscription('laila')}`
  return [
    {
      name: 'guardian/paymob',
      state: 'the stand-in’s page, before paying',
      who: 'dalia',
      path: trial,
      async act(page) {
        await page.goto((await near.checkout('laila')).launch_url)
      },
    },
    {
      name: 'guardian/paymob-declined',
      state: 'the stand-in’s page: the card was declined',
      who: 'dalia',
      path: trial,
      async act(page) {
        await page.goto((await near.checkout('laila')).launch_url)
        await page.locator('#number').fill(DECLINED)
        await page.locator('button.pay').first().click()
        await page.locator('#problem').waitFor()
      },
    },
    {
      name: 'learner/tutor-withdrawn',
      state: 'consent taken back in the middle of the conversation',
      who: 'laila',
      path: '/learner/tutor',
      async act(page) {
        const purposes = ['ai_conversation']
        if (!(await near.permits('laila', purposes))) await near.allow('laila', purposes)
        await asking(scene, 'laila')(page)
        const dalia = await as('dalia')
        await dalia.post(`/learners/${laila}/consents/withdrawals`, { purposes }, crypto.randomUUID())
        await page.locator('textarea[name=text]').fill('وما الخطوة التالية؟')
        await page.locator('main form button:not([name])').click()
        await page.locator('textarea[name=text]').waitFor({ state: 'detached' })
      },
    },
    {
      name: 'guardian/consents-withdrawn',
      state: 'consent taken back',
      who: 'dalia',
      path: `/learners/${laila}/consents?done=withdrawn`,
    },
    {
      name: 'learner/tutor-quota',
      state: 'the questions of the month are used up',
      who: 'omar',
      path: '/learner/tutor',
      before: async () => useUp(url, await as('omar'), omar),
    },
    { name: 'guardian/child-quota', state: 'no questions left', who: 'farida', path: `/guardian/children/${omar}` },
    {
      name: 'staff/conversations-noted',
      state: 'a child who is not well',
      who: 'support',
      path: '/staff/conversations',
      async before() {
        const asked = { id: crypto.randomUUID(), conversation: crypto.randomUUID(), text: 'محدش بيحبني' }
        await (await as('salma')).post(`/learners/${salma}/questions`, asked)
      },
    },
    {
      name: 'guardian/data-waiting',
      state: 'a copy to fetch, and an erasure that can be undone',
      who: 'nadia',
      path: `/people/${near.id('nadia')}/data`,
      async before() {
        const nadia = await as('nadia')
        for (const asked of ['exports', 'erasure'])
          await nadia.post(`/people/${near.id('nadia')}/${asked}`, {}, `state-${asked}`)
      },
      act: (page) => page.locator('main a[download]').first().waitFor(),
    },
    { name: 'staff/privacy-waiting', state: 'an erasure that waits', who: 'administrator', path: '/staff/privacy' },
    {
      name: 'staff/subscription-refunds-done',
      state: 'a small refund, which went at once',
      who: 'finance',
      path: '/staff/subscription-refunds',
      async before() {
        const mona = await as('mona')
        const { items } = await mona.get<{ items: { id: string; status: string }[] }>('/invoices')
        const { id } = items.find(({ status }) => status === 'paid')!
        const note = 'تعطّلت الدروس يومين، فرددنا ثمنهما.'
        const support = await as('support')
        const code = await authenticatorCode(url, phoneOf('support'))
        await support.post('/sessions/current/second-factor', { code })
        const wish = { invoice_id: id, amount_minor: '3300', ends: false, note }
        await support.post(`/subscriptions/${subscription}/refunds`, wish, 'state-refund')
      },
    },
    {
      name: 'public/sign-in-code',
      state: 'the code was sent',
      who: 'guest',
      path: '/sign-in/phone',
      act: askForCode(url, '+201100781234'),
    },
    {
      name: 'public/sign-in-second-factor',
      state: 'staff, whose code was right',
      who: 'finance',
      path: '/texts',
      act: halfSignedIn(url, phoneOf('finance')),
    },
    {
      name: 'guardian/consent-expired',
      state: 'a link whose time is over',
      who: 'farida',
      path: `/consent/${question}`,
      before: () => moveClock(url, { by: 'P8D' }),
    },
    {
      name: 'public/invitation-expired',
      state: 'an invitation that is over',
      who: 'guest',
      path: `/guardian/${invitation}`,
    },
    {
      name: 'guardian/home-closed',
      state: 'the trial is over',
      who: 'dalia',
      path: '/guardian',
      before: () => moveClock(url, { by: 'P7D' }),
    },
    { name: 'guardian/billing-closed', state: 'the trial is over', who: 'dalia', path: trial },
    { name: 'learner/home-closed', state: 'the trial is over', who: 'laila', path: '/learner' },
    { name: 'learner/practice-closed', state: 'the trial is over', who: 'laila', path: '/learner/practice' },
    {
      name: 'learner/tutor-closed',
      state: 'the trial is over',
      who: 'laila',
      path: '/learner/tutor',
      before: () => near.allow('laila', ['ai_conversation']),
    },
    {
      name: 'guardian/home-past-due',
      state: 'the card had no money',
      who: 'farida',
      path: '/guardian',
      async before() {
        // Everybody is signed out by then, and signs in anew.
        await moveClock(url, { by: 'P17D' })
        await near.untilStatus('omar', 'grace')
      },
    },
    {
      name: 'guardian/billing-past-due',
      state: 'the card had no money',
      who: 'farida',
      path: `/billing/${near.subscription('omar')}`,
    },
    { name: 'learner/home-past-due', state: 'the card had no money', who: 'omar', path: '/learner' },
    { name: 'learner/home-grown', state: 'somebody who came of age', who: 'mariam', path: '/learner' },
    { name: 'learner/grown-up', state: 'somebody who came of age', who: 'mariam', path: '/learner/grown-up' },
    { name: 'guardian/home-grown', state: 'the daughter came of age', who: 'samia', path: '/guardian' },
  ]
}

/** Asks until nothing is left, at the rate at which one may: at length, then for as little as can be set aside. */
async function useUp(url: string, child: Caller, id: string): Promise<void> {
  const conversation = crypto.randomUUID()
  for (let asked = 1; ; asked++) {
    const { quotas } = await child.get<{ quotas: { meter: string; left: string; granted: string }[] }>(
      `/learners/${id}/usage`,
    )
    const { left, granted } = quotas.find(({ meter }) => meter === 'ai_tokens')!
    if (Number(left) * 100 < Number(granted)) return
    if (asked % 20 === 0) await moveClock(url, { by: 'PT61S' })
    const text = 'لا أفهم هذا التمرين. '.repeat(Number(left) > 2000 ? 47 : 1)
    await child.post(`/learners/${id}/questions`, { id: crypto.randomUUID(), conversation, text })
  }
}
