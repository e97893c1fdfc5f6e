/**
 * A gift arrives while somebody looks: its bar fills from where it stood, a sentence says who gave, a handful of paper falls.
 * `[data-cheer]` on a live element (live.ts) holds the sentence, `data-gifts` how many there are; also once on arrival for an
 * element with `data-cheer-now`. Whoever asked for less motion gets the sentence alone.
 */
const SENTENCE_MS = 6000
const COLOURS = ['--cloth-clay', '--cloth-saffron', '--cloth-indigo', '--festive', '--good']

const calm = matchMedia('(prefers-reduced-motion: reduce)').matches

// There from the start: a screen reader says only what changes in a region it knows.
const news = document.createElement('p')
news.setAttribute('role', 'status')
document.body.append(news)

document.addEventListener('live:replaced', (event) => {
  const fresh = event.target as HTMLElement
  const old = (event as CustomEvent<HTMLElement>).detail
  if (fresh.querySelector('[data-cheer-now]') && !old.querySelector('[data-cheer-now]')) scatter(fresh)
  const cheer = fresh.dataset['cheer']
  if (!cheer || !(Number(fresh.dataset['gifts']) > Number(old.dataset['gifts']))) return
  say(cheer)
  fill(fresh, old)
  scatter(fresh)
})

const arrival = document.querySelector<HTMLElement>('[data-cheer-now]')
if (arrival) scatter(arrival)

function say(sentence: string): void {
  news.className = 'cheer'
  news.textContent = sentence
  setTimeout(() => {
    news.className = ''
    news.textContent = ''
  }, SENTENCE_MS)
}

/** Lets the bar grow from its old length. */
function fill(fresh: HTMLElement, old: HTMLElement): void {
  const bar = fresh.querySelector('progress')
  const before = old.querySelector('progress')?.value
  if (calm || !bar || before === undefined) return
  const after = bar.value
  const started = performance.now()
  const step = (now: number): void => {
    const part = Math.min((now - started) / 1200, 1)
    bar.value = before + (after - before) * (1 - (1 - part) ** 3)
    if (part < 1) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

/** Paper in the cloth's colours, from the element outwards. */
function scatter(element: HTMLElement): void {
  if (calm || document.hidden) return
  const { left, top, width } = element.getBoundingClientRect()
  for (let piece = 0; piece < 26; piece++) {
    const paper = document.createElement('span')
    paper.className = 'confetti'
    paper.ariaHidden = 'true'
    paper.style.left = `${left + width / 2}px`
    paper.style.top = `${Math.max(top, 0) + 40}px`
    paper.style.background = `var(${COLOURS[piece % COLOURS.length]})`
    document.body.append(paper)
    const [x, y] = [(Math.random() - 0.5) * Math.min(width, 520), -60 - Math.random() * 160]
    const turn = `rotate(${Math.random() * 900}deg)`
    paper.animate(
      [
        { transform: 'none', opacity: 1 },
        { transform: `translate(${x * 0.8}px, ${y}px) ${turn}`, opacity: 1, offset: 0.35 },
        { transform: `translate(${x}px, ${y + 420}px) ${turn}`, opacity: 0 },
      ],
      { duration: 1700 + Math.random() * 900, easing: 'cubic-bezier(.2,.6,.4,1)' },
    ).onfinish = () => paper.remove()
  }
}

export {}
