/** Kinds of packs and the towns where partners are: what one can filter by. */
export const categories = ['restaurant', 'spa', 'cinema', 'experience'] as const
export type Category = (typeof categories)[number]

export const cities = ['Dakar', 'Thiès', 'Saint-Louis'] as const
