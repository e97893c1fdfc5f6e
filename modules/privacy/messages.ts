/** What privacy says to people: a copy is ready, an erasure was asked for, was undone, is carried out. */
import { defineMessage } from '../../kernel/messages.ts'

export const exportReady = defineMessage({
  key: 'privacy.export_ready',
  values: ['name', 'day', 'link'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: the copy of {name}’s data is ready until {day}: {link}',
      subject: 'The copy of {name}’s data is ready',
      body: 'You asked for a copy of everything we keep about {name}. It can be downloaded until {day}:\n\n{link}',
    },
    fr: {
      sms: '{brand} : la copie des données de {name} est prête jusqu’au {day} : {link}',
      subject: 'La copie des données de {name} est prête',
      body: 'Vous avez demandé une copie de tout ce que nous gardons sur {name}. Vous pouvez la télécharger jusqu’au {day} :\n\n{link}',
    },
    ar: {
      sms: '{brand}: نسخة بيانات {name} جاهزة حتّى {day}: {link}',
      subject: 'نسخة بيانات {name} جاهزة',
      body: 'طلبتم نسخة من كلّ ما نحتفظ به عن {name}. يمكن تنزيلها حتّى {day}:\n\n{link}',
    },
  },
})

export const erasureAsked = defineMessage({
  key: 'privacy.erasure_asked',
  values: ['name', 'day', 'link'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: {name}’s account will be erased on {day}. If this is a mistake, undo it: {link}',
      subject: '{name}’s account will be erased on {day}',
      body: 'Somebody who may do so asked us to erase {name}’s account and data. It happens on {day} and cannot be taken back after that. Until then it can be undone, and a copy of the data can be taken:\n\n{link}',
    },
    fr: {
      sms: '{brand} : le compte de {name} sera supprimé le {day}. Si c’est une erreur, annulez : {link}',
      subject: 'Le compte de {name} sera supprimé le {day}',
      body: 'Une personne qui en a le droit nous a demandé de supprimer le compte et les données de {name}. Ce sera fait le {day}, sans retour possible. Jusque-là, vous pouvez annuler et prendre une copie des données :\n\n{link}',
    },
    ar: {
      sms: '{brand}: سيُحذف حساب {name} يوم {day}. إن كان ذلك خطأ فتراجعوا عنه: {link}',
      subject: 'سيُحذف حساب {name} يوم {day}',
      body: 'طلب شخص يحقّ له ذلك حذف حساب {name} وبياناته. يتمّ الحذف يوم {day}، ولا يمكن الرجوع عنه بعد ذلك. وحتّى ذلك اليوم يمكن التراجع وأخذ نسخة من البيانات:\n\n{link}',
    },
  },
})

export const erasureUndone = defineMessage({
  key: 'privacy.erasure_undone',
  values: ['name'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: {name}’s account will not be erased. Everything stays as it was.',
      subject: '{name}’s account stays',
      body: 'The erasure of {name}’s account was undone. Everything stays as it was.',
    },
    fr: {
      sms: '{brand} : le compte de {name} ne sera pas supprimé. Tout reste comme avant.',
      subject: 'Le compte de {name} est conservé',
      body: 'La suppression du compte de {name} a été annulée. Tout reste comme avant.',
    },
    ar: {
      sms: '{brand}: لن يُحذف حساب {name}. كلّ شيء باقٍ كما كان.',
      subject: 'حساب {name} باقٍ',
      body: 'جرى التراجع عن حذف حساب {name}. كلّ شيء باقٍ كما كان.',
    },
  },
})

export const erasureDone = defineMessage({
  key: 'privacy.erasure_done',
  values: ['link'],
  channels: ['email', 'sms'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: the account is being erased now. The certificate: {link}',
      subject: 'The account is being erased',
      body: 'As you asked, the account and its data are being erased now. Within a day this link shows the certificate of it; it names nobody. Keep it if you want to.\n\n{link}',
    },
    fr: {
      sms: '{brand} : le compte est en cours de suppression. L’attestation : {link}',
      subject: 'Le compte est en cours de suppression',
      body: 'Comme demandé, le compte et ses données sont en cours de suppression. Sous un jour, ce lien montre l’attestation, qui ne nomme personne. Gardez-la si vous le souhaitez.\n\n{link}',
    },
    ar: {
      sms: '{brand}: يجري الآن حذف الحساب. الشهادة: {link}',
      subject: 'يجري الآن حذف الحساب',
      body: 'كما طلبتم، يجري الآن حذف الحساب وبياناته. خلال يوم يُظهر هذا الرابط شهادة بذلك لا تذكر اسم أحد. احتفظوا بها إن أردتم.\n\n{link}',
    },
  },
})

export const copyByStaff = defineMessage({
  key: 'privacy.copy_by_staff',
  values: ['name', 'day', 'reason'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: on {day} our staff made a copy of {name}’s data. Why: see the app, or ask us.',
      subject: 'Our staff made a copy of {name}’s data',
      body: 'On {day} a member of our staff made a copy of the data we keep about {name}. The reason they gave:\n\n{reason}\n\nThis is on record. If you have questions about it, write to us.',
    },
    fr: {
      sms: '{brand} : le {day}, notre équipe a fait une copie des données de {name}. La raison : dans l’application, ou demandez-nous.',
      subject: 'Notre équipe a fait une copie des données de {name}',
      body: 'Le {day}, une personne de notre équipe a fait une copie des données que nous gardons sur {name}. La raison donnée :\n\n{reason}\n\nCela est consigné. Pour toute question, écrivez-nous.',
    },
    ar: {
      sms: '{brand}: في {day} أعدّ فريقنا نسخة من بيانات {name}. السبب في التطبيق، أو اسألونا.',
      subject: 'أعدّ فريقنا نسخة من بيانات {name}',
      body: 'في {day} أعدّ أحد أعضاء فريقنا نسخة من البيانات التي نحتفظ بها عن {name}. والسبب الذي ذكره:\n\n{reason}\n\nهذا مسجَّل لدينا. إن كانت لديكم أسئلة عنه فاكتبوا إلينا.',
    },
  },
})

export const messages = [copyByStaff, exportReady, erasureAsked, erasureUndone, erasureDone]
