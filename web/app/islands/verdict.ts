/** Lets a page with `[data-verdict]` be heard and felt when it is come to by itself; not again when it is reloaded. */
import { isVerdict, tell } from './tones.ts'

const verdict = document.querySelector<HTMLElement>('[data-verdict]')?.dataset['verdict']
const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]

if (isVerdict(verdict) && navigation?.type === 'navigate') tell(verdict)
