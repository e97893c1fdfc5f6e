/** Shows `[data-offline]` while there is no network, and holds back `[data-needs-network]`: links and buttons that would lead nowhere. */
function say(): void {
  const offline = !navigator.onLine
  for (const bar of document.querySelectorAll<HTMLElement>('[data-offline]')) bar.hidden = !offline
  for (const it of document.querySelectorAll<HTMLElement>('[data-needs-network]')) {
    if (it instanceof HTMLButtonElement) it.disabled = offline
    else it.setAttribute('aria-disabled', String(offline))
  }
}

// A link that is only marked would still be followed, and end on the browser's own page of despair.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[aria-disabled="true"]') : null
  if (link) event.preventDefault()
})
addEventListener('online', say)
addEventListener('offline', say)
say()

export {}
