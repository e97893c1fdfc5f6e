/** What a fraction is, when two are equal, and fractions of one denominator. */
import type { Concept } from '../../../modules/learning/api.ts'
import {
  anyFraction,
  choice,
  choiceOf,
  counted,
  different,
  exercise,
  frac,
  fraction,
  gcd,
  lowest,
  math,
  NOUNS,
  reduced,
  say,
  thenReduced,
  whole,
} from './writing.ts'

/** Reduced proper fractions with small denominators. */
const PROPER = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [1, 5],
  [2, 5],
  [3, 5],
  [4, 5],
  [1, 6],
  [5, 6],
  [3, 7],
  [5, 7],
  [3, 8],
  [5, 8],
  [7, 8],
] as const

export const equivalent: Concept = {
  key: 'fractions.equivalent',
  name: say('الكسور المتكافئة', 'Equivalent fractions'),
  goal: say(
    'أكتب كسورًا متكافئة وأختصر الكسر إلى أبسط صورة وأقارن بين الكسور.',
    'I can write equivalent fractions, simplify a fraction and compare fractions.',
  ),
  needs: ['numbers.divisibility'],
  exercises: [
    exercise('fill', 1, (random) => {
      const [n, d] = random.pick(PROPER)
      const k = random.whole(3, 9)
      return {
        prompt: say(
          `ما قيمة $x$ التي تجعل $${frac(n, d)} = {x/${d * k}}$؟`,
          `Which value of $x$ makes $${frac(n, d)} = {x/${d * k}}$ true?`,
        ),
        answer: whole(n * k),
        hints: [
          say(
            `في أيِّ عدد ضُرب المقام $${d}$ ليصبح $${d * k}$؟`,
            `By what was the denominator $${d}$ multiplied to become $${d * k}$?`,
          ),
          say(`نضرب البسط $${n}$ في $${k}$ أيضًا.`, `Multiply the numerator $${n}$ by $${k}$ as well.`),
        ],
        steps: [
          say(
            `ضُرب المقام في $${k}$: $${d} × ${k} = ${d * k}$.`,
            `The denominator was multiplied by $${k}$: $${d} × ${k} = ${d * k}$.`,
          ),
          say(
            `نضرب البسط في العدد نفسه: $x = ${n} × ${k} = ${n * k}$.`,
            `Multiply the numerator by the same number: $x = ${n} × ${k} = ${n * k}$.`,
          ),
        ],
      }
    }),
    exercise('simplify', 1, (random) => {
      const [n, d] = random.pick(PROPER)
      const k = random.whole(2, 9)
      return {
        prompt: say(
          `ما أبسط صورة للكسر $${frac(n * k, d * k)}$؟`,
          `What is $${frac(n * k, d * k)}$ in its lowest terms?`,
        ),
        answer: fraction(n, d),
        hints: [
          say('نبحث عن عدد يقسم البسط والمقام معًا.', 'Look for a number that divides both numerator and denominator.'),
          say(
            `العامل المشترك الأعلى للعددين $${n * k}$ و$${d * k}$ هو $${k}$.`,
            `The greatest common factor of $${n * k}$ and $${d * k}$ is $${k}$.`,
          ),
        ],
        steps: [
          say(
            `نقسم البسط والمقام على $${k}$: $${n * k} ÷ ${k} = ${n}$ و$${d * k} ÷ ${k} = ${d}$.`,
            `Divide both by $${k}$: $${n * k} ÷ ${k} = ${n}$ and $${d * k} ÷ ${k} = ${d}$.`,
          ),
          math(`${frac(n * k, d * k)} = ${frac(n, d)}`),
        ],
      }
    }),
    exercise('bar', 1, (random) => {
      const parts = random.pick([6, 8, 9, 10, 12])
      const filled = random.pick(Array.from({ length: parts - 3 }, (_, at) => at + 2).filter((n) => gcd(n, parts) > 1))
      return {
        prompt: say(
          `قُسم الشريط إلى ${counted(parts, NOUNS.equalPart)}، والملوَّن منها $${filled}$. ما الكسر الذي يعبّر عن الجزء الملوَّن في أبسط صورة؟`,
          `The bar is cut into $${parts}$ equal parts, and $${filled}$ of them are coloured. Which fraction of the bar is coloured, in lowest terms?`,
        ),
        answer: fraction(filled, parts),
        hints: [
          say(
            'البسط عدد الأجزاء الملونة، والمقام عدد كل الأجزاء.',
            'The numerator counts the coloured parts, the denominator all of them.',
          ),
          say(
            `نختصر الكسر $${frac(filled, parts)}$ بقسمة حديه على $${gcd(filled, parts)}$.`,
            `Simplify $${frac(filled, parts)}$ by dividing both terms by $${gcd(filled, parts)}$.`,
          ),
        ],
        steps: [
          say(
            `الجزء الملوَّن هو $${frac(filled, parts)}$ من الشريط.`,
            `The coloured part is $${frac(filled, parts)}$ of the bar.`,
          ),
          math(`${frac(filled, parts)} = ${reduced(filled, parts)}`),
        ],
        figure: { kind: 'bar', parts, filled },
      }
    }),
    exercise('compare', 2, (random) => {
      const [d1, d2] = random.pick([
        [3, 4],
        [4, 5],
        [3, 5],
        [5, 6],
        [4, 7],
        [5, 8],
        [3, 8],
      ] as const)
      const [n1, n2] = [random.whole(1, d1 - 1), random.whole(1, d2 - 1)]
      const [left, right] = [n1 * d2, n2 * d1]
      const [one, two] = [frac(n1, d1), frac(n2, d2)]
      const sign = left > right ? '>' : left < right ? '<' : '='
      const bigger = left > right ? one : two
      const smaller = left > right ? two : one
      return {
        prompt: say(`أيُّ الكسرين أكبر: $${one}$ أم $${two}$؟`, `Which fraction is greater: $${one}$ or $${two}$?`),
        answer: choice(random, say(`$${bigger}$`, `$${bigger}$`), [
          say(`$${smaller}$`, `$${smaller}$`),
          say('هما متساويان', 'they are equal'),
        ]),
        hints: [
          say(
            'لا نقارن كسرين حتى يصبح لهما المقام نفسه.',
            'We compare two fractions once they have the same denominator.',
          ),
          say(`المقام المشترك هو $${d1 * d2}$.`, `A common denominator is $${d1 * d2}$.`),
        ],
        steps: [
          say(
            `نوحّد المقامين: $${one} = ${frac(left, d1 * d2)}$ و$${two} = ${frac(right, d1 * d2)}$.`,
            `Same denominator: $${one} = ${frac(left, d1 * d2)}$ and $${two} = ${frac(right, d1 * d2)}$.`,
          ),
          say(
            `$${left} ${sign} ${right}$، فالأكبر هو $${bigger}$.`,
            `$${left} ${sign} ${right}$, so the greater is $${bigger}$.`,
          ),
        ],
      }
    }),
    exercise('which_equals', 2, (random) => {
      const [n, d] = random.pick([
        [2, 3],
        [3, 4],
        [2, 5],
        [3, 5],
        [4, 5],
        [5, 6],
        [3, 7],
        [3, 8],
      ] as const)
      const k = random.whole(2, 5)
      const more = random.whole(2, 5)
      return {
        prompt: say(`أيُّ هذه الكسور يساوي $${frac(n, d)}$؟`, `Which of these fractions equals $${frac(n, d)}$?`),
        answer: choiceOf(random, frac(n * k, d * k), [
          frac(n + more, d + more),
          frac(n * k, d * (k + 1)),
          frac(n * k + 1, d * k),
        ]),
        hints: [
          say(
            'الكسر المكافئ نحصل عليه بضرب البسط والمقام في العدد نفسه، لا بجمعه إليهما.',
            'We get an equal fraction by multiplying both terms by the same number, not by adding it.',
          ),
          say(`نجرب ضرب $${n}$ و$${d}$ في $${k}$.`, `Try multiplying $${n}$ and $${d}$ by $${k}$.`),
        ],
        steps: [
          say(
            `نضرب البسط والمقام في $${k}$: $${n} × ${k} = ${n * k}$ و$${d} × ${k} = ${d * k}$.`,
            `Multiply both terms by $${k}$: $${n} × ${k} = ${n * k}$ and $${d} × ${k} = ${d * k}$.`,
          ),
          math(`${frac(n, d)} = ${frac(n * k, d * k)}`),
        ],
      }
    }),
    exercise('hour', 3, (random) => {
      const minutes = random.pick([5, 10, 12, 15, 18, 20, 24, 25, 35, 36, 40, 42, 45, 48, 50, 54, 55])
      const common = gcd(minutes, 60)
      return {
        prompt: say(
          `انتظر يوسف المترو ${counted(minutes, NOUNS.minute)}. ما الكسر الذي يعبّر عن هذه المدة من الساعة في أبسط صورة؟`,
          `Youssef waited $${minutes}$ minutes for the metro. Which fraction of an hour is that, in lowest terms?`,
        ),
        answer: fraction(minutes, 60),
        hints: [
          say('كم دقيقة في الساعة؟', 'How many minutes are there in an hour?'),
          say(`نختصر الكسر $${frac(minutes, 60)}$.`, `Simplify $${frac(minutes, 60)}$.`),
          say(`نقسم البسط والمقام على $${common}$.`, `Divide numerator and denominator by $${common}$.`),
        ],
        steps: [
          say(
            `الساعة $60$ دقيقة، فالمدة $${frac(minutes, 60)}$ من الساعة.`,
            `An hour has $60$ minutes, so the wait is $${frac(minutes, 60)}$ of an hour.`,
          ),
          math(`${frac(minutes, 60)} = ${reduced(minutes, 60)}`),
        ],
      }
    }),
  ],
}

export const addLike: Concept = {
  key: 'fractions.add_like',
  name: say('جمع الكسور متحدة المقام وطرحها', 'Adding and subtracting like fractions'),
  goal: say('أجمع وأطرح كسورًا لها المقام نفسه.', 'I can add and subtract fractions that have the same denominator.'),
  needs: ['fractions.equivalent'],
  exercises: [
    exercise('add', 1, (random) => {
      const d = random.pick([5, 6, 7, 8, 9, 10, 11, 12])
      const a = random.whole(1, d - 2)
      const b = random.whole(1, d - 1 - a)
      const [one, two] = [frac(a, d), frac(b, d)]
      return {
        prompt: say(`ما ناتج $${one} + ${two}$ في أبسط صورة؟`, `What is $${one} + ${two}$ in lowest terms?`),
        answer: fraction(a + b, d),
        hints: [
          say('المقام واحد، فماذا نجمع؟', 'The denominators are the same; what do we add?'),
          say(
            `نجمع البسطين $${a}$ و$${b}$ ويبقى المقام $${d}$.`,
            `Add the numerators $${a}$ and $${b}$ and keep the denominator $${d}$.`,
          ),
        ],
        steps: [
          say(`نجمع البسطين: $${a} + ${b} = ${a + b}$.`, `Add the numerators: $${a} + ${b} = ${a + b}$.`),
          math(`${one} + ${two} = ${frac(a + b, d)}${thenReduced(a + b, d)}`),
        ],
        figure: { kind: 'bar', parts: d, filled: a },
      }
    }),
    exercise('subtract', 1, (random) => {
      const d = random.pick([5, 6, 7, 8, 9, 10, 11, 12])
      const a = random.whole(3, d - 1)
      const b = random.whole(1, a - 1)
      const [one, two] = [frac(a, d), frac(b, d)]
      return {
        prompt: say(`ما ناتج $${one} − ${two}$ في أبسط صورة؟`, `What is $${one} − ${two}$ in lowest terms?`),
        answer: fraction(a - b, d),
        hints: [
          say(
            'المقام واحد، فنطرح البسطين فقط.',
            'The denominators are the same, so only the numerators are subtracted.',
          ),
          say(
            `$${a} − ${b} = ${a - b}$، والمقام يبقى $${d}$؛ هل يمكن الاختصار؟`,
            `$${a} − ${b} = ${a - b}$ and the denominator stays $${d}$; can it be simplified?`,
          ),
        ],
        steps: [
          say(`نطرح البسطين: $${a} − ${b} = ${a - b}$.`, `Subtract the numerators: $${a} − ${b} = ${a - b}$.`),
          math(`${one} − ${two} = ${frac(a - b, d)}${thenReduced(a - b, d)}`),
        ],
      }
    }),
    exercise('pizza', 2, (random) => {
      const d = random.pick([8, 10, 12])
      const [a, b] = different(random, 2, 1, d / 2 - 1) as [number, number]
      const left = d - a - b
      return {
        prompt: say(
          `أكلت جنى $${frac(a, d)}$ من فطيرة، وأكل آدم $${frac(b, d)}$ منها. ما الكسر الباقي من الفطيرة في أبسط صورة؟`,
          `Jana ate $${frac(a, d)}$ of a pie and Adam ate $${frac(b, d)}$ of it. Which fraction of the pie is left, in lowest terms?`,
        ),
        answer: fraction(left, d),
        hints: [
          say('نجمع أولًا ما أُكل من الفطيرة.', 'First add up what was eaten.'),
          say(
            `الفطيرة كلها $${`{${d}/${d}}`}$، نطرح منها $${frac(a + b, d)}$.`,
            `The whole pie is $${`{${d}/${d}}`}$; subtract $${frac(a + b, d)}$ from it.`,
          ),
        ],
        steps: [
          say(
            `ما أُكل: $${frac(a, d)} + ${frac(b, d)} = ${frac(a + b, d)}$.`,
            `What was eaten: $${frac(a, d)} + ${frac(b, d)} = ${frac(a + b, d)}$.`,
          ),
          say(
            `الباقي: $1 − ${frac(a + b, d)} = ${frac(left, d)}${thenReduced(left, d)}$.`,
            `What is left: $1 − ${frac(a + b, d)} = ${frac(left, d)}${thenReduced(left, d)}$.`,
          ),
        ],
        figure: { kind: 'bar', parts: d, filled: a + b },
      }
    }),
    exercise('three_terms', 2, (random) => {
      const d = random.pick([7, 9, 10, 11, 12, 15])
      const [a, b] = [random.whole(2, d - 2), random.whole(2, 5)]
      const c = random.whole(1, a + b - 1)
      const sum = a + b - c
      const list = `${frac(a, d)} + ${frac(b, d)} − ${frac(c, d)}`
      return {
        prompt: say(`ما ناتج $${list}$؟`, `What is $${list}$?`),
        answer: anyFraction(sum, d),
        hints: [
          say(
            'المقامات متساوية، فنعمل على البسوط من اليسار إلى اليمين.',
            'The denominators are equal, so we work on the numerators from left to right.',
          ),
          say(
            `نحسب $${a} + ${b} − ${c}$، والمقام $${d}$.`,
            `Work out $${a} + ${b} − ${c}$; the denominator is $${d}$.`,
          ),
        ],
        steps: [
          math(`${a} + ${b} − ${c} = ${sum}`),
          math(`${list} = {${sum}/${d}}${sum % d === 0 || gcd(sum, d) > 1 ? ` = ${reduced(sum, d)}` : ''}`),
        ],
      }
    }),
    exercise('missing', 3, (random) => {
      const d = random.pick([6, 8, 9, 10, 12])
      const c = random.whole(3, d - 1)
      const a = random.whole(1, c - 1)
      const [n, m] = lowest(c - a, d)
      return {
        prompt: say(
          `ما العدد $x$ الذي يحقق $${frac(a, d)} + x = ${frac(c, d)}$؟ نكتبه في أبسط صورة.`,
          `Which number $x$ satisfies $${frac(a, d)} + x = ${frac(c, d)}$? Give it in lowest terms.`,
        ),
        answer: fraction(n, m),
        hints: [
          say('الطرح هو عكس الجمع.', 'Subtraction undoes addition.'),
          say(`$x = ${frac(c, d)} − ${frac(a, d)}$`, `$x = ${frac(c, d)} − ${frac(a, d)}$`),
          say(
            `$${c} − ${a} = ${c - a}$، والمقام $${d}$؛ ثم نختصر إن أمكن.`,
            `$${c} − ${a} = ${c - a}$ over $${d}$; then simplify if possible.`,
          ),
        ],
        steps: [
          say(`نطرح $${frac(a, d)}$ من الطرفين.`, `Subtract $${frac(a, d)}$ from both sides.`),
          math(`x = ${frac(c, d)} − ${frac(a, d)} = ${frac(c - a, d)}${thenReduced(c - a, d)}`),
        ],
      }
    }),
  ],
}
