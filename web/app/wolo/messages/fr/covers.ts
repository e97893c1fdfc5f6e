/** The cover pictures: their names, and sending one’s own. */
export const covers = {
  'cover.gateau': 'Le gâteau',
  'cover.pirogue': 'La pirogue',
  'cover.djembe': 'Les djembés',
  'cover.fleurs': 'Les bougainvilliers',
  'cover.baobab': 'Le baobab',
  'cover.bol': 'Le grand bol',
  'cover.phare': 'Le phare',
  'cover.tissu': 'Le tissu',
  'cover.photo': 'La photo de la cagnotte',
  'cover.own': 'Votre photo',
  'cover.send': 'Ou une photo à vous',
  'cover.send_other': 'Ou une autre photo',
  'cover.send.hint':
    'JPEG, PNG, WebP ou AVIF, 8 Mo au plus. Elle prend la place du dessin ; le lieu où elle a été prise est effacé.',
  'cover.preview': 'La photo que vous avez choisie',
  'cover.unreadable': 'Votre téléphone ne sait pas lire cette photo : elle sera peut-être refusée.',
} as const
