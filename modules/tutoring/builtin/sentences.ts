/** What the built-in tutor says, and what is said to a child who is not well. Arabic first: warm, plain, for a child of ten. */
import type { Text } from '../rules.ts'

export const SAY = {
  honest: {
    ar: 'أنا المساعد المدمج في التطبيق: برنامج بسيط ولست شخصًا. أعرف تمارينك وتلميحاتها وخطوات حلّها.',
    en: 'I am the helper built into the app: a simple program, not a person. I know your exercises, their hints and their steps.',
  },
  greeting: {
    ar: 'أهلًا بك! اطلب منّي تلميحًا، أو الخطوة التالية، أو شرحًا، أو اسألني: لماذا إجابتي خطأ؟',
    en: 'Hello! Ask me for a hint, the next step, an explanation, or why your answer is wrong.',
  },
  thanks: { ar: 'على الرحب والسعة! هيا نكمل.', en: 'You are welcome! Let us go on.' },
  no_exercise: {
    ar: 'افتح تمرينًا أوّلًا، ثم اسألني عنه: أستطيع أن أعطيك تلميحات وخطوات خاصة به.',
    en: 'Open an exercise first, then ask me about it: I can give you its hints and steps.',
  },
  not_understood: {
    ar: 'لم أفهم سؤالك، وأنا لا أجيب إلا عن التمرين المفتوح أمامك. أستطيع أن أعطيك: تلميحًا، أو الخطوة التالية، أو شرحًا، أو أن أقول لك لماذا إجابتك خطأ.',
    en: 'I did not understand that, and I only know the exercise before you. I can give you: a hint, the next step, an explanation, or why your answer is wrong.',
  },
  hint: { ar: 'تلميح: ', en: 'Hint: ' },
  no_more_hints: {
    ar: 'هذه كل التلميحات. لننظر إلى خطوة من الحل: ',
    en: 'Those were all the hints. Let us look at a step: ',
  },
  step: { ar: 'الخطوة التالية: ', en: 'Next step: ' },
  last_step: { ar: 'هذه هي الخطوة الأخيرة: ', en: 'This is the last step: ' },
  all_given: {
    ar: 'رأينا كل الخطوات معًا. اقرأها مرة أخرى ثم جرّب بنفسك.',
    en: 'We have seen all the steps together. Read them again, then try it yourself.',
  },
  before_last: {
    ar: 'أنت قريب جدًّا! قبل الخطوة الأخيرة جرّب بهذا التلميح: ',
    en: 'You are very close! Before the last step, try with this hint: ',
  },
  not_yet: {
    ar: 'أعرف أنك تستطيع الوصول إليها بنفسك. جرّب بهذا أوّلًا: ',
    en: 'I know that you can get there yourself. Try with this first: ',
  },
  not_yet_bare: {
    ar: 'أعرف أنك تستطيع الوصول إليها بنفسك. جرّب مرة أخرى، وإن طلبتَها مجدّدًا فسنحلّها معًا.',
    en: 'I know that you can get there yourself. Try once more; if you ask again, we will solve it together.',
  },
  solution: { ar: 'لنحلّها معًا خطوة خطوة:', en: 'Let us solve it together, step by step:' },
  task: { ar: 'المطلوب في التمرين: ', en: 'The exercise asks: ' },
  right: { ar: 'إجابتك صحيحة، أحسنت!', en: 'Your answer is right, well done!' },
  wrong: { ar: 'كتبتَ: {given}. قارن بما يلي.', en: 'You wrote: {given}. Compare it with this.' },
  no_answer_yet: {
    ar: 'لم أر إجابة لك بعد. اكتب إجابتك في التمرين ثم اسألني مرة أخرى.',
    en: 'I have not seen an answer of yours yet. Write one in the exercise, then ask me again.',
  },
  instead: {
    ar: 'المساعد الذكي لا يردّ الآن، فأجيبك أنا بدلًا منه. ',
    en: 'The AI tutor is not answering right now, so I am helping instead. ',
  },
} satisfies Record<string, Text>

export const CARE: Readonly<Record<'distress' | 'danger' | 'told', Text>> = {
  distress: {
    ar: 'شكرًا لأنك قلت هذا. ما تشعر به مهم، ولست وحدك. أنا برنامج ولا أستطيع أن أساعدك كما يفعل إنسان، فتحدّث الآن مع شخص كبير تثق به: والدك أو والدتك أو معلّم.',
    en: 'Thank you for saying this. What you feel matters, and you are not alone. I am a program and cannot help as a person can, so please talk now to a grown-up you trust: a parent or a teacher.',
  },
  danger: {
    ar: 'شكرًا لأنك قلت هذا، وأنت لم تفعل شيئًا خطأ. لا يحق لأحد أن يؤذيك. أنا برنامج ولا أستطيع أن أساعدك كما يفعل إنسان، فتحدّث مع شخص كبير تثق به، في البيت أو المدرسة. ما كتبته الآن لا يظهر لأسرتك.',
    en: 'Thank you for saying this; you did nothing wrong. Nobody may hurt you. I am a program and cannot help as a person can, so please talk to a grown-up you trust, at home or at school. What you wrote just now is not shown to your family.',
  },
  told: {
    ar: 'أرسلنا إلى أسرتك كلمة لطيفة لتطمئن عليك.',
    en: 'We sent your family a kind word, so that they look after you.',
  },
}
