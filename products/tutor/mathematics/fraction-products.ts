/** Products and quotients of fractions. */
import type { Concept } from '../../../modules/learning/api.ts'
import {
  anyFraction,
  choiceOf,
  counted,
  exercise,
  frac,
  fraction,
  gcd,
  math,
  NOUNS,
  reduced,
  say,
  thenReduced,
  whole,
} from './writing.ts'

const PROPER = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [2, 5],
  [3, 5],
  [4, 5],
  [5, 6],
  [3, 7],
  [3, 8],
  [5, 8],
  [2, 9],
] as const

export const multiply: Concept = {
  key: 'fractions.multiply',
  name: say('ضرب الكسور', 'Multiplying fractions'),
  goal: say('أضرب كسرين، وأجد كسرًا من عدد.', 'I can multiply two fractions and find a fraction of a number.'),
  needs: ['fractions.equivalent'],
  exercises: [
    exercise('of_number', 1, (random) => {
      const [n, d] = random.pick(PROPER)
      const k = random.whole(3, 12)
      return {
        prompt: say(`ما قيمة $${frac(n, d)}$ من العدد $${d * k}$؟`, `What is $${frac(n, d)}$ of $${d * k}$?`),
        answer: whole(n * k),
        hints: [
          say(`نقسم $${d * k}$ إلى أجزاء متساوية عددها $${d}$.`, `Split $${d * k}$ into equal parts, $${d}$ of them.`),
          say(`كل جزء $${k}$، ونأخذ من الأجزاء $${n}$.`, `Each part is $${k}$; take $${n}$ of the parts.`),
        ],
        steps: [
          say(`نقسم على المقام: $${d * k} ÷ ${d} = ${k}$.`, `Divide by the denominator: $${d * k} ÷ ${d} = ${k}$.`),
          say(`نضرب في البسط: $${k} × ${n} = ${n * k}$.`, `Multiply by the numerator: $${k} × ${n} = ${n * k}$.`),
        ],
      }
    }),
    exercise('product', 1, (random) => {
      const [[a, b], [c, d]] = [random.pick(PROPER), random.pick(PROPER)]
      return {
        prompt: say(
          `ما ناتج $${frac(a, b)} × ${frac(c, d)}$ في أبسط صورة؟`,
          `What is $${frac(a, b)} × ${frac(c, d)}$ in lowest terms?`,
        ),
        answer: fraction(a * c, b * d),
        hints: [
          say(
            'نضرب البسط في البسط والمقام في المقام.',
            'Multiply numerator by numerator and denominator by denominator.',
          ),
          say(
            `$${a} × ${c} = ${a * c}$ و$${b} × ${d} = ${b * d}$، ثم نختصر إن أمكن.`,
            `$${a} × ${c} = ${a * c}$ and $${b} × ${d} = ${b * d}$; then simplify if possible.`,
          ),
        ],
        steps: [
          say(
            `البسط: $${a} × ${c} = ${a * c}$، والمقام: $${b} × ${d} = ${b * d}$.`,
            `Numerator: $${a} × ${c} = ${a * c}$; denominator: $${b} × ${d} = ${b * d}$.`,
          ),
          math(`${frac(a, b)} × ${frac(c, d)} = ${frac(a * c, b * d)}${thenReduced(a * c, b * d)}`),
        ],
      }
    }),
    exercise('cancel', 2, (random) => {
      const [k, m] = [random.whole(2, 6), random.whole(2, 6)]
      const [p, q] = random.pick([
        [2, 3],
        [3, 4],
        [3, 5],
        [1, 4],
        [5, 6],
        [5, 7],
      ] as const)
      const [one, two] = [`{${p * k}/${m * 7}}`, `{${m * 7}/${q * k}}`]
      return {
        prompt: say(`ما ناتج $${one} × ${two}$ في أبسط صورة؟`, `What is $${one} × ${two}$ in lowest terms?`),
        answer: fraction(p, q),
        hints: [
          say(
            'قبل الضرب: هل هناك عدد في بسط أحدهما ومقام الآخر؟',
            'Before multiplying: does a number stand in the numerator of one and the denominator of the other?',
          ),
          say(
            `نختصر $${m * 7}$ مع $${m * 7}$، فيبقى $${`{${p * k}/${q * k}}`}$.`,
            `Cancel $${m * 7}$ with $${m * 7}$; what is left is $${`{${p * k}/${q * k}}`}$.`,
          ),
        ],
        steps: [
          say(
            `نختصر العدد $${m * 7}$ من البسط والمقام: $${one} × ${two} = {${p * k}/${q * k}}$.`,
            `Cancel $${m * 7}$ above and below: $${one} × ${two} = {${p * k}/${q * k}}$.`,
          ),
          say(
            `نقسم على $${k}$: $${`{${p * k}/${q * k}}`} = ${frac(p, q)}$.`,
            `Divide by $${k}$: $${`{${p * k}/${q * k}}`} = ${frac(p, q)}$.`,
          ),
        ],
      }
    }),
    exercise('recipe', 2, (random) => {
      const [n, d] = random.pick([
        [3, 4],
        [2, 3],
        [3, 5],
        [5, 6],
        [5, 8],
      ] as const)
      const times = random.pick([3, 4, 5, 6, 7].filter((count) => count % d !== 0))
      return {
        prompt: say(
          `تحتاج صينية بسبوسة إلى $${frac(n, d)}$ كجم من السميد. كم كيلوجرامًا من السميد تحتاج إليه ليلى لإعداد صوانٍ عددها $${times}$؟ نكتب الناتج كسرًا في أبسط صورة.`,
          `A tray of basbousa needs $${frac(n, d)}$ kg of semolina. How many kilograms of semolina does Laila need for $${times}$ trays? Give a fraction in lowest terms.`,
        ),
        answer: fraction(n * times, d),
        hints: [
          say(`نضرب كمية الصينية الواحدة في $${times}$.`, `Multiply the amount for one tray by $${times}$.`),
          say(
            `$${frac(n, d)} × ${times}$: نضرب البسط فقط.`,
            `$${frac(n, d)} × ${times}$: only the numerator is multiplied.`,
          ),
        ],
        steps: [
          say(
            `نضرب البسط في عدد الصواني: $${n} × ${times} = ${n * times}$.`,
            `Multiply the numerator by the number of trays: $${n} × ${times} = ${n * times}$.`,
          ),
          math(`${frac(n, d)} × ${times} = {${n * times}/${d}}${thenReduced(n * times, d)}`),
        ],
      }
    }),
    exercise('spent', 2, (random) => {
      const [n, d] = random.pick([
        [1, 3],
        [2, 5],
        [3, 4],
        [1, 4],
        [3, 5],
        [2, 3],
      ] as const)
      const total = d * random.pick([20, 25, 30, 40, 50])
      const spent = (total / d) * n
      return {
        prompt: say(
          `ادخر مينا ${counted(total, NOUNS.pound)}، وأنفق $${frac(n, d)}$ منها على حذاء كرة القدم. كم جنيهًا بقي معه؟`,
          `Mina saved $${total}$ pounds and spent $${frac(n, d)}$ of it on football boots. How many pounds are left?`,
        ),
        answer: whole(total - spent),
        hints: [
          say('كم أنفق؟ وما الذي يبقى بعد ذلك؟', 'How much was spent, and what remains after that?'),
          say(`ما أنفقه: $${total} ÷ ${d} × ${n} = ${spent}$.`, `What was spent: $${total} ÷ ${d} × ${n} = ${spent}$.`),
        ],
        steps: [
          say(
            `ما أنفقه: $${frac(n, d)} × ${total} = ${spent}$.`,
            `What was spent: $${frac(n, d)} × ${total} = ${spent}$.`,
          ),
          say(
            `الباقي: $${total} − ${spent} = ${total - spent}$.`,
            `What is left: $${total} − ${spent} = ${total - spent}$.`,
          ),
        ],
      }
    }),
    exercise('part_of_part', 3, (random) => {
      const [[a, b], [c, d]] = [random.pick(PROPER), random.pick(PROPER)]
      return {
        prompt: say(
          `زُرع $${frac(a, b)}$ من حقل قمحًا، ثم حُصد $${frac(c, d)}$ من القمح. ما الكسر الذي يعبّر عن الجزء الذي حُصد من الحقل كله في أبسط صورة؟`,
          `Wheat grows on $${frac(a, b)}$ of a field, and $${frac(c, d)}$ of the wheat has been harvested. Which fraction of the whole field has been harvested, in lowest terms?`,
        ),
        answer: fraction(a * c, b * d),
        hints: [
          say('المطلوب كسر من كسر: أيُّ عملية هذه؟', 'We want a fraction of a fraction: which operation is that?'),
          say(`نضرب $${frac(a, b)} × ${frac(c, d)}$.`, `Multiply $${frac(a, b)} × ${frac(c, d)}$.`),
          say(
            `الناتج قبل الاختصار $${frac(a * c, b * d)}$.`,
            `Before simplifying the product is $${frac(a * c, b * d)}$.`,
          ),
        ],
        steps: [
          say('«كسر من كسر» يعني الضرب.', '“A fraction of a fraction” means multiplying.'),
          math(`${frac(a, b)} × ${frac(c, d)} = ${frac(a * c, b * d)}${thenReduced(a * c, b * d)}`),
        ],
      }
    }),
  ],
}

export const divide: Concept = {
  key: 'fractions.divide',
  name: say('قسمة الكسور', 'Dividing fractions'),
  goal: say('أقسم كسرًا على عدد أو على كسر آخر.', 'I can divide a fraction by a number or by another fraction.'),
  needs: ['fractions.multiply'],
  exercises: [
    exercise('reciprocal', 1, (random) => {
      const d = random.whole(5, 11)
      const n = random.pick([2, 3, 4, 5, 7].filter((top) => top < d && gcd(top, d) === 1 && d !== 2 * top))
      return {
        prompt: say(`ما المعكوس الضربي (المقلوب) للكسر $${frac(n, d)}$؟`, `What is the reciprocal of $${frac(n, d)}$?`),
        answer: choiceOf(random, frac(d, n), [`−${frac(n, d)}`, `−${frac(d, n)}`, frac(d - n, d)]),
        hints: [
          say('حاصل ضرب العدد في مقلوبه يساوي $1$.', 'A number times its reciprocal equals $1$.'),
          say('نبدّل مكاني البسط والمقام، والإشارة لا تتغير.', 'Swap numerator and denominator; the sign stays.'),
        ],
        steps: [
          say(`نتحقق: $${frac(n, d)} × ${frac(d, n)} = 1$.`, `Check: $${frac(n, d)} × ${frac(d, n)} = 1$.`),
          say(`المقلوب هو $${frac(d, n)}$.`, `The reciprocal is $${frac(d, n)}$.`),
        ],
      }
    }),
    exercise('by_whole', 1, (random) => {
      const [n, d] = random.pick(PROPER)
      const k = random.whole(2, 6)
      return {
        prompt: say(`ما ناتج $${frac(n, d)} ÷ ${k}$ في أبسط صورة؟`, `What is $${frac(n, d)} ÷ ${k}$ in lowest terms?`),
        answer: fraction(n, d * k),
        hints: [
          say(`القسمة على $${k}$ هي الضرب في مقلوبه.`, `Dividing by $${k}$ is multiplying by its reciprocal.`),
          say(`$${frac(n, d)} × ${frac(1, k)}$`, `$${frac(n, d)} × ${frac(1, k)}$`),
        ],
        steps: [
          say(
            `نضرب في مقلوب $${k}$: $${frac(n, d)} ÷ ${k} = ${frac(n, d)} × ${frac(1, k)}$.`,
            `Multiply by the reciprocal of $${k}$: $${frac(n, d)} ÷ ${k} = ${frac(n, d)} × ${frac(1, k)}$.`,
          ),
          math(`${frac(n, d)} × ${frac(1, k)} = ${frac(n, d * k)}${thenReduced(n, d * k)}`),
        ],
      }
    }),
    exercise('quotient', 2, (random) => {
      const [a, b] = random.pick(PROPER)
      const [c, d] = random.pick(PROPER.filter(([n, m]) => n * b !== a * m && n > 1))
      const result = frac(a * d, b * c)
      return {
        prompt: say(`ما ناتج $${frac(a, b)} ÷ ${frac(c, d)}$؟`, `What is $${frac(a, b)} ÷ ${frac(c, d)}$?`),
        answer: anyFraction(a * d, b * c),
        hints: [
          say('نحوّل القسمة إلى ضرب في المقلوب.', 'Turn the division into multiplication by the reciprocal.'),
          say(`مقلوب $${frac(c, d)}$ هو $${frac(d, c)}$.`, `The reciprocal of $${frac(c, d)}$ is $${frac(d, c)}$.`),
        ],
        steps: [
          math(`${frac(a, b)} ÷ ${frac(c, d)} = ${frac(a, b)} × ${frac(d, c)}`),
          math(`${frac(a, b)} × ${frac(d, c)} = ${result}${thenReduced(a * d, b * c)}`),
        ],
      }
    }),
    exercise('glasses', 2, (random) => {
      const d = random.pick([3, 4, 5, 8])
      const litres = random.whole(3, 9)
      return {
        prompt: say(
          `لدى جنى ${counted(litres, NOUNS.litre)} من عصير الليمون، وكل كوب يسع $${frac(1, d)}$ لتر. كم كوبًا تملأ؟`,
          `Jana has $${litres}$ litres of lemonade, and each glass holds $${frac(1, d)}$ litre. How many glasses can she fill?`,
        ),
        answer: whole(litres * d),
        hints: [
          say(`كم كوبًا يملأ اللتر الواحد؟`, `How many glasses does one litre fill?`),
          say(
            `نقسم $${litres} ÷ ${frac(1, d)}$، أي نضرب في المقلوب.`,
            `Divide $${litres} ÷ ${frac(1, d)}$, that is, multiply by the reciprocal.`,
          ),
        ],
        steps: [
          say(
            `نقسم الكمية على سعة الكوب: $${litres} ÷ ${frac(1, d)}$.`,
            `Divide the amount by what a glass holds: $${litres} ÷ ${frac(1, d)}$.`,
          ),
          math(`${litres} ÷ ${frac(1, d)} = ${litres} × ${d} = ${litres * d}`),
        ],
      }
    }),
    exercise('divide_and_multiply', 3, (random) => {
      const [[a, b], [c, d], [e, f]] = [random.pick(PROPER), random.pick(PROPER), random.pick(PROPER)]
      const list = `${frac(a, b)} ÷ ${frac(c, d)} × ${frac(e, f)}`
      const [top, bottom] = [a * d * e, b * c * f]
      const common = gcd(top, bottom)
      return {
        prompt: say(`ما ناتج $${list}$؟`, `What is $${list}$?`),
        answer: anyFraction(top, bottom),
        hints: [
          say(
            'نعمل من اليسار إلى اليمين، ونقلب الكسر الذي نقسم عليه وحده.',
            'Work from left to right, and turn over only the fraction we divide by.',
          ),
          say(`$${frac(a, b)} × ${frac(d, c)} × ${frac(e, f)}$`, `$${frac(a, b)} × ${frac(d, c)} × ${frac(e, f)}$`),
          say(
            `حاصل ضرب البسوط $${top}$، وحاصل ضرب المقامات $${bottom}$.`,
            `The numerators multiply to $${top}$, the denominators to $${bottom}$.`,
          ),
        ],
        steps: [
          math(`${list} = ${frac(a, b)} × ${frac(d, c)} × ${frac(e, f)}`),
          math(
            `${frac(a, b)} × ${frac(d, c)} × ${frac(e, f)} = {${top}/${bottom}}${common > 1 ? ` = ${reduced(top, bottom)}` : ''}`,
          ),
        ],
      }
    }),
  ],
}
