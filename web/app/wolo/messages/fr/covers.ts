/** Names of the cover pictures. */
export const covers = {
  'cover.gateau': 'Le gâteau',
  'cover.pirogue': 'La pirogue',
  'cover.djembe': 'Les djembés',
  'cover.fleurs': 'Les bougainvilliers',
  'cover.baobab': 'Le baobab',
  'cover.bol': 'Le grand bol',
  'cover.phare': 'Le phare',
  'cover.tissu': 'Le tissu',
} as const
