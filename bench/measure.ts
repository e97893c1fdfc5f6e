/**
 * Measuring: a load of so many in flight for so long, times in a log-linear histogram (every bucket within 1.6 % of its value, no
 * sample kept), and races of two sides in turns, so that what else the machine does hits both alike.
 */

export interface Load {
  /** How many run at once. */
  readonly inFlight: number
  readonly seconds: number
  /** One request; `slot` is which of the in-flight ones. */
  run(slot: number): Promise<unknown>
}

export interface Measured {
  readonly name: string
  readonly requests: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly maxMs: number
  /** Of this process, client and server: what is left to compare when the machine does other things besides. */
  readonly cpuMs?: number
}

const SUB_BUCKETS = 64

/** Counts durations in microseconds by their leading six bits. */
export class Histogram {
  readonly #counts = new Map<number, number>()
  total = 0
  max = 0

  add(micros: number): void {
    const value = Math.max(1, Math.round(micros))
    const shift = Math.max(0, Math.floor(Math.log2(value)) - 6)
    const bucket = shift * SUB_BUCKETS * 2 + (value >> shift)
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1)
    this.total += 1
    if (micros > this.max) this.max = micros
  }

  merge(other: Histogram): void {
    for (const [bucket, count] of other.#counts) this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + count)
    this.total += other.total
    this.max = Math.max(this.max, other.max)
  }

  /** The smallest value that `share` of all samples do not exceed. */
  quantile(share: number): number {
    const wanted = Math.ceil(this.total * share)
    let seen = 0
    for (const [bucket, count] of [...this.#counts].sort(([a], [b]) => valueOf(a) - valueOf(b))) {
      seen += count
      if (seen >= wanted) return valueOf(bucket)
    }
    return this.max
  }
}

function valueOf(bucket: number): number {
  const shift = Math.floor(bucket / (SUB_BUCKETS * 2))
  return (bucket % (SUB_BUCKETS * 2)) * 2 ** shift
}

interface Lap {
  histogram: Histogram
  seconds: number
  cpuMs: number
}

async function lap(load: Load): Promise<Lap> {
  const histogram = new Histogram()
  const started = performance.now()
  const spent = process.cpuUsage()
  const end = started + load.seconds * 1000
  const loop = async (slot: number) => {
    for (let before = performance.now(); before < end;) {
      await load.run(slot)
      const after = performance.now()
      histogram.add((after - before) * 1000)
      before = after
    }
  }
  await Promise.all(Array.from({ length: load.inFlight }, (_, slot) => loop(slot)))
  const { user, system } = process.cpuUsage(spent)
  return { histogram, seconds: (performance.now() - started) / 1000, cpuMs: (user + system) / 1000 }
}

function summed(name: string, laps: readonly Lap[]): Measured {
  const all = new Histogram()
  let [seconds, cpuMs] = [0, 0]
  for (const one of laps) {
    all.merge(one.histogram)
    seconds += one.seconds
    cpuMs += one.cpuMs
  }
  return {
    name,
    requests: all.total,
    perSecond: all.total / seconds,
    p50Ms: all.quantile(0.5) / 1000,
    p99Ms: all.quantile(0.99) / 1000,
    maxMs: all.max / 1000,
    cpuMs: cpuMs / all.total,
  }
}

export interface Race {
  readonly ours: Measured
  readonly theirs: Measured
  /** Ours to theirs, the median over the rounds. */
  readonly ratio: number
}

/** Runs the two sides in turns, `rounds` times, changing who begins; the ratio is the median of the rounds'. */
export async function race(
  ours: { name: string; load: Load },
  theirs: { name: string; load: Load },
  rounds = 8,
): Promise<Race> {
  await lap({ ...ours.load, seconds: ours.load.seconds / 2 })
  await lap({ ...theirs.load, seconds: theirs.load.seconds / 2 })
  const laps: { ours: Lap[]; theirs: Lap[] } = { ours: [], theirs: [] }
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)
    const rate = { ours: 0, theirs: 0 }
    for (const side of order) {
      const one = await lap((side === 'ours' ? ours : theirs).load)
      laps[side].push(one)
      rate[side] = one.histogram.total / one.seconds
    }
    ratios.push(rate.ours / rate.theirs)
  }
  ratios.sort((a, b) => a - b)
  const middle = Math.floor(ratios.length / 2)
  const ratio = ratios.length % 2 === 1 ? ratios[middle]! : (ratios[middle - 1]! + ratios[middle]!) / 2
  return { ours: summed(ours.name, laps.ours), theirs: summed(theirs.name, laps.theirs), ratio }
}

/** One line of the table. `ratio` and `limit` belong to what is measured, on the line of our side. */
export interface Line {
  readonly measured: Measured
  /** Statements the server sends for one request, begin and commit not counted. */
  readonly statements?: number
  readonly ratio?: number
  /** The ratio must be at least this. */
  readonly limit?: number
  readonly note?: string
}

/** The two lines of a race, ours with the verdict. */
export function linesOf(
  { ours, theirs, ratio }: Race,
  more: { limit?: number; statements?: [number, number]; note?: string },
): Line[] {
  const { limit, statements, note } = more
  return [
    {
      measured: ours,
      ratio,
      ...(limit === undefined ? {} : { limit }),
      ...(statements ? { statements: statements[0] } : {}),
      ...(note ? { note } : {}),
    },
    { measured: theirs, ...(statements ? { statements: statements[1] } : {}) },
  ]
}

export function missed(line: Line): boolean {
  return line.limit !== undefined && (line.ratio ?? 0) < line.limit
}

/** The table, as text. */
export function table(lines: readonly Line[]): string {
  const head = ['', 'requests/s', 'CPU ms', 'p50 ms', 'p99 ms', 'statements', 'ratio', 'limit', '']
  const rows = lines.map((line) => [
    line.measured.name,
    line.measured.perSecond.toFixed(0),
    line.measured.cpuMs?.toFixed(2) ?? '',
    line.measured.p50Ms.toFixed(2),
    line.measured.p99Ms.toFixed(2),
    line.statements?.toFixed(1) ?? '',
    line.ratio?.toFixed(2) ?? '',
    line.limit === undefined ? '' : `≥ ${line.limit.toFixed(2)}`,
    line.limit === undefined
      ? (line.note ?? '')
      : `${missed(line) ? 'MISSED' : 'held'}${line.note ? ` · ${line.note}` : ''}`,
  ])
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)))
  const show = (row: string[]) =>
    row
      .map((cell, i) => (i === 0 || i === head.length - 1 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd()
  return [show(head), widths.map((width) => '─'.repeat(width)).join('──'), ...rows.map(show)].join('\n')
}
