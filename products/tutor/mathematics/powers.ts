/** Powers, their laws, and square and cube roots. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choice, exercise, inside, math, num, say, whole } from './writing.ts'

export const powers: Concept = {
  key: 'powers.laws',
  name: say('القوى (الأسس)', 'Powers'),
  goal: say('أحسب القوى وأطبق قوانين الأسس.', 'I can work out powers and use the laws of exponents.'),
  needs: ['integers.order'],
  exercises: [
    exercise('evaluate', 1, (random) => {
      const [a, n] = random.pick([
        [2, 3],
        [2, 4],
        [2, 5],
        [2, 6],
        [3, 3],
        [3, 4],
        [4, 3],
        [5, 3],
        [6, 2],
        [7, 2],
        [8, 2],
        [9, 2],
        [10, 3],
        [12, 2],
      ] as const)
      const long = Array.from({ length: n }, () => a).join(' × ')
      return {
        prompt: say(`ما قيمة $${a}^{${n}}$؟`, `What is the value of $${a}^{${n}}$?`),
        answer: whole(a ** n),
        hints: [
          say('الأس يبيّن كم مرة يتكرر الأساس في الضرب.', 'The exponent says how many times the base is multiplied.'),
          say(`$${a}^{${n}} = ${long}$`, `$${a}^{${n}} = ${long}$`),
        ],
        steps: [
          say(`نكرر الأساس $${a}$: $${long}$.`, `Repeat the base $${a}$: $${long}$.`),
          math(`${a}^{${n}} = ${a ** n}`),
        ],
      }
    }),
    exercise('negative_base', 2, (random) => {
      const [a, n] = [random.whole(2, 4), random.pick([2, 3, 4])]
      const value = (-a) ** n
      return {
        prompt: say(`ما قيمة $(−${a})^{${n}}$؟`, `What is the value of $(−${a})^{${n}}$?`),
        answer: whole(value),
        hints: [
          say(
            'الأس الزوجي يجعل الناتج موجبًا، والفردي يتركه سالبًا.',
            'An even exponent makes the result positive, an odd one leaves it negative.',
          ),
          say(`$${a}^{${n}} = ${a ** n}$، فما الإشارة؟`, `$${a}^{${n}} = ${a ** n}$; which sign?`),
        ],
        steps: [
          math(`(−${a})^{${n}} = ${Array.from({ length: n }, () => `(−${a})`).join(' × ')}`),
          n % 2 === 0
            ? say(
                `الأس $${n}$ زوجي، فالناتج موجب: $${value}$.`,
                `The exponent $${n}$ is even, so the result is positive: $${value}$.`,
              )
            : say(
                `الأس $${n}$ فردي، فالناتج سالب: $${num(value)}$.`,
                `The exponent $${n}$ is odd, so the result is negative: $${num(value)}$.`,
              ),
        ],
      }
    }),
    exercise('product_law', 1, (random) => {
      const [a, m, n] = [random.whole(2, 9), random.whole(2, 7), random.whole(2, 7)]
      return {
        prompt: say(
          `ما قيمة $n$ التي تحقق $${a}^{${m}} × ${a}^{${n}} = ${a}^{n}$؟`,
          `Which value of $n$ satisfies $${a}^{${m}} × ${a}^{${n}} = ${a}^{n}$?`,
        ),
        answer: whole(m + n),
        hints: [
          say('كم مرة يتكرر الأساس في حاصل الضرب كله؟', 'How often does the base occur in the whole product?'),
          say(
            `عند ضرب قوى لها الأساس نفسه نجمع الأسس: $${m} + ${n}$.`,
            `When powers of one base are multiplied, the exponents are added: $${m} + ${n}$.`,
          ),
        ],
        steps: [
          say(
            `الأساس واحد، فنجمع الأسس: $${a}^{${m}} × ${a}^{${n}} = ${a}^{${m + n}}$.`,
            `The base is the same, so add the exponents: $${a}^{${m}} × ${a}^{${n}} = ${a}^{${m + n}}$.`,
          ),
          math(`n = ${m} + ${n} = ${m + n}`),
        ],
      }
    }),
    exercise('quotient_law', 2, (random) => {
      const [a, n] = [random.whole(2, 5), random.whole(2, 6)]
      const rest = random.pick([2, 3])
      return {
        prompt: say(
          `ما قيمة $${a}^{${n + rest}} ÷ ${a}^{${n}}$؟`,
          `What is the value of $${a}^{${n + rest}} ÷ ${a}^{${n}}$?`,
        ),
        answer: whole(a ** rest),
        hints: [
          say(
            'عند قسمة قوى لها الأساس نفسه نطرح الأسس.',
            'When powers of one base are divided, the exponents are subtracted.',
          ),
          say(
            `$${n + rest} − ${n} = ${rest}$، فالناتج $${a}^{${rest}}$.`,
            `$${n + rest} − ${n} = ${rest}$, so it is $${a}^{${rest}}$.`,
          ),
        ],
        steps: [
          say(
            `نطرح الأسس: $${a}^{${n + rest}} ÷ ${a}^{${n}} = ${a}^{${rest}}$.`,
            `Subtract the exponents: $${a}^{${n + rest}} ÷ ${a}^{${n}} = ${a}^{${rest}}$.`,
          ),
          math(`${a}^{${rest}} = ${a ** rest}`),
        ],
      }
    }),
    exercise('power_of_power', 3, (random) => {
      const [a, m, n] = [random.whole(2, 7), random.whole(2, 5), random.whole(2, 4)]
      const k = random.whole(2, 5)
      return {
        prompt: say(
          `ما قيمة $n$ التي تحقق $(${a}^{${m}})^{${n}} × ${a}^{${k}} = ${a}^{n}$؟`,
          `Which value of $n$ satisfies $(${a}^{${m}})^{${n}} × ${a}^{${k}} = ${a}^{n}$?`,
        ),
        answer: whole(m * n + k),
        hints: [
          say('نبدأ بقوة القوة، ثم حاصل الضرب.', 'Begin with the power of a power, then the product.'),
          say(
            `في قوة القوة نضرب الأسين: $${m} × ${n} = ${m * n}$.`,
            `For a power of a power multiply the exponents: $${m} × ${n} = ${m * n}$.`,
          ),
          say(`ثم نجمع: $${m * n} + ${k}$.`, `Then add: $${m * n} + ${k}$.`),
        ],
        steps: [
          say(
            `نضرب الأسين: $(${a}^{${m}})^{${n}} = ${a}^{${m * n}}$.`,
            `Multiply the exponents: $(${a}^{${m}})^{${n}} = ${a}^{${m * n}}$.`,
          ),
          say(`ثم نجمع: $n = ${m * n} + ${k} = ${m * n + k}$.`, `Then add: $n = ${m * n} + ${k} = ${m * n + k}$.`),
        ],
      }
    }),
  ],
}

export const roots: Concept = {
  key: 'powers.roots',
  name: say('الجذور التربيعية والتكعيبية', 'Square and cube roots'),
  goal: say(
    'أجد الجذر التربيعي والتكعيبي وأقدّر الجذور غير التامة.',
    'I can find square and cube roots and estimate roots that are not whole.',
  ),
  needs: ['powers.laws'],
  exercises: [
    exercise('square_root', 1, (random) => {
      const a = random.whole(3, 20)
      return {
        prompt: say(`ما قيمة $√{${a * a}}$؟`, `What is the value of $√{${a * a}}$?`),
        answer: whole(a),
        hints: [
          say(
            'ما العدد الموجب الذي مربعه هو العدد تحت الجذر؟',
            'Which positive number has the number under the root as its square?',
          ),
          say(
            `نجرب أعدادًا قريبة: $${a - 1}^{2} = ${(a - 1) ** 2}$.`,
            `Try nearby numbers: $${a - 1}^{2} = ${(a - 1) ** 2}$.`,
          ),
        ],
        steps: [math(`${a} × ${a} = ${a * a}`), math(`√{${a * a}} = ${a}`)],
      }
    }),
    exercise('side_of_square', 1, (random) => {
      const a = random.whole(5, 30)
      return {
        prompt: say(
          `مساحة حديقة مربعة الشكل $${a * a}$ م². كم مترًا طول ضلعها؟`,
          `A square garden has an area of $${a * a}$ m². How many metres long is its side?`,
        ),
        answer: whole(a),
        hints: [
          say('مساحة المربع هي طول الضلع في نفسه.', 'The area of a square is its side times itself.'),
          say(`نبحث عن $√{${a * a}}$.`, `We look for $√{${a * a}}$.`),
        ],
        steps: [
          say(`نسمي طول الضلع $x$: $x^{2} = ${a * a}$.`, `Call the side $x$: $x^{2} = ${a * a}$.`),
          math(`x = √{${a * a}} = ${a}`),
        ],
      }
    }),
    exercise('between', 2, (random) => {
      const a = random.whole(3, 11)
      const n = a * a + random.whole(1, 2 * a)
      const between = (from: number) => say(`بين $${from}$ و$${from + 1}$`, `between $${from}$ and $${from + 1}$`)
      return {
        prompt: say(
          `بين أيِّ عددين صحيحين متتاليين يقع $√{${n}}$؟`,
          `Between which two consecutive whole numbers does $√{${n}}$ lie?`,
        ),
        answer: choice(random, between(a), [between(a - 1), between(a + 1), between(a + 2)]),
        hints: [
          say('نبحث عن مربعين كاملين يقع العدد بينهما.', 'Look for two perfect squares with the number between them.'),
          say(
            `$${a}^{2} = ${a * a}$ و$${a + 1}^{2} = ${(a + 1) ** 2}$`,
            `$${a}^{2} = ${a * a}$ and $${a + 1}^{2} = ${(a + 1) ** 2}$`,
          ),
        ],
        steps: [
          math(`${a * a} < ${n} < ${(a + 1) ** 2}`),
          say(`فيقع $√{${n}}$ بين $${a}$ و$${a + 1}$.`, `So $√{${n}}$ lies between $${a}$ and $${a + 1}$.`),
        ],
      }
    }),
    exercise('cube_root', 2, (random) => {
      const a = random.whole(2, 10)
      return {
        prompt: say(`ما العدد الذي مكعبه $${a ** 3}$؟`, `Which number has the cube $${a ** 3}$?`),
        answer: whole(a),
        hints: [
          say(
            'المكعب هو العدد مضروبًا في نفسه ثم في نفسه مرة أخرى.',
            'The cube is the number times itself and times itself again.',
          ),
          say(
            `نجرب: $${a - 1}^{3} = ${(a - 1) ** 3}$، وهو أصغر من المطلوب.`,
            `Try: $${a - 1}^{3} = ${(a - 1) ** 3}$, which is too small.`,
          ),
        ],
        steps: [math(`${a} × ${a} × ${a} = ${a ** 3}`), say(`العدد هو $${a}$.`, `The number is $${a}$.`)],
      }
    }),
    exercise('sum_of_roots', 2, (random) => {
      const [a, b, k] = [random.whole(2, 12), random.whole(2, 12), random.whole(2, 5)]
      return {
        prompt: say(`ما ناتج $√{${a * a}} + ${k} × √{${b * b}}$؟`, `What is $√{${a * a}} + ${k} × √{${b * b}}$?`),
        answer: whole(a + k * b),
        hints: [
          say('نحسب كل جذر وحده أولًا.', 'Work out each root by itself first.'),
          say(`$√{${a * a}} = ${a}$ و$√{${b * b}} = ${b}$`, `$√{${a * a}} = ${a}$ and $√{${b * b}} = ${b}$`),
        ],
        steps: [math(`√{${a * a}} + ${k} × √{${b * b}} = ${a} + ${k} × ${b}`), math(`${a} + ${k * b} = ${a + k * b}`)],
      }
    }),
    exercise('root_of_expression', 3, (random) => {
      const [a, b, c] = random.pick([
        [3, 4, 5],
        [6, 8, 10],
        [5, 12, 13],
        [8, 15, 17],
        [9, 12, 15],
        [12, 16, 20],
      ] as const)
      const minus = random.pick([true, false])
      const [text, inner, result] = minus
        ? [`√{${c}^{2} − ${a}^{2}}`, `${c * c} − ${a * a}`, b]
        : [`√{${a}^{2} + ${b}^{2}}`, `${a * a} + ${b * b}`, c]
      return {
        prompt: say(`ما قيمة $${text}$؟`, `What is the value of $${text}$?`),
        answer: whole(result),
        hints: [
          say(
            'جذر المجموع ليس مجموع الجذرين: نحسب ما تحت الجذر أولًا.',
            'The root of a sum is not the sum of the roots: work out what is under the root first.',
          ),
          say(`ما تحت الجذر: $${inner}$.`, `Under the root: $${inner}$.`),
          say(`$${inner} = ${result * result}$`, `$${inner} = ${result * result}$`),
        ],
        steps: [
          say(
            `نحسب ما تحت الجذر: $${inner} = ${result * result}$.`,
            `Work out what is under the root: $${inner} = ${result * result}$.`,
          ),
          math(`√{${result * result}} = ${inside(result)}`),
        ],
      }
    }),
  ],
}
