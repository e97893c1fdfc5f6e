// Exports: the whole list once, whoever is killed; with the rights of who asked, as they are when it runs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { revokeRole } from '../../access/api.ts'
import { suspendUser } from '../../identity/api.ts'
import { readPart } from '../exports.ts'
import { exportId } from '../ids.ts'
import { ask, linesOf, look, makeStaff, startReports, writeRecords } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startReports()
  await writeRecords(t, 'test.many', 4_500)
  await writeRecords(t, 'test.few', 3, '=HYPERLINK("http://evil")')
})
afterAll(() => t.close())

const part = (owner: string, id: string) => t.tx((tx) => readPart(t.ctx(), tx, owner, exportId.parse(id)))

describe('an export', () => {
  it('holds every row of the list with its filters, once, as text that spreadsheets do not run', async () => {
    const { token } = await makeStaff(t, 'reader')
    const asked = await ask(t, token, { action: 'test.few' })
    expect(asked.status).toBe(202)
    expect((await t.call('GET', `/exports/${asked.json.id}/file`, { token })).json.code).toBe('reports.not_ready')
    await t.drain()
    expect(await look(t, token, asked.json.id)).toMatchObject({ state: 'done', row_count: 3, truncated: false })

    const file = await t.call('GET', `/exports/${asked.json.id}/file`, { token })
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file.headers['content-disposition']).toBe('attachment; filename="audit-2026-03-02.csv"')
    const [head, ...lines] = file.text.split('\r\n')
    expect(head).toBe(
      '\uFEFFIdentifiant;Acte;Type d’objet;Objet;Type d’auteur;Auteur;Nom de l’auteur;Requête;Avant;Après;Raison;Enregistré le',
    )
    expect(lines).toHaveLength(4)
    expect(lines[0]).toContain(';système;')
    expect(lines[0]).toContain(`"'=HYPERLINK(""http://evil"")"`)
    expect(lines[0]).toContain('2026-01-01 00:00:03')
  })

  it('speaks the language of who asked, whoever downloads it in another', async () => {
    const { token } = await makeStaff(t, 'reader')
    const { id } = (await ask(t, token, { action: 'test.few' }, '/audit', 'en')).json
    await t.drain()
    const file = await t.call('GET', `/exports/${id}/file`, { token, headers: { 'accept-language': 'fr' } })
    const [head, line] = file.text.split('\r\n')
    expect(head).toBe(
      '\uFEFFId,Action,Kind of subject,Subject,Kind of actor,Actor,Actor’s name,Request,Before,After,Reason,Recorded',
    )
    expect(line).toContain(',system,')
  })

  it('that was asked for before columns had words goes on as it began: fields under their names, as they are', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    const { id } = (await ask(t, token, { action: 'test.few' })).json
    await t.asOwner((client) => client.query('update reports.export set heads = null where owner_id = $1', [userId]))
    await t.drain()
    const [head, line] = (await t.call('GET', `/exports/${id}/file`, { token })).text.split('\r\n')
    expect(head).toMatch(/^\uFEFFid;action;subject_type;/)
    expect(line).toContain(';system;')
  })

  it('goes on where a killed worker stopped, without a gap or a row twice', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    const { id } = (await ask(t, token, { action: 'test.many' })).json
    expect(await part(userId, id)).toBe(true)
    expect(await look(t, token, id)).toMatchObject({ state: 'running', row_count: 2_000 })
    const killed = t.tx(async (tx) => {
      await readPart(t.ctx(), tx, userId, exportId.parse(id))
      throw new Error('killed before the commit')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await look(t, token, id)).toMatchObject({ state: 'running', row_count: 2_000 })
    await t.drain()
    const lines = await linesOf(t, token, id)
    expect(lines).toHaveLength(4_500)
    expect(new Set(lines).size).toBe(4_500)
  })

  it('is read once by two workers at the same time', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    const { id } = (await ask(t, token, { action: 'test.many' })).json
    const work = async () => {
      while (await part(userId, id));
    }
    await Promise.all([work(), work(), work()])
    expect(await look(t, token, id)).toMatchObject({ state: 'done', row_count: 4_500 })
    expect(new Set(await linesOf(t, token, id)).size).toBe(4_500)
  })

  it('is the same one while it runs, asked for twice or ten times at once', async () => {
    const { token } = await makeStaff(t, 'reader')
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(t, token, { action: 'test.few' })))
    const ids = answers.filter(({ status }) => status === 202).map(({ json }) => json.id)
    expect(new Set(ids).size).toBe(1)
    await t.drain()
    expect((await ask(t, token, { action: 'test.few' })).json.id).not.toBe(ids[0])
    await t.drain()
  })

  it('is one of three at most', async () => {
    const { token } = await makeStaff(t, 'reader')
    for (const action of ['a', 'b', 'c']) expect((await ask(t, token, { action })).status).toBe(202)
    const fourth = await ask(t, token, { action: 'd' })
    expect([fourth.status, fourth.json.code]).toEqual([409, 'reports.too_many_exports'])
    await t.drain()
    expect((await ask(t, token, { action: 'd' })).status).toBe(202)
    await t.drain()
  })

  it('gets one of the three places also when four are asked for at the same moment', async () => {
    const { token } = await makeStaff(t, 'reader')
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((action) => ask(t, token, { action })))
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 409])
    await t.drain()
  })

  it('stops when the right is lost midway, and leaves no file', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    const { id } = (await ask(t, token, { action: 'test.many' })).json
    await part(userId, id)
    await t.tx((tx) => revokeRole(t.ctx(), tx, { userId, role: 'reader' }))
    await t.drain()
    const row = await t.asOwner((client) =>
      client.query('select state, reason from reports.export where owner_id = $1', [userId]),
    )
    expect(row.rows).toEqual([{ state: 'stopped', reason: 'right_lost' }])
    const parts = await t.asOwner((client) => client.query('select 1 from reports.part where owner_id = $1', [userId]))
    expect(parts.rowCount).toBe(0)
    expect((await t.call('GET', `/exports/${id}/file`, { token })).status).toBe(403)
  })

  it('stops when the account is suspended', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    await ask(t, token, { action: 'test.many' })
    await t.tx((tx) => suspendUser(t.ctx(), tx, userId, 'left'))
    await t.drain()
    const row = await t.asOwner((client) =>
      client.query('select reason from reports.export where owner_id = $1', [userId]),
    )
    expect(row.rows).toEqual([{ reason: 'right_lost' }])
  })

  it('can be cancelled, which forgets what was read; cancelling again changes nothing', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    const { id } = (await ask(t, token, { action: 'test.many' })).json
    await part(userId, id)
    for (let i = 0; i < 2; i++) {
      const answer = await t.call('POST', `/exports/${id}/cancellation`, { token })
      expect([answer.status, answer.json.state]).toEqual([200, 'cancelled'])
    }
    await t.drain()
    expect(await look(t, token, id)).toMatchObject({ state: 'cancelled', row_count: 2_000 })
    const parts = await t.asOwner((client) => client.query('select 1 from reports.part where owner_id = $1', [userId]))
    expect(parts.rowCount).toBe(0)
  })

  it('is kept sealed', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    await ask(t, token, { action: 'test.few' })
    await t.drain()
    const { rows } = await t.asOwner((client) =>
      client.query('select body from reports.part where owner_id = $1', [userId]),
    )
    expect(rows).toHaveLength(1)
    expect((rows[0].body as Buffer).includes('HYPERLINK')).toBe(false)
  })

  it('is removed after seven days, but not from somebody whose data is held', async () => {
    const { token, userId } = await makeStaff(t, 'reader')
    const { id } = (await ask(t, token, { action: 'test.few' })).json
    await t.drain()
    const retention = t.product.modules.find(({ name }) => name === 'reports')!.retention[0]!
    const before = t.clock.now().subtract({ hours: 7 * 24 })
    await t.tx((tx) => retention.remove(t.ctx(), tx, before, []))
    expect(await look(t, token, id)).toMatchObject({ state: 'done' })
    const now = t.clock.now().add({ seconds: 1 })
    await t.tx((tx) => retention.remove(t.ctx(), tx, now, [userId]))
    expect(await look(t, token, id)).toMatchObject({ state: 'done' })
    await t.tx((tx) => retention.remove(t.ctx(), tx, now, []))
    expect((await t.call('GET', `/exports/${id}`, { token })).status).toBe(404)
  })
})

describe('nobody exports', () => {
  it('a list they may not read', async () => {
    const { token } = await makeStaff(t, 'teammate')
    expect((await ask(t, token, {})).status).toBe(403)
  })

  it('what is no list, or a list of one person', async () => {
    const { token } = await makeStaff(t, 'reader')
    for (const list of ['/nowhere', '/views', '/exports', '/exports/{id}', '/me'])
      expect((await ask(t, token, {}, list)).json.code).toBe('reports.not_exportable')
  })

  it('with filters the list does not know or cannot read', async () => {
    const { token } = await makeStaff(t, 'reader')
    for (const query of [{ colour: 'red' }, { sort: 'dearest' }, { from: 'yesterday' }, { subject_id: 'nobody' }])
      expect((await ask(t, token, query as Record<string, string>)).status).toBe(422)
  })

  it('the file of somebody else', async () => {
    const [owner, other] = [await makeStaff(t, 'reader'), await makeStaff(t, 'reader')]
    const { id } = (await ask(t, owner.token, { action: 'test.few' })).json
    await t.drain()
    for (const path of [`/exports/${id}`, `/exports/${id}/file`])
      expect((await t.call('GET', path, { token: other.token })).json.code).toBe('reports.export_unknown')
    expect((await t.call('POST', `/exports/${id}/cancellation`, { token: other.token })).status).toBe(404)
    expect((await t.call('GET', '/exports', { token: other.token })).json.items).toEqual([])
  })
})
