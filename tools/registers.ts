/** Commands on what is kept about people: checking the register of consents, and bringing a restored backup up to date. */
import { readFileSync } from 'node:fs'
import { bootProduct, type Runtime } from '../kernel/boot.ts'
import type { Config } from '../kernel/config.ts'
import { systemClock } from '../kernel/clock.ts'
import { pendingMigrations } from '../kernel/db/migrate.ts'
import { ALL_ROWS } from '../kernel/db/database.ts'
import { verifyChains, verifyReceipt, type Finding, type Receipt } from '../modules/consent/api.ts'
import { logFileOf, reapply } from '../modules/privacy/api.ts'
import { createLog } from '../kernel/log.ts'
import { products } from '../serve.ts'
import type { Command, Flags } from './commands.ts'
import { Complaint, type Databases } from './databases.ts'

/** The products among these that compose the module. */
function composing(module: string, names: readonly string[]): string[] {
  const found = names.filter((name) => products[name]!.modules.some((one) => one.name === module))
  if (found.length === 0) throw new Complaint(`No product chosen here composes ${module}.`)
  return found
}

async function withRuntime<T>(
  config: Config,
  databases: Databases,
  name: string,
  act: (runtime: Runtime) => Promise<T>,
): Promise<T> {
  const pending = await pendingMigrations(databases.urls(name).appUrl, products[name]!.modules)
  if (pending.length > 0)
    throw new Complaint(
      `${pending.length} migrations of ${name} are pending; run \`./teranga migrate --product ${name}\` first.`,
    )
  const runtime = await bootProduct(products[name]!, {
    config,
    urls: databases.urls(name),
    clock: systemClock(),
    // What is found is said by the command; the running of it is nobody's news.
    log: createLog('error', name),
  })
  try {
    return await act(runtime)
  } finally {
    await runtime.close()
  }
}

/** Reads a receipt from a file; a complaint when it is none. */
function readReceipt(path: string): Receipt {
  let receipt: Receipt
  try {
    receipt = JSON.parse(readFileSync(path, 'utf8')) as Receipt
  } catch (error) {
    throw new Complaint(`${path} cannot be read as a receipt: ${(error as Error).message}`)
  }
  if (typeof receipt.record?.id !== 'string' || typeof receipt.hash !== 'string')
    throw new Complaint(`${path} is not a receipt of consent.`)
  return receipt
}

/** Checks one receipt against the register of its product; says each part that does not hold. True when all does. */
async function checkReceipt(
  config: Config,
  databases: Databases,
  name: string,
  receipt: Receipt,
  say: (line: string) => void,
): Promise<boolean> {
  return withRuntime(config, databases, name, async (runtime) => {
    const { valid, checks } = await runtime.db.transaction(ALL_ROWS, (tx) =>
      verifyReceipt(runtime.context(), tx, receipt),
    )
    for (const [part, holds] of Object.entries(checks)) say(`${holds ? '✓' : '✗'} ${part}`)
    say(
      valid
        ? `The receipt holds: ${receipt.record.purpose}, ${receipt.record.decision}, ${receipt.record.at}.`
        : 'The receipt does not hold.',
    )
    return valid
  })
}

const FINDINGS: Record<Finding['problem'], string> = {
  record_changed: 'was changed after it was written',
  not_signed_by_us: 'was not signed by our key',
  record_missing: 'is missing',
  does_not_follow: 'does not follow the one before',
  text_changed: 'is on a text that was changed',
  end_is_wrong: 'is not the end the chain says it has',
}

/** Checks every chain of a product, says each break. True when there is none. */
async function checkRegister(
  config: Config,
  databases: Databases,
  name: string,
  say: (line: string) => void,
): Promise<boolean> {
  return withRuntime(config, databases, name, async (runtime) => {
    let [people, records, broken] = [0, 0, 0]
    let after: string | undefined
    do {
      const checked = await runtime.db.transaction(ALL_ROWS, (tx) => verifyChains(runtime.context(), tx, after))
      for (const { subject, seq, problem } of checked.findings)
        say(`✗ ${name}: record ${seq} of ${subject} ${FINDINGS[problem]}`)
      people += checked.subjects
      records += checked.records
      broken += checked.findings.length
      after = checked.next
    } while (after !== undefined)
    say(`${name}: ${records} records of ${people} people checked, ${broken === 0 ? 'all hold' : `${broken} breaks`}`)
    return broken === 0
  })
}

/** Erases and withdraws again on a restored database what the log says; the file of the configuration, or another. */
async function reapplyErasures(
  config: Config,
  databases: Databases,
  name: string,
  file: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  await withRuntime(config, databases, name, async (runtime) => {
    const ctx = runtime.context()
    const from = file ?? logFileOf(ctx)
    try {
      const done = await reapply(ctx, (body) => runtime.db.transaction(ALL_ROWS, body), from)
      say(
        `${name}: ${done.lines} lines read; ${done.persons} people erased again, ${done.withdrawals} consents withdrawn again`,
      )
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && file === undefined)
        return say(`${name}: there is no log at ${from}, so nothing was erased since it began`)
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Complaint(`There is no file ${file}.`)
      throw error
    }
  })
}

/** What every command of `./teranga` shares. */
interface Shared {
  chosen(flags: Flags): string[]
  configFor(names: readonly string[]): Config
  withDatabases<T>(config: Config, names: readonly string[], act: (databases: Databases) => Promise<T>): Promise<T>
  readonly productOption: Command['options']
}

export function registerCommands({ chosen, configFor, withDatabases, productOption }: Shared): Record<string, Command> {
  return {
    consent: {
      usage: 'consent verify [<receipt.json>] [--product <name>]',
      summary: 'Checks the register of consents from end to end, or one receipt; fails where something does not hold.',
      options: productOption,
      words: true,
      async run(flags, [act, file]) {
        if (act !== 'verify') throw new Complaint('Say `./teranga consent verify`, with a receipt or without.')
        const receipt = file === undefined ? undefined : readReceipt(file)
        const names = composing('consent', chosen(flags)).filter((name) => !receipt || name === receipt.record.product)
        if (names.length === 0) throw new Complaint('This receipt is of another product.')
        const config = configFor(names)
        return withDatabases(config, names, async (databases) => {
          let holds = true
          for (const name of names) {
            const one = receipt
              ? checkReceipt(config, databases, name, receipt, console.log)
              : checkRegister(config, databases, name, console.log)
            holds = (await one) && holds
          }
          return holds ? 0 : 1
        })
      },
    },
    privacy: {
      usage: 'privacy reapply [--log <file>] [--product <name>]',
      summary:
        'After a restore: erases and withdraws again what had been since the backup, from the log outside the database.',
      details:
        'Run it before the restored platform serves. The log is erasures/<product>.jsonl in the data folder, or in\nPRIVACY_ERASURE_LOG_DIR; safe to repeat.',
      options: {
        log: { type: 'string', help: 'Another file than the configured one; with --product.' },
        ...productOption,
      },
      words: true,
      async run(flags, [act]) {
        if (act !== 'reapply') throw new Complaint('Say `./teranga privacy reapply`.')
        const names = composing('privacy', chosen(flags))
        const file = typeof flags['log'] === 'string' ? flags['log'] : undefined
        if (file !== undefined && names.length > 1) throw new Complaint('Say whose log this is: --product.')
        const config = configFor(names)
        await withDatabases(config, names, async (databases) => {
          for (const name of names) await reapplyErasures(config, databases, name, file, console.log)
        })
      },
    },
  }
}
