/** The home page. */
export const home = {
  'home.description':
    'Ouvrez une cagnotte d’anniversaire, invitez vos proches à participer avec Wave, et offrez un vrai moment à Dakar, Thiès ou Saint-Louis.',
  'home.kicker': 'Cagnottes d’anniversaire',
  'home.title': 'Un anniversaire, ça se fête à plusieurs.',
  'home.lead':
    'Ouvrez une cagnotte, envoyez le lien sur WhatsApp, chacun met ce qu’il veut avec Wave. Le jour J, l’argent devient un vrai moment : une table aux Almadies, un soin, une journée en pirogue.',
  'home.start': 'Créer ma cagnotte',
  'home.see_pots': 'Voir des cagnottes',
  'home.see_packs': 'Voir tous les packs',
  'home.promise.free': 'Donner est sans frais',
  'home.promise.account': 'Aucun compte pour participer',
  'home.promise.back': 'Remboursé si ça n’aboutit pas',

  'home.example': 'Exemple de cagnotte',
  'home.example.title': 'Les 30 ans de Sokhna',
  'home.example.birthday': 'L’anniversaire de Sokhna, samedi 12 décembre',
  'home.example.days': '12',
  'home.example.unit': 'jours',
  'home.example.count': '8 proches ont participé',
  'home.example.message': 'Que Dieu te donne longue vie, ma sœur !',
  'home.example.by': 'Modou, il y a une minute',

  'home.steps.title': 'Trois gestes, un cadeau',
  'home.steps.open.title': 'Ouvrez',
  'home.steps.open.text':
    'Choisissez un pack et donnez la date. La cagnotte s’ouvre toute seule {days, plural, one {un jour} other {# jours}} avant l’anniversaire.',
  'home.steps.give.title': 'Partagez',
  'home.steps.give.text':
    'Envoyez le lien sur WhatsApp. Vos proches donnent en une minute, sans créer de compte, en leur nom ou en secret.',
  'home.steps.enjoy.title': 'Fêtez',
  'home.steps.enjoy.text': 'Le pack est à vous : montrez votre code QR chez le partenaire, il le scanne, c’est parti.',

  'home.better.title': 'Mieux qu’une collecte dans le groupe',
  'home.better.who.before': '« Qui a déjà envoyé ? »',
  'home.better.who.after': 'Chaque cadeau s’affiche à la seconde où il arrive. Plus de captures d’écran à vérifier.',
  'home.better.where.before': '« Et l’argent, il est chez qui ? »',
  'home.better.where.after':
    'Chez personne : il est gardé dans la cagnotte, et personne ne peut le retirer en espèces.',
  'home.better.if.before': '« Finalement, on annule ? »',
  'home.better.if.after': 'Chacun est remboursé en entier sur son compte Wave. Sans avoir à le réclamer.',

  'home.trust.title': 'On sait toujours où est l’argent',
  'home.trust.text': 'Chaque franc est suivi, et la cagnotte le montre à tous ceux qui ont donné.',
  'home.trust.wave': 'Wave',
  'home.trust.wave.text': 'Vous payez sur la page de Wave, comme d’habitude.',
  'home.trust.pot': 'La cagnotte',
  'home.trust.pot.text': 'L’argent y attend l’anniversaire, à l’abri.',
  'home.trust.voucher': 'Le bon cadeau',
  'home.trust.voucher.text': 'La cagnotte achète le pack choisi, au prix annoncé.',
  'home.trust.partner': 'Le partenaire',
  'home.trust.partner.text': 'Il est payé quand il scanne le code, pas avant.',

  'home.packs.title': 'Des moments qui se racontent',

  'home.faq.title': 'Et si…',
  'home.faq.short': 'il manque de l’argent le jour J ?',
  'home.faq.short.text':
    'La personne fêtée a {days, plural, one {# jour} other {# jours}} pour compléter, ou choisir un pack moins cher. Sinon, tout le monde est remboursé en entier.',
  'home.faq.over': 'on dépasse l’objectif ?',
  'home.faq.over.text': 'Tant mieux ! Ce qui dépasse devient un crédit Wolo pour la personne fêtée.',
  'home.faq.late': 'je paie trop tard ?',
  'home.faq.late.text':
    'Votre argent est gardé à part et vous choisissez : un remboursement, ou un crédit pour la personne fêtée. Sans réponse sous {days, plural, one {# jour} other {# jours}}, vous êtes remboursé(e).',
  'home.faq.unused': 'le cadeau n’est jamais choisi ?',
  'home.faq.unused.text':
    'Ce qui n’est pas dépensé {days, plural, one {# jour} other {# jours}} après l’anniversaire revient à ceux qui ont donné.',
  'home.faq.lost': 'je perds la trace de mon cadeau ?',
  'home.faq.lost.text':
    'Après le paiement, une page rien qu’à vous dit où est votre argent. Laissez votre numéro et nous vous en envoyons le lien par SMS.',
  'home.faq.minor': 'la personne fêtée est mineure ?',
  'home.faq.minor.text': 'Un parent ou tuteur donne d’abord son accord, et la cagnotte reste privée.',
  'home.faq.cost': 'ça me coûte quelque chose ?',
  'home.faq.cost.text': 'Rien de plus que ce que vous offrez. Ouvrir une cagnotte est gratuit, donner est sans frais.',

  'home.close.title': 'Quelqu’un fête bientôt son anniversaire ?',
} as const
