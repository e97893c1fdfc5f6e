/** The poster of a pot. */
export const poster = {
  'poster.title': 'L’affiche de la cagnotte',
  'poster.hint':
    'Une page A4 à imprimer et à afficher, ou à enregistrer en PDF pour l’envoyer. Le code se lit à deux mètres.',
  'poster.print': 'Imprimer l’affiche',
  'poster.no_script': 'Pour imprimer, ouvrez le menu de votre navigateur puis « Imprimer ».',
  'poster.back': 'Retour à ma cagnotte',
  'poster.when': 'L’anniversaire de {name}, {date}',
  'poster.code': 'Code QR vers {address}',
  'poster.step_1': 'Scannez le code',
  'poster.step_1.text': 'avec l’appareil photo de votre téléphone',
  'poster.step_2': 'Choisissez un montant',
  'poster.step_2.text': 'celui que vous voulez, avec un petit mot',
  'poster.step_3': 'Payez avec Wave',
  'poster.step_3.text': 'sans compte, sans frais',
  'poster.or': 'Ou tapez cette adresse :',
} as const
