/** Runs a server from its sources and starts it again when they change; pages are Vite's business and left out. */
import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

const WATCHED = ['kernel', 'modules', 'products']
const QUIET_MS = 150

export interface Reloading {
  stop(): Promise<void>
}

/** Resolves when the server has said a line that contains `sign`, or has ended trying. */
export async function reloading(
  root: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  sign: string,
): Promise<Reloading> {
  let child: ChildProcess | undefined
  let ended = Promise.resolve()
  let stopping = false

  const run = () =>
    new Promise<void>((ready) => {
      // In a session of its own: Ctrl-C is for us, who stop it in its turn.
      const started = spawn(process.execPath, args, {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        detached: true,
      })
      child = started
      started.stdout!.on('data', (chunk: Buffer) => {
        process.stdout.write(chunk)
        if (chunk.includes(sign)) ready()
      })
      ended = new Promise((done) => started.once('exit', () => done()))
      void ended.then(ready)
    })
  const end = async () => {
    child?.kill('SIGTERM')
    await ended
  }

  let timer: NodeJS.Timeout | undefined
  let restarting = Promise.resolve()
  const onChange = (file: string | null) => {
    if (file === null || !/\.(ts|sql)$/.test(file) || /(^|[/\\])test[/\\]/.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      restarting = restarting.then(async () => {
        if (stopping) return
        console.log(`${file} changed; starting again`)
        await end()
        await run()
      })
    }, QUIET_MS)
  }
  const watchers = WATCHED.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => onChange(file)),
  )
  await run()
  return {
    async stop() {
      stopping = true
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
      await restarting
      await end()
    },
  }
}
