/**
 * A camera that looks for QR codes: starts, stops, changes lens and light, and says each code it reads. Uses the browser's own
 * reader where it has one, else WebAssembly from our own files. Knows nothing of the page but its video.
 */
import type { BarcodeDetector } from 'barcode-detector/ponyfill'

type Reader = Pick<BarcodeDetector, 'detect'>
/** What a photo may be read from, beside the video itself. */
type Seen = HTMLVideoElement | ImageBitmap

/** Between two looks; more often warms the phone and reads no sooner. */
const PAUSE_MS = 120
const KEPT = 'partner.camera'

/** Why there is no picture, as far as a browser tells: forbidden, none there, or used by another app. */
export type Trouble = 'denied' | 'missing' | 'busy'

export interface Camera {
  /** False when it could not; `trouble` was told why. */
  start(): Promise<boolean>
  stop(): void
  /** The next lens, where a phone has several. */
  change(): Promise<boolean>
  /** Whether there are several to choose from, and a light; known once started. */
  lenses(): Promise<number>
  hasLight(): boolean
  light(on: boolean): Promise<void>
  /** What a picture says, or nothing. */
  read(file: Blob): Promise<string | undefined>
}

export function cameraOf(
  video: HTMLVideoElement,
  wasm: string,
  on: { readonly code: (text: string) => void; readonly trouble: (why: Trouble) => void },
): Camera {
  let reader: Promise<Reader> | undefined
  let stream: MediaStream | undefined
  const readerOf = () => (reader ??= makeReader(wasm))
  const detect = async (seen: Seen) => (await (await readerOf()).detect(seen))[0]?.rawValue || undefined

  const look = async (of: MediaStream): Promise<void> => {
    if (of !== stream) return
    try {
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
        const code = await detect(video)
        if (code && of === stream) on.code(code)
      }
    } catch (error) {
      // A frame may come too early; a reader that cannot be loaded never will.
      if (!(error instanceof DOMException)) {
        camera.stop()
        return on.trouble('missing')
      }
    }
    setTimeout(() => void look(of), PAUSE_MS)
  }
  const track = () => stream?.getVideoTracks()[0]

  const camera: Camera = {
    async start() {
      if (stream) return true
      try {
        const lens = localStorage.getItem(KEPT)
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: {
            ...(lens ? { deviceId: { ideal: lens } } : { facingMode: 'environment' }),
            width: { ideal: 1280 },
            height: { ideal: 720 },
          },
        })
        video.srcObject = stream
        await video.play()
        void look(stream)
        return true
      } catch (error) {
        camera.stop()
        on.trouble(troubleOf(error))
        return false
      }
    },
    stop() {
      for (const it of stream?.getTracks() ?? []) it.stop()
      stream = undefined
      video.srcObject = null
    },
    async change() {
      const lenses = await lensesOf()
      const now = track()?.getSettings().deviceId
      const next = lenses[(lenses.findIndex((lens) => lens.deviceId === now) + 1) % lenses.length]
      if (next) localStorage.setItem(KEPT, next.deviceId)
      camera.stop()
      return camera.start()
    },
    lenses: async () => (await lensesOf()).length,
    hasLight: () => (track()?.getCapabilities?.() as { torch?: boolean } | undefined)?.torch === true,
    async light(lit) {
      await track()?.applyConstraints({ advanced: [{ torch: lit } as MediaTrackConstraintSet] })
    },
    read: async (file) => detect(await createImageBitmap(file)),
  }
  return camera
}

async function lensesOf(): Promise<MediaDeviceInfo[]> {
  return (await navigator.mediaDevices.enumerateDevices()).filter((it) => it.kind === 'videoinput')
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing'
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
