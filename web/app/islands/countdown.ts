/**
 * Buttons that must wait: `data-wait-seconds` on a button says how long, `data-wait-label` holds a sentence with `{seconds}`.
 * The button rests until then; without this the server refuses what comes too early.
 */
const { lang, dataset } = document.documentElement
const figures = new Intl.NumberFormat(dataset['digits'] ? `${lang}-u-nu-${dataset['digits']}` : lang)

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-wait-seconds]')) {
  const ready = button.textContent
  // Counted from the page's arrival: a phone's own clock may be wrong by hours.
  const until = performance.now() + Number(button.dataset['waitSeconds']) * 1000
  const tick = (): void => {
    const seconds = Math.ceil((until - performance.now()) / 1000)
    const waiting = seconds > 0
    button.disabled = waiting
    button.textContent = waiting
      ? (button.dataset['waitLabel'] ?? '').replace('{seconds}', figures.format(seconds))
      : ready
    if (waiting) setTimeout(tick, 1000)
  }
  tick()
}

export {}
