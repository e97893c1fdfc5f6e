/**
 * A form that was sent says so on its button (`data-busy` holds the words) until the answer is there, and is not sent twice
 * meanwhile. Without it a second press is harmless too: the form's key makes it the same act.
 */
/** Somebody who stopped the page from loading may want to send again. */
const PATIENCE_MS = 15_000

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || form.method !== 'post') return
  if (form.dataset['sent']) return event.preventDefault()
  form.dataset['sent'] = 'yes'
  const pressed = (event as SubmitEvent).submitter
  const button = pressed instanceof HTMLButtonElement ? pressed : form.querySelector<HTMLButtonElement>('button')
  if (!button) return
  button.dataset['said'] = button.textContent
  button.ariaBusy = 'true'
  const busy = form.dataset['busy']
  if (busy) button.textContent = busy
  setTimeout(() => release(form), PATIENCE_MS)
})

// Back from the next page, the browser shows this one as it was left.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) release(form)
})

function release(form: HTMLFormElement): void {
  delete form.dataset['sent']
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[aria-busy]')) {
    button.ariaBusy = null
    button.textContent = button.dataset['said'] ?? button.textContent
  }
}

export {}
