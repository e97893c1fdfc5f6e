/**
 * Buttons that share or copy a link. `data-share` or `data-copy` on the button holds the address; `data-done` what the
 * button says afterwards. Buttons are hidden in the page and shown here, where they can work.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share], button[data-copy]')) {
  const share = button.dataset['share']
  if (share !== undefined && !('share' in navigator)) continue
  button.hidden = false
  button.addEventListener('click', () => {
    const said = button.textContent
    const act =
      share === undefined
        ? navigator.clipboard.writeText(button.dataset['copy'] ?? '')
        : navigator.share({ url: share, title: document.title })
    // A person who closes the share sheet has changed their mind; that is no error.
    act.then(
      () => {
        button.textContent = button.dataset['done'] ?? said
        setTimeout(() => (button.textContent = said), 3000)
      },
      () => undefined,
    )
  })
}

export {}
