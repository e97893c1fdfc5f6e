// The control page: orders, transactions, cards and subscriptions beside what every stand-in shows.
import { button, clock, faults, frame, messages, section } from '../control-page.ts'
import { html, type Html } from '../html.ts'
import type { State } from './control.ts'
import { FAULTS } from './faults.ts'
import { pounds } from './words.ts'
import type { World } from './world.ts'

export function controlPage(world: World, state: State): string {
  return frame(
    'Paymob simulator',
    html`<h1>Paymob simulator</h1>
      <p>
        No real money. Simulated time ${state.now} · callbacks without an address of their own go to
        ${state.callback_url ?? 'nobody'}
      </p>
      ${intentions(world, state)} ${transactions(state)} ${faults(state.faults, FAULTS, 'reference, order…')}
      ${subscriptions(state)} ${messages('Callbacks', 'callback', state.callbacks, (it) => it.reference)}
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
    ${clock(state.clock_offset_ms, 'milliseconds ahead of real time; what is due by then is deducted')}
    <p>${button('reset', 'Forget everything')}</p>`
}
