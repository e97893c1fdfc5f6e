/** The frame of every Wolo page. */
export const shell = {
  'wolo.nav.packs': 'Les packs',
  'wolo.nav.sign_in': 'Se connecter',
  'wolo.nav.dashboard': 'Mes cagnottes',
  'wolo.foot': 'Fait à Dakar. Paiement par Wave.',
} as const
