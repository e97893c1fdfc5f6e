/** Linear equations that take one step or two. */
import type { Concept } from '../../../modules/learning/api.ts'
import { counted, exercise, inside, math, NOUNS, num, plus, say, whole } from './writing.ts'

export const oneStep: Concept = {
  key: 'equations.one_step',
  name: say('معادلات تُحل بخطوة واحدة', 'One-step equations'),
  goal: say('أحل معادلة بعملية واحدة على الطرفين.', 'I can solve an equation with one operation on both sides.'),
  needs: ['algebra.substitute'],
  exercises: [
    exercise('add', 1, (random) => {
      const [x, a] = [random.whole(2, 20), random.whole(3, 25)]
      return {
        prompt: say(`ما قيمة $x$ إذا كان $x + ${a} = ${x + a}$؟`, `What is $x$ if $x + ${a} = ${x + a}$?`),
        answer: whole(x),
        hints: [
          say('نريد أن يبقى $x$ وحده في طرف.', 'We want $x$ alone on one side.'),
          say(`نطرح $${a}$ من الطرفين.`, `Subtract $${a}$ from both sides.`),
        ],
        steps: [
          say(
            `نطرح $${a}$ من الطرفين: $x + ${a} − ${a} = ${x + a} − ${a}$.`,
            `Subtract $${a}$ from both sides: $x + ${a} − ${a} = ${x + a} − ${a}$.`,
          ),
          math(`x = ${x}`),
        ],
      }
    }),
    exercise('subtract', 1, (random) => {
      const [x, a] = [random.whole(2, 20) * random.pick([1, -1]), random.whole(3, 15)]
      return {
        prompt: say(`ما قيمة $x$ إذا كان $x − ${a} = ${num(x - a)}$؟`, `What is $x$ if $x − ${a} = ${num(x - a)}$?`),
        answer: whole(x),
        hints: [
          say(`ما عكس طرح $${a}$؟`, `What undoes subtracting $${a}$?`),
          say(`نجمع $${a}$ إلى الطرفين: $${num(x - a)} + ${a}$.`, `Add $${a}$ to both sides: $${num(x - a)} + ${a}$.`),
        ],
        steps: [
          say(
            `نجمع $${a}$ إلى الطرفين: $x = ${num(x - a)} + ${a}$.`,
            `Add $${a}$ to both sides: $x = ${num(x - a)} + ${a}$.`,
          ),
          math(`x = ${num(x)}`),
        ],
      }
    }),
    exercise('multiply', 1, (random) => {
      const [a, x] = [random.whole(3, 9), random.whole(2, 12) * random.pick([1, -1])]
      return {
        prompt: say(`ما قيمة $x$ إذا كان $${a}x = ${num(a * x)}$؟`, `What is $x$ if $${a}x = ${num(a * x)}$?`),
        answer: whole(x),
        hints: [
          say(`$${a}x$ تعني $${a} × x$؛ فما عكس الضرب؟`, `$${a}x$ means $${a} × x$; what undoes multiplication?`),
          say(`نقسم الطرفين على $${a}$.`, `Divide both sides by $${a}$.`),
        ],
        steps: [
          say(
            `نقسم الطرفين على $${a}$: $x = ${num(a * x)} ÷ ${a}$.`,
            `Divide both sides by $${a}$: $x = ${num(a * x)} ÷ ${a}$.`,
          ),
          math(`x = ${num(x)}`),
        ],
      }
    }),
    exercise('divide', 2, (random) => {
      const [a, b] = [random.whole(3, 9), random.whole(2, 12) * random.pick([1, -1])]
      return {
        prompt: say(`ما قيمة $x$ إذا كان $${`{x/${a}}`} = ${num(b)}$؟`, `What is $x$ if $${`{x/${a}}`} = ${num(b)}$?`),
        answer: whole(a * b),
        hints: [
          say(`ما عكس القسمة على $${a}$؟`, `What undoes dividing by $${a}$?`),
          say(`نضرب الطرفين في $${a}$.`, `Multiply both sides by $${a}$.`),
        ],
        steps: [
          say(
            `نضرب الطرفين في $${a}$: $x = ${num(b)} × ${a}$.`,
            `Multiply both sides by $${a}$: $x = ${num(b)} × ${a}$.`,
          ),
          math(`x = ${num(a * b)}`),
        ],
      }
    }),
    exercise('tickets', 1, (random) => {
      const [count, price] = [random.whole(3, 9), random.pick([8, 10, 12, 15, 20])]
      return {
        prompt: say(
          `دفعت رنا ${counted(count * price, NOUNS.pound)} ثمنًا لـ ${counted(count, NOUNS.ticket)} مترو متساوية الثمن. كم جنيهًا ثمن التذكرة الواحدة؟`,
          `Rana paid $${count * price}$ pounds for $${count}$ metro tickets of the same price. How many pounds is one ticket?`,
        ),
        answer: whole(price),
        hints: [
          say('نسمي ثمن التذكرة $x$ ونكتب معادلة.', 'Call the price of a ticket $x$ and write an equation.'),
          say(`$${count}x = ${count * price}$`, `$${count}x = ${count * price}$`),
        ],
        steps: [
          say(`المعادلة: $${count}x = ${count * price}$.`, `The equation: $${count}x = ${count * price}$.`),
          say(`نقسم الطرفين على $${count}$: $x = ${price}$.`, `Divide both sides by $${count}$: $x = ${price}$.`),
        ],
      }
    }),
    exercise('negative_coefficient', 3, (random) => {
      const [a, x] = [random.whole(3, 15), random.whole(2, 20)]
      const total = a - x
      return {
        prompt: say(`ما قيمة $x$ إذا كان $${a} − x = ${num(total)}$؟`, `What is $x$ if $${a} − x = ${num(total)}$?`),
        answer: whole(x),
        hints: [
          say('أيُّ عدد نطرحه من الأول لنحصل على الناتج؟', 'What do we take from the first number to get the result?'),
          say('نجمع $x$ إلى الطرفين حتى لا يبقى سالبًا.', 'Add $x$ to both sides so that it is no longer negative.'),
          say(`$x = ${a} − ${inside(total)}$`, `$x = ${a} − ${inside(total)}$`),
        ],
        steps: [
          say(
            `نجمع $x$ إلى الطرفين: $${a} = ${num(total)} + x$.`,
            `Add $x$ to both sides: $${a} = ${num(total)} + x$.`,
          ),
          math(`x = ${a} − ${inside(total)} = ${x}`),
        ],
      }
    }),
  ],
}

export const twoStep: Concept = {
  key: 'equations.two_step',
  name: say('معادلات تُحل بخطوتين', 'Two-step equations'),
  goal: say(
    'أحل معادلة فيها ضرب وجمع، أو أقواس.',
    'I can solve an equation with a product and a sum, or with brackets.',
  ),
  needs: ['equations.one_step'],
  exercises: [
    exercise('product_and_sum', 1, (random) => {
      const [a, b, x] = [random.whole(2, 9), random.whole(3, 20), random.whole(2, 12)]
      const c = a * x + b
      return {
        prompt: say(`ما قيمة $x$ إذا كان $${a}x + ${b} = ${c}$؟`, `What is $x$ if $${a}x + ${b} = ${c}$?`),
        answer: whole(x),
        hints: [
          say(`نتخلص أولًا من $${b}$ ثم من $${a}$.`, `First get rid of $${b}$, then of $${a}$.`),
          say(`بعد طرح $${b}$: $${a}x = ${c - b}$.`, `After subtracting $${b}$: $${a}x = ${c - b}$.`),
        ],
        steps: [
          say(
            `نطرح $${b}$ من الطرفين: $${a}x = ${c} − ${b} = ${c - b}$.`,
            `Subtract $${b}$ from both sides: $${a}x = ${c} − ${b} = ${c - b}$.`,
          ),
          say(`نقسم على $${a}$: $x = ${x}$.`, `Divide by $${a}$: $x = ${x}$.`),
        ],
      }
    }),
    exercise('negative_solution', 2, (random) => {
      const [a, b, x] = [random.whole(2, 9), random.whole(3, 20), -random.whole(2, 9)]
      const c = a * x - b
      return {
        prompt: say(`ما قيمة $x$ إذا كان $${a}x − ${b} = ${num(c)}$؟`, `What is $x$ if $${a}x − ${b} = ${num(c)}$?`),
        answer: whole(x),
        hints: [
          say(`ما عكس طرح $${b}$؟`, `What undoes subtracting $${b}$?`),
          say(
            `بعد جمع $${b}$ إلى الطرفين: $${a}x = ${num(c + b)}$.`,
            `After adding $${b}$ to both sides: $${a}x = ${num(c + b)}$.`,
          ),
        ],
        steps: [
          say(
            `نجمع $${b}$ إلى الطرفين: $${a}x = ${num(c)} + ${b} = ${num(c + b)}$.`,
            `Add $${b}$ to both sides: $${a}x = ${num(c)} + ${b} = ${num(c + b)}$.`,
          ),
          say(`نقسم على $${a}$: $x = ${num(x)}$.`, `Divide by $${a}$: $x = ${num(x)}$.`),
        ],
      }
    }),
    exercise('quotient_and_sum', 2, (random) => {
      const [a, b, q] = [random.whole(2, 8), random.whole(2, 12) * random.pick([1, -1]), random.whole(2, 10)]
      return {
        prompt: say(
          `ما قيمة $x$ إذا كان $${`{x/${a}}`}${plus(b)} = ${num(q + b)}$؟`,
          `What is $x$ if $${`{x/${a}}`}${plus(b)} = ${num(q + b)}$?`,
        ),
        answer: whole(a * q),
        hints: [
          say(`نبدأ بالعدد الذي ليس مع $x$.`, `Begin with the number that does not go with $x$.`),
          say(
            `يبقى $${`{x/${a}}`} = ${q}$؛ نضرب في $${a}$.`,
            `What is left is $${`{x/${a}}`} = ${q}$; multiply by $${a}$.`,
          ),
        ],
        steps: [
          b > 0
            ? say(
                `نطرح $${b}$ من الطرفين: $${`{x/${a}}`} = ${num(q + b)} − ${b} = ${q}$.`,
                `Subtract $${b}$ from both sides: $${`{x/${a}}`} = ${num(q + b)} − ${b} = ${q}$.`,
              )
            : say(
                `نجمع $${-b}$ إلى الطرفين: $${`{x/${a}}`} = ${num(q + b)} + ${-b} = ${q}$.`,
                `Add $${-b}$ to both sides: $${`{x/${a}}`} = ${num(q + b)} + ${-b} = ${q}$.`,
              ),
          say(`نضرب في $${a}$: $x = ${q} × ${a} = ${a * q}$.`, `Multiply by $${a}$: $x = ${q} × ${a} = ${a * q}$.`),
        ],
      }
    }),
    exercise('brackets', 2, (random) => {
      const [a, b, x] = [random.whole(2, 9), random.whole(2, 12) * random.pick([1, -1]), random.whole(2, 15)]
      const c = a * (x + b)
      return {
        prompt: say(
          `ما قيمة $x$ إذا كان $${a}(x${plus(b)}) = ${num(c)}$؟`,
          `What is $x$ if $${a}(x${plus(b)}) = ${num(c)}$?`,
        ),
        answer: whole(x),
        hints: [
          say(
            `العدد $${a}$ مضروب في القوس كله: نبدأ بالقسمة عليه.`,
            `$${a}$ multiplies the whole bracket: begin by dividing by it.`,
          ),
          say(`بعد القسمة: $x${plus(b)} = ${num(x + b)}$.`, `After dividing: $x${plus(b)} = ${num(x + b)}$.`),
        ],
        steps: [
          say(
            `نقسم الطرفين على $${a}$: $x${plus(b)} = ${num(x + b)}$.`,
            `Divide both sides by $${a}$: $x${plus(b)} = ${num(x + b)}$.`,
          ),
          b > 0
            ? say(
                `نطرح $${b}$ من الطرفين: $x = ${num(x + b)} − ${b} = ${x}$.`,
                `Subtract $${b}$ from both sides: $x = ${num(x + b)} − ${b} = ${x}$.`,
              )
            : say(
                `نجمع $${-b}$ إلى الطرفين: $x = ${num(x + b)} + ${-b} = ${x}$.`,
                `Add $${-b}$ to both sides: $x = ${num(x + b)} + ${-b} = ${x}$.`,
              ),
        ],
      }
    }),
    exercise('taxi', 2, (random) => {
      const [start, each, x] = [random.pick([9, 10, 12, 15]), random.whole(3, 7), random.whole(3, 18)]
      const total = start + each * x
      return {
        prompt: say(
          `تبدأ أجرة سيارة أجرة بمبلغ ${counted(start, NOUNS.pound)}، ويُضاف ${counted(each, NOUNS.pound)} عن كل كيلومتر. دفع حسن ${counted(total, NOUNS.pound)}؛ فكم كيلومترًا قطعت السيارة؟`,
          `A taxi fare starts at $${start}$ pounds, and $${each}$ pounds are added for each kilometre. Hassan paid $${total}$ pounds; how many kilometres did the taxi drive?`,
        ),
        answer: whole(x),
        hints: [
          say('نسمي عدد الكيلومترات $x$ ونكتب معادلة.', 'Call the number of kilometres $x$ and write an equation.'),
          say(`$${start} + ${each}x = ${total}$`, `$${start} + ${each}x = ${total}$`),
        ],
        steps: [
          say(`المعادلة: $${start} + ${each}x = ${total}$.`, `The equation: $${start} + ${each}x = ${total}$.`),
          say(`نطرح $${start}$: $${each}x = ${total - start}$.`, `Subtract $${start}$: $${each}x = ${total - start}$.`),
          say(`نقسم على $${each}$: $x = ${x}$.`, `Divide by $${each}$: $x = ${x}$.`),
        ],
      }
    }),
    exercise('negative_coefficient', 3, (random) => {
      const [a, b, x] = [random.whole(3, 20), random.whole(2, 7), random.whole(2, 9) * random.pick([1, -1])]
      const c = a - b * x
      return {
        prompt: say(`ما قيمة $x$ إذا كان $${a} − ${b}x = ${num(c)}$؟`, `What is $x$ if $${a} − ${b}x = ${num(c)}$?`),
        answer: whole(x),
        hints: [
          say('معامل $x$ هنا سالب؛ لا ننسَ إشارته.', 'The coefficient of $x$ is negative here; keep its sign.'),
          say(
            `نطرح $${a}$ من الطرفين: $−${b}x = ${num(c)} − ${a}$.`,
            `Subtract $${a}$ from both sides: $−${b}x = ${num(c)} − ${a}$.`,
          ),
          say(`$−${b}x = ${num(c - a)}$؛ نقسم على $−${b}$.`, `$−${b}x = ${num(c - a)}$; divide by $−${b}$.`),
        ],
        steps: [
          say(
            `نطرح $${a}$ من الطرفين: $−${b}x = ${num(c)} − ${a} = ${num(c - a)}$.`,
            `Subtract $${a}$ from both sides: $−${b}x = ${num(c)} − ${a} = ${num(c - a)}$.`,
          ),
          say(
            `نقسم على $−${b}$: $x = ${num(c - a)} ÷ (−${b}) = ${num(x)}$.`,
            `Divide by $−${b}$: $x = ${num(c - a)} ÷ (−${b}) = ${num(x)}$.`,
          ),
        ],
      }
    }),
  ],
}
