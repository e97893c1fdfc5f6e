// Saved views: one's own, those of the team, and the one a list opens with.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { makeStaff, startReports } from './make.ts'

let t: TestProduct
let awa: { token: string; userId: string }
let modou: { token: string; userId: string }
beforeAll(async () => {
  t = await startReports()
  awa = await makeStaff(t, 'reader')
  modou = await makeStaff(t, 'teammate')
})
afterAll(() => t.close())

const save = (who: { token: string }, name: string, more = {}) =>
  t.call('POST', '/views', {
    token: who.token,
    body: { list: '/staff/gifts', name, query: 'status=held', shared: false, ...more },
  })
const change = (who: { token: string }, id: string, body: object) =>
  t.call('PATCH', `/views/${id}`, { token: who.token, body })
const names = async (who: { token: string }) =>
  ((await t.call('GET', '/views', { token: who.token })).json.items as { name: string; mine: boolean }[]).map(
    ({ name, mine }) => `${name}${mine ? '' : ' (shared)'}`,
  )

it('shows people their own views and those others share, and lets only the owner change them', async () => {
  const { id } = (await save(awa, 'Late gifts')).json
  expect(await names(awa)).toEqual(['Late gifts'])
  expect(await names(modou)).toEqual([])
  expect((await change(awa, id, { shared: true, name: 'Held gifts' })).json).toMatchObject({ shared: true, mine: true })
  expect(await names(modou)).toEqual(['Held gifts (shared)'])
  expect((await change(modou, id, { name: 'Mine now' })).json.code).toBe('reports.view_unknown')
  expect((await t.call('DELETE', `/views/${id}`, { token: modou.token })).status).toBe(404)
  expect((await t.call('DELETE', `/views/${id}`, { token: awa.token })).status).toBe(204)
  expect(await names(modou)).toEqual([])
})

it('refuses a second view of the same name on the same list', async () => {
  expect((await save(awa, 'Twice')).status).toBe(201)
  expect((await save(awa, 'Twice')).json.code).toBe('reports.name_taken')
  expect((await save(awa, 'Twice', { list: '/staff/payments' })).status).toBe(201)
  expect((await save(modou, 'Twice')).status).toBe(201)
})

it('lets a list open with one view', async () => {
  const [first, second] = [(await save(awa, 'First')).json.id, (await save(awa, 'Second')).json.id]
  await change(awa, first, { opens_first: true })
  await change(awa, second, { opens_first: true })
  const { items } = (await t.call('GET', '/views', { token: awa.token })).json
  const first_ones = (items as { id: string; opens_first: boolean }[]).filter(({ opens_first }) => opens_first)
  expect(first_ones.map(({ id }) => id)).toEqual([second])
})

it('keeps fifty of one person, also when many are saved at once', async () => {
  const many = await makeStaff(t, 'reader')
  for (let n = 0; n < 48; n++) expect((await save(many, `View ${n}`)).status).toBe(201)
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => save(many, `Race ${n}`)))
  expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(2)
  while ((await save(many, `Last ${t.clock.now().epochMilliseconds}`)).status === 201) t.clock.advance({ seconds: 1 })
  expect((await names(many)).filter((name) => !name.endsWith('(shared)'))).toHaveLength(50)
  expect((await save(many, 'One more')).json.code).toBe('reports.too_many_views')
})

it('is only for addresses of lists', async () => {
  for (const list of ['https://evil.example', '//evil', '/staff', '/staff/gifts?x=1'])
    expect((await save(awa, 'Elsewhere', { list })).status).toBe(422)
})

it('goes with the person', async () => {
  const leaving = await makeStaff(t, 'reader')
  await save(leaving, 'Mine')
  const reports = t.product.modules.find(({ name }) => name === 'reports')!
  expect(await t.tx((tx) => reports.personalData!.export(t.ctx(), tx, leaving.userId))).toMatchObject({
    saved_views: [{ name: 'Mine', list: '/staff/gifts' }],
  })
  await t.tx((tx) => reports.personalData!.erase(t.ctx(), tx, leaving.userId))
  expect((await names(leaving)).filter((name) => !name.endsWith('(shared)'))).toEqual([])
})
