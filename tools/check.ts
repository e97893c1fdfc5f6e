/** `npm run check`: types, lint, formatting, the law of the house, the catalog, drift of generated files. Says all it finds. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { drift, generated } from './generate.ts'
import { findings, longFiles, readSources } from './tidy.ts'

const ROOT = join(import.meta.dirname, '..')
const bin = (path: string) => join(ROOT, 'node_modules', path)

interface Step {
  readonly name: string
  run(): Promise<string[]> | string[]
}

/** Runs a program of the project under this Node; its output is the finding when it fails. */
function program(path: string, args: string[], cwd = ROOT): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin(path), ...args], { cwd, encoding: 'utf8' })
  return status === 0 ? [] : [`${stdout}${stderr}`.trim() || `${path} ended with ${status}`]
}

const steps: Step[] = [
  { name: 'types', run: () => program('typescript-7/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) },
  {
    name: 'types of the pages',
    run: () => [
      ...program('@react-router/dev/bin.cjs', ['typegen'], join(ROOT, 'web')),
      ...program('typescript-7/bin/tsc', ['--noEmit', '-p', 'web/tsconfig.json']),
    ],
  },
  { name: 'lint', run: () => program('oxlint/bin/oxlint', ['--deny-warnings', '--type-aware', '.']) },
  { name: 'formatting', run: () => program('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
  {
    name: 'the law',
    run() {
      const sources = readSources(ROOT)
      // A check that reads nothing finds nothing.
      if (sources.length < 100) return [`only ${sources.length} sources were read`]
      for (const nudge of longFiles(sources)) console.log(`  note: ${nudge}`)
      return findings(sources)
    },
  },
  {
    name: 'schema, statements, placement, generated files',
    async run() {
      const { files, findings: found } = await generated()
      return [...found, ...drift(files)]
    },
  },
]

let failed = 0
for (const { name, run } of steps) {
  const started = performance.now()
  const said = await run()
  console.log(`${said.length === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  for (const finding of said) console.log(`  ${finding.replaceAll('\n', '\n  ')}`)
  failed += said.length === 0 ? 0 : 1
}
console.log(`check: ${steps.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
