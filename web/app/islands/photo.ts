/**
 * A photo to be sent (`input[data-photo]`): shows it before it goes, and makes a big one smaller, since a phone's photo of
 * 5 MB takes a minute where the network is slow. What is written anew here has no place in it either. The radio buttons named
 * by `data-photo-instead` and the photo give way to each other. Without it the photo is sent as it is.
 */
const SIDE_MAX = 1800
const SMALL_ENOUGH_BYTES = 700_000

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-photo]')) {
  const preview = input.parentElement?.querySelector<HTMLImageElement>('[data-photo-preview]')
  const trouble = input.parentElement?.querySelector<HTMLElement>('[data-photo-trouble]')
  const others = [
    ...(input.form?.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${input.dataset['photoInstead']}]`) ??
      []),
  ]
  let marked = others.find((radio) => radio.checked)

  const show = (photo: Blob | undefined): void => {
    if (!preview) return
    if (preview.src) URL.revokeObjectURL(preview.src)
    preview.hidden = photo === undefined
    if (photo) preview.src = URL.createObjectURL(photo)
    else preview.removeAttribute('src')
  }
  const say = (text: string): void => {
    if (trouble) trouble.textContent = text
  }
  const choose = async (): Promise<void> => {
    say('')
    const photo = input.files?.[0]
    show(photo)
    if (!photo) {
      if (marked) marked.checked = true
      return
    }
    for (const radio of others) radio.checked = false
    const drawn = await draw(photo)
    // Another may have been chosen while this one was drawn.
    if (input.files?.[0] !== photo) return
    if (!drawn) return say(trouble?.dataset['photoTrouble'] ?? '')
    if (drawn === photo) return
    const list = new DataTransfer()
    list.items.add(new File([drawn], 'photo.jpg', { type: 'image/jpeg' }))
    input.files = list.files
    show(drawn)
  }
  input.addEventListener('change', () => void choose())
  for (const radio of others)
    radio.addEventListener('change', () => {
      marked = radio
      input.value = ''
      say('')
      show(undefined)
    })
}

/** The photo, made smaller when it is big; nothing when the browser cannot read it. */
async function draw(photo: File): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!bitmap) return undefined
  const scale = SIDE_MAX / Math.max(bitmap.width, bitmap.height)
  if (photo.size <= SMALL_ENOUGH_BYTES) return photo
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * Math.min(1, scale))
  canvas.height = Math.round(bitmap.height * Math.min(1, scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
  return smaller && smaller.size < photo.size ? smaller : photo
}

export {}
