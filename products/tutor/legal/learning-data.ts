/** What a yes to keeping learning data means. */
import type { LegalText } from '../../../modules/consent/api.ts'

export const learningData: readonly LegalText[] = [
  {
    purpose: 'learning_data',
    country: 'EG',
    version: { major: 1, minor: 0 },
    inForceFrom: '2026-01-01',
    in: {
      ar: {
        title: 'بيانات التعلّم',
        body: `ما الذي توافقون عليه
نحتفظ بإجابات المتعلّم عن التمارين، ووقت كلّ إجابة، وما نحسبه منها: ما الذي أتقنه، وما الذي يحسن أن يراجعه، وأيّام التدرّب المتتالية.

لماذا
لنختار له التمرين التالي المناسب، ولنُري المتعلّم وأهله كيف يتقدّم. لا نستعمل هذه البيانات للإعلانات، ولا نصنّف بها الأطفال لأيّ غرض آخر.

من يرى ذلك
المتعلّم وأولياء أمره.

كم من الوقت
ما دام الحساب قائمًا وهذه الموافقة سارية.

حقّكم
يمكنكم سحب هذه الموافقة في أيّ وقت من صفحة «الموافقات». نتوقّف عندها فورًا عن حفظ أيّ جديد، ثمّ نمحو ما حُفظ لهذا الغرض بعد مهلة قصيرة تتيح لكم التراجع. من دونها لا يمكن التدرّب، لأنّ التطبيق لا يتذكّر ما تعلّمه أحد.`,
      },
      en: {
        title: 'Learning data',
        body: `What you agree to
We keep the learner's answers to exercises, when each was given, and what we work out from them: what has been mastered, what should be reviewed, and the days of practice in a row.

Why
To choose the next exercise that fits, and to show the learner and their parents how it is going. We do not use this data for advertising, and we do not sort children by it for anything else.

Who sees it
The learner and their parents or guardians.

How long
As long as there is an account and this consent stands.

Your rights
You can take this consent back at any time on the page "Consents". We then stop keeping anything new at once, and erase what was kept for this purpose after a short time in which you can change your mind. Without it there is no practice, because the app cannot remember what anybody has learned.`,
      },
    },
  },
]
