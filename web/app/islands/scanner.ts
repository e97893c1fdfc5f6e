/**
 * Reads a QR code with the camera, or from a photo where there is no camera, and sends it with the page's form. The page
 * works without it: the code under the QR can be typed. Uses the browser's own reader where it has one, else WebAssembly
 * from our own files.
 *
 * In the page: a form with `input[name=token]`; `[data-scanner]` with `data-wasm`; inside it a video, buttons
 * `[data-start]`, an `input[type=file]`, and elements `[data-when="idle|starting|scanning|found|blocked|unreadable"]`, of
 * which those of the current state are shown.
 */
import type { BarcodeDetector } from 'barcode-detector/ponyfill'

type State = 'idle' | 'starting' | 'scanning' | 'found' | 'blocked' | 'unreadable'
type Reader = Pick<BarcodeDetector, 'detect'>

/** Between two looks; more often warms the phone and reads no sooner. */
const PAUSE_MS = 120
/** A code that was just read may still be in view when the next scan begins; it is not meant again. */
const SAME_CODE_MS = 5000
const LAST = 'scanner.last'

const scanner = document.querySelector<HTMLElement>('[data-scanner]')
if (scanner) wake(scanner)

function wake(root: HTMLElement): void {
  const token = document.querySelector<HTMLInputElement>('input[name=token]')
  const form = token?.form
  const video = root.querySelector('video')
  const photo = root.querySelector<HTMLInputElement>('input[type=file]')
  if (!token || !form || !video) return
  let reader: Promise<Reader> | undefined
  let stream: MediaStream | undefined
  let done = false

  const show = (state: State) => {
    root.dataset['state'] = state
    for (const part of root.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = !(part.dataset['when'] ?? '').split(' ').includes(state)
  }
  const readerOf = () => (reader ??= makeReader(root.dataset['wasm'] ?? ''))
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
  }

  const found = (read: string) => {
    done = true
    sessionStorage.setItem(LAST, JSON.stringify([read, Date.now()]))
    show('found')
    navigator.vibrate?.(60)
    stop()
    const typed = form.elements.namedItem('code') as HTMLInputElement | null
    const key = form.elements.namedItem('idempotency_key') as HTMLInputElement | null
    token.value = read
    if (typed) typed.value = ''
    // Each scan is an act of its own, also on a page the browser kept.
    if (key) key.value = crypto.randomUUID?.() ?? key.value
    form.submit()
  }

  const look = async (): Promise<void> => {
    if (done || !stream) return
    try {
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
        const [code] = await (await readerOf()).detect(video)
        if (code?.rawValue && !justRead(code.rawValue)) return found(code.rawValue)
      }
    } catch (error) {
      // A frame may come too early; a reader that cannot be loaded never will.
      if (!(error instanceof DOMException)) return block()
    }
    setTimeout(() => void look(), PAUSE_MS)
  }
  const block = () => {
    stop()
    show('blocked')
  }

  const start = async (): Promise<void> => {
    if (stream) return
    show('starting')
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
      })
      video.srcObject = stream
      await video.play()
      show('scanning')
      done = false
      void look()
    } catch {
      block()
    }
  }

  const readPhoto = async (file: File): Promise<void> => {
    try {
      const [code] = await (await readerOf()).detect(await createImageBitmap(file))
      if (code?.rawValue) found(code.rawValue)
      else show('unreadable')
    } catch {
      show('unreadable')
    }
  }

  for (const button of root.querySelectorAll<HTMLElement>('[data-start]'))
    button.addEventListener('click', () => void start())
  photo?.addEventListener('change', () => {
    const file = photo.files?.[0]
    if (file) void readPhoto(file)
  })
  // A phone in a pocket needs no camera; a page come back to starts over.
  addEventListener('pagehide', stop)
  addEventListener('pageshow', (event) => event.persisted && show('idle'))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && stream) {
      stop()
      show('idle')
    }
  })

  show('idle')
  // Once allowed, the camera is on as soon as the page is: the next guest is waiting.
  if ('mediaDevices' in navigator)
    navigator.permissions
      ?.query({ name: 'camera' as PermissionName })
      .then((permission) => void (permission.state === 'granted' && start()))
      .catch(() => undefined)
}

function justRead(code: string): boolean {
  const [last, at] = JSON.parse(sessionStorage.getItem(LAST) ?? '[]') as [string?, number?]
  return code === last && at !== undefined && Date.now() - at < SAME_CODE_MS
}

async function makeReader(wasm: string): Promise<Reader> {
  const native = (globalThis as { BarcodeDetector?: typeof BarcodeDetector }).BarcodeDetector
  const formats = (await native?.getSupportedFormats().catch(() => [])) ?? []
  if (native && formats.includes('qr_code')) return new native({ formats: ['qr_code'] })
  const ponyfill = await import('barcode-detector/ponyfill')
  ponyfill.prepareZXingModule({
    overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path) },
  })
  return new ponyfill.BarcodeDetector({ formats: ['qr_code'] })
}
