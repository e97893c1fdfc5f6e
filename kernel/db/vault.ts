/**
 * Personal fields at rest. Each person has a data key, wrapped by the master key; fields are sealed with the person's key,
 * so that destroying one small row erases the person from every copy and backup. What must be looked up (a phone number) is
 * found through a keyed blind index. Plain text never reaches the database.
 */
import { randomBytes } from 'node:crypto'
import { hmacSha256, seal, unseal, unsealBytes } from '../crypto.ts'
import type { Clock } from '../clock.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

export interface Vault {
  /** Seals `plaintext` for `subjectId`; `field` is `schema.table.column`. Creates the person's key when there is none. */
  seal(tx: Tx, subjectId: string, field: string, plaintext: string | Buffer): Promise<Buffer>
  /** Opens what `seal` made; undefined when the person's key was destroyed. */
  open(tx: Tx, subjectId: string, field: string, sealed: Buffer): Promise<string | undefined>
  /** The same for what was sealed as bytes. */
  openBytes(tx: Tx, subjectId: string, field: string, sealed: Buffer): Promise<Buffer | undefined>
  /** The same text always gives the same index value; without the key nothing can be guessed from it. */
  blindIndex(kind: string, canonical: string): string
  /** Destroys the person's key. Cannot be undone. */
  destroy(tx: Tx, subjectId: string): Promise<void>
}

const findKey = statement<{ wrapped_key: Buffer | null }>(
  'kernel.find_subject_key',
  'select wrapped_key from kernel.subject_key where subject_id = $1',
)
const insertKey = statement(
  'kernel.insert_subject_key',
  'insert into kernel.subject_key (subject_id, wrapped_key, created_at) values ($1, $2, $3) on conflict do nothing',
)
const destroyKey = statement(
  'kernel.destroy_subject_key',
  `insert into kernel.subject_key (subject_id, wrapped_key, destroyed_at, created_at) values ($1, null, $2, $2)
   on conflict (subject_id) do update set wrapped_key = null, destroyed_at = excluded.destroyed_at`,
)

const CACHED_MAX = 10_000
const CACHED_FOR_MS = 60_000

/** `masterKey` wraps the data keys, `indexKey` keys the blind indexes; 32 bytes each. */
export function openVault(masterKey: Buffer, indexKey: Buffer, clock: Clock): Vault {
  const cache = new Map<string, { key: Buffer; until: number }>()

  function remember(subjectId: string, key: Buffer): Buffer {
    if (cache.size >= CACHED_MAX) cache.delete(cache.keys().next().value!)
    cache.set(subjectId, { key, until: Date.now() + CACHED_FOR_MS })
    return key
  }

  async function keyOf(tx: Tx, subjectId: string): Promise<Buffer | undefined> {
    const cached = cache.get(subjectId)
    if (cached && cached.until > Date.now()) return cached.key
    const row = await findKey.first(tx, subjectId)
    if (!row?.wrapped_key) return undefined
    return remember(subjectId, Buffer.from(unseal(masterKey, row.wrapped_key, subjectId), 'base64'))
  }

  async function keyForSealing(tx: Tx, subjectId: string): Promise<Buffer> {
    const there = await keyOf(tx, subjectId)
    if (there) return there
    const fresh = randomBytes(32)
    await insertKey.run(tx, subjectId, seal(masterKey, fresh.toString('base64'), subjectId), clock.now())
    // Somebody may have been first, or the person was erased: read what stands.
    const row = await findKey.one(tx, subjectId)
    if (!row.wrapped_key) throw new Error('this person was erased; nothing more may be written about them')
    return Buffer.from(unseal(masterKey, row.wrapped_key, subjectId), 'base64')
  }

  return {
    seal: async (tx, subjectId, field, plaintext) =>
      seal(await keyForSealing(tx, subjectId), plaintext, `${subjectId}/${field}`),
    open: async (tx, subjectId, field, sealed) => {
      const key = await keyOf(tx, subjectId)
      return key && unseal(key, sealed, `${subjectId}/${field}`)
    },
    openBytes: async (tx, subjectId, field, sealed) => {
      const key = await keyOf(tx, subjectId)
      return key && unsealBytes(key, sealed, `${subjectId}/${field}`)
    },
    blindIndex: (kind, canonical) => hmacSha256(indexKey, `${kind}:${canonical}`),
    destroy: async (tx, subjectId) => {
      cache.delete(subjectId)
      await destroyKey.run(tx, subjectId, clock.now())
    },
  }
}
