/** The home page. */
export const home = {
  'home.description':
    'Ouvrez une cagnotte d’anniversaire, invitez vos proches à participer avec Wave, et offrez un vrai moment à Dakar, Thiès ou Saint-Louis.',
  'home.kicker': 'Cagnottes d’anniversaire',
  'home.title': 'Un anniversaire, ça se fête à plusieurs.',
  'home.lead':
    'Chacun met ce qu’il veut dans la cagnotte, en deux minutes, avec Wave. Le jour J, le cadeau devient un moment : une table à la Pointe des Almadies, un soin, une nuit au bord du fleuve.',
  'home.start': 'Créer ma cagnotte',
  'home.see_packs': 'Voir les packs',
  'home.steps.title': 'Trois gestes, un cadeau',
  'home.steps.open.title': 'Ouvrez',
  'home.steps.open.text':
    'Choisissez un pack et donnez la date. La cagnotte s’ouvre toute seule {days, plural, one {un jour} other {# jours}} avant l’anniversaire.',
  'home.steps.give.title': 'Partagez',
  'home.steps.give.text':
    'Envoyez le lien sur WhatsApp. Vos proches donnent sans créer de compte, en leur nom ou en secret.',
  'home.steps.enjoy.title': 'Fêtez',
  'home.steps.enjoy.text': 'Le pack est à vous : montrez votre code QR chez le partenaire, il le scanne, c’est parti.',
  'home.trust.title': 'On sait toujours où est l’argent',
  'home.trust.text':
    'Chaque don est suivi franc par franc, de Wave jusqu’au partenaire, et la cagnotte le montre à tous ceux qui ont donné. Donner est sans frais. Si le projet n’aboutit pas, chacun est remboursé.',
  'home.close.title': 'Quelqu’un fête bientôt son anniversaire ?',
} as const
