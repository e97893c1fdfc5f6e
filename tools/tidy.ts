/**
 * The law of the house as a check: who may import whom, what is banned and what to write instead, which files nobody uses.
 * Reads the sources as text; knows nothing of what they do. `findings` gives one sentence per breach.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

export interface Source {
  /** Path from the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

const ROOMS = ['kernel', 'modules', 'products', 'simulators', 'bench', 'tools', 'web', 'test']
const SKIPPED = new Set(['node_modules', 'build', '.data', '.git', '.react-router', 'screenshots'])
const LINES_MAX = 400

/** Values the pure rules of a module may use. */
const VALUE_FILES = ['money', 'ids', 'clock', 'assert', 'errors', 'crypto', 'messages']

/** Files that something outside the imports starts. */
const ENTRIES = [
  /^(teranga|serve|vitest\.config)\.ts$/,
  /^tools\/(check|generate|follow-parent|audit-web|screenshots)\.ts$/,
  /^bench\/run\.ts$/,
  /^simulators\/[^/]+\/main\.ts$/,
  /^kernel\/testing\/cluster\.ts$/,
  /(^|\/)test\//,
  /^web\//,
]

/** Reads every TypeScript source of the project. */
export function readSources(root: string): Source[] {
  const found: Source[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) walk(path)
      } else if (/\.tsx?$/.test(entry.name)) {
        found.push({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') })
      }
    }
  }
  for (const room of ROOMS) {
    try {
      walk(join(root, room))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  for (const entry of readdirSync(root))
    if (entry.endsWith('.ts')) found.push({ path: entry, text: readFileSync(join(root, entry), 'utf8') })
  return found
}

interface Import {
  readonly target: string
  readonly typeOnly: boolean
}

/** The imports of a source; relative ones resolved to project paths. */
function importsOf({ path, text }: Source): Import[] {
  const imports: Import[] = []
  const pattern =
    /(?:^|\n)\s*(import|export)(\s+type)?\s[^'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g
  for (const match of text.matchAll(pattern)) {
    const raw = (match[3] ?? match[4] ?? match[5])!.replace(/\?.*$/, '')
    const target = raw.startsWith('.') ? normalize(join(dirname(path), raw)).replaceAll('\\', '/') : raw
    imports.push({ target, typeOnly: match[2] !== undefined })
  }
  return imports
}

const roomOf = (path: string) => path.split('/')[0]!
const moduleOf = (path: string) => (path.startsWith('modules/') ? path.split('/')[1] : undefined)
const isTest = (path: string) => /(^|\/)test(ing)?\//.test(path)

/** Every breach of the law in `sources`, one sentence each. */
export function findings(sources: readonly Source[]): string[] {
  const said: string[] = []
  const paths = new Set(sources.map((source) => source.path))
  const imported = new Set<string>()
  const needs = new Map<string, Set<string>>()
  for (const source of sources) {
    if (!/^modules\/[^/]+\/module\.ts$/.test(source.path)) continue
    const listed = /needs:\s*\[([^\]]*)\]/.exec(source.text)?.[1] ?? ''
    needs.set(
      moduleOf(source.path)!,
      new Set(
        listed
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    )
  }
  for (const source of sources) {
    for (const { target, typeOnly } of importsOf(source)) {
      if (paths.has(target)) imported.add(target)
      const breach = importBreach(source.path, target, typeOnly, needs)
      if (breach) said.push(`${source.path} imports ${target}: ${breach}`)
    }
    said.push(...bansIn(source), ...foreignSql(source))
    const name = source.path.split('/').at(-1)!
    if (name === 'index.ts') said.push(`${source.path}: no index.ts; import the file that holds it`)
    if (/(^|\/)(utils?|helpers?|common|types)(\/|\.tsx?$)/.test(source.path))
      said.push(`${source.path}: name it after what it does, not utils, helpers, common or types`)
  }
  for (const { path } of sources)
    if (
      !imported.has(path) &&
      !ENTRIES.some((entry) => entry.test(path)) &&
      !/^modules\/[^/]+\/(module|api)\.ts$/.test(path)
    )
      said.push(`${path}: nobody imports it; delete it`)
  return said
}

function importBreach(
  from: string,
  target: string,
  typeOnly: boolean,
  needs: Map<string, Set<string>>,
): string | undefined {
  const [fromRoom, toRoom] = [roomOf(from), roomOf(target)]
  if (!ROOMS.includes(toRoom) || target === from) return undefined
  const [fromModule, toModule] = [moduleOf(from), moduleOf(target)]
  const file = target.split('/').slice(2).join('/')
  switch (fromRoom) {
    case 'kernel':
      return toRoom === 'kernel' ? undefined : 'the kernel knows no module and no product'
    case 'simulators':
      return toRoom === 'simulators' || (isTest(from) && toRoom === 'tools')
        ? undefined
        : 'a stand-in is the outside world and shares nothing with us'
    case 'web':
      return toRoom === 'web' || isTest(from) ? undefined : 'pages talk to the server only through the generated client'
    case 'products':
      if (toRoom === 'kernel' || toRoom === 'products') return undefined
      if (toRoom === 'simulators' && isTest(from)) return undefined
      return toRoom === 'modules' && /^(api|module|jobs|events|messages|config)\.ts$/.test(file)
        ? undefined
        : 'a product composes module.ts, api.ts, events.ts and jobs.ts'
    case 'modules': {
      const name = from.split('/').at(-1)!
      if (toRoom === 'kernel') {
        if (target.endsWith('/db/statement.ts') && !/\/store(\/[^/]+)?\.ts$/.test(from) && !isTest(from))
          return 'only store.ts speaks SQL'
        if (
          name === 'rules.ts' &&
          !typeOnly &&
          !VALUE_FILES.includes(file.replace('.ts', '') || target.split('/')[1]!.replace('.ts', ''))
        )
          return 'rules are pure: kernel value types only'
        if (/^kernel\/(testing|boot)/.test(target) && !isTest(from)) return 'tests only'
        return undefined
      }
      if (toRoom === 'simulators') return isTest(from) ? undefined : 'tests only'
      if (toRoom !== 'modules')
        return isTest(from) && toRoom === 'tools' ? undefined : 'a module knows no product, page or tool'
      if (fromModule === toModule) {
        if (/^(routes|jobs)\.ts$/.test(name) && /\/store(\/[^/]+)?\.ts$/.test(target))
          return 'routes and jobs call verbs, never the store'
        if (name === 'rules.ts' && !typeOnly && !/\/(errors|rules|calendar)\.ts$/.test(target)) return 'rules are pure'
        return undefined
      }
      if (isTest(from)) return undefined
      if (!needs.get(fromModule!)?.has(toModule!)) return `${fromModule} does not list ${toModule} in its needs`
      if (name === 'module.ts' && file === 'module.ts') return undefined
      return file === 'api.ts' ? undefined : 'another module is reached through its api.ts alone'
    }
    default:
      return undefined
  }
}

/** What is not written here, and what to write instead. */
const BANS: { readonly pattern: RegExp; readonly where: RegExp; readonly instead: string }[] = [
  { pattern: /\bnew Date\(|\bDate\.now\(/, where: /^modules\/(?!.*\/test\/)/, instead: 'ctx.clock.now()' },
  { pattern: /\bTemporal\.Now\b/, where: /^modules\/(?!.*\/test\/)/, instead: 'ctx.clock.now()' },
  { pattern: /\bMath\.random\(/, where: /^(kernel|modules|products)\/(?!.*\/test\/)/, instead: 'node:crypto' },
  { pattern: /\bselect \*/i, where: /^(kernel|modules)\/(?!.*\/test\/)/, instead: 'the names of the columns' },
  {
    pattern: /\bprocess\.env\b/,
    where: /^(kernel\/(?!config|testing|secrets|db\/server|db\/test)|modules|products)/,
    instead: 'ctx.config',
  },
  { pattern: /\bconsole\.(log|error|warn)\(/, where: /^(kernel|modules)\/(?!.*\/test\/)/, instead: 'ctx.log' },
  {
    pattern: /\b(parseFloat|parseInt)\(/,
    where: /^(kernel|modules)\/(?!.*\/test\/)/,
    instead: 'BigInt() for money, Number() else',
  },
  {
    pattern: /\b(it|test|describe)\.((only|todo)\b|skip\b(?!\(`[^`]*\$\{))/,
    where: /./,
    instead: 'a test that runs, or a printed reason',
  },
  { pattern: /@ts-(ignore|nocheck)/, where: /./, instead: 'a type that is right' },
  { pattern: /\b(FIXME|TODO|XXX)\b/, where: /./, instead: 'the thing itself' },
  { pattern: /\bset_config\(\s*'app\./, where: /./, instead: 'set local, at the begin of the transaction' },
]

function bansIn({ path, text }: Source): string[] {
  if (path === 'tools/tidy.ts' || path.startsWith('tools/test/')) return []
  const said: string[] = []
  for (const { pattern, where, instead } of BANS) {
    if (!where.test(path)) continue
    const line = text.split('\n').findIndex((candidate) => pattern.test(candidate))
    if (line >= 0) said.push(`${path}:${line + 1} has ${pattern.source.replaceAll('\\b', '')}: write ${instead}`)
  }
  return said
}

/** A module's SQL names its own schema only. */
function foreignSql({ path, text }: Source): string[] {
  const module = moduleOf(path)
  if (!module || isTest(path) || !/\/store(\/[^/]+)?\.ts$/.test(path)) return []
  const schemas = [...text.matchAll(/\b(?:from|join|into|update)\s+(?:only\s+)?([a-z_]+)\.[a-z_]+/g)].map(
    (match) => match[1]!,
  )
  const foreign = schemas.find(
    (schema) => schema !== module && schema !== 'job_queue' && schema !== 'kernel' && schema !== 'excluded',
  )
  return foreign ? [`${path} reads or writes schema ${foreign}: ask that module's api.ts`] : []
}

/** Files past the length at which they should be split by noun; a nudge, not a breach. */
export function longFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path, text }) => !path.endsWith('.gen.ts') && text.split('\n').length > LINES_MAX)
    .map(({ path, text }) => `${path} has ${text.split('\n').length} lines; split it by noun when you next touch it`)
}
