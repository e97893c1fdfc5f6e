/**
 * Buttons with `data-copies` put that text on the clipboard and say `data-copied` for a moment. Listens on the document,
 * so it also serves parts of the page that are replaced later. Such buttons are `noscript:hidden`.
 */
document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-copies]')
  if (!button) return
  const said = button.textContent
  navigator.clipboard.writeText(button.dataset['copies'] ?? '').then(
    () => {
      button.textContent = button.dataset['copied'] ?? said
      setTimeout(() => (button.textContent = said), 2000)
    },
    () => undefined,
  )
})

export {}
