/**
 * Practice without a network: each answer is kept, checked here by value for the learner to see at once, and sent when it can be.
 * The server judges again, and only that counts.
 */
import { answerOf, keepAnswer, keptAnswers, sendKept } from './kept-answers.ts'

type Check =
  | { readonly kind: 'whole' | 'decimal'; readonly value: number }
  | {
      readonly kind: 'fraction'
      readonly numerator: number
      readonly denominator: number
      readonly form: 'lowest' | 'any'
    }
  | { readonly kind: 'choice'; readonly correct: number }
  | { readonly kind: 'set'; readonly values: readonly number[] }

const bar = document.querySelector<HTMLElement>('[data-away]')
const learner = bar?.dataset['away'] ?? ''

for (const place of document.querySelectorAll<HTMLElement>('[data-exercise][data-check]')) {
  const form = place.querySelector('form')
  form?.addEventListener('submit', (event) => {
    const answer = answerOf(form, place.dataset['exercise'] ?? '', false)
    const check = JSON.parse(place.dataset['check'] ?? '{}') as Check
    const right = judged(check, answer.answer ?? '')
    const unread = place.querySelector<HTMLElement>('[data-unread]')
    if (unread) unread.hidden = right !== undefined
    // What is no number is not a wrong answer: it can be written again.
    if (right === undefined) {
      event.preventDefault()
      form.querySelector<HTMLInputElement>('input[name="answer"]')?.focus()
      return
    }
    if (!keepAnswer(learner, answer)) return
    event.preventDefault()
    form.hidden = true
    for (const name of ['solution', right ? 'right' : 'wrong'])
      place.querySelector<HTMLElement>(`[data-${name}]`)?.removeAttribute('hidden')
    void send()
  })
}

async function send(): Promise<void> {
  const sent = await sendKept(learner)
  if (!bar) return
  const waiting = keptAnswers(learner).length
  bar.hidden = waiting === 0 && sent.size === 0
  bar.textContent = (waiting > 0 ? bar.dataset['waiting'] : bar.dataset['sent']) ?? ''
}

/** Whether it is right; undefined for what cannot be read. */
function judged(check: Check, typed: string): boolean | undefined {
  const text = plainOf(typed)
  if (text === '') return undefined
  if (check.kind === 'choice') return Number(text) === check.correct
  if (check.kind === 'set') {
    const values = text.split(/[;،,\s]+/).filter(Boolean).map(valueOf) // prettier-ignore
    if (values.includes(undefined)) return undefined
    const same = (a: number, b: number | undefined) => b !== undefined && near(a, b)
    return values.length === check.values.length && check.values.every((one) => values.some((it) => same(one, it)))
  }
  const value = valueOf(text)
  if (value === undefined) return undefined
  if (check.kind !== 'fraction') return near(value, check.value)
  const [top = 0, bottom = 1] = text.split('/').map(Number)
  const reduced = check.form === 'any' || (bottom === check.denominator && Math.abs(top) === Math.abs(check.numerator))
  return near(value, check.numerator / check.denominator) && reduced
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

function plainOf(typed: string): string {
  return (
    typed
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[−–]/g, '-')
      .replace(/٫/g, '.')
      .trim()
      // A whole and a fraction beside it: `1 3/4` is seven quarters.
      .replace(
        /^(-?)(\d+)\s+(\d+)\/(\d+)$/,
        (_, sign, whole, top, bottom) => `${sign}${Number(whole) * Number(bottom) + Number(top)}/${bottom}`,
      )
  )
}

/** A number or a fraction of two; a comma may stand for the point. */
function valueOf(text: string): number | undefined {
  const [top = '', bottom = '1', more] = text.split('/').map((part) => part.trim().replace(',', '.'))
  const value = more === undefined && top !== '' && bottom !== '' ? Number(top) / Number(bottom) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

addEventListener('online', () => void send())
void send()
