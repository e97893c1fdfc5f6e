/** What profiles say to people: invitations to guardians and the answers to them. */
import { defineMessage } from '../../kernel/messages.ts'

export const guardianInvitation = defineMessage({
  key: 'profiles.guardian_invitation',
  values: ['child', 'link'],
  channels: ['sms', 'email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: {child} asks you to be their responsible adult. Answer within 7 days: {link}',
      subject: '{child} asks you to be their responsible adult',
      body: '{child} has an account at {brand} and is under age. As their responsible adult you approve what they open, receive and pay out.\n\nAccept or decline within 7 days:\n\n{link}\n\nIf you do not know {child}, decline or do nothing.',
    },
    fr: {
      sms: '{brand} : {child} vous demande d’être son adulte responsable. Répondez sous 7 jours : {link}',
      subject: '{child} vous demande d’être son adulte responsable',
      body: '{child} a un compte {brand} et est mineur. Comme adulte responsable, vous approuvez ce que {child} ouvre, reçoit et encaisse.\n\nAcceptez ou refusez sous 7 jours :\n\n{link}\n\nSi vous ne connaissez pas {child}, refusez ou ne faites rien.',
    },
    ar: {
      sms: 'يطلب منك {child} على {brand} أن تكون وليّ أمره. أجب خلال سبعة أيام: {link}',
      subject: '{child} يطلب منك أن تكون وليّ أمره',
      body: 'لدى {child} حساب في {brand} ولم يبلغ السن القانونية. بصفتك وليّ أمره توافق على ما يفتحه ويستلمه ويصرفه.\n\nاقبل أو ارفض خلال سبعة أيام:\n\n{link}\n\nإن كنت لا تعرف {child} فارفض أو لا تفعل شيئًا.',
    },
  },
})

export const guardianAccepted = defineMessage({
  key: 'profiles.guardian_accepted',
  values: ['guardian'],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: {guardian} accepted to be your responsible adult.',
      subject: '{guardian} accepted',
      body: '{guardian} accepted to be your responsible adult. You can go on.',
    },
    fr: {
      sms: '{brand} : {guardian} a accepté d’être votre adulte responsable.',
      subject: '{guardian} a accepté',
      body: '{guardian} a accepté d’être votre adulte responsable. Vous pouvez continuer.',
    },
    ar: {
      sms: 'قبِل {guardian} أن يكون وليّ أمرك على {brand}.',
      subject: 'قبِل {guardian} الدعوة',
      body: 'قبِل {guardian} أن يكون وليّ أمرك. يمكنك أن تتابع.',
    },
  },
})

export const guardianDeclined = defineMessage({
  key: 'profiles.guardian_declined',
  values: [],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: your invitation to a responsible adult was declined. You can invite somebody else.',
      subject: 'Your invitation was declined',
      body: 'The person you asked to be your responsible adult declined. You can invite somebody else.',
    },
    fr: {
      sms: '{brand} : votre demande à un adulte responsable a été refusée. Vous pouvez inviter quelqu’un d’autre.',
      subject: 'Votre demande a été refusée',
      body: 'La personne à qui vous avez demandé d’être votre adulte responsable a refusé. Vous pouvez inviter quelqu’un d’autre.',
    },
    ar: {
      sms: 'رُفضت دعوتك إلى وليّ أمر على {brand}. يمكنك دعوة شخص آخر.',
      subject: 'رُفضت دعوتك',
      body: 'رفض الشخص الذي طلبت منه أن يكون وليّ أمرك. يمكنك دعوة شخص آخر.',
    },
  },
})

export const furtherGuardianInvitation = defineMessage({
  key: 'profiles.further_guardian_invitation',
  values: ['guardian', 'child', 'link'],
  channels: ['sms', 'email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: {guardian} asks you to look after {child}’s account too. Answer within 7 days: {link}',
      subject: '{guardian} asks you to look after {child}’s account too',
      body: '{guardian} looks after {child}’s account at {brand} and asks you to be a responsible adult too.\n\nAccept or decline within 7 days:\n\n{link}\n\nIf you do not know {guardian}, decline or do nothing.',
    },
    fr: {
      sms: '{brand} : {guardian} vous demande de veiller aussi sur le compte de {child}. Répondez sous 7 jours : {link}',
      subject: '{guardian} vous demande de veiller aussi sur le compte de {child}',
      body: '{guardian} veille sur le compte {brand} de {child} et vous demande d’être aussi son adulte responsable.\n\nAcceptez ou refusez sous 7 jours :\n\n{link}\n\nSi vous ne connaissez pas {guardian}, refusez ou ne faites rien.',
    },
    ar: {
      sms: 'يطلب منك {guardian} أن ترعى معه حساب {child} على {brand}. أجب خلال سبعة أيام: {link}',
      subject: '{guardian} يطلب منك أن ترعى معه حساب {child}',
      body: 'يرعى {guardian} حساب {child} في {brand}، ويطلب منك أن تكون أنت أيضًا وليّ أمر.\n\nاقبل أو ارفض خلال سبعة أيام:\n\n{link}\n\nإن كنت لا تعرف {guardian} فارفض أو لا تفعل شيئًا.',
    },
  },
})

export const furtherGuardianAccepted = defineMessage({
  key: 'profiles.further_guardian_accepted',
  values: ['guardian', 'child'],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: {guardian} accepted and now looks after {child}’s account with you.',
      subject: '{guardian} accepted',
      body: '{guardian} accepted and now looks after {child}’s account with you.',
    },
    fr: {
      sms: '{brand} : {guardian} a accepté et veille maintenant avec vous sur le compte de {child}.',
      subject: '{guardian} a accepté',
      body: '{guardian} a accepté et veille maintenant avec vous sur le compte de {child}.',
    },
    ar: {
      sms: 'قبِل {guardian} الدعوة، ويرعى معك الآن حساب {child} على {brand}.',
      subject: 'قبِل {guardian} الدعوة',
      body: 'قبِل {guardian} الدعوة، ويرعى معك الآن حساب {child}.',
    },
  },
})

export const furtherGuardianDeclined = defineMessage({
  key: 'profiles.further_guardian_declined',
  values: ['child'],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: your invitation to look after {child}’s account was declined. You can invite somebody else.',
      subject: 'Your invitation was declined',
      body: 'The person you asked to look after {child}’s account with you declined. You can invite somebody else.',
    },
    fr: {
      sms: '{brand} : votre invitation à veiller sur le compte de {child} a été refusée. Vous pouvez inviter quelqu’un d’autre.',
      subject: 'Votre invitation a été refusée',
      body: 'La personne à qui vous avez demandé de veiller avec vous sur le compte de {child} a refusé. Vous pouvez inviter quelqu’un d’autre.',
    },
    ar: {
      sms: 'رُفضت دعوتك إلى رعاية حساب {child} على {brand}. يمكنك دعوة شخص آخر.',
      subject: 'رُفضت دعوتك',
      body: 'رفض الشخص الذي طلبت منه أن يرعى معك حساب {child}. يمكنك دعوة شخص آخر.',
    },
  },
})

export const capabilitiesChanged = defineMessage({
  key: 'profiles.capabilities_changed',
  values: ['child'],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: what you may do for {child} has changed. Open {brand} to see it.',
      subject: 'What you may do for {child} has changed',
      body: 'Another guardian changed what you may do for {child}’s account. Open {brand} to see what you may do now.',
    },
    fr: {
      sms: '{brand} : ce que vous pouvez faire pour {child} a changé. Ouvrez {brand} pour le voir.',
      subject: 'Ce que vous pouvez faire pour {child} a changé',
      body: 'Un autre adulte responsable a changé ce que vous pouvez faire pour le compte de {child}. Ouvrez {brand} pour le voir.',
    },
    ar: {
      sms: 'تغيّر ما يمكنك فعله من أجل {child}. افتح {brand} لتراه.',
      subject: 'تغيّر ما يمكنك فعله من أجل {child}',
      body: 'غيّر وليّ أمر آخر ما يمكنك فعله في حساب {child}. افتح {brand} لترى ما يمكنك فعله الآن.',
    },
  },
})

export const guardianRemoved = defineMessage({
  key: 'profiles.guardian_removed',
  values: ['child'],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: you no longer look after {child}’s account: another guardian ended it. Questions? Write to support.',
      subject: 'You no longer look after {child}’s account',
      body: 'Another guardian ended your part in {child}’s account, so you no longer see it or act for it.\n\nIf you think this is wrong, write to support.',
    },
    fr: {
      sms: '{brand} : vous ne veillez plus sur le compte de {child} : un autre adulte responsable y a mis fin. Écrivez au support.',
      subject: 'Vous ne veillez plus sur le compte de {child}',
      body: 'Un autre adulte responsable a mis fin à votre rôle pour le compte de {child} : vous ne le voyez plus et n’agissez plus pour lui.\n\nSi cela vous semble une erreur, écrivez au support.',
    },
    ar: {
      sms: 'لم تعد ترعى حساب {child} على {brand}: أنهى ذلك وليّ أمر آخر. لديك سؤال؟ اكتب إلى فريق الدعم.',
      subject: 'لم تعد ترعى حساب {child}',
      body: 'أنهى وليّ أمر آخر دورك في حساب {child}، فلم تعد تراه ولا تتصرف فيه.\n\nإن رأيت في ذلك خطأً فاكتب إلى فريق الدعم.',
    },
  },
})

export const guardianshipOver = defineMessage({
  key: 'profiles.guardianship_over',
  values: ['child'],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: {child} is of age and decides alone from today. Thank you for looking after the account.',
      subject: '{child} is of age from today',
      body: '{child} is of age and decides alone from today; your rights over the account have ended. What you pay for goes on until {child} takes it over or you end it.\n\nThank you for looking after the account.',
    },
    fr: {
      sms: '{brand} : {child} est majeur et décide seul à partir d’aujourd’hui. Merci d’avoir veillé sur ce compte.',
      subject: '{child} est majeur à partir d’aujourd’hui',
      body: '{child} est majeur et décide seul à partir d’aujourd’hui ; vos droits sur le compte ont pris fin. Ce que vous payez continue jusqu’à ce que {child} le reprenne ou que vous y mettiez fin.\n\nMerci d’avoir veillé sur ce compte.',
    },
    ar: {
      sms: 'بلغ {child} السن القانونية ويقرر وحده من اليوم. شكرًا لرعايتك حسابه على {brand}.',
      subject: 'بلغ {child} السن القانونية اليوم',
      body: 'بلغ {child} السن القانونية ويقرر وحده من اليوم، وانتهت صلاحياتك على حسابه. ما تدفع ثمنه يستمر إلى أن يتولاه {child} أو توقفه أنت.\n\nشكرًا لرعايتك هذا الحساب.',
    },
  },
})

export const ofAge = defineMessage({
  key: 'profiles.of_age',
  values: ['name'],
  channels: ['in_app', 'sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: {name}, you are of age. The account is yours alone from today; open {brand} to read on.',
      subject: 'The account is yours',
      body: '{name}, you are of age. From today you decide alone, and nobody else sees your account. Everything you did is still here.\n\nAdd your own phone number or e-mail address, and read the terms once yourself. If you sign in with a name and PIN, they work until then.',
    },
    fr: {
      sms: '{brand} : {name}, vous êtes majeur. Le compte est à vous seul à partir d’aujourd’hui ; ouvrez {brand} pour la suite.',
      subject: 'Ce compte est à vous',
      body: '{name}, vous êtes majeur. À partir d’aujourd’hui vous décidez seul, et personne d’autre ne voit votre compte. Tout ce que vous avez fait est encore là.\n\nAjoutez votre numéro ou votre adresse e-mail, et lisez une fois les conditions vous-même. Si vous vous connectez avec un nom et un code PIN, ils servent jusque-là.',
    },
    ar: {
      sms: '{name}، بلغت السن القانونية، والحساب لك وحدك من اليوم. افتح {brand} لتعرف ما بعد ذلك.',
      subject: 'هذا الحساب صار لك',
      body: '{name}، بلغت السن القانونية. من اليوم تقرر وحدك، ولا يرى حسابك أحد غيرك. كل ما أنجزته باقٍ هنا.\n\nأضف رقم هاتفك أو بريدك الإلكتروني، واقرأ الشروط بنفسك مرة. إن كنت تدخل باسم ورقم سري فهما يعملان حتى ذلك الحين.',
    },
  },
})

export const messages = [
  guardianInvitation,
  guardianAccepted,
  guardianDeclined,
  furtherGuardianInvitation,
  furtherGuardianAccepted,
  furtherGuardianDeclined,
  capabilitiesChanged,
  guardianRemoved,
  guardianshipOver,
  ofAge,
]
