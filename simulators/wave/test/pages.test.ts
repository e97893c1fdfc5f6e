import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { send, type Reply } from '../../test/make.ts'
import { toE164 } from '../pages.ts'
import { merchant, type Merchant } from './make.ts'

let m: Merchant
let session: any
beforeEach(async () => {
  m = await merchant({ businessName: "Wolo <b>&'" })
  session = await m.session({ client_reference: 'gift-1' })
})
afterEach(() => m.close())

const open = (id = session.id): Promise<Reply> => send(`${m.wave.url}/c/${id}`, 'GET', undefined, {})
const press = (act: string, mobile = '77 123 45 67'): Promise<Reply> =>
  send(`${m.wave.url}/c/${session.id}/pay`, 'POST', new URLSearchParams({ act, mobile }), {})
const now = async () => (await m.call('GET', `/v1/checkout/sessions/${session.id}`)).body

describe('the payment page', () => {
  test('shows what is paid to whom, says it is a demonstration, and escapes what others wrote', async () => {
    const page = await send(session.wave_launch_url, 'GET', undefined, {})
    expect(page.status).toBe(200)
    expect(page.text).toContain('25\u00a0000\u00a0F')
    expect(page.text).toContain('Démonstration – aucun argent réel')
    expect(page.text).toContain('Wolo &#60;b&#62;&#38;&#39;')
    expect(page.text).not.toContain('Wolo <b>')
    expect(page.text).toMatch(/<form method="post" action="\/c\/cos-[0-9a-z]+\/pay">/)
    expect(page.text).toMatch(/<button class="pay" name="act" value="pay">\s*Payer/)
    expect(page.text).not.toContain('<script')
  })

  test('paying completes the session, announces it and returns to the shop', async () => {
    const reply = await press('pay')
    expect([reply.status, reply.body]).toEqual([303, 'https://shop.example/thanks'])
    expect((await now()).payment_status).toBe('succeeded')
    await m.wave.control.idle()
    expect(m.hook.received[0]!.event.type).toBe('checkout.session.completed')
    expect((await m.call('GET', '/v1/transactions')).body.items[0].counterparty_mobile).toBe('+221771234567')
    expect((await open()).text).toContain('Paiement effectué')
  })

  test('pressing twice pays once', async () => {
    const replies = await Promise.all([press('pay'), press('pay')])
    expect(replies.map((it) => it.body)).toEqual(['https://shop.example/thanks', 'https://shop.example/thanks'])
    expect((await m.call('GET', '/v1/transactions')).body.items).toHaveLength(1)
  })

  test('a refusal comes back to the page, says why, and leaves the session open', async () => {
    const reply = await press('refuse', '77.123.45.67')
    expect([reply.status, reply.body]).toEqual([303, `/c/${session.id}?mobile=%2B221771234567`])
    const page = await send(`${m.wave.url}${reply.body}`, 'GET', undefined, {})
    expect(page.text).toContain('Solde insuffisant.')
    expect(page.text).toContain('value="77 123 45 67"')
    expect(await now()).toMatchObject({ checkout_status: 'open', last_payment_error: { code: 'insufficient-funds' } })
    await press('refuse:customer-age-restricted')
    expect((await now()).last_payment_error.code).toBe('customer-age-restricted')
    expect((await press('pay')).body).toBe('https://shop.example/thanks')
  })

  test('cancelling goes to the error address and changes nothing', async () => {
    const reply = await press('cancel', '')
    expect([reply.status, reply.body]).toEqual([303, 'https://shop.example/sorry'])
    expect(await now()).toMatchObject({ checkout_status: 'open', last_payment_error: null })
  })

  test('a number that is none is asked again, without an attempt', async () => {
    const reply = await press('pay', 'abc')
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('Entrez un numéro de téléphone')
    expect((await now()).last_payment_error).toBeNull()
  })

  test('an expired session cannot be paid and offers the way back', async () => {
    m.wave.control.expire({ session: session.id })
    expect((await open()).text).toContain('Ce lien de paiement a expiré')
    expect((await press('pay')).body).toBe(`/c/${session.id}?mobile=%2B221771234567`)
    expect((await now()).payment_status).toBe('cancelled')
  })

  test('an unknown link says so', async () => {
    const reply = await open('cos-unknown')
    expect([reply.status, reply.text.includes('n’existe pas')]).toEqual([404, true])
  })

  test.each([
    ['77 123 45 67', '+221771234567'],
    ['00221 77-123-45-67', '+221771234567'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['12', null],
  ])('%s is read as %s', (typed, mobile) => expect(toE164(typed)).toBe(mobile))
})

describe('the control API and page', () => {
  test('pay, late pay, expire, fail, clock, redeliver and state work over HTTP', async () => {
    const paid = await m.control('POST', '/pay', { session: 'gift-1', mobile: '+221770000001' })
    expect(paid.body).toMatchObject({ outcome: 'paid', session: { id: session.id, payment_status: 'succeeded' } })
    const late = await m.session()
    expect((await m.control('POST', '/expire', { session: late.id })).body.checkout_status).toBe('expired')
    expect((await m.control('POST', '/pay', { session: late.id })).status).toBe(409)
    expect((await m.control('POST', '/pay', { session: late.id, late: true })).body.outcome).toBe('paid')
    const failed = await m.session()
    expect((await m.control('POST', '/fail', { session: failed.id, code: 'payment-failure' })).body.outcome).toBe(
      'declined',
    )
    expect((await m.control('POST', '/clock', { offset_ms: 86_400_000 })).body.offset_ms).toBe(86_400_000)
    await m.wave.control.idle()
    const state = (await m.control('GET', '/state')).body
    expect(state.sessions.map((it: any) => it.checkout_status)).toEqual(['complete', 'complete', 'expired'])
    expect(Date.parse(state.now)).toBeGreaterThan(Date.now() + 86_000_000)
    await m.control('POST', '/redeliver', { event: state.events[0].id })
    await m.wave.control.idle()
    expect(m.hook.received.filter((it) => it.event.id === state.events[0].id)).toHaveLength(2)
    expect((await m.control('POST', '/redeliver', { event: 'EV_unknown' })).status).toBe(404)
  })

  test('faults are listed, refused when unknown or misspelt, and cleared', async () => {
    const set = await m.control('POST', '/faults', [{ fault: 'drop' }, { fault: 'delay', ms: 5, count: 3 }])
    expect(set.body).toMatchObject([
      { fault: 'drop', count: 1 },
      { fault: 'delay', ms: 5, count: 3 },
    ])
    for (const wrong of [
      { fault: 'explode' },
      { fault: 'delay', millis: 5 },
      { fault: 'delay', ms: -1 },
      { fault: 'forge', variant: 'x' },
    ]) {
      expect((await m.control('POST', '/faults', wrong)).status).toBe(400)
    }
    expect((await m.control('GET', '/faults')).body).toHaveLength(2)
    await m.control('DELETE', '/faults')
    expect((await m.control('GET', '/faults')).body).toEqual([])
  })

  test('the webhook can be changed, wrong values are refused', async () => {
    const reply = await m.control('POST', '/webhook', { url: m.hook.url, secret: 'a', mode: 'shared-secret' })
    expect(reply.body).toMatchObject({ webhook_url: m.hook.url, webhook_secrets: ['a'], webhook_mode: 'shared-secret' })
    expect((await m.control('POST', '/webhook', { url: 'ftp://x' })).status).toBe(400)
    expect((await m.control('POST', '/webhook', { mode: 'none' })).status).toBe(400)
    expect((await m.control('POST', '/clock', { offset_ms: 'soon' })).status).toBe(400)
  })

  test('reset forgets everything but the webhook', async () => {
    m.wave.control.pay({ session: session.id })
    await m.control('POST', '/clock', { offset_ms: 1_000 })
    await m.control('POST', '/reset')
    const state = (await m.control('GET', '/state')).body
    expect(state).toMatchObject({
      sessions: [],
      events: [],
      transactions: [],
      clock_offset_ms: 0,
      webhook: { url: m.hook.url },
    })
  })

  test('the page shows the state and its forms work without JavaScript', async () => {
    m.wave.control.faults({ fault: 'drop' })
    const page = (await m.control('GET', '')).text
    expect(page).toContain(session.id)
    expect(page).not.toContain('<script')
    for (const fault of ['duplicate', 'reorder', 'forge', 'payout-processing'])
      expect(page).toContain(`name="fault" value="${fault}"`)
    const form = new URLSearchParams({ fault: 'duplicate', copies: '2', count: '1', reference: '' })
    const reply = await send(`${m.wave.url}/_control/faults`, 'POST', form, {})
    expect([reply.status, reply.body]).toEqual([303, '/_control'])
    expect(m.wave.control.state().faults).toMatchObject([
      { fault: 'drop' },
      { fault: 'duplicate', copies: 2, reference: null },
    ])
    await send(`${m.wave.url}/_control/pay`, 'POST', new URLSearchParams({ session: session.id }), {})
    expect((await now()).payment_status).toBe('succeeded')
  })

  test('pages of other sites cannot press the buttons', async () => {
    const reply = await send(`${m.wave.url}/_control/reset`, 'POST', new URLSearchParams(), {
      'sec-fetch-site': 'cross-site',
    })
    expect(reply.status).toBe(403)
  })
})
