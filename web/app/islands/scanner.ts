/**
 * The counter: reads a code with the camera, from a photo or as typed, sends it with the page's form, and shows the answer on the
 * whole screen at once. The page works without it: a typed code is an ordinary form. A question that gets no answer is asked
 * again under the same key, so asking twice scans once; and nothing that was shown before stays while one waits.
 *
 * In the page: a form in `[data-scan]` with `token`, `code` and the key; `[data-scanner]` with `data-wasm`, a video, `[data-when]`,
 * `[data-start]`, `[data-light]`, `[data-lens]`, an `input[type=file]`; `[data-sound]`; `[data-checking]` with `[data-asks]`,
 * `[data-again]`, `[data-give-up]`; all of that within `[data-counter]`, which gives way to the `main` of an answer.
 */
import { cameraOf } from './camera.ts'
import { changeVolume, isVerdict, prepareSound, tell, volume } from './tones.ts'

type State = 'idle' | 'starting' | 'scanning' | 'found' | 'denied' | 'missing' | 'busy' | 'unreadable'

/** A code that was just read may still be in view when the next scan begins; it is not meant again. */
const SAME_CODE_MS = 5000
/** Longer than a slow network needs, shorter than a queue's patience. */
const ANSWER_MS_MAX = 12_000
const FORM = '[data-scan] form'
const ANSWERS = /^\/partner\/scan\/[^/]+$/

const counter = document.querySelector<HTMLElement>('[data-counter]')
const form = document.querySelector<HTMLFormElement>(FORM)
const root = document.querySelector<HTMLElement>('[data-scanner]')
const video = root?.querySelector('video')
if (counter && form && root && video) open(counter, form, root, video)

function open(place: HTMLElement, first: HTMLFormElement, finder: HTMLElement, screen: HTMLVideoElement): void {
  let asking = first
  let last: { code: string; at: number } | undefined
  let answer: HTMLElement | undefined
  let waits = false
  const title = document.title
  const one = <E extends HTMLElement = HTMLElement>(selector: string) => place.querySelector<E>(selector)
  const field = (name: string) => asking.elements.namedItem(name) as HTMLInputElement

  const show = (state: State) => {
    for (const part of finder.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = !(part.dataset['when'] ?? '').split(' ').includes(state)
  }
  const camera = cameraOf(screen, finder.dataset['wasm'] ?? '', {
    code: (text) => {
      if (last && last.code === text && Date.now() - last.at < SAME_CODE_MS) return
      found(text)
    },
    trouble: show,
  })
  const start = async () => {
    if (!navigator.onLine) return
    show('starting')
    if (!(await camera.start())) return
    show('scanning')
    const light = one('[data-light]')
    if (light) {
      light.hidden = !camera.hasLight()
      light.setAttribute('aria-pressed', 'false')
    }
    const lens = one('[data-lens]')
    if (lens) lens.hidden = (await camera.lenses()) < 2
  }

  const found = (token: string) => {
    last = { code: token, at: Date.now() }
    camera.stop()
    show('found')
    field('token').value = token
    field('code').value = ''
    void ask()
  }

  /** Puts the question, and the same one again until there is an answer or the person gives up. */
  const ask = async (): Promise<void> => {
    // Enter pressed twice is one question: a second answer would lie under the counter when the first was put away.
    if (waits) return
    waits = true
    await put().finally(() => (waits = false))
  }

  const put = async (): Promise<void> => {
    const body = new URLSearchParams(new FormData(asking) as unknown as Record<string, string>)
    checking('waits')
    let response: Response
    let text: string
    try {
      const signal = AbortSignal.timeout(ANSWER_MS_MAX)
      response = await fetch(location.pathname, { method: 'POST', body, signal })
      text = await response.text()
    } catch {
      return checking('lost')
    }
    const { pathname } = new URL(response.url)
    const fresh = new DOMParser().parseFromString(text, 'text/html')
    const verdict = fresh.querySelector<HTMLElement>('main[data-verdict]')
    if (verdict && ANSWERS.test(pathname)) return tellAnswer(verdict, pathname, fresh.title)
    const refused = fresh.querySelector<HTMLFormElement>(FORM)
    // Anything else (signed out, no venue, a page of an error) is a page to go to.
    if (!refused) return location.assign(response.url)
    asking.replaceWith(refused)
    take(refused)
    checking('not')
    show('idle')
  }

  /** What is waited for: an answer, a decision after none came, or nothing. */
  const checking = (state: 'waits' | 'lost' | 'not') => {
    const cover = one('[data-checking]')
    if (!cover) return
    cover.hidden = state === 'not'
    for (const part of cover.querySelectorAll<HTMLElement>('[data-asks]')) part.hidden = part.dataset['asks'] !== state
    if (state === 'lost') cover.querySelector<HTMLElement>('[data-again]')?.focus()
  }

  const tellAnswer = (verdict: HTMLElement, pathname: string, titled: string) => {
    checking('not')
    place.hidden = true
    answer = verdict
    document.body.append(verdict)
    history.pushState(null, '', pathname)
    document.title = titled
    scrollTo(0, 0)
    const kind = verdict.dataset['verdict']
    if (isVerdict(kind)) tell(kind)
    verdict.querySelector('[data-next]')?.addEventListener('click', (event) => {
      // Only a page on https can make the key of another act; elsewhere the link leads to a new page.
      if (!('randomUUID' in crypto)) return
      event.preventDefault()
      next()
    })
    verdict.focus()
  }

  const next = () => {
    answer?.remove()
    answer = undefined
    place.hidden = false
    history.replaceState(null, '', '/partner/scan')
    document.title = title
    field('token').value = ''
    field('code').value = ''
    field('idempotency_key').value = crypto.randomUUID()
    if (last) last.at = Date.now()
    show('idle')
    scrollTo(0, 0)
    void start()
  }

  const take = (given: HTMLFormElement) => {
    asking = given
    given.addEventListener('submit', (event) => {
      event.preventDefault()
      prepareSound()
      if (!navigator.onLine) return
      field('token').value = ''
      camera.stop()
      void ask()
    })
  }

  take(first)
  document.addEventListener('pointerdown', prepareSound, { once: true })
  one('[data-again]')?.addEventListener('click', () => void ask())
  one('[data-give-up]')?.addEventListener('click', () => {
    // What comes next is another act; whether this one was done is in the list of scans.
    field('token').value = ''
    if ('randomUUID' in crypto) field('idempotency_key').value = crypto.randomUUID()
    checking('not')
    show('idle')
  })
  for (const button of finder.querySelectorAll('[data-start]')) button.addEventListener('click', () => void start())
  one('[data-lens]')?.addEventListener('click', () => void camera.change())
  one('[data-light]')?.addEventListener('click', ({ currentTarget }) => {
    const lit = (currentTarget as HTMLElement).getAttribute('aria-pressed') !== 'true'
    ;(currentTarget as HTMLElement).setAttribute('aria-pressed', String(lit))
    void camera.light(lit)
  })
  const sound = one('[data-sound]')
  const sayVolume = () => {
    for (const part of sound?.querySelectorAll<HTMLElement>('[data-volume]') ?? [])
      part.hidden = part.dataset['volume'] !== volume()
  }
  if (sound) sound.hidden = false
  sayVolume()
  sound?.addEventListener('click', () => {
    changeVolume()
    sayVolume()
  })
  const photo = finder.querySelector<HTMLInputElement>('input[type=file]')
  photo?.addEventListener('change', () => {
    const file = photo.files?.[0]
    photo.value = ''
    if (file)
      void camera
        .read(file)
        .catch(() => undefined)
        .then((code) => (code ? found(code) : show('unreadable')))
  })

  // A phone in a pocket needs no camera; a page come back to starts over.
  const rest = () => {
    camera.stop()
    show('idle')
  }
  addEventListener('pagehide', rest)
  addEventListener('offline', rest)
  addEventListener('online', () => void startIfAllowed())
  addEventListener('popstate', () => location.reload())
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) rest()
    else if (!answer) void startIfAllowed()
  })

  /** Once allowed, the camera is on as soon as the page is: the next guest is waiting. */
  const startIfAllowed = async () => {
    if (!('mediaDevices' in navigator)) return show('missing')
    const camera = 'camera' as PermissionName
    const permission = await navigator.permissions?.query({ name: camera }).catch(() => undefined)
    if (permission?.state === 'granted') await start()
  }
  show('idle')
  void startIfAllowed()
}
