/**
 * Reading what a child wrote, without any model: the same letters written in several ways become one, then words are looked
 * for. Knows Arabic as it is written and spoken in Egypt, and English.
 */

/** One spelling for all: no vowel marks, one alef, one ya, one ta marbuta, Latin digits, small letters, single spaces. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u064B-\u065F\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/[’‘`]/g, "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
}

/** True when one of the phrases stands in the text, at the beginning of a word; `ال` and `و` may stand before Arabic ones. */
const says = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => new RegExp(`(^| )(و|ف|ب|ل)?(ال|لل)?${phrase}`, 'u').test(text))

export type Intent = 'greeting' | 'thanks' | 'hint' | 'next_step' | 'explain' | 'why_wrong' | 'answer' | 'unknown'

const INTENTS: readonly (readonly [Intent, readonly string[]])[] = [
  [
    'why_wrong',
    [
      'ليه غلط', 'لماذا خطا', 'لماذا غلط', 'غلطت', 'غلطتي', 'خطيي', 'اخطات', 'اجابتي غلط', 'اجابتي خطا', 'ايه الغلط', 'اين الخطا', 'فين الغلط',
      'why is (it|that|this|my answer) wrong', 'why (am i|was i|is mine) wrong', 'why wrong', 'what did i do wrong',
      'my mistake', 'where is (the|my) (mistake|error)', 'i got it wrong',
    ],
  ],
  [
    'answer',
    [
      'حل(ها|ه)? لي', 'حلها', 'حله ', 'حل التمرين', 'حل المساله', 'حل$', 'جواب', 'اجابه', 'قول(ي)? لي الناتج', 'الناتج كام', 'كم الناتج', 'يساوي كام', 'نتيجه',
      'the answer', 'answer please', 'just tell me', 'give me the (answer|solution)', 'what is the (answer|solution|result)', "what's the (answer|solution|result)", 'solve (it|this)', 'solution',
    ],
  ],
  [
    'next_step',
    ['خطوه', 'بعدين', 'بعدها', 'وبعد', 'كمل', 'اكمل', 'ثم ماذا', 'next', 'then what', 'what now', 'what then', 'go on', 'continue', 'step'],
  ],
  [
    'explain',
    [
      'اشرح', 'شرح', 'مش فاهم', 'مش فاهمه', 'لا افهم', 'لم افهم', 'مفهمتش', 'مافهمتش', 'يعني ايه', 'ما معني', 'معني', 'وضح', 'فهمني',
      'explain', "i don't (understand|get)", 'i dont (understand|get)', 'i do not (understand|get)', 'what does', 'what is meant', 'meaning', 'how does',
    ],
  ],
  [
    'hint',
    [
      'تلميح', 'لمح', 'ساعد', 'مساعده', 'عايز مساعده', 'مش عارف', 'مش عارفه', 'لا اعرف', 'لا ادري', 'ازاي', 'كيف', 'ابدا', 'صعب', 'فكره',
      'hint', 'clue', 'help', 'stuck', 'how do i', 'how to', 'how can i', 'where do i (begin|start)', "i don't know", 'i dont know', 'hard', 'difficult',
    ],
  ],
  ['thanks', ['شكر', 'متشكر', 'تسلم', 'thank', 'thx', 'cheers']],
  [
    'greeting',
    ['سلام', 'مرحبا', 'اهلا', 'هاي', 'هلا', 'صباح', 'مساء', 'ازيك', 'hi$', 'hi ', 'hello', 'hey', 'good (morning|evening|afternoon)'],
  ],
] // prettier-ignore

/** What the child wants. */
export function intentOf(question: string): Intent {
  const text = plainWords(question)
  return INTENTS.find(([, phrases]) => says(text, phrases))?.[0] ?? 'unknown'
}

/** Something is not well with the child: in themselves, or by what somebody does to them. */
export type Concern = 'distress' | 'danger'

const DANGER = [
  '(بابا|ماما|ابي|امي|ابويا|اخويا|عمي|خالي|مدرس|المدرس|حد|شخص|واحد) [\\p{L} ]{0,12}(بيضربني|يضربني|ضربني|بيلمسني|يلمسني|لمسني|بيهددني|يهددني|هددني|بيتحرش|يتحرش|اتحرش)',
  '(بيضربني|يضربني|بيضربوني|يضربوني|بيلمسني|يلمسني|بيهددني|يهددني|بيتحرش|يتحرش|اتحرش)',
  'خايف ارجع البيت',
  'خايفه ارجع البيت',
  '(my )?(dad|mom|mum|father|mother|uncle|brother|teacher|stepfather|someone|somebody|he|she|they) (is |are |keeps |keep )?(hits|hit|hitting|beats|beat|beating|hurts|hurting|touches|touched|touching|threatens|threatened|threatening) me',
  'afraid to go home',
  'scared to go home',
  'abus(e|ed|es|ing) me',
]

const DISTRESS = [
  '(عايز|عايزه|نفسي|اريد|بفكر|افكر|هموت|اتمني) [\\p{L} ]{0,12}(اموت|انتحر|الموت|الانتحار|اقتل نفسي|اموت نفسي|اذي نفسي|اؤذي نفسي|اعور نفسي)',
  '(هانتحر|حانتحر|سانتحر|انتحار|هموت نفسي|هقتل نفسي|ساقتل نفسي|اكره نفسي|بكره نفسي|بكره حياتي|اكره حياتي)',
  '(مش عايز|مش عايزه|لا اريد) (اعيش|ان اعيش)',
  '(احدش|محدش|ماحدش) بيحبني',
  'لا احد يحبني',
  'بيتنمر',
  'يتنمرون',
  '(i )?(want|wanna|going|plan|wish) (to )?(die|kill myself|hurt myself|end it all|end my life|cut myself|i was dead)',
  'wish i (was|were) dead',
  'kill myself',
  'killing myself',
  'suicid',
  'hurt(ing)? myself',
  'self harm',
  "(don't|dont|do not) want to (live|be alive)",
  'hate (myself|my life)',
  '(nobody|no one) (loves|likes) me',
  'bull(y|ies|ied|ying) me',
]

/** Reads signs that a child is not well. Rather one too many than one too few: the answer is kind either way. */
export function concernOf(question: string): Concern | undefined {
  const text = plainWords(question)
  if (says(text, DANGER)) return 'danger'
  return says(text, DISTRESS) ? 'distress' : undefined
}
