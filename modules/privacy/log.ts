/**
 * The log of erasures outside the database: a line per erased person and per withdrawn consent, ids and times only. A restored
 * backup knows nothing of what was erased after it; this file does, and `reapply` does it again.
 */
import { open, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { logFileOf } from './config.ts'
import { eraseAgain } from './erasures.ts'
import { withdrawAgain } from './purposes.ts'
import * as store from './store/erasures.ts'

/** Writes one line of the log to its file and sees it onto the disk. A line may stand there twice: reading takes it once. */
export async function writeLine(ctx: Context, transact: Transact, subjectId: string, id: string): Promise<void> {
  const file = logFileOf(ctx)
  const row = await transact((tx: Tx) => store.findLog.first(tx, subjectId, id))
  if (file === undefined || !row) return
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(lineOf(row))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function lineOf({ subject_id, id, kind, purpose, at }: store.LogRow): string {
  return `${JSON.stringify({ subject_id, id, kind, purpose, at: at.toString() })}\n`
}

export interface Reapplied {
  /** Lines of the file. */
  readonly lines: number
  /** Persons erased again, consents withdrawn again. */
  readonly persons: number
  readonly withdrawals: number
}

/** Does again what the file says and the database does not know. Safe to repeat. Throws on a line that is none of ours. */
export async function reapply(ctx: Context, transact: Transact, file = logFileOf(ctx)): Promise<Reapplied> {
  const rows = file === undefined ? [] : linesOf(await readFile(file, 'utf8'))
  let [persons, withdrawals] = [0, 0]
  for (const row of rows) {
    if (await transact((tx) => store.findLog.first(tx, row.subject_id, row.id))) continue
    if (row.kind === 'person') {
      await eraseAgain(ctx, transact, row)
      persons += 1
    } else {
      await transact((tx) => withdrawAgain(ctx, tx, row))
      withdrawals += 1
    }
  }
  return { lines: rows.length, persons, withdrawals }
}

/** The lines in the order they were written, each once; a line cut off at the very end by a crash is no line. */
export function linesOf(text: string): store.LogRow[] {
  const rows = new Map<string, store.LogRow>()
  const lines = text.split('\n')
  for (const [no, line] of lines.entries()) {
    if (line === '' || no === lines.length - 1) continue
    const said = JSON.parse(line) as Record<string, unknown>
    const { subject_id, id, kind, purpose, at } = said
    const known = kind === 'person' || (kind === 'withdrawal' && typeof purpose === 'string')
    if (!known || !isUuid(String(subject_id)) || !isUuid(String(id))) throw new Error(`line ${no + 1} is no erasure`)
    rows.set(`${String(subject_id)} ${String(id)}`, {
      subject_id: String(subject_id),
      id: String(id),
      kind,
      purpose: kind === 'person' ? null : String(purpose),
      at: Temporal.Instant.from(String(at)),
    })
  }
  return [...rows.values()]
}
