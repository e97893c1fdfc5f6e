/**
 * The built-in tutor: answers from the exercise's own hints and steps and the learner's last answer, by rules alone. It never
 * states the answer before the hints were used, unless it is asked for the third time.
 */
import type { Asking, Helper, Piece } from '../port.ts'
import { textIn, tokensOf, type Given, type Text } from '../rules.ts'
import { intentOf } from '../words.ts'
import { SAY } from './sentences.ts'

/** How often the answer must be asked for before it is told without the hints. */
const TIMES_ASKED = 3

interface Answer {
  readonly lines: readonly string[]
  readonly given: readonly Given[]
}

/** What the built-in tutor says to a question. Pure. */
export function answerTo(asking: Asking): Answer {
  const { exercise, locale, given } = asking
  const say = (key: keyof typeof SAY) => textIn(SAY[key], locale)
  const intent = intentOf(asking.question)
  const honest = asking.history.length === 0 ? [say('honest')] : []
  const only = (...lines: string[]): Answer => ({ lines: [...honest, ...lines], given: [] })
  if (intent === 'greeting') return only(say('greeting'))
  if (intent === 'thanks') return only(say('thanks'))
  if (!exercise) return only(say('no_exercise'))

  const times = (what: Given) => given.filter((it) => it === what).length
  const hints = times('hint')
  const steps = times('step')
  const asked = times('asked_answer') + (intent === 'answer' ? 1 : 0)
  const mayAnswer = hints >= exercise.hints.length || asked >= TIMES_ASKED || times('answer') > 0
  const told = (key: keyof typeof SAY, text: Text | undefined, ...what: Given[]): Answer => ({
    lines: [...honest, `${say(key)}${text ? textIn(text, locale) : ''}`],
    given: what,
  })
  const hint = exercise.hints[hints]
  /** The step shown next; the last one only when the answer may be told. */
  const next = (before: keyof typeof SAY = 'step'): Answer => {
    const step = exercise.steps[steps]
    if (!step) return told('all_given', undefined)
    if (steps < exercise.steps.length - 1) return told(before, step, 'step')
    if (mayAnswer) return told('last_step', step, 'step', 'answer')
    return told('before_last', hint, 'hint')
  }

  switch (intent) {
    case 'hint':
      return hint ? told('hint', hint, 'hint') : next('no_more_hints')
    case 'next_step':
      return next()
    case 'explain': {
      const task = `${say('task')}${textIn(exercise.prompt, locale)}`
      const more = hint ? told('hint', hint, 'hint') : next()
      return { lines: [...honest, task, more.lines.at(-1)!], given: more.given }
    }
    case 'why_wrong': {
      if (!exercise.lastAnswer) return only(say('no_answer_yet'))
      if (exercise.lastAnswer.correct) return only(say('right'))
      const wrote = say('wrong').replace('{given}', () => exercise.lastAnswer!.given)
      const more = next()
      return { lines: [...honest, wrote, more.lines.at(-1)!], given: more.given }
    }
    case 'answer': {
      if (mayAnswer)
        return {
          lines: [...honest, say('solution'), ...exercise.steps.map((step) => textIn(step, locale))],
          given: ['asked_answer', 'answer'],
        }
      return hint ? told('not_yet', hint, 'asked_answer', 'hint') : told('not_yet_bare', undefined, 'asked_answer')
    }
    default:
      return only(say('not_understood'))
  }
}

/** A few words at a time, as they are read. */
const pieces = (text: string): string[] => text.match(/\S+\s*(?:\S+\s*){0,3}/gu) ?? []

/** `instead`: it answers because the model does not. */
export function builtIn(options: { readonly instead?: boolean } = {}): Helper {
  return {
    name: 'built_in',
    provider: 'built_in',
    model: 'rules',
    promptTokens: (asking) => tokensOf(asking.question),
    async *answer(asking): AsyncIterable<Piece> {
      const { lines, given } = answerTo(asking)
      const before = options.instead ? textIn(SAY.instead, asking.locale) : ''
      for (const text of pieces(before + lines.join('\n\n'))) yield { text }
      yield { given }
    },
  }
}
