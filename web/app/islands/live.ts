/**
 * Keeps parts of a page current. Every element with `data-live` and an id is replaced by its counterpart in a fresh copy
 * of the same page; `data-live` holds the pause in seconds. With `data-live-watch` on them a small address is asked first,
 * and the page only when that answers something new. Stops when no such element is left, rests in the background. Says
 * `live:replaced` on each new element, with the old one, for islands that show the change. What an element's `data-announce`
 * newly says is read out to those who do not see it.
 */
const PAUSE_MIN_SECONDS = 2

const answers = new Map<string, string>()

// There from the start: a screen reader says only what changes in a region it knows.
const announcer = document.createElement('p')
announcer.setAttribute('role', 'status')
announcer.className = 'sr-only'
document.body.append(announcer)

function elements(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-live][id]')]
}

/** Whether the page is worth fetching: when nothing is watched, always. */
async function hasNews(): Promise<boolean> {
  const watched = new Set(elements().map((element) => element.dataset['liveWatch']))
  let news = false
  for (const address of watched) {
    if (address === undefined) return true
    const answer = await fetch(address).then((response) => (response.ok ? response.text() : undefined))
    if (answer === undefined || answer === answers.get(address)) continue
    answers.set(address, answer)
    news = true
  }
  return news
}

async function refresh(): Promise<void> {
  if (!(await hasNews())) return
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!response.ok) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const element of elements()) {
    const replacement = fresh.getElementById(element.id)
    // Untouched when equal, so that a reader's selection and a screen reader's place survive.
    if (replacement && said(replacement) !== said(element)) replace(element, replacement)
  }
}

const REACHABLE = 'a[href], button, input, select, textarea, summary'

/** What the reader opened stays open, and who was on a button stays on it. */
function replace(old: HTMLElement, fresh: HTMLElement): void {
  const focused = [...old.querySelectorAll(REACHABLE)].indexOf(document.activeElement as Element)
  const opened = [...old.querySelectorAll('details')].map((fold) => fold.open)
  for (const [position, fold] of [...fresh.querySelectorAll('details')].entries())
    fold.open = opened[position] ?? fold.open
  old.replaceWith(fresh)
  if (focused >= 0) fresh.querySelectorAll<HTMLElement>(REACHABLE)[focused]?.focus({ preventScroll: true })
  const { announce } = fresh.dataset
  if (announce && announce !== old.dataset['announce']) announcer.textContent = announce
  fresh.dispatchEvent(new CustomEvent('live:replaced', { bubbles: true, detail: old }))
}

/** What an element says; the one-time key of a form is new in every copy, what the reader opened is theirs. */
function said(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const fold of copy.querySelectorAll('details')) fold.open = false
  return copy.outerHTML.replaceAll(/(name="idempotency_key" value=")[^"]*/g, '$1')
}

function pauseSeconds(): number | undefined {
  const pauses = elements().map((it) => Number(it.dataset['live']) || 5)
  return pauses.length ? Math.max(PAUSE_MIN_SECONDS, Math.min(...pauses)) : undefined
}

let failures = 0

function schedule(): void {
  const pause = pauseSeconds()
  if (pause === undefined) return
  setTimeout(
    () => {
      if (document.hidden) return schedule()
      refresh()
        .then(() => (failures = 0))
        .catch(() => (failures = Math.min(failures + 1, 5)))
        .finally(schedule)
    },
    pause * 1000 * 2 ** failures,
  )
}

schedule()

export {}
