/**
 * Proves on one machine that the schema could live on several: every table declares a placement, and the catalog agrees
 * with it. The rules are numbered R0 to R10; docs/operations.md says what each protects from.
 */
import type pg from 'pg'
import type { Placement } from '../kernel/db/placement.ts'
import type { Module } from '../kernel/module.ts'

/** What the kernel keeps for itself, placed like any module's tables. */
const KERNEL_PLACEMENT: Readonly<Record<string, Placement>> = {
  migration: { kind: 'local' },
  published: { kind: 'local' },
  setting: { kind: 'local' },
  idempotency: { kind: 'lookup', column: 'key' },
  rate_limit: { kind: 'lookup', column: 'key' },
  subject_key: { kind: 'owner', column: 'subject_id' },
}

export type Placements = ReadonlyMap<string, Placement>

/** `schema.table` → placement, of the kernel and these modules. */
export function placementsOf(modules: readonly Pick<Module, 'name' | 'placement'>[]): Placements {
  const all = [{ name: 'kernel', placement: KERNEL_PLACEMENT }, ...modules]
  return new Map(
    all.flatMap(({ name, placement }) =>
      Object.entries(placement).map(([table, where]) => [`${name}.${table}`, where] as const),
    ),
  )
}

const NAME_BYTES_MAX = 54

interface Table {
  name: string
  partitioned: boolean
  partition_of: string | null
  inherits: boolean
}
interface Column {
  table: string
  name: string
  type: string
  collation: string | null
  not_null: boolean
  generated: boolean
  identity: boolean
}
interface Index {
  table: string
  name: string
  primary: boolean
  exclusion: boolean
  columns: (string | null)[]
  operators: string[] | null
}
interface ForeignKey {
  name: string
  table: string
  target: string
  columns: string[]
  target_columns: string[]
  sets: boolean
}

/** Every breach, one sentence each. `schemas` are those to look at. */
export async function placementFindings(
  client: pg.Client,
  placements: Placements,
  schemas: readonly string[],
): Promise<string[]> {
  const ask = async <T>(sql: string): Promise<T[]> => (await client.query(sql, [schemas])).rows as T[]
  const tables = await ask<Table>(`
    select n.nspname || '.' || c.relname as name, c.relkind = 'p' as partitioned,
      (select pn.nspname || '.' || p.relname from pg_inherits i join pg_class p on p.oid = i.inhparent
        join pg_namespace pn on pn.oid = p.relnamespace where i.inhrelid = c.oid) as partition_of,
      exists (select from pg_inherits i where i.inhrelid = c.oid) and not c.relispartition as inherits
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any($1) order by 1`)
  const columns = await ask<Column>(`
    select n.nspname || '.' || c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      (select collname from pg_collation where oid = a.attcollation) as collation, a.attnotnull as not_null,
      a.attgenerated <> '' as generated, a.attidentity <> '' as identity
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any($1) and a.attnum > 0 and not a.attisdropped`)
  const indexes = await ask<Index>(`
    select n.nspname || '.' || c.relname as table, ic.relname as name, i.indisprimary as primary, i.indisexclusion as exclusion,
      (select array_agg((select attname::text from pg_attribute where attrelid = i.indrelid and attnum = k.num) order by k.ord)
        from unnest(i.indkey::int2[]) with ordinality k(num, ord) where k.ord <= i.indnkeyatts) as columns,
      (select array_agg(o.oprname::text order by x.ord) from pg_constraint con
        cross join unnest(con.conexclop) with ordinality x(op, ord) join pg_operator o on o.oid = x.op
        where con.conindid = i.indexrelid and con.contype = 'x') as operators
    from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    where (i.indisunique or i.indisexclusion) and n.nspname = any($1) and not c.relispartition`)
  const foreignKeys = await ask<ForeignKey>(`
    select con.conname as name, n.nspname || '.' || c.relname as table, tn.nspname || '.' || tc.relname as target,
      (select array_agg(a.attname::text order by k.ord) from unnest(con.conkey) with ordinality k(num, ord)
        join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.num) as columns,
      (select array_agg(a.attname::text order by k.ord) from unnest(con.confkey) with ordinality k(num, ord)
        join pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.num) as target_columns,
      con.confdeltype in ('n', 'd') or con.confupdtype in ('n', 'd') as sets
    from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class tc on tc.oid = con.confrelid join pg_namespace tn on tn.oid = tc.relnamespace
    where con.contype = 'f' and n.nspname = any($1) and con.conparentid = 0`)
  const triggers = await ask<{ table: string; name: string; tagged: boolean }>(`
    select n.nspname || '.' || c.relname as table, t.tgname as name,
      coalesce(obj_description(t.tgfoid, 'pg_proc'), '') like '%shard-local%' as tagged
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname = any($1) and t.tgparentid = 0`)
  const policies = await ask<{ table: string; name: string }>(`
    select n.nspname || '.' || c.relname as table, p.polname as name
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and (coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '')) like '%{SUBLINK%'`)
  const names = await ask<{ name: string; kind: string }>(`
    select c.relname as name, 'relation' as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1)
    union select con.conname, 'constraint' from pg_constraint con join pg_namespace n on n.oid = con.connamespace where n.nspname = any($1)`)

  const said: string[] = []
  const parents = tables.filter((table) => table.partition_of === null)
  // R0
  for (const { name } of parents) if (!placements.has(name)) said.push(`R0 ${name} declares no placement`)
  for (const name of placements.keys())
    if (schemas.includes(name.split('.')[0]!) && !parents.some((table) => table.name === name))
      said.push(`R0 ${name} has a placement but is no table`)
  // R1
  const types = new Map<string, Set<string>>()
  for (const { name } of parents) {
    const placement = placements.get(name)
    if (!placement || !('column' in placement)) continue
    const column = columns.find((candidate) => candidate.table === name && candidate.name === placement.column)
    if (!column) said.push(`R1 ${name} has no column ${placement.column}`)
    else if (!column.not_null || column.generated)
      said.push(`R1 ${name}.${placement.column} must be not null and not generated`)
    else {
      const wanted = placement.kind === 'owner' ? 'uuid' : 'text'
      if (column.type !== wanted) said.push(`R1 ${name}.${placement.column} is ${column.type}, its group is ${wanted}`)
      const seen = types.get(placement.kind) ?? new Set()
      types.set(placement.kind, seen.add(`${column.type}/${column.collation ?? ''}`))
    }
  }
  for (const [kind, seen] of types)
    if (seen.size > 1) said.push(`R1 the group ${kind} mixes ${[...seen].join(' and ')}`)
  // R2, R3
  for (const { name } of parents) {
    const own = indexes.filter((index) => index.table === name)
    if (!own.some((index) => index.primary)) said.push(`R3 ${name} has no primary key`)
    const placement = placements.get(name)
    if (!placement || !('column' in placement)) continue
    for (const index of own) {
      const position = index.columns.indexOf(placement.column)
      if (position < 0) said.push(`R2 ${index.name} is unique without ${placement.column}`)
      else if (index.exclusion && index.operators?.[position] !== '=')
        said.push(`R2 ${index.name} must compare ${placement.column} with =`)
    }
  }
  // R4
  for (const key of foreignKeys) {
    const [from, to] = [placements.get(key.table), placements.get(key.target)]
    if (!from || !to) continue
    const says = (why: string) => said.push(`R4 ${key.name} (${key.table} → ${key.target}): ${why}`)
    if (to.kind === 'reference') continue
    if (to.kind === 'local') {
      if (from.kind !== 'local') says('only a local table may refer to a local one')
      continue
    }
    if (from.kind === 'reference' || from.kind === 'local') {
      says('a table that is on every node, or on one, cannot refer to a distributed one')
      continue
    }
    const at = key.columns.indexOf((from as { column: string }).column)
    if (from.kind !== to.kind) says('it crosses two groups')
    else if (at < 0 || key.target_columns[at] !== to.column) says('the distribution columns must be paired')
    else if (key.sets) says('set null and set default are not possible')
  }
  // R6
  for (const { table, name, tagged } of triggers)
    if (placements.get(table)?.kind !== 'local' && !tagged)
      said.push(`R6 the function of trigger ${name} on ${table} is not marked shard-local`)
  for (const { table, name } of policies) said.push(`R7 policy ${name} on ${table} has a subquery`)
  for (const { name, partitioned, partition_of, inherits } of tables) {
    if (partitioned && partition_of !== null) said.push(`R8 ${name} is partitioned twice`)
    if (inherits) said.push(`R8 ${name} inherits`)
  }
  for (const { name, kind } of names)
    if (Buffer.byteLength(name) > NAME_BYTES_MAX) said.push(`R9 ${kind} ${name} has more than ${NAME_BYTES_MAX} bytes`)
  for (const column of columns)
    if (column.identity && column.type !== 'bigint')
      said.push(`R10 ${column.table}.${column.name} is an identity of type ${column.type}`)
  return said
}
