/** The order in which operations are worked out. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choiceOf, counted, exercise, math, NOUNS, num, say, whole } from './writing.ts'

export const order: Concept = {
  key: 'integers.order',
  name: say('ترتيب إجراء العمليات', 'Order of operations'),
  goal: say(
    'أحسب مقدارًا عدديًّا فيه أقواس وقوى وعمليات مختلفة بالترتيب الصحيح.',
    'I can work out an expression with brackets, powers and several operations in the right order.',
  ),
  needs: ['integers.multiply'],
  exercises: [
    exercise('multiply_first', 1, (random) => {
      const [a, b, c] = [random.whole(5, 30), random.whole(3, 9), random.whole(2, 9)]
      return {
        prompt: say(`ما ناتج $${a} + ${b} × ${c}$؟`, `What is $${a} + ${b} × ${c}$?`),
        answer: whole(a + b * c),
        hints: [
          say('أيُّ العمليتين تُجرى أولًا: الجمع أم الضرب؟', 'Which comes first, the addition or the multiplication?'),
          say(`نحسب $${b} × ${c}$ أولًا، ثم نجمع $${a}$.`, `Work out $${b} × ${c}$ first, then add $${a}$.`),
        ],
        steps: [
          say(
            `الضرب قبل الجمع: $${b} × ${c} = ${b * c}$.`,
            `Multiplication comes before addition: $${b} × ${c} = ${b * c}$.`,
          ),
          math(`${a} + ${b * c} = ${a + b * c}`),
        ],
      }
    }),
    exercise('brackets', 1, (random) => {
      const [b, c] = [random.whole(2, 9), random.whole(3, 9)]
      const a = b + random.whole(2, 12)
      return {
        prompt: say(`ما ناتج $(${a} − ${b}) × ${c}$؟`, `What is $(${a} − ${b}) × ${c}$?`),
        answer: whole((a - b) * c),
        hints: [
          say('ما بين القوسين يُحسب قبل غيره.', 'What stands in brackets is worked out before anything else.'),
          say(`نحسب $${a} − ${b}$ ثم نضرب في $${c}$.`, `Work out $${a} − ${b}$, then multiply by $${c}$.`),
        ],
        steps: [
          say(`القوس أولًا: $${a} − ${b} = ${a - b}$.`, `Brackets first: $${a} − ${b} = ${a - b}$.`),
          math(`${a - b} × ${c} = ${(a - b) * c}`),
        ],
      }
    }),
    exercise('left_to_right', 2, (random) => {
      const [b, c, k] = [random.whole(2, 8), random.whole(2, 6), random.whole(3, 9)]
      return {
        prompt: say(`ما ناتج $${b * k} ÷ ${b} × ${c}$؟`, `What is $${b * k} ÷ ${b} × ${c}$?`),
        answer: whole(k * c),
        hints: [
          say(
            'الضرب والقسمة لهما الأولوية نفسها، فنبدأ من اليسار.',
            'Multiplication and division rank equally, so begin on the left.',
          ),
          say(`نحسب $${b * k} ÷ ${b}$ أولًا.`, `Work out $${b * k} ÷ ${b}$ first.`),
        ],
        steps: [
          say(`من اليسار إلى اليمين: $${b * k} ÷ ${b} = ${k}$.`, `From left to right: $${b * k} ÷ ${b} = ${k}$.`),
          math(`${k} × ${c} = ${k * c}`),
        ],
      }
    }),
    exercise('power', 2, (random) => {
      const [a, b, c] = [random.whole(2, 5), random.whole(2, 6), random.whole(5, 40)]
      const square = b * b
      return {
        prompt: say(`ما ناتج $${c} − ${a} × ${b}^{2}$؟`, `What is $${c} − ${a} × ${b}^{2}$?`),
        answer: whole(c - a * square),
        hints: [
          say('الترتيب: القوى، ثم الضرب، ثم الطرح.', 'The order: powers, then multiplication, then subtraction.'),
          say(
            `$${b}^{2} = ${square}$؛ نضربه في $${a}$ ثم نطرح الناتج من $${c}$.`,
            `$${b}^{2} = ${square}$; multiply it by $${a}$, then subtract the result from $${c}$.`,
          ),
        ],
        steps: [
          say(`القوة أولًا: $${b}^{2} = ${square}$.`, `The power first: $${b}^{2} = ${square}$.`),
          say(`ثم الضرب: $${a} × ${square} = ${a * square}$.`, `Then the product: $${a} × ${square} = ${a * square}$.`),
          math(`${c} − ${a * square} = ${num(c - a * square)}`),
        ],
      }
    }),
    exercise('nested', 3, (random) => {
      const [d, e] = [random.whole(6, 12), random.whole(2, 5)]
      const [a, b, c] = [random.whole(20, 60), random.whole(2, 9), random.whole(2, 4)]
      const inner = d - e
      const outer = b + c * inner
      return {
        prompt: say(
          `ما ناتج $${a} − (${b} + ${c} × (${d} − ${e}))$؟`,
          `What is $${a} − (${b} + ${c} × (${d} − ${e}))$?`,
        ),
        answer: whole(a - outer),
        hints: [
          say('نبدأ من القوس الداخلي ونخرج خطوة خطوة.', 'Begin with the inner bracket and work outwards.'),
          say(`القوس الداخلي: $${d} − ${e} = ${inner}$.`, `The inner bracket: $${d} − ${e} = ${inner}$.`),
          say(
            `القوس الخارجي: $${b} + ${c} × ${inner} = ${outer}$.`,
            `The outer bracket: $${b} + ${c} × ${inner} = ${outer}$.`,
          ),
        ],
        steps: [
          say(`القوس الداخلي: $${d} − ${e} = ${inner}$.`, `Inner bracket: $${d} − ${e} = ${inner}$.`),
          say(
            `القوس الخارجي، والضرب قبل الجمع: $${b} + ${c} × ${inner} = ${b} + ${c * inner} = ${outer}$.`,
            `Outer bracket, multiplication before addition: $${b} + ${c} × ${inner} = ${b} + ${c * inner} = ${outer}$.`,
          ),
          math(`${a} − ${outer} = ${num(a - outer)}`),
        ],
      }
    }),
    exercise('bill', 2, (random) => {
      const [dishes, juices] = [random.whole(3, 6), random.whole(3, 5)]
      const [dish, juice] = [random.pick([35, 40, 45, 50]), random.pick([15, 20, 25])]
      const right = `${dishes} × ${dish} + ${juices} × ${juice}`
      return {
        prompt: say(
          `اشترى عمر ${counted(dishes, NOUNS.dish)} كشري بسعر ${counted(dish, NOUNS.pound)} للطبق، و${counted(juices, NOUNS.glass)} عصير قصب بسعر ${counted(juice, NOUNS.pound)} للكوب. أيُّ مقدار يعطي المبلغ كله بالجنيه؟`,
          `Omar bought $${dishes}$ dishes of koshary at $${dish}$ pounds a dish and $${juices}$ glasses of sugar-cane juice at $${juice}$ pounds a glass. Which expression gives the whole amount in pounds?`,
        ),
        answer: choiceOf(random, right, [
          `${dishes} × (${dish} + ${juices}) × ${juice}`,
          `(${dishes} + ${juices}) × (${dish} + ${juice})`,
          `${dishes} + ${dish} × ${juices} + ${juice}`,
        ]),
        hints: [
          say('ثمن كل نوع هو عدده مضروبًا في سعره.', 'What each kind costs is its number times its price.'),
          say('نجمع ثمن الكشري إلى ثمن العصير.', 'Add the cost of the koshary and the cost of the juice.'),
        ],
        steps: [
          say(
            `ثمن الكشري $${dishes} × ${dish}$، وثمن العصير $${juices} × ${juice}$.`,
            `The koshary costs $${dishes} × ${dish}$, the juice $${juices} × ${juice}$.`,
          ),
          say(
            `الضرب يسبق الجمع، فلا نحتاج إلى أقواس: $${right}$.`,
            `Multiplication comes first, so no brackets are needed: $${right}$.`,
          ),
        ],
      }
    }),
  ],
}
