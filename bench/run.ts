/**
 * `npm run bench`: starts a database of its own with everything durable on, runs every suite and prints one table with the
 * limit beside each figure. Ends with an error when a limit is missed. `npm run bench -- ledger` runs one suite.
 */
import { cpus, loadavg } from 'node:os'
import { benchConsoleTable } from './console-table.ts'
import { benchLearning } from './learning.ts'
import { benchLedger } from './ledger.ts'
import { missed, table, type Line } from './measure.ts'
import { benchMetering } from './metering.ts'
import { benchPotHtml } from './pot-html.ts'
import { benchPotPage } from './pot-page.ts'
import { openStage, type Stage } from './stage.ts'
import { benchWebhook } from './webhook.ts'

const suites: Record<string, (stage: Stage, say: (line: string) => void) => Promise<Line[]>> = {
  ledger: benchLedger,
  webhook: benchWebhook,
  learning: benchLearning,
  metering: benchMetering,
  page: benchPotPage,
  html: benchPotHtml,
  console: benchConsoleTable,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(suites, name))
if (unknown !== undefined) {
  console.error(`There is no suite ${unknown}; there are: ${Object.keys(suites).join(', ')}.`)
  process.exit(2)
}
/** Over one, five and fifteen minutes: what else the machine does is part of what is seen. */
const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
const say = (line: string) => console.log(line)
console.log(`Measuring on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}.`)
const lines: Line[] = []
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  // A server per suite: none inherits the buffers and the write-ahead log of another.
  const stage = await openStage()
  const began = performance.now()
  say(`${name}: load ${load()}`)
  try {
    lines.push(...(await suite(stage, say)))
  } finally {
    await stage.close()
    say(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s, load ${load()}`)
  }
}
console.log(`\n${table(lines)}`)
const misses = lines.filter(missed)
if (misses.length > 0) console.log(`\n${misses.length} limit${misses.length === 1 ? '' : 's'} missed.`)
process.exitCode = misses.length > 0 ? 1 : 0
