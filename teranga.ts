/** The command line, `./teranga <command>`: reads the words, runs the command, says in one sentence what went wrong. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError } from './kernel/config.ts'
import { EmbeddedError } from './kernel/db/binaries.ts'
import { ExportError } from './kernel/db/export.ts'
import { commandHelp, commands } from './tools/commands.ts'
import { Complaint } from './tools/databases.ts'

async function main([name = 'help', ...words]: string[]): Promise<number> {
  if (name === '--help' || name === '-h') name = 'help'
  const command = commands[name]
  if (!command) throw new Complaint(`There is no command ${name}; \`./teranga help\` lists them.`)
  const { values, positionals } = parse(name, words)
  if (values['help']) {
    console.log(commandHelp(name))
    return 0
  }
  const file = join(import.meta.dirname, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return (await command.run(values, positionals)) ?? 0
}

function parse(name: string, words: string[]) {
  const options = Object.fromEntries(
    Object.entries(commands[name]!.options).map(([flag, { type }]) => [flag, { type }] as const),
  )
  try {
    return parseArgs({
      args: words,
      allowPositionals: name === 'help' || commands[name]!.words === true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new Complaint(`${(error as Error).message.split('. ')[0]}. \`./teranga help ${name}\` says what it takes.`)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const expected = [Complaint, ConfigError, EmbeddedError, ExportError].some((kind) => error instanceof kind)
  console.error(expected ? `\n${(error as Error).message}` : error)
  process.exitCode = 1
}
// What may still be pending (a watcher, an idle socket) must not hold a finished command.
process.exit()
