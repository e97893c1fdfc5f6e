/** Practising on a phone that loses its network, in a real browser: what is kept, what is said, and what is sent on return. */
import Fastify, { type FastifyInstance } from 'fastify'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Phones } from '../../test/e2e/phones.ts'
import { withPhones } from '../../test/e2e/with-phones.ts'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

await withPhones('practising without a network', away)

interface Sent {
  readonly token: string
  readonly answer: string
}

function away(phones: Phones): void {
  let app: FastifyInstance
  let origin: string
  let context: BrowserContext
  let page: Page
  let sent: Sent[] = []

  const exercise = (token: string, check: object, prompt: string) => ({
    token,
    concept: { key: 'fractions', name: 'الكسور' },
    answer_kind: 'fraction',
    lowest_terms: false,
    prompt,
    choices: null,
    hints: [],
    steps: ['$7/4$'],
    figure: null,
    check,
  })

  beforeAll(async () => {
    app = Fastify()
    app.get('/api/learners/usr_1/practice/pack', async () => ({
      exercises: [
        exercise('one', { kind: 'fraction', numerator: 7, denominator: 4, form: 'any' }, 'كم سبعة أرباع؟'),
        exercise('two', { kind: 'whole', value: 12 }, 'كم ستة في اثنين؟'),
      ],
    }))
    app.post('/api/learners/usr_1/practice/answers', async (request) => {
      sent.push(...(request.body as { answers: Sent[] }).answers)
      return { results: [], next: null }
    })
    const session = { accountId: 'usr_1', roles: [] }
    await attachWeb(app, { ...(await buildWeb()), product: 'tutor', visitorOf: () => ({ session }) })
    origin = await app.listen({ port: 0, host: '127.0.0.1' })
  }, 240_000)
  afterAll(async () => {
    await phones.close()
    await app.close()
  })
  beforeEach(async () => {
    sent = []
    // A phone of one's own for each: a phone keeps what it could not send.
    ;({ context, page } = await phones.person({ locale: 'ar-EG', timeZone: 'Africa/Cairo' }))
    await page.goto(`${origin}/learner/away`)
    await page.locator('[data-keys]').first().waitFor()
  })
  afterEach(() => context.close())

  const first = () => page.locator('[data-exercise="one"]')
  const answer = async (typed: string) => {
    await first().locator('input[name="answer"]').fill(typed)
    await first().getByRole('button', { name: 'تحقّق' }).click()
  }

  test('an answer is judged and kept, and sent when the network is back', async () => {
    await context.setOffline(true)
    await answer('٧/٤')
    await first().getByText('إجابة صحيحة!').waitFor()
    await page.getByText('إجاباتك محفوظة على هذا الجهاز').waitFor()
    expect(sent).toEqual([])
    await context.setOffline(false)
    await page.getByText('وصلت إجاباتك وحُسبت.').waitFor()
    expect(sent).toMatchObject([{ token: 'one', answer: '٧/٤' }])
  })

  test('a whole and a fraction beside it are one number here too', async () => {
    await context.setOffline(true)
    await answer('1 3/4')
    await first().getByText('إجابة صحيحة!').waitFor()
  })

  test('what cannot be read is said, is no wrong answer, and is not sent', async () => {
    await answer('سبعة')
    await first().getByText('لم نقرأ إجابة بعد').waitFor()
    expect(await first().locator('[data-solution]').isVisible()).toBe(false)
    await answer('5/4')
    await first().getByText('ليست هذه، ولنرَ لماذا.').waitFor()
    expect(await first().getByText('لم نقرأ إجابة بعد').isVisible()).toBe(false)
    await expect.poll(() => sent.map((it) => it.answer)).toEqual(['5/4'])
  })
}
