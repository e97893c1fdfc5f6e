/** Factorising, and quadratic equations that are solved by it. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choiceOf, exercise, inside, math, num, plus, say, set, terms, whole } from './writing.ts'

const quadratic = (b: number, c: number) => terms([1, 'x^{2}'], [b, 'x'], [c, ''])
const factor = (n: number) => `(x${plus(n)})`

export const factorise: Concept = {
  key: 'quadratics.factorise',
  name: say('التحليل إلى عوامل', 'Factorising'),
  goal: say(
    'أحلل مقدارًا جبريًّا إلى عوامل وأحل به معادلة من الدرجة الثانية.',
    'I can factorise an expression and use it to solve a quadratic equation.',
  ),
  needs: ['algebra.expand', 'equations.one_step', 'powers.roots'],
  exercises: [
    exercise('common_factor', 1, (random) => {
      const k = random.whole(2, 9)
      const [p, q] = random.pick([
        [2, 3],
        [3, 2],
        [3, 4],
        [2, 5],
        [5, 3],
        [4, 5],
        [1, 4],
        [1, 3],
      ] as const)
      const list = `${k * p}x + ${k * q}`
      const inner = terms([p, 'x'], [q, ''])
      return {
        prompt: say(
          `ما تحليل المقدار $${list}$ بإخراج العامل المشترك الأعلى؟`,
          `Factorise $${list}$ by taking out the greatest common factor.`,
        ),
        answer: choiceOf(random, `${k}(${inner})`, [
          `${k}(${terms([p, 'x'], [q + 1, ''])})`,
          `${k}(${terms([p, 'x'], [k * q, ''])})`,
          `${k}(${terms([p + 1, 'x'], [q, ''])})`,
        ]),
        hints: [
          say('نبحث عن أكبر عدد يقسم الحدين.', 'Look for the greatest number that divides both terms.'),
          say(
            `العامل المشترك الأعلى للعددين $${k * p}$ و$${k * q}$ هو $${k}$.`,
            `The greatest common factor of $${k * p}$ and $${k * q}$ is $${k}$.`,
          ),
        ],
        steps: [
          say(
            `نقسم كل حد على $${k}$: $${k * p} ÷ ${k} = ${p}$ و$${k * q} ÷ ${k} = ${q}$.`,
            `Divide each term by $${k}$: $${k * p} ÷ ${k} = ${p}$ and $${k * q} ÷ ${k} = ${q}$.`,
          ),
          math(`${list} = ${k}(${inner})`),
        ],
      }
    }),
    exercise('difference_of_squares', 1, (random) => {
      const a = random.whole(2, 12)
      return {
        prompt: say(`ما تحليل $x^{2} − ${a * a}$؟`, `Factorise $x^{2} − ${a * a}$.`),
        answer: choiceOf(random, `(x − ${a})(x + ${a})`, [
          `(x − ${a})(x − ${a})`,
          `(x + ${a})(x + ${a})`,
          `(x − ${a * a})(x + 1)`,
        ]),
        hints: [
          say('هذا فرق بين مربعين.', 'This is a difference of two squares.'),
          say(
            `$${a * a} = ${a}^{2}$؛ والفرق بين مربعين هو مجموع الحدين مضروبًا في الفرق بينهما.`,
            `$${a * a} = ${a}^{2}$; a difference of squares is the sum times the difference.`,
          ),
        ],
        steps: [
          say(
            `نكتبه فرقًا بين مربعين: $x^{2} − ${a * a} = x^{2} − ${a}^{2}$.`,
            `Write it as a difference of squares: $x^{2} − ${a * a} = x^{2} − ${a}^{2}$.`,
          ),
          math(`x^{2} − ${a}^{2} = (x − ${a})(x + ${a})`),
        ],
      }
    }),
    exercise('trinomial', 2, (random) => {
      const p = random.whole(2, 5)
      const q = p + random.whole(1, 5)
      const list = quadratic(p + q, p * q)
      return {
        prompt: say(`ما تحليل المقدار $${list}$؟`, `Factorise $${list}$.`),
        answer: choiceOf(random, `${factor(p)}${factor(q)}`, [
          `${factor(-p)}${factor(-q)}`,
          `${factor(1)}${factor(p * q)}`,
          `${factor(p)}${factor(-q)}`,
        ]),
        hints: [
          say(
            'نبحث عن عددين نعرف حاصل ضربهما ومجموعهما.',
            'Look for two numbers of which we know the product and the sum.',
          ),
          say(`حاصل ضربهما $${p * q}$ ومجموعهما $${p + q}$.`, `Their product is $${p * q}$ and their sum $${p + q}$.`),
        ],
        steps: [
          say(
            `العددان $${p}$ و$${q}$: $${p} × ${q} = ${p * q}$ و$${p} + ${q} = ${p + q}$.`,
            `The numbers are $${p}$ and $${q}$: $${p} × ${q} = ${p * q}$ and $${p} + ${q} = ${p + q}$.`,
          ),
          math(`${list} = ${factor(p)}${factor(q)}`),
        ],
      }
    }),
    exercise('solve_square', 1, (random) => {
      const a = random.whole(2, 15)
      return {
        prompt: say(`ما حلّا المعادلة $x^{2} = ${a * a}$؟`, `What are the two solutions of $x^{2} = ${a * a}$?`),
        answer: set(-a, a),
        hints: [
          say('هناك عددان مربع كل منهما هو العدد المعطى.', 'There are two numbers with this square.'),
          say(`الأول $√{${a * a}} = ${a}$؛ فما الثاني؟`, `One is $√{${a * a}} = ${a}$; what is the other?`),
        ],
        steps: [
          say(
            `$${a}^{2} = ${a * a}$ و$(−${a})^{2} = ${a * a}$.`,
            `$${a}^{2} = ${a * a}$ and $(−${a})^{2} = ${a * a}$.`,
          ),
          say(`الحلان هما $−${a}$ و$${a}$.`, `The solutions are $−${a}$ and $${a}$.`),
        ],
      }
    }),
    exercise('roots', 2, (random) => {
      const p = random.whole(1, 5)
      const q = p + random.whole(1, 6)
      const list = quadratic(-p - q, p * q)
      return {
        prompt: say(`ما حلّا المعادلة $${list} = 0$؟`, `What are the two solutions of $${list} = 0$?`),
        answer: set(p, q),
        hints: [
          say(
            'نحلل الطرف الأول إلى قوسين؛ متى يكون حاصل الضرب صفرًا؟',
            'Factorise the left side into two brackets; when is a product zero?',
          ),
          say(
            `نبحث عن عددين حاصل ضربهما $${p * q}$ ومجموعهما $${p + q}$.`,
            `Look for two numbers with product $${p * q}$ and sum $${p + q}$.`,
          ),
        ],
        steps: [
          say(`نحلل: $${list} = ${factor(-p)}${factor(-q)}$.`, `Factorise: $${list} = ${factor(-p)}${factor(-q)}$.`),
          say(
            `حاصل الضرب صفر إذا كان أحد القوسين صفرًا، فالحلان هما $${p}$ و$${q}$.`,
            `The product is zero when a bracket is zero, so the solutions are $${p}$ and $${q}$.`,
          ),
        ],
      }
    }),
    exercise('roots_of_unlike_signs', 3, (random) => {
      const p = random.whole(2, 8)
      const q = -random.pick([1, 2, 3, 4, 5, 6, 7, 9].filter((n) => n !== p))
      const list = quadratic(-p - q, p * q)
      const [low, high] = [q, p]
      return {
        prompt: say(`ما حلّا المعادلة $${list} = 0$؟`, `What are the two solutions of $${list} = 0$?`),
        answer: set(p, q),
        hints: [
          say(
            'الحد المطلق سالب، فالعددان في القوسين مختلفا الإشارة.',
            'The constant term is negative, so the numbers in the brackets have different signs.',
          ),
          say(
            `نبحث عن عددين حاصل ضربهما $${num(p * q)}$ ومجموعهما $${num(-p - q)}$.`,
            `Look for two numbers with product $${num(p * q)}$ and sum $${num(-p - q)}$.`,
          ),
          say(`العددان هما $${num(-p)}$ و$${num(-q)}$.`, `The numbers are $${num(-p)}$ and $${num(-q)}$.`),
        ],
        steps: [
          say(
            `$${inside(-p)} × ${inside(-q)} = ${num(p * q)}$ و$${num(-p)} + ${inside(-q)} = ${num(-p - q)}$.`,
            `$${inside(-p)} × ${inside(-q)} = ${num(p * q)}$ and $${num(-p)} + ${inside(-q)} = ${num(-p - q)}$.`,
          ),
          math(`${list} = ${factor(-p)}${factor(-q)}`),
          say(`الحلان هما $${num(low)}$ و$${num(high)}$.`, `The solutions are $${num(low)}$ and $${num(high)}$.`),
        ],
      }
    }),
    exercise('garden', 3, (random) => {
      const [width, more] = [random.whole(4, 12), random.whole(2, 8)]
      const area = width * (width + more)
      return {
        prompt: say(
          `حديقة مستطيلة مساحتها $${area}$ م²، وطولها يزيد على عرضها بمقدار $${more}$ م. كم مترًا عرضها؟`,
          `A rectangular garden has an area of $${area}$ m² and is $${more}$ m longer than it is wide. How many metres wide is it?`,
        ),
        answer: whole(width),
        hints: [
          say(`نسمي العرض $x$، فيكون الطول $x + ${more}$.`, `Call the width $x$; then the length is $x + ${more}$.`),
          say(`$x(x + ${more}) = ${area}$`, `$x(x + ${more}) = ${area}$`),
          say(
            `نحلل $${quadratic(more, -area)} = 0$، والعرض موجب.`,
            `Factorise $${quadratic(more, -area)} = 0$; the width is positive.`,
          ),
        ],
        steps: [
          say(
            `المعادلة: $x(x + ${more}) = ${area}$، أي $${quadratic(more, -area)} = 0$.`,
            `The equation: $x(x + ${more}) = ${area}$, that is $${quadratic(more, -area)} = 0$.`,
          ),
          say(
            `نحلل: $${factor(-width)}${factor(width + more)} = 0$.`,
            `Factorise: $${factor(-width)}${factor(width + more)} = 0$.`,
          ),
          say(`العرض عدد موجب، فهو $${width}$.`, `A width is positive, so it is $${width}$.`),
        ],
      }
    }),
  ],
}
