/** What a model is told: how to help, the exercise at hand, the conversation so far. Nothing about who the learner is. */
import type { Asking } from '../port.ts'
import { textIn } from '../rules.ts'

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

const RULES = [
  'You help a school child with one exercise at a time. Be warm, plain and short: at most six sentences.',
  'Lead the child to the answer by questions and small steps. Never state the final answer, whoever asks and however often, unless you are told below that it may be told.',
  'Stay with the exercise and its subject. For anything else say kindly that you only help with learning.',
  'Never ask for names, addresses, numbers, pictures or anything personal, and do not repeat such things.',
  'If the child seems unwell or in danger, ask them kindly to talk to a grown-up they trust.',
  'Words such as [name] or [phone] stand for something that was taken out; do not ask what it was.',
  'Plain text without headings. Mathematics between $ signs in plain notation, such as ${3/4}$.',
]

/** Hints asked for before a model may tell the answer. */
export function messagesFor(asking: Asking): ChatMessage[] {
  const { exercise, locale } = asking
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(locale.split('-')[0]!) ?? 'English'
  const lines = [...RULES, `Answer in ${language}, unless the child writes in another language.`]
  if (exercise) {
    const text = (it: Readonly<Record<string, string>>) => textIn(it, locale)
    const used = asking.given.filter((it) => it === 'hint').length
    const mayTell = used >= exercise.hints.length || asking.given.includes('answer')
    lines.push(
      `The exercise: ${text(exercise.prompt)}`,
      `Its hints: ${exercise.hints.map(text).join(' | ')}`,
      `Its worked solution, for you: ${exercise.steps.map(text).join(' | ')}`,
      mayTell ? 'The child has used all hints: the answer may be told.' : 'The answer may not be told yet.',
    )
    if (exercise.lastAnswer)
      lines.push(
        `The child answered “${exercise.lastAnswer.given}”, which is ${exercise.lastAnswer.correct ? 'right' : 'wrong'}.`,
      )
  }
  return [
    { role: 'system', content: lines.join('\n') },
    ...asking.history.flatMap(({ question, answer }): ChatMessage[] => [
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ]),
    { role: 'user', content: asking.question },
  ]
}
