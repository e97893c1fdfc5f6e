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
  'cover.photo': 'The photo of the pot',
  'cover.own': 'Your photo',
  'cover.send': 'Or a photo of your own',
  'cover.send_other': 'Or another photo',
  'cover.send.hint':
    'JPEG, PNG, WebP or AVIF, 8 MB at most. It replaces the drawing; the place where it was taken is removed.',
  'cover.preview': 'The photo you chose',
  'cover.unreadable': 'Your phone cannot read this photo: it may be refused.',
} as const
