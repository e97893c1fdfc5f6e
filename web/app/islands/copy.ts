/**
 * Buttons with `data-copies` put that text on the clipboard and say `data-copied` for a moment; one that is a picture and has
 * its words in `aria-label` says it there and is `data-done` meanwhile. Listens on the document, so it also serves parts of
 * the page that are replaced later. Such buttons are `noscript:hidden`.
 */
document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-copies]')
  if (!button) return
  const label = button.ariaLabel
  const said = label ?? button.textContent
  const say = (text: string) => (label === null ? (button.textContent = text) : (button.ariaLabel = text))
  navigator.clipboard.writeText(button.dataset['copies'] ?? '').then(
    () => {
      say(button.dataset['copied'] ?? said)
      button.toggleAttribute('data-done', true)
      setTimeout(() => {
        say(said)
        button.toggleAttribute('data-done', false)
      }, 2000)
    },
    () => undefined,
  )
})

export {}
