/** Answers kept on a device, sent when a page of practice opens, in a real browser: they interrupt nobody who is answering. */
import Fastify, { type FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Phones } from '../../test/e2e/phones.ts'
import { withPhones } from '../../test/e2e/with-phones.ts'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

const LEARNER = 'usr_1'
const KEPT = `kept-answers/${LEARNER}`

await withPhones('kept answers', practising)

function practising(phones: Phones): void {
  let app: FastifyInstance
  let origin: string
  let page: Page
  /** What the server was sent, and how often the exercise was asked for. */
  let answers: { token: string; answer: string }[]
  let asked: number

  beforeAll(async () => {
    const { build, clientDirectory } = await buildWeb()
    app = Fastify()
    app.get('/api/learners/:id/practice/exercise', async (request) => {
      asked += 1
      return {
        token: (request.query as { token: string }).token,
        course: 'maths',
        concept: { id: 'sums', name: 'الجمع' },
        level: 1,
        answer_kind: 'whole',
        lowest_terms: false,
        prompt: '$2 + 3$',
        choices: null,
        hints: [],
        figure: null,
        steps: [],
        answered: null,
      }
    })
    app.post('/api/learners/:id/practice/answers', async (request) => {
      answers.push(...(request.body as { answers: typeof answers }).answers)
      return { results: [] }
    })
    await attachWeb(app, {
      build,
      clientDirectory,
      product: 'tutor',
      development: false,
      visitorOf: async () => ({ session: { accountId: LEARNER, roles: [] } }),
    })
    origin = await app.listen({ port: 0, host: '127.0.0.1' })
    ;({ page } = await phones.person({ locale: 'ar-EG', timeZone: 'Africa/Cairo' }))
  }, 240_000)
  afterAll(async () => {
    await phones.close()
    await app.close()
  })
  beforeEach(() => {
    answers = []
    asked = 0
  })

  const keep = async (token: string) => {
    const kept = {
      id: crypto.randomUUID(),
      token,
      answer: '5',
      answered_at: new Date().toISOString(),
      seconds: 9,
      hints: 0,
    }
    await page.goto(`${origin}/robots.txt`)
    await page.evaluate(`localStorage.setItem('${KEPT}', ${JSON.stringify(JSON.stringify([kept]))})`)
  }
  const open = () => page.goto(`${origin}/learner/practice?exercise=this`)
  const left = () => page.evaluate(`localStorage.getItem('${KEPT}')`)

  test('an answer to another exercise is sent while this one is being answered, whose page stays as it is', async () => {
    await keep('another')
    await open()
    await page.locator('input[name=answer]').fill('12')
    await expect.poll(left).toBe(null)
    await page.waitForLoadState('networkidle')
    expect(answers).toMatchObject([{ token: 'another', answer: '5' }])
    expect(await page.locator('input[name=answer]').inputValue()).toBe('12')
    expect(asked).toBe(1)
  })

  test('the answer to this exercise is sent, and its page says what became of it', async () => {
    await keep('this')
    await open()
    await expect.poll(() => asked).toBe(2)
    expect(answers).toMatchObject([{ token: 'this', answer: '5' }])
    // The page is just being opened anew.
    await expect.poll(left).toBe(null)
  })
}
