/**
 * Makes practising quicker: a pad of large keys types into the answer, hints appear without a request, and an answer given without
 * a network is kept on this device and sent later. Without it the phone's keyboard and ordinary requests do the same.
 */
import { answerOf, keepAnswer, sendKept } from './kept-answers.ts'

for (const pad of document.querySelectorAll<HTMLElement>('[data-answer-pad]')) wirePad(pad)

function wirePad(pad: HTMLElement): void {
  const field = pad.querySelector<HTMLInputElement>('input[name="answer"]')
  const keys = pad.querySelector<HTMLElement>('[data-keys]')
  if (!field || !keys) return
  keys.hidden = false
  // The phone's own keyboard would cover the pad; with a real one in front of it nothing changes.
  if (matchMedia('(pointer: coarse)').matches) field.inputMode = 'none'
  keys.addEventListener('click', (event) => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key']
    if (key === undefined) return
    const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length]
    if (key !== '') field.setRangeText(key, from, to, 'end')
    else field.setRangeText('', from === to ? Math.max(0, from - 1) : from, to, 'end')
    field.removeAttribute('aria-invalid')
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form:has([data-next-hint])')) wireHints(form)

function wireHints(form: HTMLFormElement): void {
  const more = form.querySelector<HTMLButtonElement>('[data-next-hint]')
  const seen = form.querySelector<HTMLInputElement>('input[name="hints"]')
  if (!more || !seen) return
  more.type = 'button'
  more.addEventListener('click', () => {
    const hidden = [...form.querySelectorAll<HTMLElement>('[data-hint][hidden]')]
    hidden[0]?.removeAttribute('hidden')
    if (hidden[0]) seen.value = String(Number(seen.value) + 1)
    more.hidden = hidden.length <= 1
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form:has([data-offline])')) wireKeeping(form)

function wireKeeping(form: HTMLFormElement): void {
  const bar = form.querySelector<HTMLElement>('[data-offline]')
  const { learner = '', token = '', kept = '' } = bar?.dataset ?? {}
  if (!bar) return
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    const pressed = (event as SubmitEvent).submitter as HTMLButtonElement | null
    const answer = answerOf(form, token, pressed?.value === 'show')
    if (answer.answer === '' || !keepAnswer(learner, answer)) return
    event.preventDefault()
    bar.textContent = kept
    for (const button of form.querySelectorAll('button')) button.disabled = true
  })
  const say = () => {
    bar.hidden = navigator.onLine
  }
  const send = async () => {
    say()
    // What became of this exercise is for the page to say; the answers to others must not interrupt it.
    if ((await sendKept(learner)).has(token)) location.assign(form.action)
  }
  addEventListener('offline', say)
  addEventListener('online', () => void send())
  void send()
}
