/**
 * Lets the answer of a tutor be seen while it comes. The question goes to the API and its events are written into a copy of
 * `[data-exchange]`; when the whole is there the page is asked for again, which sets it properly. A question keeps its id when it
 * is sent again, so that it is asked once. Without this the form does the same at once.
 */
const place = document.querySelector<HTMLElement>('[data-ask]')
const form = place?.querySelector('form')
const list = document.querySelector<HTMLElement>('[data-said]')
const model = document.querySelector<HTMLTemplateElement>('template[data-exchange]')

interface Event {
  readonly name: string
  readonly data: { readonly text?: string; readonly conversation?: string; readonly detail?: string }
}

if (place && form && list && model) {
  // Before the listener that marks a form as on its way, which would hold back the next question.
  form.addEventListener(
    'submit',
    (event) => {
      const pressed = (event as SubmitEvent).submitter as HTMLButtonElement | null
      const typed = form.querySelector('textarea')?.value.trim() ?? ''
      const text = pressed?.name === 'quick' ? pressed.value : typed
      // What is empty is for the page to refuse, in its own words.
      if (text === '' || form.dataset['streaming']) return
      event.preventDefault()
      form.dataset['streaming'] = 'yes'
      void ask(place, form, list, model, text).catch(() => form.submit())
    },
    { capture: true },
  )
}

async function ask(
  at: HTMLElement,
  sent: HTMLFormElement,
  said: HTMLElement,
  shape: HTMLTemplateElement,
  text: string,
): Promise<void> {
  const value = (name: string) => sent.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''
  const exercise = at.dataset['exercise']
  // Should the stream not come about, the form sends the same question under the same id.
  const field = sent.querySelector('textarea')
  if (field) field.value = text
  for (const button of sent.querySelectorAll('button')) button.disabled = true
  const shown = shape.content.cloneNode(true) as DocumentFragment
  const part = (name: string) => shown.querySelector<HTMLElement>(`[data-part="${name}"]`)
  const [question, answer] = [part('question'), part('answer')]
  if (question) question.textContent = text
  if (answer) answer.textContent = ''
  said.append(shown)
  question?.scrollIntoView({ block: 'start' })
  const response = await fetch(at.dataset['ask'] ?? '', {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', 'accept-language': document.documentElement.lang }, // prettier-ignore
    body: JSON.stringify({
      id: value('idempotency_key'),
      conversation: value('conversation'),
      text,
      ...(exercise ? { exercise } : {}),
    }),
  })
  if (!response.ok || !response.body) throw new Error(`answered ${response.status}`)
  for await (const { name, data } of eventsOf(response.body)) {
    if (name === 'text' && answer) answer.textContent += figured(data.text ?? '')
    if (name === 'problem') {
      if (answer) answer.textContent += `\n${data.detail ?? at.dataset['broke'] ?? ''}`
      again(sent)
    }
    if (name === 'done' && data.conversation) {
      const parameters = new URLSearchParams({ conversation: data.conversation, ...(exercise ? { exercise } : {}) })
      location.assign(`/learner/tutor?${parameters}#last`)
    }
  }
}

/** In the visitor's figures, and without the signs around formulas, until the page sets them. */
function figured(text: string): string {
  const plain = text.replaceAll('$', '')
  return document.documentElement.dataset['digits'] === 'arab'
    ? plain.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    : plain.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
}

/** What broke off has its end; the next question is another one. */
function again(sent: HTMLFormElement): void {
  delete sent.dataset['streaming']
  const key = sent.querySelector<HTMLInputElement>('input[name="idempotency_key"]')
  if (key) key.value = crypto.randomUUID()
  for (const button of sent.querySelectorAll('button')) button.disabled = false
}

/** Server-sent events: blocks of lines with an empty one between them. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    rest += value
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (name && data) yield { name, data: JSON.parse(data) as Event['data'] }
    }
  }
}

export {}
