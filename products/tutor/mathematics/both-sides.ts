/** Equations with the unknown on both sides, and linear inequalities. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choiceOf, counted, exercise, math, NOUNS, num, say, terms, whole } from './writing.ts'

export const bothSides: Concept = {
  key: 'equations.both_sides',
  name: say('معادلات فيها المجهول في الطرفين', 'Equations with the unknown on both sides'),
  goal: say(
    'أجمع حدود المجهول في طرف واحد وأحل المعادلة.',
    'I can bring the unknown to one side and solve the equation.',
  ),
  needs: ['equations.two_step', 'algebra.collect'],
  exercises: [
    exercise('simple', 1, (random) => {
      const [c, x] = [random.whole(2, 6), random.whole(2, 10)]
      const a = c + random.whole(2, 6)
      const b = (a - c) * x
      return {
        prompt: say(`ما قيمة $x$ إذا كان $${a}x = ${c}x + ${b}$؟`, `What is $x$ if $${a}x = ${c}x + ${b}$?`),
        answer: whole(x),
        hints: [
          say('نجمع حدود $x$ في طرف واحد.', 'Bring the $x$ terms to one side.'),
          say(`نطرح $${c}x$ من الطرفين: $${a - c}x = ${b}$.`, `Subtract $${c}x$ from both sides: $${a - c}x = ${b}$.`),
        ],
        steps: [
          say(`نطرح $${c}x$ من الطرفين: $${a - c}x = ${b}$.`, `Subtract $${c}x$ from both sides: $${a - c}x = ${b}$.`),
          say(`نقسم على $${a - c}$: $x = ${x}$.`, `Divide by $${a - c}$: $x = ${x}$.`),
        ],
      }
    }),
    exercise('usual', 2, (random) => {
      const [c, x] = [random.whole(2, 5), random.whole(2, 9) * random.pick([1, -1])]
      const [a, b] = [c + random.whole(2, 6), random.whole(2, 15)]
      const d = (a - c) * x + b
      return {
        prompt: say(
          `ما قيمة $x$ إذا كان $${a}x + ${b} = ${terms([c, 'x'], [d, ''])}$؟`,
          `What is $x$ if $${a}x + ${b} = ${terms([c, 'x'], [d, ''])}$?`,
        ),
        answer: whole(x),
        hints: [
          say(
            'ننقل حدود $x$ إلى طرف والأعداد إلى الطرف الآخر.',
            'Bring the $x$ terms to one side and the numbers to the other.',
          ),
          say(
            `بعد طرح $${c}x$: $${a - c}x + ${b} = ${num(d)}$.`,
            `After subtracting $${c}x$: $${a - c}x + ${b} = ${num(d)}$.`,
          ),
        ],
        steps: [
          say(
            `نطرح $${c}x$ من الطرفين: $${a - c}x + ${b} = ${num(d)}$.`,
            `Subtract $${c}x$ from both sides: $${a - c}x + ${b} = ${num(d)}$.`,
          ),
          say(`نطرح $${b}$: $${a - c}x = ${num(d - b)}$.`, `Subtract $${b}$: $${a - c}x = ${num(d - b)}$.`),
          say(`نقسم على $${a - c}$: $x = ${num(x)}$.`, `Divide by $${a - c}$: $x = ${num(x)}$.`),
        ],
      }
    }),
    exercise('minus_on_one_side', 2, (random) => {
      const [a, c, x, b] = [random.whole(2, 6), random.whole(2, 5), random.whole(2, 9), random.whole(2, 12)]
      const d = (a + c) * x - b
      return {
        prompt: say(
          `ما قيمة $x$ إذا كان $${a}x − ${b} = ${num(d)} − ${c}x$؟`,
          `What is $x$ if $${a}x − ${b} = ${num(d)} − ${c}x$?`,
        ),
        answer: whole(x),
        hints: [
          say(`نتخلص من $− ${c}x$ بجمع $${c}x$ إلى الطرفين.`, `Get rid of $− ${c}x$ by adding $${c}x$ to both sides.`),
          say(`$${a + c}x − ${b} = ${num(d)}$`, `$${a + c}x − ${b} = ${num(d)}$`),
        ],
        steps: [
          say(
            `نجمع $${c}x$ إلى الطرفين: $${a + c}x − ${b} = ${num(d)}$.`,
            `Add $${c}x$ to both sides: $${a + c}x − ${b} = ${num(d)}$.`,
          ),
          say(`نجمع $${b}$: $${a + c}x = ${d + b}$.`, `Add $${b}$: $${a + c}x = ${d + b}$.`),
          say(`نقسم على $${a + c}$: $x = ${x}$.`, `Divide by $${a + c}$: $x = ${x}$.`),
        ],
      }
    }),
    exercise('brackets', 3, (random) => {
      const [c, x, b] = [random.whole(2, 4), random.whole(2, 9) * random.pick([1, -1]), random.whole(2, 6)]
      const a = c + random.whole(2, 4)
      const d = a * (x + b) - c * x
      return {
        prompt: say(
          `ما قيمة $x$ إذا كان $${a}(x + ${b}) = ${terms([c, 'x'], [d, ''])}$؟`,
          `What is $x$ if $${a}(x + ${b}) = ${terms([c, 'x'], [d, ''])}$?`,
        ),
        answer: whole(x),
        hints: [
          say('نفك القوس أولًا.', 'Expand the bracket first.'),
          say(`$${a}x + ${a * b} = ${terms([c, 'x'], [d, ''])}$`, `$${a}x + ${a * b} = ${terms([c, 'x'], [d, ''])}$`),
          say(`$${a - c}x = ${num(d - a * b)}$`, `$${a - c}x = ${num(d - a * b)}$`),
        ],
        steps: [
          say(
            `نفك القوس: $${a}x + ${a * b} = ${terms([c, 'x'], [d, ''])}$.`,
            `Expand: $${a}x + ${a * b} = ${terms([c, 'x'], [d, ''])}$.`,
          ),
          say(
            `نطرح $${c}x$ و$${a * b}$ من الطرفين: $${a - c}x = ${num(d - a * b)}$.`,
            `Subtract $${c}x$ and $${a * b}$ from both sides: $${a - c}x = ${num(d - a * b)}$.`,
          ),
          say(`نقسم على $${a - c}$: $x = ${num(x)}$.`, `Divide by $${a - c}$: $x = ${num(x)}$.`),
        ],
      }
    }),
    exercise('phone_plans', 3, (random) => {
      const [cheap, x] = [random.whole(3, 6), random.whole(4, 15)]
      const [gap, start] = [random.whole(3, 6), random.pick([10, 20, 30])]
      const dear = cheap + gap
      const more = start + gap * x
      return {
        prompt: say(
          `في الباقة الأولى ندفع ${counted(start, NOUNS.pound)} ثم ${counted(dear, NOUNS.pound)} عن كل جيجابايت. وفي الباقة الثانية ندفع ${counted(more, NOUNS.pound)} ثم ${counted(cheap, NOUNS.pound)} عن كل جيجابايت. عند كم جيجابايت تتساوى التكلفتان؟`,
          `With the first plan we pay $${start}$ pounds and then $${dear}$ pounds for each gigabyte. With the second we pay $${more}$ pounds and then $${cheap}$ pounds for each gigabyte. For how many gigabytes do both cost the same?`,
        ),
        answer: whole(x),
        hints: [
          say(
            'نسمي عدد الجيجابايت $x$ ونكتب تكلفة كل باقة.',
            'Call the number of gigabytes $x$ and write the cost of each plan.',
          ),
          say(`$${start} + ${dear}x = ${more} + ${cheap}x$`, `$${start} + ${dear}x = ${more} + ${cheap}x$`),
          say(`$${gap}x = ${more} − ${start}$`, `$${gap}x = ${more} − ${start}$`),
        ],
        steps: [
          say(
            `المعادلة: $${start} + ${dear}x = ${more} + ${cheap}x$.`,
            `The equation: $${start} + ${dear}x = ${more} + ${cheap}x$.`,
          ),
          say(
            `نطرح $${cheap}x$ و$${start}$ من الطرفين: $${gap}x = ${more - start}$.`,
            `Subtract $${cheap}x$ and $${start}$ from both sides: $${gap}x = ${more - start}$.`,
          ),
          say(`نقسم على $${gap}$: $x = ${x}$.`, `Divide by $${gap}$: $x = ${x}$.`),
        ],
      }
    }),
  ],
}

export const inequalities: Concept = {
  key: 'inequalities.linear',
  name: say('المتباينات', 'Inequalities'),
  goal: say(
    'أحل متباينة من الدرجة الأولى وأعرف متى تنعكس علامتها.',
    'I can solve a linear inequality and know when its sign turns round.',
  ),
  needs: ['equations.two_step'],
  exercises: [
    exercise('add', 1, (random) => {
      const [x, a] = [random.whole(2, 15), random.whole(3, 15)]
      const sign = random.pick(['>', '<'])
      const turned = sign === '>' ? '<' : '>'
      return {
        prompt: say(
          `ما حل المتباينة $x + ${a} ${sign} ${x + a}$؟`,
          `What is the solution of $x + ${a} ${sign} ${x + a}$?`,
        ),
        answer: choiceOf(random, `x ${sign} ${x}`, [
          `x ${turned} ${x}`,
          `x ${sign} ${x + 2 * a}`,
          `x ${turned} ${x + 2 * a}`,
        ]),
        hints: [
          say('نحل المتباينة كما نحل المعادلة.', 'Solve the inequality as you would solve an equation.'),
          say(`نطرح $${a}$ من الطرفين، والعلامة لا تتغير.`, `Subtract $${a}$ from both sides; the sign stays.`),
        ],
        steps: [
          say(
            `نطرح $${a}$ من الطرفين: $x ${sign} ${x + a} − ${a}$.`,
            `Subtract $${a}$ from both sides: $x ${sign} ${x + a} − ${a}$.`,
          ),
          math(`x ${sign} ${x}`),
        ],
        figure: { kind: 'number_line', from: x - 10, to: x + 10, marks: [x] },
      }
    }),
    exercise('is_solution', 1, (random) => {
      const [a, b, x] = [random.whole(2, 6), random.whole(2, 12), random.whole(4, 9)]
      const limit = a * x + b
      const good = x + random.whole(1, 3)
      return {
        prompt: say(
          `أيُّ هذه الأعداد يحقق المتباينة $${a}x + ${b} > ${limit}$؟`,
          `Which of these numbers satisfies $${a}x + ${b} > ${limit}$?`,
        ),
        answer: choiceOf(random, num(good), [num(x), num(x - 2), num(-x)]),
        hints: [
          say('نعوّض بكل عدد مكان $x$ ونقارن.', 'Put each number in place of $x$ and compare.'),
          say(
            `عند $x = ${x}$ يتساوى الطرفان، والتساوي لا يكفي هنا.`,
            `At $x = ${x}$ both sides are equal, and equal is not enough here.`,
          ),
        ],
        steps: [
          say(`نحل: $${a}x > ${limit - b}$، أي $x > ${x}$.`, `Solve: $${a}x > ${limit - b}$, that is $x > ${x}$.`),
          say(`العدد الوحيد الأكبر من $${x}$ هو $${good}$.`, `The only number greater than $${x}$ is $${good}$.`),
        ],
      }
    }),
    exercise('negative_coefficient', 2, (random) => {
      const [a, x] = [random.whole(2, 9), random.whole(2, 9) * random.pick([1, -1])]
      const sign = random.pick(['>', '<'])
      const turned = sign === '>' ? '<' : '>'
      return {
        prompt: say(
          `ما حل المتباينة $−${a}x ${sign} ${num(-a * x)}$؟`,
          `What is the solution of $−${a}x ${sign} ${num(-a * x)}$?`,
        ),
        answer: choiceOf(random, `x ${turned} ${num(x)}`, [
          `x ${sign} ${num(x)}`,
          `x ${turned} ${num(-x)}`,
          `x ${sign} ${num(-x)}`,
        ]),
        hints: [
          say('القسمة على عدد سالب تعكس علامة المتباينة.', 'Dividing by a negative number turns the sign round.'),
          say(
            `نقسم على $−${a}$: $${num(-a * x)} ÷ (−${a}) = ${num(x)}$.`,
            `Divide by $−${a}$: $${num(-a * x)} ÷ (−${a}) = ${num(x)}$.`,
          ),
        ],
        steps: [
          say(`نقسم الطرفين على $−${a}$ ونعكس العلامة.`, `Divide both sides by $−${a}$ and turn the sign round.`),
          math(`x ${turned} ${num(x)}`),
        ],
      }
    }),
    exercise('greatest_whole', 2, (random) => {
      const [a, b, x] = [random.whole(3, 7), random.whole(2, 12), random.whole(2, 12)]
      const rest = random.whole(1, a - 1)
      const limit = a * x + rest
      return {
        prompt: say(
          `ما أكبر عدد صحيح $x$ يحقق المتباينة $${a}x − ${b} ≤ ${num(limit - b)}$؟`,
          `What is the greatest whole number $x$ that satisfies $${a}x − ${b} ≤ ${num(limit - b)}$?`,
        ),
        answer: whole(x),
        hints: [
          say(`نجمع $${b}$ إلى الطرفين أولًا.`, `First add $${b}$ to both sides.`),
          say(
            `$${a}x ≤ ${limit}$؛ فما أكبر مضاعف للعدد $${a}$ لا يزيد على $${limit}$؟`,
            `$${a}x ≤ ${limit}$; what is the greatest multiple of $${a}$ not above $${limit}$?`,
          ),
        ],
        steps: [
          say(`نجمع $${b}$ إلى الطرفين: $${a}x ≤ ${limit}$.`, `Add $${b}$ to both sides: $${a}x ≤ ${limit}$.`),
          say(
            `$${a} × ${x} = ${a * x}$ و$${a} × ${x + 1} = ${a * x + a}$، والثاني أكبر من $${limit}$.`,
            `$${a} × ${x} = ${a * x}$ and $${a} × ${x + 1} = ${a * x + a}$; the second is above $${limit}$.`,
          ),
          say(`أكبر عدد صحيح هو $${x}$.`, `The greatest whole number is $${x}$.`),
        ],
      }
    }),
    exercise('budget', 3, (random) => {
      const [price, x] = [random.pick([35, 40, 45, 60]), random.whole(3, 8)]
      const ride = random.pick([16, 20, 24, 30])
      const rest = random.whole(5, price - 5)
      const budget = ride + price * x + rest
      return {
        prompt: say(
          `مع سارة ${counted(budget, NOUNS.pound)}. تدفع ${counted(ride, NOUNS.pound)} للمواصلات، وثمن تذكرة المباراة ${counted(price, NOUNS.pound)}. ما أكبر عدد من التذاكر يمكنها شراؤه؟`,
          `Sara has $${budget}$ pounds. She pays $${ride}$ pounds for the ride, and a ticket for the match costs $${price}$ pounds. What is the greatest number of tickets she can buy?`,
        ),
        answer: whole(x),
        hints: [
          say(
            'ما تدفعه لا يزيد على ما معها: نكتب متباينة.',
            'What she pays is at most what she has: write an inequality.',
          ),
          say(`$${ride} + ${price}x ≤ ${budget}$`, `$${ride} + ${price}x ≤ ${budget}$`),
          say(`$${price}x ≤ ${budget - ride}$`, `$${price}x ≤ ${budget - ride}$`),
        ],
        steps: [
          say(`المتباينة: $${ride} + ${price}x ≤ ${budget}$.`, `The inequality: $${ride} + ${price}x ≤ ${budget}$.`),
          say(
            `نطرح $${ride}$ من الطرفين: $${price}x ≤ ${budget - ride}$.`,
            `Subtract $${ride}$ from both sides: $${price}x ≤ ${budget - ride}$.`,
          ),
          say(
            `$${price} × ${x} = ${price * x}$، ولا يكفي الباقي $${rest}$ لتذكرة أخرى، فأكبر عدد هو $${x}$.`,
            `$${price} × ${x} = ${price * x}$, and the remaining $${rest}$ does not pay for another, so the greatest number is $${x}$.`,
          ),
        ],
      }
    }),
    exercise('two_step', 3, (random) => {
      const [a, b, x] = [random.whole(2, 6), random.whole(3, 15), random.whole(2, 9) * random.pick([1, -1])]
      const limit = b - a * x
      return {
        prompt: say(
          `ما حل المتباينة $${b} − ${a}x ≤ ${num(limit)}$؟`,
          `What is the solution of $${b} − ${a}x ≤ ${num(limit)}$?`,
        ),
        answer: choiceOf(random, `x ≥ ${num(x)}`, [`x ≤ ${num(x)}`, `x ≥ ${num(-x)}`, `x ≤ ${num(-x)}`]),
        hints: [
          say(`نطرح $${b}$ من الطرفين أولًا.`, `First subtract $${b}$ from both sides.`),
          say(`$−${a}x ≤ ${num(limit - b)}$`, `$−${a}x ≤ ${num(limit - b)}$`),
          say(`نقسم على $−${a}$، فتنعكس العلامة.`, `Divide by $−${a}$, so the sign turns round.`),
        ],
        steps: [
          say(
            `نطرح $${b}$ من الطرفين: $−${a}x ≤ ${num(limit)} − ${b} = ${num(limit - b)}$.`,
            `Subtract $${b}$ from both sides: $−${a}x ≤ ${num(limit)} − ${b} = ${num(limit - b)}$.`,
          ),
          say(
            `نقسم على $−${a}$ ونعكس العلامة: $x ≥ ${num(x)}$.`,
            `Divide by $−${a}$ and turn the sign round: $x ≥ ${num(x)}$.`,
          ),
        ],
      }
    }),
  ],
}
