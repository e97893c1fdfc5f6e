/** What tutoring says to guardians. Never what the child wrote. */
import { defineMessage } from '../../kernel/messages.ts'

export const childWorried = defineMessage({
  key: 'tutoring.child_worried',
  values: ['child', 'helpline'],
  channels: ['sms', 'email', 'in_app'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: {child} wrote something that may mean they are not well. A calm talk today can help. {helpline}',
      subject: 'A quiet word with {child} may help',
      body: '{child} wrote something to the tutor that may mean they are not well. We may be mistaken.\n\nA calm talk today can help: listen first, without questions about marks. You can read the conversation in your account.\n\n{helpline}',
    },
    fr: {
      sms: '{brand} : {child} a écrit quelque chose qui peut dire que ça ne va pas. Une conversation calme peut aider. {helpline}',
      subject: 'Une conversation calme avec {child} peut aider',
      body: '{child} a écrit au tuteur quelque chose qui peut vouloir dire que ça ne va pas. Nous pouvons nous tromper.\n\nUne conversation calme aujourd’hui peut aider : écoutez d’abord, sans parler des notes. Vous pouvez lire la conversation dans votre compte.\n\n{helpline}',
    },
    ar: {
      sms: '{brand}: كتب {child} ما قد يدلّ على ضيق. حديث هادئ معه اليوم قد يساعد. {helpline}',
      subject: 'حديث هادئ مع {child} قد يساعد',
      body: 'كتب {child} للمساعد ما قد يدلّ على ضيق، وقد نكون مخطئين.\n\nحديث هادئ اليوم قد يساعد: الاستماع أوّلًا، دون كلام عن الدرجات. يمكنكم قراءة المحادثة في حسابكم.\n\n{helpline}',
    },
  },
})

export const messages = [childWorried]
