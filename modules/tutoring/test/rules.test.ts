import { describe, expect, test } from 'vitest'
import { answerTo } from '../builtin/tutor.ts'
import type { Asking } from '../port.ts'
import { eventsOf } from '../openai/events.ts'
import { messagesFor } from '../openai/prompt.ts'
import type { ExerciseAtHand, Given } from '../rules.ts'
import { scrub } from '../scrub.ts'
import { concernOf, intentOf } from '../words.ts'

describe('what a child wants is recognised', () => {
  test.each([
    ['تلميح من فضلك', 'hint'],
    ['مش عارف أحلّها', 'hint'],
    ['أعطني التلميح', 'hint'],
    ['ساعدني', 'hint'],
    ['Can I have a hint?', 'hint'],
    ['how do I start', 'hint'],
    ['الخطوة التالية', 'next_step'],
    ['وبعدين؟', 'next_step'],
    ['what is the next step', 'next_step'],
    ['اشرح لي', 'explain'],
    ['مش فاهم حاجة', 'explain'],
    ['يعني إيه مقام؟', 'explain'],
    ["I don't understand", 'explain'],
    ['ليه غلط؟', 'why_wrong'],
    ['لماذا إجابتي خطأ؟', 'why_wrong'],
    ['why is it wrong?', 'why_wrong'],
    ['ما هو الجواب', 'answer'],
    ['قولي الإجابة', 'answer'],
    ['just tell me', 'answer'],
    ['What’s the answer?', 'answer'],
    ['السلام عليكم', 'greeting'],
    ['Hi', 'greeting'],
    ['شُكْرًا', 'thanks'],
    ['thanks a lot', 'thanks'],
    ['من كسب المباراة امبارح؟', 'unknown'],
    ['history of Rome', 'unknown'],
  ])('%s → %s', (question, intent) => {
    expect(intentOf(question)).toBe(intent)
  })
})

describe('signs that a child is not well are read', () => {
  test.each([
    ['عايز أموت', 'distress'],
    ['أنا بكره نفسي', 'distress'],
    ['أفكّر في الانتحار', 'distress'],
    ['I want to kill myself', 'distress'],
    ['nobody likes me', 'distress'],
    ['they bully me at school', 'distress'],
    ['بابا بيضربني كل يوم', 'danger'],
    ['my uncle keeps touching me', 'danger'],
    ['I am scared to go home', 'danger'],
  ])('%s → %s', (question, concern) => {
    expect(concernOf(question)).toBe(concern)
  })

  test.each([
    'اضرب 3 في 4',
    'multiply hits by 2',
    'كم يموت من الوقت',
    'The line touches the circle',
    'I hate fractions',
  ])('an ordinary question is none: %s', (question) => {
    expect(concernOf(question)).toBeUndefined()
  })
})

describe('personal data is taken out', () => {
  test.each([
    ['my number is 01012345678', 'my number is [phone]'],
    ['رقمي ٠١١٢٣٤٥٦٧٨٩ كلمني', 'رقمي [phone] كلمني'],
    ['call +20 10 1234 5678 now', 'call [phone] now'],
    ['call +201012345678', 'call [phone]'],
    ['00201512345678', '[phone]'],
    ['0100-123-4567', '[phone]'],
    ['(010) 1234 5678', '([phone]'],
    ['+20 (0)12 3456 7890', '[phone]'],
    ['البيت 02 2345 6789', 'البيت [phone]'],
    ['+20 2 23456789', '[phone]'],
    ['033456789', '[phone]'],
    ['040 3345678', '[phone]'],
    ['+44 7911 123456', '[phone]'],
    ['بطاقتي 30501010101234', 'بطاقتي [number]'],
    ['write to mona.hassan+kids@example.com.eg!', 'write to [email]!'],
    ['mona @ example.com', '[email]'],
    ['انا على @adam_2015', 'انا على [handle]'],
    ['see https://example.com/adam?x=1', 'see [link]'],
  ])('%s → %s', (text, clean) => {
    expect(scrub(text, []).text).toBe(clean)
  })

  test.each([
    'احسب 3/4 + 1/2',
    'what is 12345 × 678?',
    '١٢٣٤٥ + ٦٧٨٩',
    'is 1234567890 even?',
    '0.125 = 1/8',
    '2 + 3 = 5, 10 − 4 = 6',
    'the year 2026',
  ])('numbers of exercises stay: %s', (text) => {
    expect(scrub(text, ['Adam']).text).toBe(text)
  })

  test.each([
    ['I am Adam Hassan and my mother is Mona.', 'I am [name] [name] and my mother is [name].'],
    ['ADAM’s answer', '[name] answer'],
    ['أنا أحمد', 'أنا [name]'],
    ['انا احمد', 'انا [name]'],
    ['قل لأحمد إن فاطمة هنا', 'قل ل[name] إن [name] هنا'],
    ['وفاطمه', 'و[name]'],
    ['adamant monarchs', 'adamant monarchs'],
  ])('names of the account: %s → %s', (text, clean) => {
    expect(scrub(text, ['Adam', 'Hassan', 'Mona', 'أحمد', 'فاطمة', '', 'ن']).text).toBe(clean)
  })
})

const both = (text: string) => ({ ar: `ع ${text}`, en: text })
const exercise: ExerciseAtHand = {
  key: 'fractions.add#7',
  prompt: both('Add 1/4 and 2/4.'),
  hints: [both('Look at the denominators.'), both('Add the numerators.')],
  steps: [both('The denominators are equal.'), both('1 + 2 = 3.'), both('The answer is 3/4.')],
}
const asking = (question: string, given: Given[] = [], more: Partial<Asking> = {}): Asking => ({
  locale: 'en',
  question,
  exercise,
  given,
  history: [{ question: 'hi', answer: 'hello' }],
  ...more,
})
const say = (question: string, given: Given[] = [], more: Partial<Asking> = {}) => {
  const answer = answerTo(asking(question, given, more))
  return { text: answer.lines.join(' '), given: answer.given }
}

describe('the built-in tutor', () => {
  test('says what it is at the beginning of a conversation, and not again', () => {
    expect(say('hint', [], { history: [] }).text).toContain('a simple program, not a person')
    expect(say('hint').text).not.toContain('a simple program')
    expect(say('تلميح', [], { history: [], locale: 'ar-EG' }).text).toContain('برنامج بسيط ولست شخصًا')
  })

  test('gives hint after hint, then steps', () => {
    expect(say('hint')).toEqual({ text: 'Hint: Look at the denominators.', given: ['hint'] })
    expect(say('hint', ['hint'])).toEqual({ text: 'Hint: Add the numerators.', given: ['hint'] })
    expect(say('hint', ['hint', 'hint'])).toMatchObject({ given: ['step'] })
  })

  test('gives step after step, but not the answer before the hints were used', () => {
    expect(say('next step').text).toBe('Next step: The denominators are equal.')
    expect(say('next step', ['step']).text).toBe('Next step: 1 + 2 = 3.')
    expect(say('next step', ['step', 'step'])).toEqual({
      text: 'You are very close! Before the last step, try with this hint: Look at the denominators.',
      given: ['hint'],
    })
    expect(say('next step', ['step', 'step', 'hint', 'hint'])).toEqual({
      text: 'This is the last step: The answer is 3/4.',
      given: ['step', 'answer'],
    })
  })

  test('never gives the answer before the hints were used, unless asked thrice', () => {
    const given: Given[] = []
    const answers = []
    const bare = { ...exercise, hints: [...exercise.hints, both('A third.'), both('A fourth.')] }
    for (let time = 1; time <= 3; time++) {
      const answer = say('give me the answer', given, { exercise: bare })
      given.push(...answer.given)
      answers.push(answer.text.includes('3/4'))
    }
    expect(answers).toEqual([false, false, true])
    expect(say('the answer', ['hint', 'hint']).text).toContain('The answer is 3/4.')
    for (const question of ['hint', 'next step', 'explain', 'why wrong', 'the answer', 'hello', 'football'])
      expect(say(question, ['step', 'step']).text).not.toContain('3/4')
  })

  test('explains with the task and a hint, and compares a wrong answer with a step', () => {
    expect(say('explain').text).toBe('The exercise asks: Add 1/4 and 2/4. Hint: Look at the denominators.')
    const wrong = { exercise: { ...exercise, lastAnswer: { given: '3/8', correct: false } } }
    expect(say('why wrong', [], wrong).text).toBe(
      'You wrote: 3/8. Compare it with this. Next step: The denominators are equal.',
    )
    const right = { exercise: { ...exercise, lastAnswer: { given: '3/4', correct: true } } }
    expect(say('why wrong', [], right).text).toContain('well done')
    expect(say('why wrong').text).toContain('not seen an answer')
  })

  test('says that it did not understand, and that it needs an exercise', () => {
    expect(say('who won the match?').text).toContain('I did not understand')
    expect(answerTo({ locale: 'ar-EG', question: 'تلميح', given: [], history: [] }).lines.at(-1)).toContain(
      'افتح تمرينًا',
    )
  })
})

test('a model is told the exercise and whether its answer may be told, and nothing else', () => {
  const before = messagesFor(asking('hint please'))
  expect(before[0]!.content).toContain('may not be told yet')
  expect(before[0]!.content).toContain('Add 1/4 and 2/4.')
  expect(messagesFor(asking('again', ['hint', 'hint']))[0]!.content).toContain('the answer may be told')
  expect(before.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
})

test('events are read whatever the borders of the bytes', async () => {
  const bytes = new TextEncoder().encode(': hello\r\n\r\ndata: {"a":"مرحبا"}\r\n\r\ndata: x\ndata: y\n\ndata: [DONE]')
  for (const size of [1, 2, 3, 7, 1000]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size))
        controller.close()
      },
    })
    const read: string[] = []
    for await (const data of eventsOf(body, () => {})) read.push(data)
    expect(read).toEqual(['{"a":"مرحبا"}', 'x\ny', '[DONE]'])
  }
})
