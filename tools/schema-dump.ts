/** The schema of a database as sorted text, one fact a line: what a reviewer reads and what drift is compared with. */
import type pg from 'pg'

/** Tables, columns, constraints, indexes, policies, triggers, functions and grants of `schemas`. Partitions are left out. */
export async function dumpSchema(client: pg.Client, schemas: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ line: string }>(
    `with rel as (
       select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relacl, c.relowner
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind in ('r', 'p', 'v') and not c.relispartition)
     select line from (
       select name || ' ' || case relkind when 'p' then 'partitioned table by ' || pg_get_partkeydef(oid) when 'v' then 'view' else 'table' end
         || case when relrowsecurity then ', row-level security' else '' end as line from rel
       union all
       select r.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
         || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
       from rel r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       union all
       select r.name || ' constraint ' || con.conname || ' ' || pg_get_constraintdef(con.oid)
       from rel r join pg_constraint con on con.conrelid = r.oid and con.contype <> 'n'
       union all
       select r.name || ' index ' || pg_get_indexdef(i.indexrelid) from rel r join pg_index i on i.indrelid = r.oid
       where not exists (select from pg_constraint con where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x'))
       union all
       select r.name || ' policy ' || p.polname || ' ' || p.polcmd::text || ' using ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '')
         || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
       from rel r join pg_policy p on p.polrelid = r.oid
       union all
       select r.name || ' trigger ' || pg_get_triggerdef(t.oid) from rel r join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
       union all
       select r.name || ' grant ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || ' to the server'
       from rel r cross join aclexplode(r.relacl) a where a.grantee <> r.relowner and a.grantee <> 0 group by r.name, a.grantee
       union all
       select r.name || ' as ' || regexp_replace(pg_get_viewdef(r.oid), '\\s+', ' ', 'g') from rel r where relkind = 'v'
       union all
       select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') returns ' || pg_get_function_result(p.oid)
         || case when p.prosecdef then ', security definer' else '' end || ', body ' || md5(p.prosrc)
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any($1)
     ) lines order by line`,
    [schemas],
  )
  return rows.map((row) => row.line).join('\n') + '\n'
}
