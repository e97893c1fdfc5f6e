/**
 * How one thing hangs together: from module to module by the ids they name, nearest first, within bounds. What the person may
 * not see is left out and said to be.
 */
import { can, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { readRef, type Ref, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { record } from '../audit/api.ts'

const DEPTH_MAX = 6
const REFS_MAX = 120
const STEPS_MAX = 300

export interface Story {
  /** What was asked about. */
  readonly about: Thing
  /** Everything it hangs together with, nearest first. */
  readonly things: Thing[]
  /** Oldest first. */
  readonly steps: TraceStep[]
  /** Permissions without which some of it stays hidden. */
  readonly hidden: string[]
  /** More hangs on it than is told. */
  readonly cut_off: boolean
}

/**
 * The story of `text`, a prefixed id, `depth` steps away from it. Refuses `kernel.not_found` when no module the person may
 * see knows it. Reads only.
 */
export async function trace(ctx: Context, tx: Tx, text: string, depth = DEPTH_MAX): Promise<Story> {
  const tracers = ctx.product.modules.flatMap((module) => module.trace)
  const things = new Map<string, Thing>()
  const steps = new Map<string, TraceStep>()
  const hidden = new Set<string>()
  const seen = new Set<string>([text])
  let cutOff = false
  let level: Ref[] = [readRef(text)]
  for (let away = 0; level.length > 0 && away < Math.min(depth, DEPTH_MAX); away++) {
    const next: string[] = []
    for (const tracer of tracers) {
      const mine = level.filter((ref) => answers(tracer, ref, away === 0))
      if (mine.length === 0) continue
      if (!can(ctx.actor, tracer.permission)) {
        // An id without a module may be nothing of theirs.
        if (mine.some(({ prefix }) => prefix !== 'ref')) hidden.add(tracer.permission)
        continue
      }
      const told = await tracer.trace(ctx, tx, mine, away === 0)
      for (const thing of told.things) things.set(`${thing.kind} ${thing.id}`, thing)
      for (const step of told.steps) steps.set(`${step.at} ${step.ref} ${step.kind} ${step.code}`, step)
      next.push(...told.refs)
    }
    if (away === 0 && things.size === 0) refuse(kernelErrors.not_found)
    const fresh = [...new Set(next)].filter((ref) => !seen.has(ref))
    const taken = fresh.slice(0, REFS_MAX - seen.size)
    cutOff ||= taken.length < fresh.length
    for (const ref of taken) seen.add(ref)
    level = taken.map(readRef)
  }
  await noteReading(ctx, tx, text)
  const inOrder = [...steps.values()].sort(byTime)
  const all = [...things.values()]
  // What names no thing of its own, such as a scan, is told through the first it belongs to.
  const about = all.find(({ id }) => id === text || `evt_${id}` === text) ?? all[0] ?? refuse(kernelErrors.not_found)
  return {
    about,
    things: all.filter((it) => it !== about),
    steps: inOrder.slice(-STEPS_MAX).map(({ at, kind, ref, code, facts }) => ({ at, kind, ref, code, facts })),
    hidden: [...hidden].sort(),
    cut_off: cutOff || inOrder.length > STEPS_MAX,
  }
}

const LAST = 9
const secondOf = ({ at }: TraceStep) => Math.floor(at.epochMilliseconds / 1000)

function byTime(a: TraceStep, b: TraceStep): number {
  return secondOf(a) - secondOf(b) || (a.rank ?? LAST) - (b.rank ?? LAST) || Temporal.Instant.compare(a.at, b.at)
}

/** Who looks at a person's affairs is on record, as who looks at their account is. */
async function noteReading(ctx: Context, tx: Tx, text: string): Promise<void> {
  const { prefix, uuid } = readRef(text)
  if (prefix !== 'usr' || uuid === undefined) return
  await record(ctx, tx, { action: 'operations.person_traced', subject: { type: 'user', id: uuid } })
}

function answers({ prefixes, rootPrefixes = [] }: Trace, { prefix, uuid }: Ref, root: boolean): boolean {
  if (root && rootPrefixes.includes(prefix)) return true
  return prefixes.includes(prefix) || (uuid !== undefined && prefixes.includes('*'))
}
