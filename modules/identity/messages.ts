/** What identity says to people: codes, links, and notices about their own account. Codes and links stand in nothing else. */
import { defineMessage } from '../../kernel/messages.ts'

export const signInCode = defineMessage({
  key: 'identity.sign_in_code',
  values: ['code'],
  channels: ['sms'],
  category: 'account',
  critical: true,
  text: {
    en: { sms: '{brand}: your code is {code}. Give it to nobody.' },
    fr: { sms: '{brand} : votre code est {code}. Ne le donnez à personne.' },
    ar: { sms: 'رمز دخولك إلى {brand} هو {code}. لا تعطه لأحد.' },
  },
})

export const addPhoneCode = defineMessage({
  key: 'identity.add_phone_code',
  values: ['code'],
  channels: ['sms'],
  category: 'account',
  critical: true,
  text: {
    en: { sms: '{brand}: {code} confirms this number for your account. Give it to nobody.' },
    fr: { sms: '{brand} : {code} confirme ce numéro pour votre compte. Ne le donnez à personne.' },
    ar: { sms: 'الرمز {code} يؤكد هذا الرقم لحسابك في {brand}. لا تعطه لأحد.' },
  },
})

export const confirmEmail = defineMessage({
  key: 'identity.confirm_email',
  values: ['link'],
  channels: ['email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      subject: 'Confirm your address for {brand}',
      body: 'Welcome. Open this link within 24 hours to confirm that this address is yours:\n\n{link}\n\nIf you asked for nothing, do nothing: without the link no account is made and nothing changes.',
    },
    fr: {
      subject: 'Confirmez votre adresse pour {brand}',
      body: 'Bienvenue. Ouvrez ce lien dans les 24 heures pour confirmer que cette adresse est la vôtre :\n\n{link}\n\nSi vous n’avez rien demandé, ne faites rien : sans ce lien, aucun compte n’est créé et rien ne change.',
    },
    ar: {
      subject: 'أكّد عنوانك في {brand}',
      body: 'أهلًا بك. افتح هذا الرابط خلال يوم واحد لتؤكد أن هذا العنوان لك:\n\n{link}\n\nإن لم تطلب شيئًا فلا تفعل شيئًا: من دون الرابط لا يُفتح حساب ولا يتغير شيء.',
    },
  },
})

export const alreadyRegistered = defineMessage({
  key: 'identity.already_registered',
  values: ['link'],
  channels: ['email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      subject: 'You already have an account at {brand}',
      body: 'Somebody, probably you, tried to sign up with this address. You have an account already: sign in as usual, or choose a new password here:\n\n{link}\n\nIf it was not you, do nothing. Nothing has changed.',
    },
    fr: {
      subject: 'Vous avez déjà un compte {brand}',
      body: 'Quelqu’un, sans doute vous, a voulu s’inscrire avec cette adresse. Vous avez déjà un compte : connectez-vous comme d’habitude, ou choisissez un nouveau mot de passe ici :\n\n{link}\n\nSi ce n’était pas vous, ne faites rien. Rien n’a changé.',
    },
    ar: {
      subject: 'لديك حساب في {brand} بالفعل',
      body: 'حاول شخص، لعله أنت، أن يسجّل بهذا العنوان. لديك حساب بالفعل: ادخل كالمعتاد، أو اختر كلمة مرور جديدة من هنا:\n\n{link}\n\nإن لم تكن أنت فلا تفعل شيئًا. لم يتغير شيء.',
    },
  },
})

export const resetPassword = defineMessage({
  key: 'identity.reset_password',
  values: ['link'],
  channels: ['email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      subject: 'A new password for {brand}',
      body: 'Choose a new password with this link. It works once, for one hour:\n\n{link}\n\nIf you asked for nothing, do nothing: your password stays as it is.',
    },
    fr: {
      subject: 'Un nouveau mot de passe pour {brand}',
      body: 'Choisissez un nouveau mot de passe avec ce lien. Il sert une seule fois, pendant une heure :\n\n{link}\n\nSi vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.',
    },
    ar: {
      subject: 'كلمة مرور جديدة في {brand}',
      body: 'اختر كلمة مرور جديدة بهذا الرابط. يعمل مرة واحدة ولمدة ساعة:\n\n{link}\n\nإن لم تطلب شيئًا فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.',
    },
  },
})

export const passwordChanged = defineMessage({
  key: 'identity.password_changed',
  values: ['link'],
  channels: ['email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      subject: 'Your {brand} password was changed',
      body: 'Your password was changed and every device was signed out.\n\nIf it was not you, choose another at once:\n\n{link}',
    },
    fr: {
      subject: 'Votre mot de passe {brand} a été changé',
      body: 'Votre mot de passe a été changé et tous vos appareils ont été déconnectés.\n\nSi ce n’était pas vous, choisissez-en un autre tout de suite :\n\n{link}',
    },
    ar: {
      subject: 'تغيّرت كلمة مرورك في {brand}',
      body: 'تغيّرت كلمة مرورك، وسُجّل خروجك من كل الأجهزة.\n\nإن لم تكن أنت فاختر غيرها فورًا:\n\n{link}',
    },
  },
})

export const factorAdded = defineMessage({
  key: 'identity.factor_added',
  values: [],
  channels: ['sms', 'email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: a second factor now protects your account. Not you? Write to support at once.',
      subject: 'A second factor protects your {brand} account',
      body: 'From now on, signing in also asks for a code from your authenticator. Keep your recovery codes somewhere safe.\n\nIf it was not you, write to support at once.',
    },
    fr: {
      sms: '{brand} : un second facteur protège désormais votre compte. Pas vous ? Écrivez vite au support.',
      subject: 'Un second facteur protège votre compte {brand}',
      body: 'Désormais, la connexion demande aussi un code de votre application d’authentification. Gardez vos codes de secours en lieu sûr.\n\nSi ce n’était pas vous, écrivez tout de suite au support.',
    },
    ar: {
      sms: 'حسابك في {brand} محميّ الآن بعامل ثانٍ. لست أنت؟ اكتب إلى فريق الدعم فورًا.',
      subject: 'عامل ثانٍ يحمي حسابك في {brand}',
      body: 'من الآن يطلب تسجيل الدخول أيضًا رمزًا من تطبيق المصادقة. احتفظ برموز الاسترداد في مكان آمن.\n\nإن لم تكن أنت فاكتب إلى فريق الدعم فورًا.',
    },
  },
})

export const factorRemoved = defineMessage({
  key: 'identity.factor_removed',
  values: [],
  channels: ['sms', 'email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: the second factor of your account was removed. Not you? Write to support at once.',
      subject: 'The second factor of your {brand} account was removed',
      body: 'Signing in no longer asks for a code from your authenticator.\n\nIf it was not you, write to support at once.',
    },
    fr: {
      sms: '{brand} : le second facteur de votre compte a été retiré. Pas vous ? Écrivez vite au support.',
      subject: 'Le second facteur de votre compte {brand} a été retiré',
      body: 'La connexion ne demande plus de code de votre application d’authentification.\n\nSi ce n’était pas vous, écrivez tout de suite au support.',
    },
    ar: {
      sms: 'أُزيل العامل الثاني من حسابك في {brand}. لست أنت؟ اكتب إلى فريق الدعم فورًا.',
      subject: 'أُزيل العامل الثاني من حسابك في {brand}',
      body: 'لم يعد تسجيل الدخول يطلب رمزًا من تطبيق المصادقة.\n\nإن لم تكن أنت فاكتب إلى فريق الدعم فورًا.',
    },
  },
})

export const factorReset = defineMessage({
  key: 'identity.factor_reset',
  values: [],
  channels: ['sms', 'email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: an administrator reset your second factor and signed you out everywhere. Not your wish? Write to support.',
      subject: 'Your {brand} second factor was reset',
      body: 'An administrator removed the second factor of your account and signed you out everywhere. Sign in again, then set up a new one.\n\nIf you did not ask for this, write to support at once.',
    },
    fr: {
      sms: '{brand} : un administrateur a réinitialisé votre second facteur et vous a déconnecté partout. Pas demandé ? Écrivez au support.',
      subject: 'Votre second facteur {brand} a été réinitialisé',
      body: 'Un administrateur a retiré le second facteur de votre compte et vous a déconnecté partout. Reconnectez-vous, puis activez-en un nouveau.\n\nSi vous ne l’avez pas demandé, écrivez tout de suite au support.',
    },
    ar: {
      sms: 'أعاد مسؤول في {brand} ضبط عاملك الثاني وسجّل خروجك من كل مكان. لم تطلب ذلك؟ اكتب إلى فريق الدعم.',
      subject: 'أُعيد ضبط عاملك الثاني في {brand}',
      body: 'أزال أحد المسؤولين العامل الثاني من حسابك وسجّل خروجك من كل مكان. سجّل الدخول من جديد، ثم فعّل عاملًا آخر.\n\nإن لم تطلب ذلك فاكتب إلى فريق الدعم فورًا.',
    },
  },
})

export const recoveryCodeUsed = defineMessage({
  key: 'identity.recovery_code_used',
  values: ['left'],
  channels: ['sms', 'email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: a recovery code was used for your account; {left} left. Not you? Write to support at once.',
      subject: 'A recovery code of your {brand} account was used',
      body: 'Somebody, probably you, used a recovery code in place of your authenticator. Codes left: {left}.\n\nIf it was not you, write to support at once.',
    },
    fr: {
      sms: '{brand} : un code de secours de votre compte a servi ; il en reste {left}. Pas vous ? Écrivez vite au support.',
      subject: 'Un code de secours de votre compte {brand} a servi',
      body: 'Quelqu’un, sans doute vous, a utilisé un code de secours à la place de votre application d’authentification. Codes restants : {left}.\n\nSi ce n’était pas vous, écrivez tout de suite au support.',
    },
    ar: {
      sms: 'استُخدم رمز استرداد لحسابك في {brand}. الرموز الباقية: {left}. لست أنت؟ اكتب إلى فريق الدعم فورًا.',
      subject: 'استُخدم رمز استرداد لحسابك في {brand}',
      body: 'استخدم شخص، لعله أنت، رمز استرداد بدلًا من تطبيق المصادقة. الرموز الباقية: {left}.\n\nإن لم تكن أنت فاكتب إلى فريق الدعم فورًا.',
    },
  },
})

export const messages = [
  signInCode,
  addPhoneCode,
  confirmEmail,
  alreadyRegistered,
  resetPassword,
  passwordChanged,
  factorAdded,
  factorRemoved,
  factorReset,
  recoveryCodeUsed,
]
