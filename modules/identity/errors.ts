/** How identity refuses. Sentences never say whether an account exists. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('identity', {
  phone_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This is not a possible phone number. Write it like 77 123 45 67, or with the country code: +221 77 123 45 67.',
      fr: 'Ce numéro de téléphone n’existe pas. Écrivez-le comme 77 123 45 67, ou avec l’indicatif : +221 77 123 45 67.',
      ar: 'هذا ليس رقم هاتف ممكنًا. اكتبه كما تكتبه عادةً، أو مع رمز الدولة.',
    },
  },
  phone_not_mobile: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This number cannot receive SMS. Please give a mobile number.',
      fr: 'Ce numéro ne reçoit pas de SMS. Indiquez un numéro de mobile.',
      ar: 'هذا الرقم لا يستقبل الرسائل القصيرة. اكتب رقم هاتف محمول من فضلك.',
    },
  },
  phone_country: {
    status: 422,
    retry: 'never',
    say: {
      en: 'We cannot send codes to this country yet. Please sign in by e-mail.',
      fr: 'Nous n’envoyons pas encore de codes vers ce pays. Connectez-vous par e-mail.',
      ar: 'لا نستطيع بعد إرسال الرموز إلى هذه الدولة. سجّل الدخول بالبريد الإلكتروني من فضلك.',
    },
  },
  email_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This is not an e-mail address.',
      fr: 'Ce n’est pas une adresse e-mail.',
      ar: 'هذا ليس عنوان بريد إلكتروني.',
    },
  },
  contact_taken: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This number or address belongs to another account.',
      fr: 'Ce numéro ou cette adresse appartient à un autre compte.',
      ar: 'هذا الرقم أو العنوان مسجّل لحساب آخر.',
    },
  },
  resend_too_soon: {
    status: 429,
    retry: 'later',
    say: {
      en: 'A code was just sent. You can ask for another in {seconds}.',
      fr: 'Un code vient d’être envoyé. Vous pourrez en demander un autre dans {seconds}.',
      ar: 'أرسلنا رمزًا قبل لحظات. يمكنك طلب رمز آخر بعد {seconds}.',
    },
  },
  code_wrong: {
    status: 422,
    retry: 'never',
    say: {
      en: 'That code is not right. Attempts left: {attempts_left}.',
      fr: 'Ce code n’est pas le bon. Essais restants : {attempts_left}.',
      ar: 'هذا الرمز غير صحيح. المحاولات الباقية: {attempts_left}.',
    },
  },
  code_exhausted: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Too many wrong codes. Please ask for a new one.',
      fr: 'Trop de codes erronés. Demandez-en un nouveau.',
      ar: 'رموز خاطئة كثيرة. اطلب رمزًا جديدًا من فضلك.',
    },
  },
  code_expired: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This code is no longer valid. Please ask for a new one.',
      fr: 'Ce code n’est plus valable. Demandez-en un nouveau.',
      ar: 'لم يعد هذا الرمز صالحًا. اطلب رمزًا جديدًا من فضلك.',
    },
  },
  invalid_credentials: {
    status: 401,
    retry: 'never',
    say: {
      en: 'The e-mail address or the password is not right, or the address is not confirmed yet: look in your mailbox.',
      fr: 'L’adresse ou le mot de passe n’est pas le bon, ou l’adresse n’est pas encore confirmée : regardez vos e-mails.',
      ar: 'عنوان البريد أو كلمة المرور غير صحيحة، أو لم يتأكد العنوان بعد: راجع بريدك.',
    },
  },
  sign_in_blocked: {
    status: 429,
    retry: 'later',
    say: {
      en: 'Too many attempts. Please wait {seconds}, or set a new password.',
      fr: 'Trop d’essais. Patientez {seconds}, ou choisissez un nouveau mot de passe.',
      ar: 'محاولات كثيرة. انتظر {seconds} من فضلك، أو اختر كلمة مرور جديدة.',
    },
  },
  password_too_short: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Choose a password of at least 8 characters.',
      fr: 'Choisissez un mot de passe d’au moins 8 caractères.',
      ar: 'اختر كلمة مرور من ثمانية أحرف على الأقل.',
    },
  },
  password_too_long: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This password is too long.',
      fr: 'Ce mot de passe est trop long.',
      ar: 'كلمة المرور هذه أطول من اللازم.',
    },
  },
  password_common: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Many people use this password, so it is easily guessed. Choose another, such as a few words in a row.',
      fr: 'Ce mot de passe est trop répandu, donc facile à deviner. Choisissez-en un autre, par exemple quelques mots à la suite.',
      ar: 'كثيرون يستخدمون كلمة المرور هذه، فمن السهل تخمينها. اختر غيرها، مثل بضع كلمات متتالية.',
    },
  },
  link_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This link is no longer valid or was used already. Ask for a new one.',
      fr: 'Ce lien n’est plus valable ou a déjà servi. Demandez-en un nouveau.',
      ar: 'لم يعد هذا الرابط صالحًا، أو استُخدم من قبل. اطلب رابطًا جديدًا.',
    },
  },
  username_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'A name to sign in with has 3 to 20 letters and digits, without spaces, and at least one letter.',
      fr: 'Un nom de connexion a de 3 à 20 lettres et chiffres, sans espace, dont au moins une lettre.',
      ar: 'اسم الدخول من ثلاثة إلى عشرين حرفًا ورقمًا، بلا مسافات، وفيه حرف واحد على الأقل.',
    },
  },
  username_taken: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Somebody signs in with this name already. Choose another, such as one with a number.',
      fr: 'Quelqu’un se connecte déjà avec ce nom. Choisissez-en un autre, par exemple avec un chiffre.',
      ar: 'شخص آخر يدخل بهذا الاسم. اختر اسمًا غيره، مثل اسم فيه رقم.',
    },
  },
  username_missing: {
    status: 404,
    retry: 'never',
    say: {
      en: 'This person does not sign in with a name and a PIN.',
      fr: 'Cette personne ne se connecte pas avec un nom et un code PIN.',
      ar: 'هذا الشخص لا يدخل باسم ورقم سري.',
    },
  },
  pin_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'A PIN has 4 to 6 digits.',
      fr: 'Un code PIN a de 4 à 6 chiffres.',
      ar: 'الرقم السري من أربعة إلى ستة أرقام.',
    },
  },
  pin_weak: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This PIN is easily guessed. Choose digits that are no row, no repetition and no birthday.',
      fr: 'Ce code PIN est facile à deviner. Choisissez des chiffres qui ne sont ni une suite, ni une répétition, ni un anniversaire.',
      ar: 'هذا الرقم السري سهل التخمين. اختر أرقامًا ليست متتالية ولا مكررة ولا تاريخ ميلاد.',
    },
  },
  pin_sign_in_failed: {
    status: 401,
    retry: 'never',
    say: {
      en: 'The name or the PIN is not right. If you forgot it, ask your parent for a new PIN.',
      fr: 'Le nom ou le code PIN n’est pas le bon. Si tu l’as oublié, demande un nouveau code à ton parent.',
      ar: 'الاسم أو الرقم السري غير صحيح. إن نسيته فاطلب رقمًا جديدًا من والدك أو والدتك.',
    },
  },
  pin_sign_in_blocked: {
    status: 429,
    retry: 'later',
    say: {
      en: 'Too many tries. Please wait {seconds}, or ask your parent for a new PIN.',
      fr: 'Trop d’essais. Attends {seconds}, ou demande un nouveau code PIN à ton parent.',
      ar: 'محاولات كثيرة. انتظر {seconds}، أو اطلب رقمًا سريًا جديدًا من والدك أو والدتك.',
    },
  },
  second_factor_required: {
    status: 401,
    retry: 'same-key',
    say: {
      en: 'One step is left: the code from your authenticator.',
      fr: 'Encore une étape : le code de votre application d’authentification.',
      ar: 'بقيت خطوة واحدة: الرمز من تطبيق المصادقة.',
    },
  },
  second_factor_needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Your role asks for a second factor. Set it up first, it takes two minutes.',
      fr: 'Votre rôle demande un second facteur. Activez-le d’abord, cela prend deux minutes.',
      ar: 'دورك يتطلب عاملًا ثانيًا للدخول. فعّله أولًا، فالأمر يستغرق دقيقتين.',
    },
  },
  step_up_required: {
    status: 403,
    retry: 'same-key',
    say: {
      en: 'Please confirm with the code from your authenticator. Nothing has been done yet.',
      fr: 'Confirmez avec le code de votre application d’authentification. Rien n’a encore été fait.',
      ar: 'أكّد من فضلك بالرمز من تطبيق المصادقة. لم يحدث شيء بعد.',
    },
  },
  sign_in_again: {
    status: 403,
    retry: 'never',
    say: {
      en: 'To protect your account, this is done right after signing in. Sign out, sign in again, then come back here.',
      fr: 'Pour protéger votre compte, cela se fait juste après une connexion. Déconnectez-vous, reconnectez-vous, puis revenez ici.',
      ar: 'لحماية حسابك، يتم هذا بعد تسجيل الدخول مباشرة. سجّل الخروج، ثم ادخل من جديد وعُد إلى هنا.',
    },
  },
  second_factor_wrong: {
    status: 422,
    retry: 'same-key',
    say: {
      en: 'That code is not right, or was used already. Wait for the next one and try again.',
      fr: 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant et réessayez.',
      ar: 'هذا الرمز غير صحيح، أو استُخدم من قبل. انتظر الرمز التالي وحاول مرة أخرى.',
    },
  },
  second_factor_blocked: {
    status: 429,
    retry: 'same-key',
    say: {
      en: 'Too many wrong codes. You can try again in {seconds}.',
      fr: 'Trop de codes erronés. Vous pourrez réessayer dans {seconds}.',
      ar: 'رموز خاطئة كثيرة. يمكنك المحاولة من جديد بعد {seconds}.',
    },
  },
  second_factor_exists: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You have a second factor already. Remove it first to set up another.',
      fr: 'Vous avez déjà un second facteur. Retirez-le d’abord pour en activer un autre.',
      ar: 'لديك عامل ثانٍ بالفعل. أزله أولًا لتفعّل غيره.',
    },
  },
  no_second_factor: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is no second factor on this account. Nothing has changed.',
      fr: 'Ce compte n’a pas de second facteur. Rien n’a changé.',
      ar: 'ليس لهذا الحساب عامل ثانٍ. لم يتغير شيء.',
    },
  },
  own_second_factor: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Nobody resets their own second factor. Use a recovery code, or ask another administrator.',
      fr: 'Personne ne réinitialise son propre second facteur. Utilisez un code de secours, ou demandez à un autre administrateur.',
      ar: 'لا يعيد أحد ضبط عامله الثاني بنفسه. استخدم رمز استرداد، أو اطلب ذلك من مسؤول آخر.',
    },
  },
  no_authenticator: {
    status: 404,
    retry: 'never',
    say: {
      en: 'There is no authenticator here.',
      fr: 'Il n’y a pas d’application d’authentification ici.',
      ar: 'لا يوجد تطبيق مصادقة هنا.',
    },
  },
  suspended: {
    status: 403,
    retry: 'never',
    say: {
      en: 'This account is suspended. Your money is kept, nothing is lost. Please write to support to know more.',
      fr: 'Ce compte est suspendu. Votre argent reste gardé, rien n’est perdu. Écrivez au support pour en savoir plus.',
      ar: 'هذا الحساب موقوف. أموالك محفوظة ولم يضع شيء. اكتب إلى فريق الدعم لتعرف المزيد.',
    },
  },
  own_account: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Nobody suspends their own account.',
      fr: 'Personne ne suspend son propre compte.',
      ar: 'لا يوقف أحد حسابه بنفسه.',
    },
  },
  not_suspendable: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This account cannot change in this way now.',
      fr: 'Ce compte ne peut pas être modifié ainsi pour le moment.',
      ar: 'لا يمكن تغيير هذا الحساب بهذه الطريقة الآن.',
    },
  },
})
