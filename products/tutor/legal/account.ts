/** What a yes to an account means. */
import type { LegalText } from '../../../modules/consent/api.ts'

export const account: readonly LegalText[] = [
  {
    purpose: 'account',
    country: 'EG',
    version: { major: 1, minor: 0 },
    inForceFrom: '2026-01-01',
    in: {
      ar: {
        title: 'الحساب',
        body: `ما الذي توافقون عليه
نُنشئ حسابًا للمتعلّم ونحتفظ به: الاسم وتاريخ الميلاد واللغة واسم المستخدم، ورقم الهاتف أو البريد الإلكتروني إن أُضيف.

لماذا
ليدخل المتعلّم إلى حسابه، ولنعرف من هو وليّ أمره. تاريخ الميلاد يحدّد من الذي يقرّر: المتعلّم نفسه أم أهله.

من يرى ذلك
المتعلّم وأولياء أمره، ومن يساعدهم من فريقنا عند الحاجة، وكلّ اطّلاع من الفريق على الحساب يُسجَّل. لا نبيع بيانات أحد.

كم من الوقت
ما دام الحساب قائمًا. عند طلب الحذف ننتظر المدّة المبيّنة في صفحة الطلب، ويمكن خلالها التراجع، ثمّ نمحو البيانات. ما يفرض القانون حفظه، كالفواتير وسجلّ الموافقات، يبقى من غير اسم.

حقّكم
يمكنكم سحب هذه الموافقة في أيّ وقت من صفحة «الموافقات»، بالسهولة نفسها التي أُعطيت بها. من دونها لا يمكن استعمال الحساب. ويمكنكم أيضًا طلب نسخة من البيانات أو تصحيحها أو محوها.`,
      },
      en: {
        title: 'The account',
        body: `What you agree to
We open an account for the learner and keep in it: the name, the date of birth, the language, the username, and a phone number or e-mail address where one is added.

Why
So that the learner can sign in, and so that we know who their parent or guardian is. The date of birth says who decides: the learner, or their parents.

Who sees it
The learner, their parents or guardians, and those of our team who help them when needed; each time our team looks at an account is recorded. We sell nobody's data.

How long
As long as there is an account. When you ask us to delete it we wait for the time shown on the page of the request, during which you can change your mind; then the data is erased. What the law makes us keep, such as invoices and the register of consents, stays without the name.

Your rights
You can take this consent back at any time on the page "Consents", as easily as it was given. Without it the account cannot be used. You can also ask for a copy of the data, have it corrected, or have it erased.`,
      },
    },
  },
]
