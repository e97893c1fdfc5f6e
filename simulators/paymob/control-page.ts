// The control page: the same verbs as the control API, as forms a person can press. Plain HTML, no JavaScript.
import type { State } from './control.ts'
import { FAULTS } from './faults.ts'
import { html, page, pounds, raw, type Html } from './html.ts'
import type { World } from './world.ts'

const button = (action: string, words: string, fields: Record<string, string> = {}): Html =>
  html`<form method="post" action="/_control/${action}" class="inline">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button>${words}</button>
  </form>`

export function controlPage(world: World, state: State): string {
  return page(
    'en',
    'Paymob simulator – control',
    CSS,
    html`<h1>Paymob simulator</h1>
      <p>
        No real money. Simulated time ${state.now} · callbacks without an address of their own go to
        ${state.callback_url ?? 'nobody'}
      </p>
      ${intentions(world, state)} ${transactions(state)} ${faults(state)} ${subscriptions(state)} ${callbacks(state)}
      ${cards(state)} ${settings(state)}`,
  )
}

const amount = (piasters: number): string => pounds(piasters, 'en')

function intentions(world: World, state: State): Html {
  const rows = state.intentions.toReversed().map((it) => {
    const query = new URLSearchParams({ publicKey: world.publicKey, clientSecret: it.client_secret })
    return html`<tr>
      <td>
        <a href="/unifiedcheckout/?${query.toString()}">${it.order_id}</a><br /><small>${it.special_reference}</small>
      </td>
      <td class="number">${amount(it.amount)}</td>
      <td><small>${it.integrations.join(', ')}${it.plan_id !== null && ` · plan ${it.plan_id}`}</small></td>
      <td><small>${it.created}</small></td>
      <td>
        ${button('pay', 'Pay', { order: String(it.order_id) })}
        ${button('pay', 'Pay and keep the card', { order: String(it.order_id), save: 'true' })}
        ${button('pay', 'Decline', { order: String(it.order_id), card: '4000000000000002' })}
        ${button('pay', 'Pay late', { order: String(it.order_id), late: 'true' })}
      </td>
    </tr>`
  })
  return section('Orders', ['Order', 'Amount', 'Integrations', 'Created', ''], rows)
}

function transactions(state: State): Html {
  const rows = state.transactions.toReversed().map((it) => {
    const whole = { transaction: it.id, amount_cents: String(it.amount_cents - it.refunded_amount_cents) }
    const standing = it.pending ? 'pending' : it.success ? 'approved' : it.code
    return html`<tr>
      <td>${it.id}<br /><small>${it.kind}${it.parent_id !== null && ` of ${it.parent_id}`}</small></td>
      <td>${it.order_id}</td>
      <td class="number">${amount(it.amount_cents)}</td>
      <td>
        ${standing} ${it.is_voided && 'voided'}
        ${it.refunded_amount_cents > 0 && html`<br /><small>${amount(it.refunded_amount_cents)} refunded</small>`}
      </td>
      <td>
        ${
          it.pending && [
            button('settle', 'Approve', { transaction: it.id, code: 'APPROVED' }),
            button('settle', 'Decline', { transaction: it.id, code: 'DECLINED' }),
          ]
        }
        ${
          it.success &&
          it.kind === 'payment' &&
          !it.is_voided && [
            button('refund', 'Refund at the desk', whole),
            button('void', 'Void', { transaction: it.id }),
          ]
        }
      </td>
    </tr>`
  })
  return section('Transactions', ['Transaction', 'Order', 'Amount', 'Status', ''], rows)
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
        <label>only for <input name="reference" placeholder="reference, order…" /></label>
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

function callbacks(state: State): Html {
  const rows = state.callbacks.toReversed().map(
    (it) =>
      html`<tr>
        <td>${it.id}<br /><small>${it.type}</small></td>
        <td>${it.subject}<br /><small>${it.reference}</small></td>
        <td>${it.status}</td>
        <td>
          <small
            >${it.deliveries.map((one) => html`${one.when} ${one.kind}: ${one.status ?? one.error} (${one.duration_ms} ms)<br />`)}</small
          >
        </td>
        <td>${button('redeliver', 'Redeliver', { callback: it.id })}</td>
      </tr>`,
  )
  const held = state.callbacks.some((it) => it.status === 'held')
  return html`${section('Callbacks', ['Callback', 'About', 'Status', 'Deliveries', ''], rows)}
  ${held && button('release', 'Release held callbacks')}`
}

function subscriptions(state: State): Html {
  const rows = state.subscriptions.toReversed().map(
    (it) =>
      html`<tr>
        <td>${it.id}<br /><small>plan ${it.plan_id}</small></td>
        <td class="number">${amount(it.amount_cents)}</td>
        <td>${it.state}<br /><small>next ${it.next_billing}</small></td>
        <td><small>${it.transactions.join(', ')}</small></td>
        <td>
          ${(['suspend', 'resume', 'cancel'] as const).map((act) => button('subscription', act, { id: it.id, act }))}
        </td>
      </tr>`,
  )
  return section('Subscriptions', ['Subscription', 'Amount', 'State', 'Transactions', ''], rows)
}

function cards(state: State): Html {
  const rows = state.cards.map(
    (it) =>
      html`<tr>
        <td>${it.masked_pan}</td>
        <td>${it.sub_type}</td>
        <td><small>${it.id}</small></td>
      </tr>`,
  )
  return section('Kept cards', ['Card', 'Brand', 'Token'], rows)
}

function settings(state: State): Html {
  return html`<h2>Settings</h2>
    <form method="post" action="/_control/settings" class="fault">
      <p><strong>Callbacks</strong> – where they go when an order names no address</p>
      <label>callback_url <input name="callback_url" value="${state.callback_url}" size="40" /></label>
      <button>Set</button>
    </form>
    <form method="post" action="/_control/clock" class="fault">
      <p><strong>Clock</strong> – milliseconds ahead of real time; what is due by then is deducted</p>
      <label>offset_ms <input name="offset_ms" value="${state.clock_offset_ms}" /></label>
      <button>Move</button>
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
