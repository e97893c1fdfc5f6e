/**
 * What a later migration may not do while servers of the version before still run: they would meet a column that is gone, a
 * name they do not know or a value they cannot leave out. First add (expand), let a release pass, then take away (contract) in a
 * file that says so. Read from the text: whoever needs more than this finds writes it in a decision.
 */
import type { Migration } from '../kernel/db/migrate.ts'

const RULES: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\balter\s+table\b[^;]*\brename\b/i, why: 'renames: add the new name beside the old one' },
  { pattern: /\balter\s+column\s+\w+\s+(?:set\s+data\s+)?type\b/i, why: 'changes a type: add a column beside it' },
  {
    pattern: /\badd\s+column\s+(?:if\s+not\s+exists\s+)?\w+\s+(?![^,;]*\bdefault\b)[^,;]*\bnot\s+null\b/i,
    why: 'adds a column that the version before cannot leave out: give it a default',
  },
  { pattern: /\bset\s+not\s+null\b/i, why: 'forbids nulls that the version before may write' },
  { pattern: /\bdrop\s+(?:table|column|schema)\b/i, why: 'takes away what the version before may read' },
  { pattern: /\b(?:vacuum\s+full|cluster|reindex)\b/i, why: 'locks a table for as long as it takes' },
]

/** Says that the code of the version before no longer needs what goes. */
const CONTRACT = /^-- contract: \S.{20,}/m

export function migrationFindings(migrations: readonly Pick<Migration, 'module' | 'name' | 'text'>[]): string[] {
  return migrations.flatMap(({ module, name, text }) => {
    if (name.startsWith('0001_') || CONTRACT.test(text)) return []
    const code = text.replaceAll(/--[^\n]*/g, '').replaceAll(/\$\$[\s\S]*?\$\$/g, '')
    return RULES.filter(({ pattern }) => pattern.test(code)).map(({ why }) => `${module}/${name} ${why}`)
  })
}
