/** Names of the cover pictures. */
export const covers = {
  'cover.gateau': 'The cake',
  'cover.pirogue': 'The fishing boat',
  'cover.djembe': 'The drums',
  'cover.fleurs': 'The bougainvillea',
  'cover.baobab': 'The baobab',
  'cover.bol': 'The shared dish',
  'cover.phare': 'The lighthouse',
  'cover.tissu': 'The cloth',
} as const
