/** Each rule of the placement linter finds the breach planted for it, and a sound schema passes. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { local, lookup, owner, reference, type Placement } from '../../kernel/db/placement.ts'
import { placementFindings } from '../placement.ts'

const database = `placement_${randomBytes(4).toString('hex')}`
let admin: pg.Client
let client: pg.Client

beforeAll(async () => {
  const url = new URL(process.env['TERANGA_TEST_ADMIN_URL']!)
  admin = new pg.Client({ connectionString: url.toString() })
  await admin.connect()
  await admin.query(`create database ${database}`)
  url.pathname = `/${database}`
  client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await admin.query(`drop database ${database}`)
  await admin.end()
})

const SOUND = `
  create table s.purse (owner_id uuid not null, id uuid not null, primary key (owner_id, id));
  create table s.coin (owner_id uuid not null, id uuid not null, purse_id uuid not null, at timestamptz not null,
    primary key (owner_id, at, id), foreign key (owner_id, purse_id) references s.purse (owner_id, id)) partition by range (at);
  create table s.coin_all partition of s.coin default;
  create table s.name (value text not null, primary key (value));
  create table s.country (code text primary key);
  create table s.task (id bigint generated always as identity primary key);
  create function s.touch() returns trigger language plpgsql as $$ begin return new; end $$;
  comment on function s.touch() is 'shard-local';
  create trigger touched before update on s.purse for each row execute function s.touch();`
const PLACED: Record<string, Placement> = {
  's.purse': owner('owner_id'),
  's.coin': owner('owner_id'),
  's.name': lookup('value'),
  's.country': reference,
  's.task': local,
}

async function findingsWith(sql: string, placed: Record<string, Placement> = {}): Promise<string[]> {
  await client.query('drop schema if exists s cascade; create schema s')
  await client.query(SOUND)
  await client.query(sql)
  return placementFindings(client, new Map(Object.entries({ ...PLACED, ...placed })), ['s'])
}

test('a sound schema passes', async () => {
  expect(await findingsWith('')).toEqual([])
})

test.each<[string, string, Record<string, Placement>, string]>([
  ['a table without a placement', 'create table s.stray (id uuid primary key)', {}, 'R0 s.stray'],
  ['a placement without a table', '', { 's.ghost': reference }, 'R0 s.ghost'],
  ['no such column', 'create table s.t (id uuid primary key)', { 's.t': owner('owner_id') }, 'R1 s.t has no column'],
  [
    'a nullable owner',
    'create table s.t (id uuid primary key, owner_id uuid)',
    { 's.t': owner('owner_id') },
    'R1 s.t.owner_id must be not null',
  ],
  [
    'an owner of another type',
    'create table s.t (owner_id text not null primary key)',
    { 's.t': owner('owner_id') },
    'R1 s.t.owner_id is text',
  ],
  [
    'mixed collations',
    'create table s.t (value text collate "C" not null primary key)',
    { 's.t': lookup('value') },
    'R1 the group lookup mixes',
  ],
  ['a unique without the owner', 'create unique index lone on s.purse (id)', {}, 'R2 lone'],
  [
    'an exclusion that does not compare the owner',
    'create table s.t (owner_id uuid not null primary key, during int4range, constraint no_overlap exclude using gist (during with &&))',
    { 's.t': owner('owner_id') },
    'R2 no_overlap',
  ],
  ['no primary key', 'create table s.t (owner_id uuid not null)', { 's.t': owner('owner_id') }, 'R3 s.t'],
  [
    'reference to distributed',
    'create table s.t (id uuid primary key, o uuid, p uuid, constraint k foreign key (o, p) references s.purse)',
    { 's.t': reference },
    'R4 k',
  ],
  [
    'distributed to local',
    'create table s.t (owner_id uuid not null primary key, task bigint, constraint k foreign key (task) references s.task)',
    { 's.t': owner('owner_id') },
    'R4 k',
  ],
  [
    'across groups',
    'create table s.t (owner_id uuid not null primary key, v text, constraint k foreign key (v) references s.name)',
    { 's.t': owner('owner_id') },
    'R4 k',
  ],
  [
    'owners not paired',
    'create table s.t (owner_id uuid not null primary key, other uuid, p uuid, constraint k foreign key (other, p) references s.purse)',
    { 's.t': owner('owner_id') },
    'R4 k',
  ],
  [
    'set null',
    'create table s.t (owner_id uuid not null primary key, p uuid, constraint k foreign key (owner_id, p) references s.purse on delete set null (p))',
    { 's.t': owner('owner_id') },
    'R4 k',
  ],
  [
    'an untagged trigger',
    'create function s.other() returns trigger language plpgsql as $$ begin return new; end $$; create trigger t2 before update on s.purse for each row execute function s.other()',
    {},
    'R6',
  ],
  [
    'a subquery in a policy',
    'alter table s.purse enable row level security; create policy p on s.purse using (exists (select from s.country))',
    {},
    'R7',
  ],
  [
    'partitioned twice',
    "create table s.coin_2026 partition of s.coin for values from ('2026-01-01') to ('2027-01-01') partition by hash (owner_id)",
    {},
    'R8',
  ],
  [
    'inheritance',
    'create table s.heir (primary key (code)) inherits (s.country)',
    { 's.heir': reference },
    'R8 s.heir inherits',
  ],
  ['a long name', `create index ${'n'.repeat(60)} on s.purse (id)`, {}, 'R9'],
  [
    'a small identity',
    'create table s.t (id integer generated always as identity primary key)',
    { 's.t': local },
    'R10',
  ],
])('found: %s', async (_what, sql, placed, says) => {
  expect((await findingsWith(sql, placed)).filter((finding) => finding.startsWith(says))).not.toEqual([])
})
