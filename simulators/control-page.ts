// The pieces every control page is made of: tables with buttons, the faults as forms, what was delivered, the clock. The same verbs as
// the control API, as forms a person can press. Plain HTML, no JavaScript.
import type { Message } from './delivery.ts'
import type { Fault, FaultList } from './faults.ts'
import { html, page, raw, type Html } from './html.ts'

export const frame = (title: string, body: Html): string => page('en', `${title} – control`, CSS, body)

export const button = (action: string, words: string, fields: Record<string, string> = {}): Html =>
  html`<form method="post" action="/_control/${action}" class="inline">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button>${words}</button>
  </form>`

export function section(title: string, columns: string[], rows: Html[]): Html {
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

/** The faults that wait, and a form for each that can be set; `referred` says what one can be meant for. */
export function faults(waiting: Fault[], list: FaultList, referred: string): Html {
  const items = waiting.map(({ id: _id, fault, count, reference, ...parameters }) => {
    const told = Object.entries(parameters).filter(([, value]) => value !== null)
    return html`<li>
      <strong>${fault}</strong> × ${count} ${told.map(([key, value]) => `${key}=${value} `)}
      ${reference && `only for ${reference}`}
    </li>`
  })
  const forms = Object.entries(list).map(
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
          return select(key, choices, parameter.default)
        })}
        <label>times <input name="count" value="1" size="3" /></label>
        <label>only for <input name="reference" placeholder="${referred}" /></label>
        <button>Set</button>
      </form>`,
  )
  return html`<h2>Faults</h2>
    ${
      items.length > 0 &&
      html`<ul>
          ${items}
        </ul>
        ${button('faults/clear', 'Clear all faults')}`
    }
    <details>
      <summary>Commit a fault</summary>
      ${forms}
    </details>`
}

export const select = (name: string, choices: readonly string[], chosen: string | null = null): Html =>
  html`<label
    >${name}
    <select name="${name}">
      ${choices.map((it) => html`<option ${it === chosen && raw('selected')}>${it}</option>`)}
    </select></label
  >`

/** What was sent, and how it went; `field` is what the redelivery calls one of them. */
export function messages<M extends Message>(
  title: string,
  field: string,
  sent: M[],
  referenceOf: (message: M) => string | null,
): Html {
  const rows = sent.toReversed().map(
    (it) =>
      html`<tr>
        <td>${it.id}<br /><small>${it.type}</small></td>
        <td>${it.subject}<br /><small>${referenceOf(it)}</small></td>
        <td>${it.status}</td>
        <td>
          <small
            >${it.deliveries.map((one) => html`${one.when} ${one.kind}: ${one.status ?? one.error} (${one.duration_ms} ms)<br />`)}</small
          >
        </td>
        <td>${button('redeliver', 'Redeliver', { [field]: it.id })}</td>
      </tr>`,
  )
  const heading = `${field[0]!.toUpperCase()}${field.slice(1)}`
  return html`${section(title, [heading, 'About', 'Status', 'Deliveries', ''], rows)}
  ${sent.some((it) => it.status === 'held') && button('release', `Release held ${field}s`)}`
}

export const clock = (offset_ms: number, says: string): Html =>
  html`<form method="post" action="/_control/clock" class="fault">
    <p><strong>Clock</strong> – ${says}</p>
    <label>offset_ms <input name="offset_ms" value="${offset_ms}" /></label>
    <button>Move</button>
  </form>`

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
