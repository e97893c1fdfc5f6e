/**
 * Says the outcome of a scan without being looked at: `[data-verdict="good|bad"]` is a rising or a falling tone and one or
 * three buzzes. Browsers that want a touch first stay silent. Not again when the page is reloaded.
 */
const verdict = document.querySelector<HTMLElement>('[data-verdict]')?.dataset['verdict']
const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]

if (verdict && navigation?.type === 'navigate') {
  const good = verdict === 'good'
  navigator.vibrate?.(good ? 200 : [120, 80, 120, 80, 120])
  const audio = new AudioContext()
  const tones = good ? [660, 990] : [330, 220]
  tones.forEach((frequency, position) => {
    const at = audio.currentTime + position * 0.16
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.type = good ? 'sine' : 'square'
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(good ? 0.4 : 0.2, at)
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.15)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + 0.16)
  })
}

export {}
