// The control page: the same verbs as the control API, as forms a person can press. Plain HTML, no JavaScript.
import type { State } from './control.ts'
import { FAULTS, PAYMENT_ERRORS } from './faults.ts'
import { francs, html, page, raw, type Html } from './html.ts'

const button = (action: string, words: string, fields: Record<string, string> = {}): Html =>
  html`<form method="post" action="/_control/${action}" class="inline">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button>${words}</button>
  </form>`

export function controlPage(state: State): string {
  return page(
    'en',
    'Wave simulator – control',
    CSS,
    html`<h1>Wave simulator</h1>
      <p>
        No real money. Simulated time ${state.now} · balance <strong>${francs(state.balance)}</strong> · webhook
        ${state.webhook.url ?? 'not registered'}
        (${state.webhook.mode}${state.webhook.secrets.length > 1 && ', rotating'})
      </p>
      ${sessions(state)} ${faults(state)} ${events(state)} ${payouts(state)} ${settings(state)}`,
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

function section(title: string, columns: string[], rows: Html[]): Html {
  return html`<h2>${title}</h2>
    ${
      rows.length === 0
        ? html`<p>None yet.</p>`
        : html`<div class="wide">
            <table>
              <thead>
                <tr>
                  ${columns.map((column) => html`<th>${column}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>`
    }`
}

function faults(state: State): Html {
  const waiting = state.faults.map(({ id: _id, fault, count, reference, ...parameters }) => {
    const told = Object.entries(parameters).filter(([, value]) => value !== null)
    return html`<li>
      <strong>${fault}</strong> × ${count} ${told.map(([key, value]) => `${key}=${value} `)}
      ${reference && `only for ${reference}`}
    </li>`
  })
  const forms = Object.entries(FAULTS).map(
    ([name, { says, parameters }]) =>
      html`<form method="post" action="/_control/faults" class="fault">
        <p><strong>${name}</strong> – ${says}</p>
        <input type="hidden" name="fault" value="${name}" />
        ${Object.entries(parameters).map(([key, parameter]) => {
          if (parameter.kind === 'flag')
            return html`<label>${key} <input type="checkbox" name="${key}" value="true" /></label>`
          if (parameter.kind !== 'choice')
            return html`<label>${key} <input name="${key}" value="${parameter.default}" /></label>`
          const choices = parameter.default === null ? ['', ...parameter.choices] : parameter.choices
          return html`<label
            >${key}
            <select name="${key}">
              ${choices.map((it) => html`<option ${it === parameter.default && raw('selected')}>${it}</option>`)}
            </select></label
          >`
        })}
        <label>times <input name="count" value="1" size="3" /></label>
        <label>only for <input name="reference" placeholder="session, reference…" /></label>
        <button>Set</button>
      </form>`,
  )
  return html`<h2>Faults</h2>
    ${
      waiting.length > 0 &&
      html`<ul>
          ${waiting}
        </ul>
        ${button('faults/clear', 'Clear all faults')}`
    }
    <details>
      <summary>Commit a fault</summary>
      ${forms}
    </details>`
}

function events(state: State): Html {
  const rows = state.events.toReversed().map(
    (it) =>
      html`<tr>
        <td>${it.id}<br /><small>${it.type}</small></td>
        <td>${it.subject}<br /><small>${it.client_reference}</small></td>
        <td>${it.status}</td>
        <td>
          <small
            >${it.deliveries.map((one) => html`${one.when} ${one.kind}: ${one.status ?? one.error} (${one.duration_ms} ms)<br />`)}</small
          >
        </td>
        <td>${button('redeliver', 'Redeliver', { event: it.id })}</td>
      </tr>`,
  )
  const held = state.events.some((it) => it.status === 'held')
  return html`${section('Webhook events', ['Event', 'About', 'Status', 'Deliveries', ''], rows)}
  ${held && button('release', 'Release held events')}
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
      <label
        >mode
        <select name="mode">
          ${['signature', 'shared-secret'].map((it) => html`<option ${it === state.webhook.mode && raw('selected')}>${it}</option>`)}
        </select></label
      >
      <button>Register</button>
    </form>
    <form method="post" action="/_control/clock" class="fault">
      <p><strong>Clock</strong> – milliseconds ahead of real time</p>
      <label>offset_ms <input name="offset_ms" value="${state.clock_offset_ms}" /></label>
      <button>Move</button>
    </form>
    <form method="post" action="/_control/fail" class="fault">
      <p><strong>Decline</strong> – a payment attempt on an open session</p>
      <label>session <input name="session" /></label>
      <label
        >code
        <select name="code">
          ${PAYMENT_ERRORS.map((it) => html`<option>${it}</option>`)}
        </select></label
      >
      <button>Decline</button>
    </form>
    <p>${button('reset', 'Forget everything')}</p>`
}

const CSS = `
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8886 }
.number { text-align: right; white-space: nowrap }
.inline { display: inline-block; margin: 0 .25rem .25rem 0 }
.fault { border: 1px solid #8886; border-radius: .5rem; padding: .5rem .75rem; margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end }
.fault p { margin: 0; width: 100% }
input, select, button { font: inherit; padding: .25rem .5rem }
summary { cursor: pointer; padding: .5rem 0 }
`
