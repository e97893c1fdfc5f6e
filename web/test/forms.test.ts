/** From a form to the API and back: fields, problems, and the key that makes sending twice do once. */
import { expect, test } from 'vitest'
import { amountOf } from '../app/amount.ts'
import { invalid, localPath, problemOf, readForm, refused, type Refused } from '../app/forms.ts'

const KEY = '0198f0aa-0000-7000-8000-000000000001'

function submit(fields: readonly (readonly [string, string])[]) {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  return readForm(new Request('http://x/', { method: 'POST', body }))
}

function problem(status: number, body: unknown, headers: Record<string, string> = {}) {
  return problemOf({ error: body, response: new Response(null, { status, headers }) })
}

test('fields are read trimmed, absent ones are empty', async () => {
  const form = await submit([
    ['name', '  Awa '],
    ['day', 'sat'],
    ['day', 'sun'],
    ['hidden', 'on'],
  ])
  expect(form.text('name')).toBe('Awa')
  expect(form.text('nothing')).toBe('')
  expect(form.optional('nothing')).toBeUndefined()
  expect(form.all('day')).toEqual(['sat', 'sun'])
  expect(form.checked('hidden')).toBe(true)
  expect(form.checked('nothing')).toBe(false)
})

test('the key of the form is forwarded; a made-up one is replaced', async () => {
  expect((await submit([['idempotency_key', KEY]])).headers['Idempotency-Key']).toBe(KEY)
  expect((await submit([['idempotency_key', 'x\r\ny']])).headers['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/)
})

test('a problem document becomes sentences by field', () => {
  const read = problem(422, {
    code: 'gifts.invalid_input',
    title: 'Please check.',
    fields: { amount_minor: 'Too small.', name: { code: 'kernel.required', title: 'Please fill this in.' } },
    request_id: 'req_1',
    retry: 'never',
  })
  expect(read).toMatchObject({
    status: 422,
    code: 'gifts.invalid_input',
    title: 'Please check.',
    fields: { amount_minor: 'Too small.', name: 'Please fill this in.' },
    requestId: 'req_1',
    settled: true,
  })
})

test('a title that only repeats the code is not shown to people', () => {
  const read = problem(422, { code: 'pots.too_long', title: 'pots.too_long', detail: 'At most 80 characters, please.' })
  expect(read.title).toBe('At most 80 characters, please.')
  expect(read).not.toHaveProperty('detail')
})

test('anything else becomes a problem of its status', () => {
  expect(problem(502, '<html>', { 'x-request-id': 'req_2' })).toEqual({
    status: 502,
    code: 'http.502',
    title: '',
    fields: {},
    requestId: 'req_2',
    settled: false,
  })
})

test.each([
  [422, 'never', null],
  [409, 'same-key', KEY],
  [429, 'later', null],
  [503, 'later', KEY],
  [500, undefined, KEY],
  [400, undefined, null],
])('after a %i (%s) the next attempt has the key %s', async (status, retry, key) => {
  const form = await submit([['idempotency_key', KEY]])
  const answer = refused(form, problem(status, { retry })) as unknown as { data: Refused; init: ResponseInit }
  expect(answer.data.key).toBe(key)
  expect(answer.init.status).toBe(status)
})

test('typed values come back, secrets and keys do not', async () => {
  const form = await submit([
    ['idempotency_key', KEY],
    ['email', 'awa@example.sn'],
    ['password', 'secret'],
  ])
  const answer = refused(form, invalid({ email: 'No.' }), ['password']) as unknown as { data: Refused }
  expect(answer.data.values).toEqual({ email: ['awa@example.sn'] })
})

test.each([
  ['/pots/1?a=b', '/pots/1?a=b'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['', '/'],
  [null, '/'],
])('next=%s leads to %s', (next, path) => {
  expect(localPath(next, '/')).toBe(path)
})

test.each([
  ['25 000 F', '25000'],
  ['25\u202f000\u00a0F', '25000'],
  ['25,000', '25000'],
  ['1.000 FCFA', '1000'],
  ['5 000 F CFA', '5000'],
  // Whoever writes francs with cents means the francs; half a franc is none, and never a hundred times as much.
  ['5000,00', '5000'],
  ['25.000,00 F', '25000'],
  ['2 500,50', '2 500,50'],
  ['5000.5', '5000.5'],
  ['about 5', 'about 5'],
  ['-5', '-5'],
])('amount %s', (typed, digits) => {
  expect(amountOf(typed)).toBe(digits)
})
