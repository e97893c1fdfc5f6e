/** How pots say no: the closed list. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('pots', {
  profile_needed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Tell us your name and your date of birth first: your pot opens for your birthday.',
      fr: 'Indiquez d’abord votre nom et votre date de naissance : la cagnotte s’ouvre pour votre anniversaire.',
    },
  },
  guardian_needed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You are under age: invite a parent or guardian first, and they will open the pot with you.',
      fr: 'Vous êtes mineur(e) : invitez d’abord un parent ou tuteur, il ouvrira la cagnotte avec vous.',
    },
  },
  guardian_only: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Only a guardian of this person may decide that.',
      fr: 'Seul un parent ou tuteur de cette personne peut en décider.',
    },
  },
  one_pot_a_birthday: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You already have a pot for this birthday.',
      fr: 'Vous avez déjà une cagnotte pour cet anniversaire.',
    },
  },
  pack_or_target: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Choose either a pack or an amount to reach.',
      fr: 'Choisissez soit un pack, soit un montant à atteindre.',
    },
  },
  target_out_of_range: {
    status: 422,
    retry: 'never',
    say: {
      en: 'The amount to reach must be between {min} and {max}.',
      fr: 'Le montant à atteindre doit être compris entre {min} et {max}.',
    },
  },
  too_long: {
    status: 422,
    retry: 'never',
    say: { en: 'At most {max} characters, please.', fr: '{max} caractères au maximum.' },
  },
  minor_is_unlisted: {
    status: 422,
    retry: 'never',
    say: {
      en: 'The pot of someone under age is never listed publicly. Choose “by link” or “private”.',
      fr: 'La cagnotte d’un(e) mineur(e) n’est jamais affichée publiquement. Choisissez « par lien » ou « privée ».',
    },
  },
  not_open_yet: {
    status: 409,
    retry: 'later',
    say: {
      en: 'This pot is not open yet, and nothing was taken. Come back soon!',
      fr: 'Cette cagnotte n’est pas encore ouverte et rien n’a été prélevé. À bientôt !',
    },
  },
  no_longer_open: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This pot has ended and takes no more gifts. Nothing was taken.',
      fr: 'Cette cagnotte est terminée et ne reçoit plus de cadeaux. Rien n’a été prélevé.',
    },
  },
  birthday_passed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The birthday is here: this pot can no longer open for it and will wait for the next one.',
      fr: 'L’anniversaire est arrivé : cette cagnotte ne peut plus s’ouvrir et attendra le prochain.',
    },
  },
  already_settled: {
    status: 409,
    retry: 'never',
    say: {
      en: 'That can no longer be changed: the pot has moved on.',
      fr: 'Ce n’est plus modifiable : la cagnotte est passée à l’étape suivante.',
    },
  },
  frozen_once_open: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The pack and the amount are fixed once the pot is open: donors gave for them.',
      fr: 'Le pack et le montant sont fixés dès l’ouverture : c’est pour eux que les proches ont donné.',
    },
  },
  gift_out_of_range: {
    status: 422,
    retry: 'never',
    say: {
      en: 'A gift is between {min} and {max}.',
      fr: 'Un cadeau est compris entre {min} et {max}.',
    },
  },
  anonymous_not_allowed: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This pot does not take anonymous gifts. Please give your name.',
      fr: 'Cette cagnotte n’accepte pas les cadeaux anonymes. Indiquez votre nom.',
    },
  },
  name_needed: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Please give your name, or tick “Give in secret”.',
      fr: 'Indiquez votre nom, ou cochez « Offrir en secret ».',
    },
  },
  messages_not_allowed: {
    status: 422,
    retry: 'never',
    say: { en: 'This pot takes no messages.', fr: 'Cette cagnotte ne reçoit pas de messages.' },
  },
  gift_not_payable: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Do not pay again: this gift is already paid, or the pot has ended. Its page says where the money is.',
      fr: 'Ne payez pas de nouveau : ce cadeau est déjà payé, ou la cagnotte est terminée. Sa page dit où est l’argent.',
    },
  },
  no_choice_to_make: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is nothing left to choose for this gift.',
      fr: 'Il n’y a plus de choix à faire pour ce cadeau.',
    },
  },
  already_bought: {
    status: 409,
    retry: 'never',
    say: { en: 'The pack of this pot is already bought.', fr: 'Le pack de cette cagnotte est déjà acheté.' },
  },
  not_enough_yet: {
    status: 409,
    retry: 'later',
    say: {
      en: '{missing} are still missing to buy this pack. What was given stays safe in the pot.',
      fr: 'Il manque encore {missing} pour acheter ce pack. L’argent reste en sécurité dans la cagnotte.',
    },
  },
  pack_needed: {
    status: 422,
    retry: 'never',
    say: { en: 'Choose the pack to buy.', fr: 'Choisissez le pack à acheter.' },
  },
  pack_is_announced: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Donors gave for the announced pack; another one can be chosen only when it is sold out or the money falls short.',
      fr: 'Les proches ont donné pour le pack annoncé ; un autre n’est possible que s’il est épuisé ou si la somme manque.',
    },
  },
  identity_unclear: {
    status: 409,
    retry: 'later',
    say: {
      en: 'We must confirm who you are before the pack can be bought. Look at your profile: nothing is lost meanwhile.',
      fr: 'Nous devons confirmer votre identité avant l’achat du pack. Voyez votre profil : rien n’est perdu entre-temps.',
    },
  },
  no_shortfall: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This choice exists only while money is missing after the birthday.',
      fr: 'Ce choix n’existe que si la somme manque après l’anniversaire.',
    },
  },
  more_than_missing: {
    status: 409,
    retry: 'never',
    say: { en: 'Only {missing} are missing.', fr: 'Il ne manque que {missing}.' },
  },
  gift_spent: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This gift was already turned into the birthday pack and can no longer be refunded.',
      fr: 'Ce cadeau a déjà servi à acheter le pack d’anniversaire : il ne peut plus être remboursé.',
    },
  },
  pot_spent: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The pack of this pot is bought; its gifts can no longer be refunded.',
      fr: 'Le pack de cette cagnotte est acheté ; ses cadeaux ne peuvent plus être remboursés.',
    },
  },
  not_refundable: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is no received money to give back here.',
      fr: 'Il n’y a ici aucune somme reçue à rembourser.',
    },
  },
  second_person_needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Somebody else must decide on a refund you asked for.',
      fr: 'Une autre personne doit décider du remboursement que vous avez demandé.',
    },
  },
  cover_unknown: {
    status: 422,
    retry: 'never',
    say: {
      en: 'We do not have this picture any more. Choose it again.',
      fr: 'Nous n’avons plus cette image. Choisissez-la à nouveau.',
    },
  },
  changed_meanwhile: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This pot was changed somewhere else in the meantime. Nothing of yours was saved: look at both versions, then decide.',
      fr: 'La cagnotte a été modifiée ailleurs entre-temps. Rien n’est enregistré : comparez les deux versions, puis décidez.',
    },
  },
  changed_here: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The version that is saved says something else here.',
      fr: 'La version enregistrée dit autre chose ici.',
    },
  },
  nothing_to_undo: {
    status: 409,
    retry: 'never',
    say: { en: 'There is no change to take back.', fr: 'Il n’y a aucune modification à annuler.' },
  },
  nobody_to_thank: {
    status: 409,
    retry: 'later',
    say: {
      en: 'Nobody has given yet: your thanks can be written once the first gift is there.',
      fr: 'Personne n’a encore donné : vous pourrez remercier dès le premier cadeau.',
    },
  },
  already_thanked: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Your thanks are already on their way; nobody is written to twice.',
      fr: 'Votre merci est déjà parti : personne n’est dérangé deux fois.',
    },
  },
  thanks_corrected: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Your thanks were already corrected once and stay as they are.',
      fr: 'Votre merci a déjà été corrigé une fois : il reste comme il est.',
    },
  },
  no_links: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Please leave out addresses of pages: only your words are sent.',
      fr: 'Retirez les adresses de sites : seuls vos mots sont envoyés.',
    },
  },
  already_decided: {
    status: 409,
    retry: 'never',
    say: { en: 'This request was already decided.', fr: 'Cette demande a déjà été traitée.' },
  },
})
