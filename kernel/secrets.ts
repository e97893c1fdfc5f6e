/**
 * Secrets of a development machine: made at random the first time they are asked for and kept in one file only its owner
 * can read. Production sets every secret itself and never comes here.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Keeper {
  get(name: string, make: () => string): string
  /** Writes what was newly made. */
  save(): void
}

/** Without a path (tests) nothing is read or written. */
export function keepSecrets(path: string | undefined): Keeper {
  const made = new Map<string, string>()
  const kept = read(path)
  return {
    get(name, make) {
      const known = kept[name] ?? made.get(name)
      if (known !== undefined) return known
      const value = make()
      made.set(name, value)
      return value
    },
    save() {
      if (path === undefined || made.size === 0) return
      // Another process may have written meanwhile; what it made first stays.
      const merged = { ...Object.fromEntries(made), ...read(path) }
      mkdirSync(dirname(path), { recursive: true })
      const draft = `${path}.${process.pid}`
      writeFileSync(draft, `${JSON.stringify(merged, null, 2)}\n`, { mode: 0o600 })
      renameSync(draft, path)
      made.clear()
    },
  }
}

function read(path: string | undefined): Record<string, string> {
  if (path === undefined) return {}
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  try {
    return JSON.parse(text) as Record<string, string>
  } catch {
    throw new Error(
      `${path} is not readable as JSON; restore it from a backup, or delete it together with the database it belongs to`,
    )
  }
}

/** The DER header of an Ed25519 private key; its 32 random bytes follow. */
const ED25519_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A new secret as text; with a `seed` (tests) the same one each time. */
export function generateSecret(kind: string, seed?: string): string {
  const bytes = seed === undefined ? randomBytes(32) : createHash('sha256').update(seed).digest()
  return kind === 'signing-key'
    ? Buffer.concat([ED25519_HEADER, bytes]).toString('base64')
    : bytes.toString('base64url')
}
