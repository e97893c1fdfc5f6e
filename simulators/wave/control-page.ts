// The control page: checkouts, payouts and the webhook beside what every stand-in shows.
import { button, clock, faults, frame, messages, section, select } from '../control-page.ts'
import { html, type Html } from '../html.ts'
import type { State } from './control.ts'
import { FAULTS, PAYMENT_ERRORS } from './faults.ts'
import { francs } from './francs.ts'

export function controlPage(state: State): string {
  return frame(
    'Wave simulator',
    html`<h1>Wave simulator</h1>
      <p>
        No real money. Simulated time ${state.now} · balance <strong>${francs(state.balance)}</strong> · webhook
        ${state.webhook.url ?? 'not registered'}
        (${state.webhook.mode}${state.webhook.secrets.length > 1 && ', rotating'})
      </p>
      ${sessions(state)} ${faults(state.faults, FAULTS, 'session, reference…')} ${events(state)} ${payouts(state)}
      ${settings(state)}`,
  )
}

function sessions(state: State): Html {
  const rows = state.sessions.toReversed().map(
    (it) =>
      html`<tr>
        <td><a href="${it.wave_launch_url}">${it.id}</a><br /><small>${it.client_reference}</small></td>
        <td class="number">${francs(it.amount)}</td>
        <td>
          ${it.checkout_status} / ${it.payment_status}
          ${it.last_payment_error && html`<br /><small>${it.last_payment_error.code}</small>`}
          ${it.when_refunded && html`<br /><small>refunded</small>`}
        </td>
        <td><small>${it.when_created}</small></td>
        <td>
          ${it.checkout_status === 'open' && [button('pay', 'Pay', { session: it.id }), button('fail', 'Decline', { session: it.id })]}
          ${it.checkout_status === 'open' && button('expire', 'Expire', { session: it.id })}
          ${it.checkout_status === 'expired' && button('pay', 'Pay late', { session: it.id, late: 'true' })}
        </td>
      </tr>`,
  )
  return section('Checkout sessions', ['Session', 'Amount', 'Status', 'Created', ''], rows)
}

function events(state: State): Html {
  return html`${messages('Webhook events', 'event', state.events, (it) => it.client_reference)}
  ${button('emit', 'Send a test event', { type: 'test.test_event' })}
  ${button('emit', 'Payment at the counter, 1 000 F', { type: 'merchant.payment_received', amount: '1000' })}`
}

function payouts(state: State): Html {
  const rows = state.payouts.toReversed().map(
    (it) =>
      html`<tr>
        <td>${it.id}<br /><small>${it.client_reference}</small></td>
        <td>${it.mobile ?? it.recipient_id}<br /><small>${it.name}</small></td>
        <td class="number">${francs(it.receive_amount)} + ${francs(it.fee)}</td>
        <td>${it.status} ${it.payout_error && html`<br /><small>${it.payout_error.error_code}</small>`}</td>
        <td>
          ${
            it.status === 'processing' && [
              button('settle', 'Succeed', { payout: it.id, status: 'succeeded' }),
              button('settle', 'Fail', { payout: it.id, status: 'failed' }),
            ]
          }
        </td>
      </tr>`,
  )
  return section('Payouts', ['Payout', 'To', 'Amount + fee', 'Status', ''], rows)
}

function settings(state: State): Html {
  return html`<h2>Settings</h2>
    <form method="post" action="/_control/webhook" class="fault">
      <p><strong>Webhook</strong> – the address events are sent to, and how it is protected</p>
      <label>url <input name="url" value="${state.webhook.url}" size="40" /></label>
      <label>secret <input name="secret" value="${state.webhook.secrets[0]}" size="40" /></label>
      <label>rotating_secret <input name="rotating_secret" value="${state.webhook.secrets[1]}" size="40" /></label>
      ${select('mode', ['signature', 'shared-secret'], state.webhook.mode)}
      <button>Register</button>
    </form>
    ${clock(state.clock_offset_ms, 'milliseconds ahead of real time')}
    <form method="post" action="/_control/fail" class="fault">
      <p><strong>Decline</strong> – a payment attempt on an open session</p>
      <label>session <input name="session" /></label>
      ${select('code', PAYMENT_ERRORS)}
      <button>Decline</button>
    </form>
    <p>${button('reset', 'Forget everything')}</p>`
}
