/**
 * What a verdict sounds and feels like, told apart without looking: yes rises and is clear, no is a low buzz three times, not now
 * is two equal knocks. How loud is kept on the phone. No sound before the first touch: browsers want one.
 */
export type Verdict = 'yes' | 'no' | 'wait'
export type Volume = 'loud' | 'soft' | 'off'

interface Note {
  readonly hertz: number
  readonly at: number
  readonly seconds: number
}

const NOTES: Record<Verdict, { readonly shape: OscillatorType; readonly notes: readonly Note[] }> = {
  yes: {
    shape: 'triangle',
    notes: [
      { hertz: 784, at: 0, seconds: 0.14 },
      { hertz: 1047, at: 0.13, seconds: 0.14 },
      { hertz: 1568, at: 0.26, seconds: 0.34 },
    ],
  },
  no: {
    shape: 'sawtooth',
    notes: [0, 0.24, 0.48].map((at) => ({ hertz: 140, at, seconds: 0.18 })),
  },
  wait: {
    shape: 'square',
    notes: [0, 0.3].map((at) => ({ hertz: 392, at, seconds: 0.12 })),
  },
}
const BUZZES: Record<Verdict, number | number[]> = { yes: 250, no: [160, 80, 160, 80, 160], wait: [90, 120, 90] }
const GAINS: Record<Volume, number> = { loud: 0.9, soft: 0.2, off: 0 }
const KEPT = 'partner.volume'

let audio: AudioContext | undefined

/** To be called within a touch, so that what comes later may sound. */
export function prepareSound(): void {
  audio ??= new AudioContext()
  void audio.resume()
}

export function volume(): Volume {
  const kept = localStorage.getItem(KEPT)
  return kept === 'soft' || kept === 'off' ? kept : 'loud'
}

/** The next of the three, kept, and heard at once. */
export function changeVolume(): Volume {
  const next: Volume = { loud: 'soft', soft: 'off', off: 'loud' }[volume()] as Volume
  localStorage.setItem(KEPT, next)
  prepareSound()
  tell('yes')
  return next
}

export function tell(verdict: Verdict): void {
  navigator.vibrate?.(BUZZES[verdict])
  const gain = GAINS[volume()]
  if (gain === 0) return
  audio ??= new AudioContext()
  const { shape, notes } = NOTES[verdict]
  for (const { hertz, at, seconds } of notes) {
    const start = audio.currentTime + at
    const tone = audio.createOscillator()
    const level = audio.createGain()
    tone.type = shape
    tone.frequency.value = hertz
    level.gain.setValueAtTime(gain, start)
    level.gain.exponentialRampToValueAtTime(0.001, start + seconds)
    tone.connect(level).connect(audio.destination)
    tone.start(start)
    tone.stop(start + seconds)
  }
}

export function isVerdict(text: string | undefined): text is Verdict {
  return text === 'yes' || text === 'no' || text === 'wait'
}
