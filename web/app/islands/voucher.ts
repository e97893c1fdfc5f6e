/**
 * Keeps a shown voucher current: asks `[data-voucher]`'s small address often, fetches the next picture of the code before it puts
 * away the old one, and puts the whole part anew when its state changed (used, approved, its day has come). Without a network
 * it counts down how long the picture still counts and then takes it away. Time is counted from the server's seconds, so the
 * phone's clock does not matter. `[data-awake]` keeps the screen on.
 */
const PAUSE_MS = 4000
const ANSWER_MS_MAX = 8000

interface Seen {
  readonly state: string
  readonly window: number
  readonly refused_seconds: number
}

let shownWindow: number | undefined
/** When the picture on the screen stops counting, by this phone's clock; unknown until the first answer. */
let refusedAt = Infinity
let online = true
let busy = false

const root = () => document.querySelector<HTMLElement>('[data-voucher]')
const part = (name: string) => root()?.querySelector<HTMLElement>(`[data-when="${name}"]`)

async function look(): Promise<void> {
  const place = root()
  if (!place || busy) return
  busy = true
  try {
    const asked = Date.now()
    const seen = (await (await get(place.dataset['voucher'] ?? '')).json()) as Seen
    if (seen.state !== place.dataset['state']) await renew()
    else if (seen.window !== shownWindow) {
      await exchange(place)
      shownWindow = seen.window
      refusedAt = asked + seen.refused_seconds * 1000
    }
    online = true
  } catch {
    online = false
  } finally {
    busy = false
    say()
  }
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS_MAX) })
  // Signed out meanwhile: the page itself leads to where one signs in.
  if (response.status === 401) location.reload()
  if (!response.ok) throw new Error(`answered ${response.status}`)
  return response
}

/** The next picture takes the place of the old one when it is there, not before. */
async function exchange(place: HTMLElement): Promise<void> {
  const picture = place.querySelector<HTMLImageElement>('img[data-code]')
  if (!picture) return
  const address = URL.createObjectURL(await (await get(picture.dataset['code'] ?? '')).blob())
  const next = new Image()
  next.src = address
  await next.decode()
  const old = picture.src
  picture.src = address
  if (old.startsWith('blob:')) URL.revokeObjectURL(old)
}

/** The whole part as the page has it now. */
async function renew(): Promise<void> {
  const fresh = new DOMParser().parseFromString(await (await get(location.href)).text(), 'text/html')
  const replacement = fresh.querySelector('[data-voucher]')
  const place = root()
  if (!replacement || !place) return
  const was = place.dataset['state']
  place.replaceWith(replacement)
  shownWindow = undefined
  refusedAt = Infinity
  if (was === 'ready') navigator.vibrate?.(80)
}

function say(): void {
  const left = Math.ceil((refusedAt - Date.now()) / 1000)
  const outdated = left <= 0
  show('shown', !outdated)
  show('outdated', outdated)
  show('offline', !online && !outdated && Number.isFinite(left))
  show('live', online && !outdated)
  const seconds = root()?.querySelector<HTMLElement>('[data-seconds]')
  if (seconds && Number.isFinite(left)) seconds.textContent = String(Math.max(0, left))
}

function show(name: string, shown: boolean): void {
  const element = part(name)
  if (element) element.hidden = !shown
}

let lock: { release(): Promise<void> } | undefined

/** A screen that goes dark under the scanner costs everybody in the queue a minute. */
async function stayAwake(): Promise<void> {
  if (!document.querySelector('[data-awake]') || document.hidden) return
  lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
}

if (root()) {
  void look()
  setInterval(() => document.hidden || void look(), PAUSE_MS)
  setInterval(say, 1000)
  addEventListener('online', () => void look())
  addEventListener('offline', () => {
    online = false
    say()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return void lock?.release()
    say()
    void look()
    void stayAwake()
  })
  void stayAwake()
}

export {}
