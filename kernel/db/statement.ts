/**
 * How a `store.ts` speaks SQL. `statement` is one literal SQL text, prepared once per connection under its name; `writer`
 * is Kysely for the few statements whose text depends on the request (filters, sorts). Both take the `Tx`.
 */
import { createHash } from 'node:crypto'
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely'
import { assert, present } from '../assert.ts'
import { refuse, type RefusalKind } from '../errors.ts'
import { constraintOf } from './database.ts'
import { executorOf, type Tx } from './tx.ts'

type Parameter = unknown

export interface Statement<Row> {
  readonly name: string
  readonly text: string
  /** Whether connections keep its plan. */
  readonly kept: boolean
  /** All rows. */
  all(tx: Tx, ...params: Parameter[]): Promise<Row[]>
  /** The first row, or undefined. */
  first(tx: Tx, ...params: Parameter[]): Promise<Row | undefined>
  /** The row that must be there; its absence is a bug. */
  one(tx: Tx, ...params: Parameter[]): Promise<Row>
  /** Runs it and gives the number of rows it touched. */
  run(tx: Tx, ...params: Parameter[]): Promise<number>
}

const statements = new Map<string, Statement<unknown>>()

/**
 * Declares one SQL statement. `name` is `module.what_it_does`, at most 50 bytes. Column names are spelled out, values are
 * `$1, $2, …` (limits too), growing lists are `= any($n)`. Every declared statement is prepared against the real schema in
 * the checks, so a wrong column never ships.
 *
 * `planned: 'anew'` is for lists whose best index depends on the values (ranges that are mostly open): a kept plan is made for
 * values nobody knows, and of a million rows it sorts all. Planning costs such a list less than a millisecond each time.
 */
export function statement<Row = never>(
  name: string,
  text: string,
  { planned = 'once' }: { planned?: 'once' | 'anew' } = {},
): Statement<Row> {
  assert(/^[a-z_]+\.[a-z0-9_]+$/.test(name) && name.length <= 50, `bad statement name ${name}`)
  const known = statements.get(name)
  assert(known === undefined || known.text === text, `two statements are named ${name}`)
  const kept = planned === 'once'
  const query = async (tx: Tx, params: Parameter[]) => executorOf(tx).query(kept ? name : undefined, text, params)
  const made: Statement<Row> = {
    name,
    text,
    kept,
    all: async (tx, ...params) => (await query(tx, params)).rows as Row[],
    first: async (tx, ...params) => (await query(tx, params)).rows[0] as Row | undefined,
    one: async (tx, ...params) => present((await query(tx, params)).rows[0] as Row | undefined, `${name} found no row`),
    run: async (tx, ...params) => (await query(tx, params)).rowCount,
  }
  statements.set(name, made as Statement<unknown>)
  return made
}

/** Every statement declared so far (by the modules that have been imported). */
export function declaredStatements(): readonly Statement<unknown>[] {
  return [...statements.values()]
}

/** A Kysely bound to the transaction, typed by the module's generated tables. */
export function writer<Tables>(tx: Tx): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db as Kysely<unknown>),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connectionOf(tx),
        beginTransaction: forbidden,
        commitTransaction: forbidden,
        rollbackTransaction: forbidden,
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
    },
  })
}

async function forbidden(): Promise<never> {
  throw new Error('a store never begins or ends a transaction')
}

function connectionOf(tx: Tx): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const name = `k_${createHash('sha1').update(query.sql).digest('hex').slice(0, 24)}`
      const { rows, rowCount } = await executorOf(tx).query(name, query.sql, query.parameters)
      return { rows: rows as Row[], numAffectedRows: BigInt(rowCount) }
    },
    streamQuery: () => {
      throw new Error('streaming is not offered')
    },
  }
}

/**
 * Awaits a write and turns the violation of a named constraint into its refusal:
 * `refusing(insertUse.run(tx, …), { use_pkey: errors.already_used })`. The transaction is lost with it.
 */
export async function refusing<T>(write: Promise<T>, refusals: Record<string, RefusalKind>): Promise<T> {
  try {
    return await write
  } catch (error) {
    const kind = refusals[constraintOf(error) ?? '']
    if (kind) refuse(kind)
    throw error
  }
}
