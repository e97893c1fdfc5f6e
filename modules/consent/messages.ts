/** What consent says to people: the link to a guardian, a text that asks anew, coming of age, what was decided for a child. */
import { defineMessage } from '../../kernel/messages.ts'

export const consentRequest = defineMessage({
  key: 'consent.request',
  values: ['child', 'link'],
  channels: ['email', 'sms'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: please say what {child} may do. For you alone, do not pass it on: {link}',
      subject: 'Your answer is needed for {child}',
      body: 'Please read what we would like to keep and use for {child}, and answer point by point.\n\n{link}\n\nThis link is for you alone: please do not pass it on, not even to {child}. After your answer we ask for one more proof that you are a grown-up: a small card payment that we return at once, or your checked identity document.',
    },
    fr: {
      sms: '{brand} : dites ce que {child} peut faire. Lien personnel, à ne pas transmettre : {link}',
      subject: 'Votre réponse est attendue pour {child}',
      body: 'Lisez ce que nous souhaitons garder et utiliser pour {child}, puis répondez point par point.\n\n{link}\n\nCe lien est personnel : ne le transmettez pas, même à {child}. Après votre réponse, nous demandons une preuve que vous êtes adulte : un petit paiement par carte, rendu aussitôt, ou votre pièce d’identité vérifiée.',
    },
    ar: {
      sms: '{brand}: نرجو أن تقرّروا ما يُسمح به لـ{child}. الرابط لكم وحدكم: {link}',
      subject: 'ننتظر إجابتكم بشأن {child}',
      body: 'نرجو قراءة ما نودّ حفظه واستعماله من أجل {child}، والإجابة عن كلّ نقطة على حدة.\n\n{link}\n\nهذا الرابط لكم وحدكم، فلا تعطوه لأحد، ولا حتّى لـ{child}. بعد الإجابة نطلب إثباتًا آخر على أنّكم من البالغين: مبلغًا صغيرًا بالبطاقة نعيده فورًا، أو وثيقة هويّة راجعناها.',
    },
  },
})

export const textRenewed = defineMessage({
  key: 'consent.text_renewed',
  values: ['title', 'name', 'day', 'link'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: the text “{title}” changes on {day}. Please read and answer it: {link}',
      subject: 'Please answer again: {title}',
      body: 'The text “{title}” changes on {day}. What you allowed for {name} ends on that day, unless you agree to the new text.\n\n{link}',
    },
    fr: {
      sms: '{brand} : le texte « {title} » change le {day}. À lire et à accepter de nouveau : {link}',
      subject: 'Une nouvelle réponse est demandée : {title}',
      body: 'Le texte « {title} » change le {day}. Votre accord pour {name} prend fin ce jour-là, sauf si vous acceptez le nouveau texte.\n\n{link}',
    },
    ar: {
      sms: '{brand}: يتغيّر نصّ «{title}» يوم {day}. نرجو قراءته والإجابة عنه: {link}',
      subject: 'نطلب إجابة جديدة: {title}',
      body: 'يتغيّر نصّ «{title}» يوم {day}. وما سمحتم به لـ{name} ينتهي في ذلك اليوم، إلّا إذا وافقتم على النصّ الجديد.\n\n{link}',
    },
  },
})

export const nowYourOwn = defineMessage({
  key: 'consent.now_your_own',
  values: ['link'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: you are of age. What your guardians allowed has ended; now you decide: {link}',
      subject: 'You decide now',
      body: 'You are of age: what your parents or guardians allowed has ended, and they no longer see your account. Nothing of yours is lost.\n\nPlease read the texts and decide yourself:\n\n{link}',
    },
    fr: {
      sms: '{brand} : vous êtes majeur. Les accords de vos tuteurs ont pris fin ; à vous de décider : {link}',
      subject: 'À vous de décider',
      body: 'Vous êtes majeur : les accords de vos parents ou tuteurs ont pris fin, et ils ne voient plus votre compte. Rien de ce qui est à vous n’est perdu.\n\nLisez les textes et décidez vous-même :\n\n{link}',
    },
    ar: {
      sms: '{brand}: بلغت سنّ الرشد. انتهت موافقات أولياء أمرك، والقرار الآن لك: {link}',
      subject: 'القرار الآن لك',
      body: 'بلغت سنّ الرشد: انتهى ما سمح به والداك أو أولياء أمرك، ولم يعودوا يرون حسابك. لم يضِع شيء ممّا هو لك.\n\nنرجو أن تقرأ النصوص وتقرّر بنفسك:\n\n{link}',
    },
  },
})

export const refusedForChild = defineMessage({
  key: 'consent.refused_for_child',
  values: ['title', 'name', 'link'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: another guardian took back “{title}” for {name}. It no longer applies: {link}',
      subject: '“{title}” no longer applies to {name}',
      body: 'Another guardian of {name} took back “{title}”. Where guardians disagree the stricter answer holds, so it no longer applies. What was kept for it is erased after a few days.\n\n{link}',
    },
    fr: {
      sms: '{brand} : un autre tuteur a retiré « {title} » pour {name}. Cela ne vaut plus : {link}',
      subject: '« {title} » ne vaut plus pour {name}',
      body: 'Un autre tuteur de {name} a retiré « {title} ». Quand des tuteurs ne sont pas d’accord, la réponse la plus stricte l’emporte : cela ne vaut donc plus. Ce qui était gardé pour cela sera supprimé après quelques jours.\n\n{link}',
    },
    ar: {
      sms: '{brand}: سحب وليّ أمر آخر موافقة «{title}» لـ{name}، فلم تعد سارية: {link}',
      subject: 'لم تعد موافقة «{title}» سارية لـ{name}',
      body: 'سحب وليّ أمر آخر لـ{name} موافقة «{title}». عند اختلاف أولياء الأمر تسري الإجابة الأشدّ، ولذلك لم تعد الموافقة سارية. وما حُفظ من أجلها يُمحى بعد أيّام قليلة.\n\n{link}',
    },
  },
})

/** Goes out at once: somebody who holds the phone but not the document may be answering for the guardian. */
export const documentClosed = defineMessage({
  key: 'consent.document_closed',
  values: ['time'],
  channels: ['email', 'sms', 'in_app'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: wrong numbers of your identity document were typed to give a consent. Nothing was decided. If it was not you, look who has your phone.',
      subject: 'Somebody typed wrong numbers of your identity document',
      body: 'Wrong numbers of your identity document were typed several times to answer for a child from your account. Nothing was decided. The document cannot be used for this until {time}; the card can.\n\nIf it was not you, somebody else had your phone or your account in hand. End the sessions you do not know under “Account”.',
    },
    fr: {
      sms: '{brand} : des numéros erronés de votre pièce d’identité ont été saisis pour donner un accord. Rien n’est décidé. Ce n’est pas vous ? Voyez qui a votre téléphone.',
      subject: 'De mauvais numéros de votre pièce d’identité ont été saisis',
      body: 'De mauvais numéros de votre pièce d’identité ont été saisis plusieurs fois pour répondre au nom d’un enfant depuis votre compte. Rien n’a été décidé. La pièce ne peut plus servir à cela avant : {time} ; la carte, si.\n\nSi ce n’était pas vous, quelqu’un d’autre avait votre téléphone ou votre compte en main. Fermez sous « Compte » les sessions que vous ne connaissez pas.',
    },
    ar: {
      sms: '{brand}: كُتبت أرقام خاطئة لوثيقة هويّتكم لإعطاء موافقة. لم يُقرَّر شيء. إن لم تكونوا أنتم فانظروا من معه هاتفكم.',
      subject: 'كُتبت أرقام خاطئة لوثيقة هويّتكم',
      body: 'كُتبت أرقام خاطئة لوثيقة هويّتكم عدّة مرّات للإجابة عن طفل من حسابكم. لم يُقرَّر أيّ شيء. لا يمكن استعمال الوثيقة لهذا الغرض قبل {time}، أمّا البطاقة فيمكن استعمالها.\n\nإن لم تكونوا أنتم، فقد كان هاتفكم أو حسابكم في يد شخص آخر. أنهوا الجلسات التي لا تعرفونها من صفحة «الحساب».',
    },
  },
})

export const messages = [documentClosed, refusedForChild, consentRequest, textRenewed, nowYourOwn]
