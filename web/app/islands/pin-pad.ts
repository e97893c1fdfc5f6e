/** The large number pad types into the field above it, so that it need not change its place with every digit. */
for (const pad of document.querySelectorAll<HTMLElement>('[data-pin-pad]')) {
  const field = pad.closest('form')?.querySelector<HTMLInputElement>('input[name="pin"]')
  if (!field) continue
  pad.dataset['wired'] = ''
  pad.addEventListener('change', (event) => {
    const key = event.target as HTMLInputElement
    key.checked = false
    if (field.value.length < field.maxLength) field.value += key.value
  })
  pad.querySelector('button')?.addEventListener('click', (event) => {
    // The name stays.
    event.preventDefault()
    field.value = ''
  })
}
