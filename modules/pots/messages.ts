/** What pots say to people: to the owner, to donors, to guardians. Amounts, names and dates come in ready to read. */
import { defineMessage } from '../../kernel/messages.ts'

const channels = ['sms', 'email', 'in_app'] as const

export const potIsOpen = defineMessage({
  key: 'pots.pot_is_open',
  values: ['title', 'link'],
  channels,
  category: 'pots',
  text: {
    fr: {
      sms: '{brand} : votre cagnotte « {title} » est ouverte ! Partagez-la : {link}',
      subject: 'Votre cagnotte est ouverte',
      body: 'C’est parti : « {title} » reçoit dès maintenant les cadeaux de vos proches.\n\nPartagez-la avec eux : {link}',
    },
    en: {
      sms: '{brand}: your pot “{title}” is open! Share it: {link}',
      subject: 'Your pot is open',
      body: 'Here we go: “{title}” takes gifts from now on.\n\nShare it with the people you love: {link}',
    },
  },
})

export const giftArrived = defineMessage({
  key: 'pots.gift_arrived',
  values: ['donor', 'amount', 'raised', 'target', 'link'],
  channels,
  category: 'gifts',
  text: {
    fr: {
      sms: '{brand} : {donor} vous offre {amount} ! Déjà {raised} sur {target}. {link}',
      subject: '{donor} vous offre {amount}',
      body: 'Quelle belle surprise : {donor} vient d’offrir {amount} à votre cagnotte.\n\nVous en êtes à {raised} sur {target}. {link}',
    },
    en: {
      sms: '{brand}: {donor} gave you {amount}! {raised} of {target} so far. {link}',
      subject: '{donor} gave you {amount}',
      body: 'What a lovely surprise: {donor} just gave {amount} to your pot.\n\nYou are at {raised} of {target}. {link}',
    },
  },
})

export const targetReached = defineMessage({
  key: 'pots.target_reached',
  values: ['title', 'raised', 'link'],
  channels,
  category: 'pots',
  text: {
    fr: {
      sms: '{brand} : objectif atteint, {raised} ! Vous pouvez choisir votre cadeau : {link}',
      subject: 'Objectif atteint !',
      body: 'Bravo : « {title} » a réuni {raised}. Il ne reste qu’à prendre votre pack.\n\n{link}',
    },
    en: {
      sms: '{brand}: target reached, {raised}! You can take your gift now: {link}',
      subject: 'Target reached!',
      body: 'Wonderful: “{title}” collected {raised}. All that is left is to take your pack.\n\n{link}',
    },
  },
})

export const thankDonor = defineMessage({
  key: 'pots.thank_donor',
  values: ['honoree', 'amount', 'link'],
  channels,
  category: 'gifts',
  text: {
    fr: {
      sms: '{brand} : merci ! Vos {amount} sont dans la cagnotte de {honoree}. Suivez-les : {link}',
      subject: 'Merci pour {honoree} !',
      body: 'Votre cadeau de {amount} est bien arrivé dans la cagnotte de {honoree}.\n\nVous pouvez voir à tout moment où est l’argent : {link}',
    },
    en: {
      sms: '{brand}: thank you! Your {amount} is in {honoree}’s pot. Follow it: {link}',
      subject: 'Thank you from {honoree}',
      body: 'Your gift of {amount} arrived in {honoree}’s pot.\n\nYou can see at any time where the money is: {link}',
    },
  },
})

export const ownerThanks = defineMessage({
  key: 'pots.owner_thanks',
  values: ['honoree', 'message', 'link'],
  channels,
  category: 'gifts',
  text: {
    fr: {
      sms: '{brand} : {honoree} vous a écrit un mot de remerciement. À lire ici : {link}',
      subject: '{honoree} vous remercie',
      body: '{honoree} vous a écrit :\n\n« {message} »\n\nVotre cadeau : {link}',
    },
    en: {
      sms: '{brand}: {honoree} wrote you a thank-you note. Read it here: {link}',
      subject: '{honoree} thanks you',
      body: '{honoree} wrote to you:\n\n“{message}”\n\nYour gift: {link}',
    },
  },
})

export const giftCameLate = defineMessage({
  key: 'pots.gift_came_late',
  values: ['honoree', 'amount', 'until', 'link'],
  channels,
  category: 'gifts',
  critical: true,
  text: {
    fr: {
      sms: '{brand} : vos {amount} sont arrivés après la fin de la cagnotte de {honoree}. À vous de choisir avant le {until} : {link}',
      subject: 'Votre cadeau attend votre choix',
      body: 'Vos {amount} sont arrivés alors que la cagnotte de {honoree} ne reçoit plus de cadeaux. Rien n’est perdu.\n\nChoisissez avant le {until} : être remboursé, ou les offrir en crédit à {honoree}. Sans choix, nous vous remboursons. {link}',
    },
    en: {
      sms: '{brand}: your {amount} arrived after {honoree}’s pot had ended. Choose what happens by {until}: {link}',
      subject: 'Your gift waits for your choice',
      body: 'Your {amount} arrived when {honoree}’s pot no longer took gifts. Nothing is lost.\n\nChoose by {until}: a refund, or credit for {honoree}. If you do not choose, we refund you. {link}',
    },
  },
})

export const refundSent = defineMessage({
  key: 'pots.refund_sent',
  values: ['honoree', 'amount', 'link'],
  channels,
  category: 'gifts',
  critical: true,
  text: {
    fr: {
      sms: '{brand} : vos {amount} pour {honoree} vous ont été remboursés sur Wave. {link}',
      subject: 'Vous êtes remboursé',
      body: 'Votre cadeau de {amount} pour {honoree} vous a été rendu sur votre compte Wave.\n\nLe détail : {link}',
    },
    en: {
      sms: '{brand}: your {amount} for {honoree} was sent back to your Wave account. {link}',
      subject: 'Your refund was sent',
      body: 'Your gift of {amount} for {honoree} is back in your Wave account.\n\nThe details: {link}',
    },
  },
})

export const moneyIsShort = defineMessage({
  key: 'pots.money_is_short',
  values: ['missing', 'until', 'link'],
  channels,
  category: 'pots',
  text: {
    fr: {
      sms: '{brand} : joyeux anniversaire ! Il manque {missing} pour votre pack. Choisissez la suite avant le {until} : {link}',
      subject: 'Joyeux anniversaire ! Il manque {missing}',
      body: 'Joyeux anniversaire ! Il manque encore {missing} pour votre pack.\n\nJusqu’au {until}, vous pouvez prendre un pack moins cher, compléter vous-même ou attendre d’autres cadeaux. Ensuite, chacun sera remboursé. {link}',
    },
    en: {
      sms: '{brand}: happy birthday! {missing} are missing for your pack. Choose what to do by {until}: {link}',
      subject: 'Happy birthday! {missing} are missing',
      body: 'Happy birthday! {missing} are still missing for your pack.\n\nUntil {until} you can take a smaller pack, add the rest yourself or wait for more gifts. After that everybody is refunded. {link}',
    },
  },
})

export const packIsBought = defineMessage({
  key: 'pots.pack_is_bought',
  values: ['pack', 'from', 'link'],
  channels,
  category: 'rewards',
  text: {
    fr: {
      sms: '{brand} : votre pack « {pack} » est prêt ! Votre QR est valable dès le {from} : {link}',
      subject: 'Votre pack est prêt',
      body: '« {pack} » est à vous. Montrez le QR sur place à partir du {from}.\n\n{link}',
    },
    en: {
      sms: '{brand}: your pack “{pack}” is ready! Your QR works from {from}: {link}',
      subject: 'Your pack is ready',
      body: '“{pack}” is yours. Show the QR at the venue from {from} on.\n\n{link}',
    },
  },
})

export const guardianAsked = defineMessage({
  key: 'pots.guardian_asked',
  values: ['child', 'title', 'link'],
  channels,
  category: 'account',
  text: {
    fr: {
      sms: '{brand} : {child} voudrait ouvrir sa cagnotte d’anniversaire. Votre accord est nécessaire : {link}',
      subject: '{child} a besoin de votre accord',
      body: '{child} voudrait ouvrir la cagnotte « {title} ». Elle ne s’ouvrira qu’avec votre accord.\n\nVoir et décider : {link}',
    },
    en: {
      sms: '{brand}: {child} would like to open a birthday pot. Your consent is needed: {link}',
      subject: '{child} needs your consent',
      body: '{child} would like to open the pot “{title}”. It opens only with your consent.\n\nLook and decide: {link}',
    },
  },
})

export const guardianAskedToBuy = defineMessage({
  key: 'pots.guardian_asked_to_buy',
  values: ['child', 'title', 'link'],
  channels,
  category: 'account',
  text: {
    fr: {
      sms: '{brand} : {child} voudrait prendre son pack d’anniversaire. Votre accord est nécessaire : {link}',
      subject: '{child} voudrait prendre son pack',
      body: 'La cagnotte « {title} » de {child} suffit pour le pack. Il sera pris dès que vous serez d’accord.\n\n{link}',
    },
    en: {
      sms: '{brand}: {child} would like to take the birthday pack. Your consent is needed: {link}',
      subject: '{child} would like to take the pack',
      body: '{child}’s pot “{title}” has enough for the pack. It is taken as soon as you agree.\n\n{link}',
    },
  },
})

export const guardianDeclined = defineMessage({
  key: 'pots.guardian_declined',
  values: ['title', 'link'],
  channels,
  category: 'account',
  text: {
    fr: {
      sms: '{brand} : votre parent ou tuteur n’a pas donné son accord pour « {title} ». Parlez-en ensemble. {link}',
      subject: 'Votre cagnotte n’a pas reçu d’accord',
      body: 'Votre parent ou tuteur n’a pas donné son accord pour « {title} ». Parlez-en ensemble : il peut encore changer d’avis.\n\n{link}',
    },
    en: {
      sms: '{brand}: your guardian did not agree to “{title}”. Talk about it together. {link}',
      subject: 'Your guardian did not agree',
      body: 'Your guardian did not agree to “{title}”. Talk about it together: they can still change their mind.\n\n{link}',
    },
  },
})

export const packIsGone = defineMessage({
  key: 'pots.pack_is_gone',
  values: ['pack', 'link'],
  channels,
  category: 'pots',
  text: {
    fr: {
      sms: '{brand} : le pack « {pack} » est épuisé. Votre argent est en sécurité, choisissez-en un autre : {link}',
      subject: 'Choisissez un autre pack',
      body: '« {pack} » n’est plus disponible. L’argent de votre cagnotte est en sécurité : choisissez un autre pack.\n\n{link}',
    },
    en: {
      sms: '{brand}: the pack “{pack}” is sold out. Your money is safe, please choose another: {link}',
      subject: 'Choose another pack',
      body: '“{pack}” can no longer be had. The money of your pot is safe: choose another pack.\n\n{link}',
    },
  },
})

export const packIsGoneForDonors = defineMessage({
  key: 'pots.pack_is_gone_for_donors',
  values: ['pack', 'honoree', 'link'],
  channels,
  category: 'gifts',
  text: {
    fr: {
      sms: '{brand} : le pack « {pack} » est épuisé ; {honoree} en choisira un autre. Votre cadeau est en sécurité : {link}',
      subject: '{honoree} choisira un autre pack',
      body: '« {pack} » n’est plus disponible. {honoree} en choisira un autre ; votre cadeau est en sécurité.\n\n{link}',
    },
    en: {
      sms: '{brand}: the pack “{pack}” is sold out; {honoree} will choose another. Your gift is safe: {link}',
      subject: '{honoree} will choose another pack',
      body: '“{pack}” can no longer be had. {honoree} will choose another one; your gift is safe.\n\n{link}',
    },
  },
})

export const potEnded = defineMessage({
  key: 'pots.pot_ended',
  values: ['title', 'link'],
  channels,
  category: 'pots',
  text: {
    fr: {
      sms: '{brand} : la cagnotte « {title} » est terminée. Chaque donateur est remboursé. {link}',
      subject: 'Votre cagnotte est terminée',
      body: '« {title} » est terminée sans pack. Chaque donateur reçoit son argent en retour, et ce que vous aviez ajouté revient dans votre crédit.\n\n{link}',
    },
    en: {
      sms: '{brand}: the pot “{title}” has ended. Every donor is being refunded. {link}',
      subject: 'Your pot has ended',
      body: '“{title}” ended without a pack. Every donor gets their money back, and what you had added is your credit again.\n\n{link}',
    },
  },
})

export const creditReceived = defineMessage({
  key: 'pots.credit_received',
  values: ['amount', 'link'],
  channels,
  category: 'rewards',
  text: {
    fr: {
      sms: '{brand} : {amount} ont été ajoutés à votre crédit. {link}',
      subject: '{amount} de crédit pour vous',
      body: '{amount} ont été ajoutés à votre crédit {brand}, pour votre prochaine cagnotte.\n\n{link}',
    },
    en: {
      sms: '{brand}: {amount} were added to your credit. {link}',
      subject: '{amount} of credit for you',
      body: '{amount} were added to your {brand} credit, for your next pot.\n\n{link}',
    },
  },
})

export const messages = [
  potIsOpen,
  giftArrived,
  targetReached,
  thankDonor,
  ownerThanks,
  giftCameLate,
  refundSent,
  moneyIsShort,
  packIsBought,
  guardianAsked,
  guardianAskedToBuy,
  guardianDeclined,
  packIsGone,
  packIsGoneForDonors,
  potEnded,
  creditReceived,
]
