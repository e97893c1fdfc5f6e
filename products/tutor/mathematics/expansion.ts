/** Multiplying out brackets. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choiceOf, counted, exercise, inside, math, NOUNS, num, plus, say, terms, whole } from './writing.ts'

export const expand: Concept = {
  key: 'algebra.expand',
  name: say('فك الأقواس', 'Expanding brackets'),
  goal: say('أضرب حدًّا أو مقدارًا في مقدار جبري.', 'I can multiply an expression by a term or by another expression.'),
  needs: ['algebra.collect'],
  exercises: [
    exercise('distribute', 1, (random) => {
      const [a, b, c] = [random.whole(2, 9), random.whole(2, 5), random.whole(2, 9)]
      return {
        prompt: say(`ما ناتج فك القوس في $${a}(${b}x + ${c})$؟`, `What do we get by expanding $${a}(${b}x + ${c})$?`),
        answer: choiceOf(random, `${a * b}x + ${a * c}`, [
          `${a * b}x + ${c}`,
          `${a + b}x + ${a + c}`,
          `${b}x + ${a * c}`,
        ]),
        hints: [
          say('نضرب العدد خارج القوس في كل حد داخله.', 'Multiply each term in the bracket by the number outside.'),
          say(
            `$${a} × ${b}x = ${a * b}x$ و$${a} × ${c} = ${a * c}$`,
            `$${a} × ${b}x = ${a * b}x$ and $${a} × ${c} = ${a * c}$`,
          ),
        ],
        steps: [
          math(`${a}(${b}x + ${c}) = ${a} × ${b}x + ${a} × ${c}`),
          math(`${a} × ${b}x + ${a} × ${c} = ${a * b}x + ${a * c}`),
        ],
      }
    }),
    exercise('negative_factor', 2, (random) => {
      const [a, b, c] = [random.whole(2, 7), random.whole(2, 5), random.whole(2, 9)]
      return {
        prompt: say(`ما ناتج فك القوس في $−${a}(${b}x − ${c})$؟`, `What do we get by expanding $−${a}(${b}x − ${c})$?`),
        answer: choiceOf(random, `−${a * b}x + ${a * c}`, [
          `−${a * b}x − ${a * c}`,
          `${a * b}x − ${a * c}`,
          `−${a * b}x − ${c}`,
        ]),
        hints: [
          say('ننتبه إلى الإشارة: سالب في سالب يعطي موجبًا.', 'Mind the signs: negative times negative is positive.'),
          say(`$−${a} × (−${c}) = ${a * c}$`, `$−${a} × (−${c}) = ${a * c}$`),
        ],
        steps: [
          say(
            `الحد الأول: $−${a} × ${b}x = −${a * b}x$، والثاني: $−${a} × (−${c}) = ${a * c}$.`,
            `First term: $−${a} × ${b}x = −${a * b}x$; second: $−${a} × (−${c}) = ${a * c}$.`,
          ),
          math(`−${a}(${b}x − ${c}) = −${a * b}x + ${a * c}`),
        ],
      }
    }),
    exercise('constant_term', 2, (random) => {
      const [a, b, c, d] = [random.whole(2, 6), random.whole(2, 9), random.whole(2, 6), random.whole(2, 9)]
      const list = `${a}(x + ${b}) + ${c}(x − ${d})`
      const constant = a * b - c * d
      return {
        prompt: say(
          `بعد فك الأقواس والاختصار في $${list}$، ما الحد المطلق (الحد الخالي من $x$)؟`,
          `After expanding and simplifying $${list}$, what is the constant term (the term without $x$)?`,
        ),
        answer: whole(constant),
        hints: [
          say('نفك كل قوس وحده ثم نجمع الأعداد.', 'Expand each bracket by itself, then add the numbers.'),
          say(
            `$${a} × ${b} = ${a * b}$ و$${c} × (−${d}) = −${c * d}$`,
            `$${a} × ${b} = ${a * b}$ and $${c} × (−${d}) = −${c * d}$`,
          ),
        ],
        steps: [
          say(
            `نفك الأقواس: $${list} = ${a}x + ${a * b} + ${c}x − ${c * d}$.`,
            `Expand: $${list} = ${a}x + ${a * b} + ${c}x − ${c * d}$.`,
          ),
          say(
            `الحد المطلق: $${a * b} − ${c * d} = ${num(constant)}$.`,
            `The constant term: $${a * b} − ${c * d} = ${num(constant)}$.`,
          ),
        ],
      }
    }),
    exercise('two_brackets', 3, (random) => {
      const a = random.whole(2, 9)
      const b = random.whole(2, 9) * random.pick([1, -1])
      const sum = a + b
      const right = terms([1, 'x^{2}'], [sum, 'x'], [a * b, ''])
      const list = `(x + ${a})(x${plus(b)})`
      return {
        prompt: say(`ما ناتج الضرب $${list}$؟`, `What is the product $${list}$?`),
        answer: choiceOf(random, right, [
          terms([1, 'x^{2}'], [a * b, '']),
          terms([1, 'x^{2}'], [a * b, 'x'], [sum, '']),
          terms([1, 'x^{2}'], [a - b, 'x'], [a * b, '']),
          terms([1, 'x^{2}'], [sum + 1, 'x'], [a * b, '']),
        ]),
        hints: [
          say(
            'نضرب كل حد في القوس الأول في كل حد في القوس الثاني.',
            'Multiply each term of the first bracket by each term of the second.',
          ),
          say(`حدّا $x$: $${terms([b, 'x'])}$ و$${a}x$.`, `The two $x$ terms: $${terms([b, 'x'])}$ and $${a}x$.`),
          say(
            `الحد المطلق: $${a} × ${inside(b)} = ${num(a * b)}$.`,
            `The constant term: $${a} × ${inside(b)} = ${num(a * b)}$.`,
          ),
        ],
        steps: [
          math(`${list} = ${terms([1, 'x^{2}'], [b, 'x'], [a, 'x'], [a * b, ''])}`),
          say(`نجمع حدي $x$: $${right}$.`, `Collect the $x$ terms: $${right}$.`),
        ],
      }
    }),
    exercise('square_of_sum', 3, (random) => {
      const a = random.whole(2, 9)
      const sign = random.pick([1, -1])
      const list = `(x${plus(sign * a)})^{2}`
      const right = terms([1, 'x^{2}'], [2 * a * sign, 'x'], [a * a, ''])
      return {
        prompt: say(`ما مفكوك $${list}$؟`, `What is the expansion of $${list}$?`),
        answer: choiceOf(random, right, [
          terms([1, 'x^{2}'], [a * a, '']),
          terms([1, 'x^{2}'], [a * sign, 'x'], [a * a, '']),
          terms([1, 'x^{2}'], [2 * a * sign, 'x'], [-a * a, '']),
        ]),
        hints: [
          say('المربع يعني القوس مضروبًا في نفسه.', 'The square means the bracket times itself.'),
          say(
            'مربع الأول، وضعف حاصل ضرب الحدين، ومربع الثاني.',
            'The square of the first, twice the product of the two, the square of the second.',
          ),
          say(
            `ضعف حاصل ضرب الحدين: $2 × x × ${inside(sign * a)} = ${terms([2 * a * sign, 'x'])}$.`,
            `Twice the product: $2 × x × ${inside(sign * a)} = ${terms([2 * a * sign, 'x'])}$.`,
          ),
        ],
        steps: [math(`${list} = (x${plus(sign * a)})(x${plus(sign * a)})`), math(`${list} = ${right}`)],
      }
    }),
    exercise('bill', 2, (random) => {
      const [people, fixedPrice] = [random.whole(3, 9), random.pick([5, 10, 15, 20, 25])]
      return {
        prompt: say(
          `دخل ${counted(people, NOUNS.person)} متحفًا. يدفع كل منهم $x$ جنيه للتذكرة و${counted(fixedPrice, NOUNS.pound)} للكتيب. أيُّ مقدار يعبّر عن كل ما دفعوه بالجنيه؟`,
          `$${people}$ people visit a museum. Each pays $x$ pounds for a ticket and $${fixedPrice}$ pounds for the booklet. Which expression gives all they pay in pounds?`,
        ),
        answer: choiceOf(random, `${people}x + ${people * fixedPrice}`, [
          `${people}x + ${fixedPrice}`,
          `x + ${people * fixedPrice}`,
          `${people + fixedPrice}x`,
        ]),
        hints: [
          say('كم يدفع الشخص الواحد؟', 'How much does one person pay?'),
          say(
            `الشخص الواحد يدفع $x + ${fixedPrice}$؛ نضرب في $${people}$.`,
            `One person pays $x + ${fixedPrice}$; multiply by $${people}$.`,
          ),
        ],
        steps: [
          say(`يدفع الواحد منهم $x + ${fixedPrice}$.`, `Each of them pays $x + ${fixedPrice}$.`),
          math(`${people}(x + ${fixedPrice}) = ${people}x + ${people * fixedPrice}`),
        ],
      }
    }),
  ],
}
