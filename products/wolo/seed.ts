/** Wolo's demonstration: partners and packs in Dakar, Thiès and Saint-Louis, pots in every state, a year of gifts. */
import type { Runtime } from '../../kernel/boot.ts'

export async function seedWolo(_runtime: Runtime, _onProgress: (line: string) => void): Promise<void> {}
