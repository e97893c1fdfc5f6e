/** A module for the tests of privacy: notes, sealed with the person's key, some kept for one purpose alone. */
import type { Context } from '../../../../kernel/context.ts'
import { owner } from '../../../../kernel/db/placement.ts'
import { statement } from '../../../../kernel/db/statement.ts'
import type { Tx } from '../../../../kernel/db/tx.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { defineModule } from '../../../../kernel/module.ts'

const insertNote = statement(
  'notebook.insert_note',
  'insert into notebook.note (user_id, id, purpose, body) values ($1, $2, $3, $4)',
)
const notes = statement<{ purpose: string | null; body: Buffer }>(
  'notebook.notes',
  'select purpose, body from notebook.note where user_id = $1 order by id',
)
const eraseNotes = statement('notebook.erase_notes', 'delete from notebook.note where user_id = $1')
const eraseFor = statement('notebook.erase_for', 'delete from notebook.note where user_id = $1 and purpose = $2')

/** Set by a test: the next erasure of notes breaks once, as a killed worker does. */
export const faults = { eraseOnce: false }

export async function write(ctx: Context, tx: Tx, userId: string, text: string, purpose?: string): Promise<void> {
  const body = await ctx.vault.seal(tx, userId, 'notebook.note.body', text)
  await insertNote.run(tx, userId, uuidV7(ctx.clock), purpose, body)
}

export async function read(ctx: Context, tx: Tx, userId: string): Promise<string[]> {
  const texts: string[] = []
  for (const { body } of await notes.all(tx, userId))
    texts.push((await ctx.vault.open(tx, userId, 'notebook.note.body', body)) ?? 'unreadable')
  return texts
}

export const notebook = defineModule({
  name: 'notebook',
  folder: import.meta.dirname,
  placement: { note: owner('user_id') },
  personalData: {
    export: async (ctx, tx, userId) => ({ notes: await read(ctx, tx, userId), pages: 12n }),
    async erase(_ctx, tx, userId) {
      await eraseNotes.run(tx, userId)
      if (!faults.eraseOnce) return
      faults.eraseOnce = false
      throw new Error('the worker was killed')
    },
    purposes: { learning_data: async (_ctx, tx, userId) => void (await eraseFor.run(tx, userId, 'learning_data')) },
  },
})
