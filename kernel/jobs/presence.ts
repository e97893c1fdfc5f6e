/**
 * Which workers live. A job in the hands of a worker that was killed stays locked in its name; graphile-worker gives such a
 * lock up after four hours. Here a worker holds an advisory lock for as long as its process lives, and whoever works looks
 * now and then for jobs of workers that hold none, and gives them back.
 */
import { EventEmitter } from 'node:events'
import type { Runner, WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Log } from '../log.ts'

/** Names the locks of workers among all advisory locks. */
const PRESENCE = 7236013
const LOOK_MS = 5000
const AGAIN_MS = 1000

/** Longer than a worker needs from its first job to its lock, or from a broken connection to the next one. */
const ORPHANED_AFTER = '4 seconds'

export const holdPresence = `select pg_advisory_lock(${PRESENCE}, hashtext($1))`

// One-time runs (a drained queue) have no presence; their names begin differently.
const giveBack = `
with gone as (
  select coalesce(array_agg(distinct j.locked_by), '{}') as workers, count(*)::int as jobs
  from graphile_worker._private_jobs j
  where j.locked_by like 'pool-%' and j.locked_at < now() - interval '${ORPHANED_AFTER}'
    and not exists (
      select from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.classid::bigint = ${PRESENCE}
        and l.objid::bigint = (hashtext(j.locked_by)::bigint & 4294967295)
        and l.database = (select oid from pg_database where datname = current_database())))
select jobs, graphile_worker.force_unlock_workers(workers) from gone where jobs > 0`

export interface Presence {
  /** Tells when the worker has its name. */
  readonly events: NonNullable<Runner['events']>
  /** Call it when the last job is out of hand. */
  end(): Promise<void>
}

export function startPresence(jobsUrl: string, log: Log): Presence {
  const events = new EventEmitter() as WorkerEvents
  let name: string | undefined
  let client: pg.Client | undefined
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ connectionString: jobsUrl, connectionTimeoutMillis: 5000 })
    fresh.on('error', () => {
      if (client === fresh) client = undefined
    })
    await fresh.connect()
    // A machine that vanished says no goodbye: the server must notice by itself.
    await fresh.query('set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3')
    await fresh.query(holdPresence, [name])
    return fresh
  }
  const look = async (): Promise<void> => {
    let pause = LOOK_MS
    try {
      client ??= await connect()
      const { rows } = await client.query<{ jobs: number }>(giveBack)
      if (rows[0]) log.warn({ jobs: rows[0].jobs }, 'jobs of a worker that is gone were given back')
    } catch (err) {
      log.warn({ err }, 'the jobs of other workers could not be looked at')
      await client?.end().catch(() => {})
      client = undefined
      pause = AGAIN_MS
    }
    if (!ended) timer = setTimeout(() => (looking = look()), pause)
  }
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id
    looking = look()
  })
  return {
    events,
    async end() {
      ended = true
      await looking
      clearTimeout(timer)
      await client?.end()
    },
  }
}
