/** What a yes to speaking instead of typing means. */
import type { LegalText } from '../../../modules/consent/api.ts'

export const voiceRecording: readonly LegalText[] = [
  {
    purpose: 'voice_recording',
    country: 'EG',
    version: { major: 1, minor: 0 },
    inForceFrom: '2026-01-01',
    in: {
      ar: {
        title: 'التسجيل الصوتي',
        body: `ما الذي توافقون عليه
حيث يتيح التطبيق الكلام بدل الكتابة، يُسجَّل صوت المتعلّم ليُحوَّل إلى نصّ. من دون هذه الموافقة يبقى الميكروفون مغلقًا.

ما الذي يخرج من عندنا
قد يُرسَل المقطع الصوتي إلى خدمة تحوّل الكلام إلى نصّ، وقد تكون خارج مصر، من غير اسم ولا رقم. لا نتعرّف على أحد من صوته، ولا نستعمل الصوت لأيّ شيء آخر.

من يرى ذلك
لا يستمع إلى الصوت أحد. النصّ الناتج يُعامَل كما لو كان المتعلّم قد كتبه.

كم من الوقت
يُحذف الصوت بعد تحويله إلى نصّ.

حقّكم
يمكنكم سحب هذه الموافقة في أيّ وقت من صفحة «الموافقات»، فيُغلق الميكروفون فورًا. الكتابة تبقى متاحة دائمًا.`,
      },
      en: {
        title: 'Voice',
        body: `What you agree to
Where the app lets the learner speak instead of typing, their voice is recorded to be turned into text. Without this consent the microphone stays off.

What leaves us
The recording may be sent to a service that turns speech into text, which may be outside Egypt, without a name or a number. We recognise nobody by their voice, and use it for nothing else.

Who sees it
Nobody listens to the recording. The text is treated as if the learner had typed it.

How long
The recording is deleted once it is text.

Your rights
You can take this consent back at any time on the page "Consents", and the microphone is off at once. Typing is always there.`,
      },
    },
  },
]
