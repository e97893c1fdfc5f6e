/**
 * Keeps parts of a page current. Every element with `data-live` and an id is replaced by its counterpart in a fresh copy
 * of the same page; `data-live` holds the pause in seconds. Stops when no such element is left, rests in the background.
 */
const PAUSE_MIN_SECONDS = 2

async function refresh(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!response.ok) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const element of document.querySelectorAll('[data-live][id]')) {
    const replacement = fresh.getElementById(element.id)
    // Untouched when equal, so that a reader's selection and a screen reader's place survive.
    if (replacement && replacement.outerHTML !== element.outerHTML) element.replaceWith(replacement)
  }
}

function pauseSeconds(): number | undefined {
  const pauses = [...document.querySelectorAll<HTMLElement>('[data-live][id]')].map(
    (it) => Number(it.dataset['live']) || 5,
  )
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
