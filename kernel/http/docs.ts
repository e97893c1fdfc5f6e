/** The API in a form to read: one plain page made from the OpenAPI document, no script. */
import type { Product } from '../module.ts'

interface Operation {
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}

interface Schema {
  type?: string
  description?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

interface Document {
  paths?: Record<string, Record<string, Operation>>
}

/** HTML of the whole API, grouped by module, with every refusal the modules can answer. */
export function renderDocs(document: Document, product: Product): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'other')
  const errors = product.modules.flatMap((module) => Object.values(module.errors))
  const nav = [...groups.keys()].map((group) => `<a href="#${text(group)}">${text(group)}</a>`).join(' ')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(product.brand.name)} API</title><style>${STYLE}</style></head><body>
<h1>${text(product.brand.name)} API</h1>
<p>Amounts are integer strings of minor units (<code>"25000"</code> is 25 000 F). Unsafe requests take an
<code>Idempotency-Key</code>: the same key and body get the same answer. Errors are <code>application/problem+json</code>.
The machine-readable form is <a href="/openapi.json">/openapi.json</a>.</p>
<nav>${nav} <a href="#errors">errors</a></nav>
${[...groups].map(([group, list]) => `<section id="${text(group)}"><h2>${text(group)}</h2>${list.map(renderOperation).join('')}</section>`).join('')}
<section id="errors"><h2>errors</h2><table><tr><th>code</th><th>status</th><th>retry</th><th>sentence</th></tr>
${errors.map((kind) => `<tr id="${text(kind.code)}"><td><code>${text(kind.code)}</code></td><td>${kind.status}</td><td>${kind.retry}</td><td>${text(kind.say.en)}</td></tr>`).join('')}
</table></section></body></html>`
}

function renderOperation({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const parameters = operation.parameters ?? []
  const answers = Object.entries(operation.responses ?? {})
  return `<details><summary><b class="${method}">${method}</b> <code>${text(path)}</code> ${text(operation.summary ?? '')}</summary>
${operation.description ? `<p>${text(operation.description)}</p>` : ''}
${parameters.length ? `<h4>Parameters</h4><ul>${parameters.map((p) => `<li><code>${text(p.name)}</code> in ${p.in}${p.required ? ', required' : ''} – ${text(typeOf(p.schema))}</li>`).join('')}</ul>` : ''}
${body ? `<h4>Body</h4>${renderSchema(body)}` : ''}
<h4>Answers</h4><ul>${answers.map(([status, answer]) => `<li><b>${status}</b> ${renderSchema(Object.values(answer.content ?? {})[0]?.schema)}</li>`).join('')}</ul></details>`
}

function renderSchema(schema: Schema | undefined): string {
  if (!schema) return ''
  if (!schema.properties) return text(typeOf(schema))
  const rows = Object.entries(schema.properties).map(([name, property]) => {
    const required = schema.required?.includes(name) ? '' : ' (optional)'
    const inner = (property.properties ?? property.items?.properties) ? renderSchema(property.items ?? property) : ''
    return `<li><code>${text(name)}</code>${required} – ${text(typeOf(property))}${inner}</li>`
  })
  return `<ul>${rows.join('')}</ul>`
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const base =
    schema.type === 'array'
      ? `list of ${typeOf(schema.items)}`
      : [schema.type, schema.format].filter(Boolean).join(', ')
  return schema.description ? `${base} – ${schema.description}` : base
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}
nav{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}details{border-block-end:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.5rem 0}
summary{cursor:pointer}summary b{display:inline-block;min-width:4.5rem}.GET{color:#2a7}.POST{color:#27c}.DELETE{color:#c33}.PUT,.PATCH{color:#b70}
table{border-collapse:collapse}td,th{text-align:start;padding:.25rem .75rem .25rem 0;vertical-align:top}`
