/**
 * What `npm start`, `npm test` and the other words begin with. Runs on any Node from 20 on, with nothing installed: installs
 * the packages when they are missing or outdated, finds the pinned Node among them and goes on under it.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_NODE = 20
const WANTED_NODE = 26

const WORDS = {
  start: ['teranga.ts', 'start'],
  dev: ['teranga.ts', 'dev'],
  cli: ['teranga.ts'],
  test: ['node_modules/vitest/vitest.mjs', 'run'],
  check: ['tools/check.ts'],
  bench: ['bench/run.ts'],
  'audit:web': ['tools/audit-web.ts'],
  screenshots: ['tools/screenshots.ts'],
}

function fail(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

const at = (...parts) => join(ROOT, ...parts)
const major = Number(process.versions.node.split('.')[0])
const [word = '', ...rest] = process.argv.slice(2)

if (major < OLDEST_NODE)
  fail(`This is Node ${process.versions.node}; please use Node ${OLDEST_NODE} or newer (https://nodejs.org).`)
if (!Object.hasOwn(WORDS, word)) fail(`launch.mjs takes one of: ${Object.keys(WORDS).join(', ')}.`)

await install()
const node = pinnedNode() ?? (major >= WANTED_NODE ? process.execPath : undefined)
if (node === undefined)
  fail(
    `No Node ${WANTED_NODE} came with the packages for ${process.platform} on ${process.arch}: ` +
      `install Node ${WANTED_NODE} yourself, or run \`npm ci\` without --omit=optional.`,
  )
const [program, ...words] = WORDS[word]
// The command line takes file names relative to where it was called.
run(node, [at(program), ...words, ...rest], word === 'cli' ? process.cwd() : ROOT)

async function install() {
  const lock = at('package-lock.json')
  const stamp = at('node_modules', '.teranga-lock')
  // Packages with programs inside differ per platform, so a folder moved between machines is installed again.
  const wanted = createHash('sha256')
    .update(readFileSync(lock))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!existsSync(stamp) && installedByHand(lock)) {
    writeFileSync(stamp, wanted)
    return
  }
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  console.log('Installing packages (about 350 MB, once) …')
  const ticking = setInterval(() => console.log(`  still installing, ${seconds()} s`), 10_000)
  const { code, output } = await npm(['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress'])
  clearInterval(ticking)
  if (code !== 0) fail(explain(output))
  writeFileSync(stamp, wanted)
  console.log(`Packages installed in ${seconds()} s.`)
}

/** npm writes its own record at the end of an install; one newer than the lock means someone ran npm with this lock. */
function installedByHand(lock) {
  const record = at('node_modules', '.package-lock.json')
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lock).mtimeMs
}

function npm(args) {
  // Under `npm start` npm says where it is; run by hand it is on the path (a .cmd file on Windows, which needs a shell).
  const self = process.env.npm_execpath
  const [command, all] = self?.endsWith('.js') ? [process.execPath, [self, ...args]] : ['npm', args]
  return new Promise((done) => {
    const child = spawn(command, all, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => done({ code: 1, output: error.message }))
    child.once('close', (code) => done({ code: code ?? 1, output }))
  })
}

function explain(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request/i.test(output)
  )
    return 'npm could not reach its registry: connect this machine to the network (or set the proxy npm should use) and try again.'
  if (/ENOSPC|no space left/i.test(output)) return 'The disk is full: free about 1 GB and try again.'
  if (/EACCES|EPERM|EROFS/.test(output))
    return `npm may not write to ${at('node_modules')}: correct the owner of that folder and try again.`
  if (/spawn npm ENOENT/.test(output)) return 'npm was not found: install it (it comes with Node) and try again.'
  if (/EUSAGE/.test(output))
    return 'package-lock.json does not fit package.json: run `npm install`, commit the lock and try again.'
  const lines = output.trim().split('\n').slice(-12)
  return `npm could not install the packages:\n${lines.map((line) => `  ${line}`).join('\n')}`
}

function pinnedNode() {
  const { platform, arch } = process
  const places = [
    [`node-${platform === 'win32' ? 'win' : platform}-${arch}`, 'bin', platform === 'win32' ? 'node.exe' : 'node'],
    [`node-bin-${platform}-${arch}`, 'bin', 'node'],
  ]
  return places.map((place) => at('node_modules', ...place)).find((path) => existsSync(path))
}

function run(program, args, cwd) {
  const child = spawn(program, args, { cwd, stdio: 'inherit' })
  child.once('error', (error) => fail(`${program} does not run on this machine (${error.message}).`))
  // Ctrl-C in a terminal reaches the child by itself; here it must only not end us before the child has stopped.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm passes a signal on to its shell, which dies of it without a word to us.
  if (process.env.npm_lifecycle_event) {
    const { ppid } = process
    setInterval(() => process.ppid === ppid || child.kill('SIGTERM'), 500).unref()
  }
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
    process.exit()
  })
}
