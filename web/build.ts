/**
 * Builds the pages when their sources are newer than the last build, and says where the result lies. Also a command:
 * `node web/build.ts` (add `--force` to build anyway).
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compressFiles } from './compression.ts'
import type { BuiltPages } from './contract.ts'

const here = import.meta.dirname
const output = join(here, 'build')
const STAMP = 'sources.sha256'
/** What a build is made from; the lock file stands for every library. */
const SOURCES = [
  'app',
  'server.ts',
  'contract.ts',
  'compression.ts',
  'vite.config.ts',
  'react-router.config.ts',
  '../package-lock.json',
]

export interface BuiltWeb {
  readonly clientDirectory: string
  readonly build: () => Promise<BuiltPages>
  /** False when the last build was still good. */
  readonly fresh: boolean
}

export async function buildWeb({ force = false } = {}): Promise<BuiltWeb> {
  const stamp = await stampOfSources()
  const built = await readFile(join(output, STAMP), 'utf8').catch(() => '')
  const fresh = force || built !== stamp
  if (fresh) await buildInto(output, stamp)
  return {
    clientDirectory: join(output, 'client'),
    build: () => import(pathToFileURL(join(output, 'server/index.js')).href) as Promise<BuiltPages>,
    fresh,
  }
}

/** True when the last build was made from the sources as they are. */
export async function pagesAreBuilt(): Promise<boolean> {
  return (await readFile(join(output, STAMP), 'utf8').catch(() => '')) === (await stampOfSources())
}

/** Two builders may run at once (tests do): each builds beside the target, and one rename puts a whole build in place. */
async function buildInto(target: string, stamp: string): Promise<void> {
  const id = process.pid.toString()
  // Below the sources, so that the bundle's imports find node_modules, in a folder that is never committed.
  const workshop = join(here, '.react-router', `build-${id}`)
  await mkdir(dirname(workshop), { recursive: true })
  try {
    await runBuild(relative(here, workshop))
    await compressFiles(join(workshop, 'client/assets'))
    await writeFile(join(workshop, STAMP), stamp)
    const old = `${workshop}-old`
    // Where either rename fails, another builder was quicker with the same sources.
    await rename(target, old).catch(unlessCode('ENOENT'))
    await rename(workshop, target).catch(unlessCode('ENOTEMPTY', 'EEXIST'))
    await rm(old, { recursive: true, force: true })
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

function unlessCode(...codes: string[]) {
  return (error: NodeJS.ErrnoException): void => {
    if (!codes.includes(error.code ?? '')) throw error
  }
}

async function runBuild(directory: string): Promise<void> {
  const require = createRequire(import.meta.url)
  const command = join(dirname(require.resolve('@react-router/dev/package.json')), 'bin.cjs')
  const child = spawn(process.execPath, [command, 'build'], {
    cwd: here,
    env: { ...process.env, NODE_ENV: 'production', WEB_BUILD_DIRECTORY: directory },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`The pages could not be built:\n${said}`)
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(here, source)
    const inside = /\.\w+$/.test(source) ? [''] : (await readdir(path, { recursive: true })).toSorted()
    for (const name of inside) {
      const content = await readFile(join(path, name)).catch(unlessCode('EISDIR'))
      if (content) hash.update(`${source}/${name}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

if (import.meta.main) {
  const started = performance.now()
  const { fresh } = await buildWeb({ force: process.argv.includes('--force') })
  console.log(fresh ? `Pages built in ${Math.round(performance.now() - started)} ms.` : 'Pages are up to date.')
}
