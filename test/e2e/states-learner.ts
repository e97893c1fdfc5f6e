/** States of the learner's pages: what is said of an answer, no network, consent that is missing, the helper. */
import type { Page } from 'playwright-core'
import { withDigits } from '../../web/app/format.ts'
import type { Neighbourhood } from './neighbours.ts'
import { loseNetwork } from './network.ts'
import type { Caller } from './people.ts'
import { exercisesFor, rightAnswer, wrongAnswer, type Exercise } from './practising.ts'
import type { StateVisit } from './visits.ts'
import type { TutorWho } from './visits-tutor.ts'

export type State = StateVisit<TutorWho>
export type Act = (page: Page) => Promise<void>

/** A house with everybody in it. */
export interface Scene {
  readonly url: string
  readonly as: (who: Exclude<TutorWho, 'guest'>) => Promise<Caller>
  readonly near: Neighbourhood
  /** The child of the demonstration, and what is paid for it. */
  readonly salma: string
  readonly subscription: string
}

/** What a page says that did not take what was sent. */
const REFUSED = 'main :is([aria-invalid=true], [role=alert])'

export function learnerStates(scene: Scene): State[] {
  const { url, as, near, salma } = scene
  const disputed = near.made.disputed
  const answering = (how: 'right' | 'wrong'): Act => {
    return async (page) => {
      const exercise = await openExercise(page)
      await typeAnswer(page, how === 'right' ? rightAnswer(exercise.check) : wrongAnswer(exercise.check))
      await page.locator('button[value=check]').click()
      await page.locator('[data-verdict]').waitFor()
    }
  }
  const openExercise = async (page: Page, fits: (exercise: Exercise) => boolean = () => true): Promise<Exercise> => {
    const exercise = (await exercisesFor(await as('salma'), salma, 20)).find(fits)!
    await page.goto(`${url}/learner/practice?${new URLSearchParams({ exercise: exercise.token })}`)
    await page.waitForLoadState('networkidle')
    return exercise
  }
  return [
    { name: 'learner/home-first', state: 'the first day', who: 'laila', path: '/learner' },
    { name: 'learner/map-first', state: 'nothing learnt yet', who: 'laila', path: '/learner/map' },
    { name: 'learner/days-first', state: 'no day yet', who: 'laila', path: '/learner/days' },
    {
      name: 'learner/practice-right',
      state: 'a right answer',
      who: 'salma',
      path: '/learner/practice',
      act: answering('right'),
    },
    {
      name: 'learner/practice-wrong',
      state: 'a wrong answer',
      who: 'salma',
      path: '/learner/practice',
      act: answering('wrong'),
    },
    {
      name: 'learner/practice-hint',
      state: 'with its hints',
      who: 'salma',
      path: '/learner/practice',
      async act(page) {
        await openExercise(page, ({ check }) => check.kind === 'choice')
        await page.locator('[data-next-hint]').click()
      },
    },
    {
      name: 'learner/practice-unreadable',
      state: 'an answer that is no number',
      who: 'salma',
      path: '/learner/practice',
      async act(page) {
        await openExercise(page, ({ check }) => check.kind !== 'choice')
        await send({ answer: 'سبعة' }, 'button[value=check]')(page)
      },
    },
    {
      name: 'learner/practice-offline',
      state: 'no network: the answer is kept',
      who: 'salma',
      path: '/learner/practice',
      async act(page) {
        const exercise = await openExercise(page, ({ check }) => check.kind !== 'choice')
        await loseNetwork(page)
        await typeAnswer(page, rightAnswer(exercise.check))
        await page.locator('button[value=check]').click()
      },
    },
    {
      name: 'learner/away-offline',
      state: 'no network: the first is answered',
      once: true,
      who: 'laila',
      path: '/learner/away',
      async act(page) {
        await loseNetwork(page, 'h1')
        const first = page.locator('[data-exercise]').first()
        const check = JSON.parse((await first.getAttribute('data-check'))!) as Exercise['check']
        await typeAnswer(first, wrongAnswer(check))
        await first.locator('button[value=check]').click()
        await first.locator('[data-solution]').waitFor()
      },
    },
    {
      name: 'learner/tutor-answered',
      state: 'a hint from the helper',
      who: 'salma',
      path: '/learner/tutor',
      act: asking(scene, 'salma'),
    },
    { name: 'learner/home-barred', state: 'consent is missing', who: 'adam', path: '/learner' },
    { name: 'learner/practice-barred', state: 'consent is missing', who: 'adam', path: '/learner/practice' },
    { name: 'learner/tutor-barred', state: 'no consent for the helper', who: 'youssef', path: '/learner/tutor' },
    {
      name: 'learner/consents',
      state: 'a child asks its guardian',
      who: 'salma',
      path: `/learners/${salma}/consents`,
    },
    {
      name: 'learner/consent-forwarded',
      state: 'a guardian’s link, opened by the child',
      who: 'laila',
      path: `/consent/${disputed.link}`,
      async act(page) {
        await page.locator('input[value=yes]').first().check()
        await press('main form button:not([name])')(page)
      },
    },
  ]
}

/** Asks for a hint on a new exercise; the answer streams, then stands there. */
export function asking({ url, as, salma, near }: Scene, who: 'salma' | 'laila'): Act {
  return async (page) => {
    const id = who === 'salma' ? salma : near.id(who)
    const { token } = await (await as(who)).post<{ token: string }>(`/learners/${id}/practice/next`)
    await page.goto(`${url}/learner/tutor?${new URLSearchParams({ exercise: token })}`)
    await page.waitForLoadState('networkidle')
    await page.locator('button[name=quick]').first().click()
    await page.waitForURL(/[?&]conversation=cnv_/)
    await page.locator('#last').waitFor()
  }
}

/** Writes into fields, sends their form, and waits until it is refused. */
export function send(values: Readonly<Record<string, string>>, button?: string): Act {
  return async (page) => {
    for (const [name, value] of Object.entries(values)) await page.locator(`main [name="${name}"]`).first().fill(value)
    const last = Object.keys(values).at(-1)!
    await press(button ?? `main form:has([name="${last}"]) button:not([type=reset])`)(page)
  }
}

export function press(button: string): Act {
  return async (page) => {
    await page.locator(button).last().click()
    await page.locator(REFUSED).first().waitFor()
  }
}

/** As the child would, in the figures of the page. */
async function typeAnswer(at: Page | ReturnType<Page['locator']>, answer: string): Promise<void> {
  const choice = at.locator(`input[type=radio][name=answer][value="${answer}"]`)
  if ((await choice.count()) > 0) await choice.first().check()
  else await at.locator('input[name=answer]').first().fill(withDigits(answer, 'arab'))
}
