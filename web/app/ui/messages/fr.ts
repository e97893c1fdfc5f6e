/** Wording that every product shares, in French: the master. */
export const fr = {
  'shell.skip': 'Aller au contenu',
  'shell.nav': 'Menu principal',
  'shell.language': 'Langue',
  'shell.digits': 'Chiffres',
  'shell.help': 'Une question ? Écrivez-nous :',

  'form.busy': 'Un instant…',
  'form.optional': 'facultatif',
  'form.invalid': 'Vérifiez les champs signalés ci-dessous.',
  'form.failed': 'Votre demande n’a pas abouti. Réessayez.',
  'form.second_factor': 'Code de votre application d’authentification',
  'form.second_factor.hint': '6 chiffres, ou un code de secours.',

  'progress.label': '{percent} % de l’objectif',
  'progress.of': 'sur {target}',

  'timeline.done': 'fait',
  'timeline.current': 'en cours',
  'timeline.next': 'à venir',
  'timeline.failed': 'à noter',

  'pagination.label': 'Pages',
  'pagination.first': '← Retour au début',
  'pagination.next': 'Suite →',

  'offline.title': 'Pas de réseau',
  'offline.text':
    'Votre téléphone n’est pas connecté. Aucun argent ne bouge pendant ce temps : dès que le réseau revient, réessayez. Si vous veniez d’envoyer quelque chose, regardez d’abord si c’est arrivé.',
  'offline.partner':
    'Un bon ne peut pas être vérifié sans réseau : ne servez pas le client avant d’avoir vu le résultat. Dès que le réseau revient, réessayez.',

  'error.home': 'Retour à l’accueil',
  'error.retry': 'Réessayer',
  'error.reference': 'Numéro à donner au support : {id}',
  'error.not_found.title': 'Cette page n’existe pas',
  'error.not_found.text':
    'Le lien est peut-être incomplet, ou la page a été retirée. Si quelqu’un vous l’a envoyé, redemandez-le-lui.',
  'error.too_large.title': 'C’est trop lourd pour nous',
  'error.too_large.text':
    'Le fichier est trop gros, ou le texte trop long. Rien n’a été enregistré : choisissez une photo plus légère ou écrivez plus court.',
  'error.too_large.back': 'Revenir au formulaire',
  'error.forbidden.title': 'Cette page n’est pas pour vous',
  'error.forbidden.text': 'Vous êtes bien connecté(e), mais votre compte n’y a pas accès.',
  'error.too_many.title': 'Doucement…',
  'error.too_many.text': 'Trop de demandes en peu de temps. Patientez un instant puis réessayez.',
  'error.too_many.wait':
    'Trop de demandes en peu de temps. Réessayez {minutes, plural, =0 {dans moins d’une minute} one {dans une minute} other {dans # minutes}} : rien n’est perdu.',
  'error.gone.title': 'Ce lien a expiré',
  'error.gone.text': 'Demandez un nouveau lien à la personne qui vous l’a envoyé.',
  'error.internal.title': 'Un souci de notre côté',
  'error.internal.text': 'L’erreur est enregistrée chez nous. Réessayez dans un instant.',
  'error.unavailable.title': 'Nous revenons tout de suite',
  'error.unavailable.text': 'Le service ne répond pas pour le moment. Rien n’est perdu : réessayez dans un instant.',
} as const
