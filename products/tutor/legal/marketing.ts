/** What a yes to news and offers means. */
import type { LegalText } from '../../../modules/consent/api.ts'

export const marketing: readonly LegalText[] = [
  {
    purpose: 'marketing',
    country: 'EG',
    version: { major: 1, minor: 0 },
    inForceFrom: '2026-01-01',
    in: {
      ar: {
        title: 'الأخبار والعروض',
        body: `ما الذي توافقون عليه
نرسل من حين إلى آخر أخبارًا عن الدروس الجديدة والعروض.

لماذا
لتعرفوا بما هو جديد. لا نراقب أحدًا ولا نبني ملفًّا عنه من أجل ذلك، ولا نعطي عنوانه لغيرنا.

حقّكم
هذه الموافقة اختياريّة تمامًا، ومن دونها لا ينقص شيء من التطبيق. يمكنكم سحبها في أيّ وقت من صفحة «الموافقات» أو من التفضيلات، فنتوقّف فورًا.`,
      },
      en: {
        title: 'News and offers',
        body: `What you agree to
From time to time we send news of new lessons and offers.

Why
So that you know what is new. We watch nobody and build no profile of anybody for it, and give the address to nobody else.

Your rights
This consent is entirely up to you, and nothing of the app is missing without it. You can take it back at any time on the page "Consents" or in the preferences, and we stop at once.`,
      },
    },
  },
]
