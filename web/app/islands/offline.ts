/**
 * Has the page for lost networks kept on the phone (offline/worker.ts), once this page is done loading. On that page itself
 * (`[data-retry-online]`): asks again as soon as there is a network.
 */
const AFTER_LOAD_MS = 3000

const later = (): void => {
  setTimeout(() => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  }, AFTER_LOAD_MS)
}

if ('serviceWorker' in navigator) {
  if (document.readyState === 'complete') later()
  else addEventListener('load', later)
}

// Never sends a form again: what became of it is for its own page to say.
if (document.querySelector('[data-retry-online]')) addEventListener('online', () => location.replace(location.href))

export {}
