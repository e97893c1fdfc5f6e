/**
 * The keyboard of the staff console. Ctrl/⌘-K opens the palette, a dialog of plain links that typing narrows and whose form
 * searches for anything else; `/` goes to the search box, `g` and a letter to a page, j and k through rows, o opens one, e
 * exports, ? says all this. Single letters can be turned off, for people whose voice types them.
 */
const palette = document.querySelector<HTMLDialogElement>('#palette')
const help = document.querySelector<HTMLDialogElement>('#shortcuts')
const input = palette?.querySelector<HTMLInputElement>('input[name="q"]')
const said = palette?.querySelector<HTMLElement>('[data-said]')
const items = [...(palette?.querySelectorAll<HTMLElement>('li[data-words]') ?? [])]

const OFF = 'console.letters.off'
const SEQUENCE_MS = 1500

/** Without accents and case, so that `reglements` finds « Règlements ». */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

function narrow(): void {
  const words = plain(input?.value ?? '')
    .split(/\s+/)
    .filter(Boolean)
  let shown = 0
  for (const item of items) {
    const text = plain(item.dataset['words'] ?? '')
    item.hidden = !words.every((word) => text.includes(word))
    if (!item.hidden) shown += 1
  }
  for (const group of palette?.querySelectorAll<HTMLElement>('[data-group]') ?? [])
    group.hidden = group.querySelector('li:not([hidden])') === null
  if (said) said.textContent = (said.dataset['said'] ?? '').replace('#', String(shown))
}

const links = () =>
  items.filter((item) => !item.hidden).flatMap((item) => [...item.querySelectorAll<HTMLAnchorElement>('a')])

function open(): void {
  if (!palette || !input || palette.open) return
  help?.close()
  input.value = ''
  narrow()
  palette.showModal()
  input.focus()
}

function move(by: 1 | -1): void {
  const [all, at] = [links(), document.activeElement]
  const next = at === input ? (by === 1 ? 0 : all.length - 1) : all.indexOf(at as HTMLAnchorElement) + by
  ;(all[next] ?? input)?.focus()
}

input?.addEventListener('input', narrow)
palette?.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  } else if (event.key === 'Escape') {
    // A search field would take the first Escape to empty itself.
    event.preventDefault()
    palette.close()
  } else if (event.key === 'Enter' && event.target === input) {
    // The one page that is meant; anything else is searched for by the form.
    const first = links()[0]
    if (!first || input?.value.trim() === '') return
    event.preventDefault()
    location.assign(first.href)
  }
})
// A click beside a dialog closes it, as people expect.
for (const dialog of [palette, help])
  dialog?.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-opens]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    if (button.dataset['opens'] === 'palette') open()
    else showHelp()
  })
}
for (const button of document.querySelectorAll<HTMLButtonElement>('dialog button[data-closes]'))
  button.addEventListener('click', () => button.closest('dialog')?.close())

function showHelp(): void {
  palette?.close()
  if (help && !help.open) help.showModal()
}

const letters = help?.querySelector<HTMLInputElement>('input[name="letters"]')
if (letters) {
  letters.checked = localStorage.getItem(OFF) === null
  letters.addEventListener('change', () => {
    if (letters.checked) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, '1')
  })
}

let row = -1
function toRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] > tr')]
  const here = rows.findIndex((one) => one.contains(document.activeElement))
  row = Math.max(0, Math.min(rows.length - 1, (here >= 0 ? here : row) + by))
  const target = rows[row]
  if (!target) return
  // The link of a row is where Enter leads anyway; a row without one is only shown.
  const link = target.querySelector<HTMLElement>('a[href]') ?? target
  if (link === target) target.tabIndex = -1
  link.focus()
  target.scrollIntoView({ block: 'nearest' })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

let waiting: ReturnType<typeof setTimeout> | undefined
function act(key: string): boolean {
  if (waiting !== undefined) {
    clearTimeout(waiting)
    waiting = undefined
    const to = palette?.querySelector<HTMLAnchorElement>(`a[data-go="${CSS.escape(key)}"]`)
    if (to) location.assign(to.href)
    return to !== null && to !== undefined
  }
  switch (key) {
    case 'g':
      waiting = setTimeout(() => (waiting = undefined), SEQUENCE_MS)
      return true
    case '/':
      document.querySelector<HTMLInputElement>('#search')?.focus()
      return true
    case '?':
      showHelp()
      return true
    case 'j':
      toRow(1)
      return true
    case 'k':
      toRow(-1)
      return true
    case 'o':
      return follow(document.activeElement)
    case 'e':
      return follow(document.querySelector('button[data-key="e"]'))
    default:
      return false
  }
}

function follow(element: Element | null): boolean {
  if (!(element instanceof HTMLAnchorElement || element instanceof HTMLButtonElement)) return false
  element.click()
  return true
}

document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
    event.preventDefault()
    if (palette?.open) palette.close()
    else open()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (isTyping(event.target) || document.querySelector('dialog[open]') || letters?.checked === false) return
  if (act(event.key)) event.preventDefault()
})

export {}
