/** Algebraic expressions: putting numbers in, collecting like terms. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choiceOf, exercise, inside, math, num, say, terms, whole } from './writing.ts'

export const substitute: Concept = {
  key: 'algebra.substitute',
  name: say('التعويض في المقادير الجبرية', 'Substituting into expressions'),
  goal: say(
    'أحسب قيمة مقدار جبري عند معرفة قيم الرموز.',
    'I can find the value of an expression when the values of its letters are known.',
  ),
  needs: ['integers.order'],
  exercises: [
    exercise('linear', 1, (random) => {
      const [a, b, x] = [random.whole(2, 9), random.whole(3, 15), random.whole(2, 9)]
      return {
        prompt: say(
          `ما قيمة المقدار $${terms([a, 'x'], [b, ''])}$ عندما $x = ${x}$؟`,
          `What is the value of $${terms([a, 'x'], [b, ''])}$ when $x = ${x}$?`,
        ),
        answer: whole(a * x + b),
        hints: [
          say(`$${a}x$ تعني $${a}$ مضروبًا في $x$.`, `$${a}x$ means $${a}$ times $x$.`),
          say(`نضع $${x}$ مكان $x$: $${a} × ${x} + ${b}$.`, `Put $${x}$ in place of $x$: $${a} × ${x} + ${b}$.`),
        ],
        steps: [
          say(`نعوّض: $${a} × ${x} + ${b}$.`, `Substitute: $${a} × ${x} + ${b}$.`),
          math(`${a * x} + ${b} = ${a * x + b}`),
        ],
      }
    }),
    exercise('negative_value', 2, (random) => {
      const [a, b, x] = [random.whole(2, 9), random.whole(3, 15), -random.whole(2, 9)]
      return {
        prompt: say(
          `ما قيمة المقدار $${b} − ${a}x$ عندما $x = ${num(x)}$؟`,
          `What is the value of $${b} − ${a}x$ when $x = ${num(x)}$?`,
        ),
        answer: whole(b - a * x),
        hints: [
          say('نكتب العدد السالب بين قوسين عند التعويض.', 'Put the negative number in brackets when substituting.'),
          say(
            `$${a} × ${inside(x)} = ${num(a * x)}$؛ وطرح السالب جمع.`,
            `$${a} × ${inside(x)} = ${num(a * x)}$; subtracting a negative is adding.`,
          ),
        ],
        steps: [
          say(`نعوّض: $${b} − ${a} × ${inside(x)}$.`, `Substitute: $${b} − ${a} × ${inside(x)}$.`),
          math(`${b} − ${inside(a * x)} = ${b} + ${-a * x} = ${b - a * x}`),
        ],
      }
    }),
    exercise('two_letters', 2, (random) => {
      const [a, b] = [random.whole(2, 7), random.whole(2, 7)]
      const [x, y] = [random.whole(2, 8), -random.whole(2, 6)]
      const value = a * x + b * y
      return {
        prompt: say(
          `ما قيمة المقدار $${a}x + ${b}y$ عندما $x = ${x}$ و$y = ${num(y)}$؟`,
          `What is the value of $${a}x + ${b}y$ when $x = ${x}$ and $y = ${num(y)}$?`,
        ),
        answer: whole(value),
        hints: [
          say(
            'نعوّض عن كل رمز بقيمته ثم نضرب قبل أن نجمع.',
            'Replace each letter by its value, then multiply before adding.',
          ),
          say(
            `$${a} × ${x} = ${a * x}$ و$${b} × ${inside(y)} = ${num(b * y)}$`,
            `$${a} × ${x} = ${a * x}$ and $${b} × ${inside(y)} = ${num(b * y)}$`,
          ),
        ],
        steps: [
          say(`نعوّض: $${a} × ${x} + ${b} × ${inside(y)}$.`, `Substitute: $${a} × ${x} + ${b} × ${inside(y)}$.`),
          math(`${a * x} + ${inside(b * y)} = ${num(value)}`),
        ],
      }
    }),
    exercise('taxi', 1, (random) => {
      const [start, each, distance] = [random.pick([9, 10, 12, 15]), random.whole(3, 7), random.whole(4, 15)]
      return {
        prompt: say(
          `تُحسب أجرة سيارة أجرة بالجنيه من القاعدة $${start} + ${each}d$، حيث $d$ المسافة بالكيلومتر. كم جنيهًا أجرة رحلة طولها $${distance}$ كم؟`,
          `A taxi fare in pounds follows the rule $${start} + ${each}d$, where $d$ is the distance in kilometres. How many pounds is a ride of $${distance}$ km?`,
        ),
        answer: whole(start + each * distance),
        hints: [
          say('نضع المسافة مكان الرمز $d$.', 'Put the distance in place of the letter $d$.'),
          say(`$${start} + ${each} × ${distance}$`, `$${start} + ${each} × ${distance}$`),
        ],
        steps: [
          say(`نعوّض: $${start} + ${each} × ${distance}$.`, `Substitute: $${start} + ${each} × ${distance}$.`),
          math(`${start} + ${each * distance} = ${start + each * distance}`),
        ],
      }
    }),
    exercise('square', 3, (random) => {
      const [a, b, x] = [random.whole(2, 3), random.whole(2, 7), -random.whole(2, 5)]
      const value = a * x * x + b * x
      return {
        prompt: say(
          `ما قيمة المقدار $${a}x^{2} + ${b}x$ عندما $x = ${num(x)}$؟`,
          `What is the value of $${a}x^{2} + ${b}x$ when $x = ${num(x)}$?`,
        ),
        answer: whole(value),
        hints: [
          say('مربع العدد السالب موجب.', 'The square of a negative number is positive.'),
          say(`$${inside(x)}^{2} = ${x * x}$`, `$${inside(x)}^{2} = ${x * x}$`),
          say(`$${a} × ${x * x} + ${b} × ${inside(x)}$`, `$${a} × ${x * x} + ${b} × ${inside(x)}$`),
        ],
        steps: [
          say(
            `نعوّض: $${a} × ${inside(x)}^{2} + ${b} × ${inside(x)}$.`,
            `Substitute: $${a} × ${inside(x)}^{2} + ${b} × ${inside(x)}$.`,
          ),
          math(`${a * x * x} + ${inside(b * x)} = ${num(value)}`),
        ],
      }
    }),
  ],
}

export const collect: Concept = {
  key: 'algebra.collect',
  name: say('جمع الحدود المتشابهة', 'Collecting like terms'),
  goal: say('أختصر مقدارًا جبريًّا بجمع حدوده المتشابهة.', 'I can simplify an expression by collecting its like terms.'),
  needs: ['algebra.substitute'],
  exercises: [
    exercise('one_letter', 1, (random) => {
      const [a, b, c] = [random.whole(3, 9), random.whole(2, 8), random.whole(2, 12)]
      return {
        prompt: say(
          `ما أبسط صورة للمقدار $${a}x + ${c} + ${b}x$؟`,
          `What is $${a}x + ${c} + ${b}x$ in its simplest form?`,
        ),
        answer: choiceOf(random, `${a + b}x + ${c}`, [`${a + b + c}x`, `${a * b}x + ${c}`, `${a + b}x^{2} + ${c}`]),
        hints: [
          say('نجمع الحدود التي فيها الرمز نفسه فقط.', 'Only terms with the same letter can be added together.'),
          say(
            `$${a}x + ${b}x = ${a + b}x$، والعدد $${c}$ يبقى وحده.`,
            `$${a}x + ${b}x = ${a + b}x$, and the number $${c}$ stays by itself.`,
          ),
        ],
        steps: [
          say(`نجمع معاملي $x$: $${a} + ${b} = ${a + b}$.`, `Add the coefficients of $x$: $${a} + ${b} = ${a + b}$.`),
          math(`${a}x + ${c} + ${b}x = ${a + b}x + ${c}`),
        ],
      }
    }),
    exercise('coefficient', 1, (random) => {
      const [a, b] = [random.whole(4, 12), random.whole(2, 9)]
      const c = random.pick([2, 3, 4, 5, 6, 7, 8].filter((n) => a - b + n !== 0))
      const list = terms([a, 'x'], [-b, 'x'], [c, 'x'])
      return {
        prompt: say(
          `بعد اختصار المقدار $${list}$ إلى حد واحد، ما معامل $x$؟`,
          `When $${list}$ is simplified to a single term, what is the coefficient of $x$?`,
        ),
        answer: whole(a - b + c),
        hints: [
          say('المعامل هو العدد المضروب في الرمز.', 'The coefficient is the number that multiplies the letter.'),
          say(`نحسب $${a} − ${b} + ${c}$.`, `Work out $${a} − ${b} + ${c}$.`),
        ],
        steps: [
          say(
            'الحدود متشابهة، فنعمل على المعاملات وحدها.',
            'The terms are alike, so we work on the coefficients alone.',
          ),
          math(`${a} − ${b} + ${c} = ${num(a - b + c)}`),
        ],
      }
    }),
    exercise('two_letters', 2, (random) => {
      const [a, b] = [random.whole(2, 5), random.whole(2, 5)]
      const [c, d] = [a + random.whole(2, 6), random.whole(2, 6)]
      const list = terms([c, 'x'], [b, 'y'], [-a, 'x'], [d, 'y'])
      const right = terms([c - a, 'x'], [b + d, 'y'])
      return {
        prompt: say(`ما أبسط صورة للمقدار $${list}$؟`, `What is $${list}$ in its simplest form?`),
        answer: choiceOf(random, right, [
          terms([c + a, 'x'], [b + d, 'y']),
          terms([c - a + b + d, 'xy']),
          terms([c - a, 'x'], [-(b + d), 'y']),
        ]),
        hints: [
          say(
            'نضع حدود $x$ معًا وحدود $y$ معًا، كل حد بإشارته.',
            'Put the $x$ terms together and the $y$ terms together, each with its sign.',
          ),
          say(
            `حدود $x$: $${terms([c, 'x'], [-a, 'x'])}$، وحدود $y$: $${b}y + ${d}y$.`,
            `The $x$ terms: $${terms([c, 'x'], [-a, 'x'])}$; the $y$ terms: $${b}y + ${d}y$.`,
          ),
        ],
        steps: [
          math(`${terms([c, 'x'], [-a, 'x'])} = ${terms([c - a, 'x'])}`),
          math(`${b}y + ${d}y = ${b + d}y`),
          say(`أبسط صورة هي $${right}$.`, `The simplest form is $${right}$.`),
        ],
      }
    }),
    exercise('subtract_bracket', 3, (random) => {
      const a = random.whole(5, 12)
      const [b, c, d] = [random.whole(2, a - 2), random.whole(2, 9), random.whole(2, 9)]
      const right = terms([a - b, 'x'], [c + d, ''])
      const list = `${a}x + ${c} − (${b}x − ${d})`
      return {
        prompt: say(`ما أبسط صورة للمقدار $${list}$؟`, `What is $${list}$ in its simplest form?`),
        answer: choiceOf(random, right, [
          terms([a - b, 'x'], [c - d, '']),
          terms([a + b, 'x'], [c - d, '']),
          terms([a + b, 'x'], [c + d, '']),
        ]),
        hints: [
          say(
            'علامة الطرح قبل القوس تغيّر إشارة كل حد داخله.',
            'The minus before the bracket changes the sign of every term in it.',
          ),
          say(`$− (${b}x − ${d}) = −${b}x + ${d}$`, `$− (${b}x − ${d}) = −${b}x + ${d}$`),
          say(`يصبح المقدار $${a}x + ${c} − ${b}x + ${d}$.`, `The expression becomes $${a}x + ${c} − ${b}x + ${d}$.`),
        ],
        steps: [
          say(`نفك القوس: $${a}x + ${c} − ${b}x + ${d}$.`, `Remove the bracket: $${a}x + ${c} − ${b}x + ${d}$.`),
          math(`${list} = ${right}`),
        ],
      }
    }),
    exercise('perimeter', 2, (random) => {
      const [a, b, c] = [random.whole(2, 5), random.whole(1, 9), random.whole(2, 5)]
      const right = `${2 * (a + c)}x + ${2 * b}`
      return {
        prompt: say(
          `مستطيل طوله $${a}x + ${b}$ وعرضه $${c}x$. أيُّ مقدار يعبّر عن محيطه؟`,
          `A rectangle is $${a}x + ${b}$ long and $${c}x$ wide. Which expression gives its perimeter?`,
        ),
        answer: choiceOf(
          random,
          right,
          [`${a + c}x + ${b}`, `${2 * (a + c)}x + ${b}`, `${a * c}x + ${2 * b}`, `${2 * a * c}x + ${b}`].filter(
            (text) => text !== right,
          ),
        ),
        hints: [
          say('المحيط مجموع أطوال الأضلاع الأربعة.', 'The perimeter is the sum of all four sides.'),
          say(
            `نصف المحيط: $${a}x + ${b} + ${c}x = ${a + c}x + ${b}$.`,
            `Half the perimeter: $${a}x + ${b} + ${c}x = ${a + c}x + ${b}$.`,
          ),
        ],
        steps: [
          say(
            `الطول والعرض معًا: $${a}x + ${b} + ${c}x = ${a + c}x + ${b}$.`,
            `Length and width together: $${a}x + ${b} + ${c}x = ${a + c}x + ${b}$.`,
          ),
          math(`2 × (${a + c}x + ${b}) = ${right}`),
        ],
      }
    }),
  ],
}
