/** The drawings as text, for pictures made on the server: where to look in each, and the dark colour that goes with it. */
import baobab from './baobab.svg?raw'
import bol from './bol.svg?raw'
import djembe from './djembe.svg?raw'
import fleurs from './fleurs.svg?raw'
import gateau from './gateau.svg?raw'
import phare from './phare.svg?raw'
import pirogue from './pirogue.svg?raw'
import tissu from './tissu.svg?raw'
import type { CoverName } from './covers.tsx'

interface Drawing {
  readonly svg: string
  /** The middle of what is seen when only a part is: 0 at the left edge, 1 at the right. */
  readonly focus: number
  /** Cream on it has a contrast of 7 at least. */
  readonly panel: string
}

const drawings: Record<CoverName, Drawing> = {
  gateau: { svg: gateau, focus: 0.5, panel: '#7d1f3c' },
  pirogue: { svg: pirogue, focus: 0.47, panel: '#23286b' },
  djembe: { svg: djembe, focus: 0.5, panel: '#8a2b19' },
  fleurs: { svg: fleurs, focus: 0.5, panel: '#262c78' },
  baobab: { svg: baobab, focus: 0.54, panel: '#7a2413' },
  bol: { svg: bol, focus: 0.5, panel: '#14503a' },
  phare: { svg: phare, focus: 0.66, panel: '#1f2463' },
  tissu: { svg: tissu, focus: 0.6, panel: '#5a1d12' },
}

export function drawingFor(cover: string): Drawing {
  return Object.hasOwn(drawings, cover) ? drawings[cover as CoverName] : drawings.gateau
}
