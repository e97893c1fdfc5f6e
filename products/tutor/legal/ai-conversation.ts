/** What a yes to conversations with the tutor means. */
import type { LegalText } from '../../../modules/consent/api.ts'

export const aiConversation: readonly LegalText[] = [
  {
    purpose: 'ai_conversation',
    country: 'EG',
    version: { major: 1, minor: 0 },
    inForceFrom: '2026-01-01',
    in: {
      ar: {
        title: 'المحادثة مع المعلّم الآلي',
        body: `ما الذي توافقون عليه
يستطيع المتعلّم أن يسأل معلّمًا آليًّا، وهو برنامج وليس إنسانًا، ونحتفظ بالأسئلة والإجابات. قد يخطئ البرنامج، فلا تُؤخذ إجاباته على أنّها مؤكّدة.

ما الذي يخرج من عندنا
إذا كان المعلّم الآلي خدمة خارجيّة، وقد تكون خارج مصر، أرسلنا إليها السؤال والتمرين الذي يُحلّ. لا نرسل اسمًا ولا رقمًا ولا عنوانًا، ونحذف من السؤال ما نتعرّف عليه من أرقام هواتف وعناوين بريد. نرجو مع ذلك أن يعرف المتعلّم أنّه لا يكتب هنا ما هو شخصيّ. أمّا إذا كان المعلّم الآلي هو المدمج في التطبيق فلا يخرج شيء.

من يرى ذلك
المتعلّم، وأولياء أمره الذين يحقّ لهم الاطّلاع: فالمحادثة ليست سرًّا عنهم، والمتعلّم يرى ذلك مكتوبًا أمامه.

كم من الوقت
ما دام الحساب قائمًا وهذه الموافقة سارية.

حقّكم
يمكنكم سحب هذه الموافقة في أيّ وقت من صفحة «الموافقات»، وتتوقّف المحادثة فورًا ولو كانت جارية، ثمّ تُمحى المحادثات بعد مهلة قصيرة تتيح لكم التراجع. كلّ ما عداها في التطبيق يستمرّ كما هو.`,
      },
      en: {
        title: 'Conversations with the AI tutor',
        body: `What you agree to
The learner can ask an AI tutor, which is a program and not a person, and we keep the questions and the answers. The program can be wrong: what it says is no certainty.

What leaves us
Where the AI tutor is an outside service, which may be outside Egypt, we send it the question and the exercise at hand. We send no name, number or address, and take out of the question what we recognise as phone numbers and e-mail addresses. Still, the learner should know not to write personal things here. Where it is the tutor built into the app, nothing leaves us.

Who sees it
The learner, and the parents or guardians who may look: the conversation is no secret from them, and the learner sees that written there.

How long
As long as there is an account and this consent stands.

Your rights
You can take this consent back at any time on the page "Consents". The conversation stops at once, even in the middle, and the conversations are erased after a short time in which you can change your mind. Everything else in the app goes on as it was.`,
      },
    },
  },
]
