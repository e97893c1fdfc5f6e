/**
 * Buttons that share or copy a link. `data-share` or `data-copy` on the button holds the address; `data-done` what the
 * button says afterwards. Buttons are hidden in the page and shown here, where they can work; also those that live.ts brings.
 */
const BUTTONS = 'button[data-share], button[data-copy]'

function show(part: ParentNode): void {
  for (const button of part.querySelectorAll<HTMLButtonElement>(BUTTONS))
    if (button.dataset['share'] === undefined || 'share' in navigator) button.hidden = false
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>(BUTTONS)
  if (!button) return
  const said = button.textContent
  const { share, copy = '' } = button.dataset
  const act =
    share === undefined ? navigator.clipboard.writeText(copy) : navigator.share({ url: share, title: document.title })
  // A person who closes the share sheet has changed their mind; that is no error.
  act.then(
    () => {
      button.textContent = button.dataset['done'] ?? said
      setTimeout(() => (button.textContent = said), 3000)
    },
    () => undefined,
  )
})

show(document)
document.addEventListener('live:replaced', (event) => show(event.target as HTMLElement))

export {}
