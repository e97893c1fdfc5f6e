/** Decimals, and percentages of a quantity. */
import type { Concept } from '../../../modules/learning/api.ts'
import {
  choiceOf,
  counted,
  decimal,
  different,
  exercise,
  fixed,
  frac,
  fraction,
  gcd,
  math,
  NOUNS,
  reduced,
  row,
  say,
  shuffled,
  whole,
} from './writing.ts'

export const operations: Concept = {
  key: 'decimals.operations',
  name: say('الأعداد العشرية', 'Decimals'),
  goal: say(
    'أجمع الأعداد العشرية وأضربها وأقسمها وأحوّلها إلى كسور.',
    'I can add, multiply and divide decimals and turn them into fractions.',
  ),
  needs: ['fractions.equivalent'],
  exercises: [
    exercise('add', 1, (random) => {
      const [a, b] = [random.whole(111, 899), random.whole(11, 89)]
      const [one, two] = [fixed(a, 2), fixed(b, 1)]
      const sum = a + b * 10
      return {
        prompt: say(`ما ناتج $${one} + ${two}$؟`, `What is $${one} + ${two}$?`),
        answer: decimal(sum, 2),
        hints: [
          say(
            'نكتب العددين أحدهما تحت الآخر بحيث تكون العلامة العشرية تحت العلامة العشرية.',
            'Write the numbers one under the other with the decimal points in line.',
          ),
          say(
            `نجمع الأجزاء من مئة أولًا: نعدّ $${two}$ كأنه $${b * 10}$ جزءًا من مئة، و$${one}$ كأنه $${a}$.`,
            `Count in hundredths: $${two}$ is $${b * 10}$ of them and $${one}$ is $${a}$.`,
          ),
        ],
        steps: [
          say(`بالأجزاء من مئة: $${a} + ${b * 10} = ${sum}$.`, `In hundredths: $${a} + ${b * 10} = ${sum}$.`),
          math(`${one} + ${two} = ${fixed(sum, 2)}`),
        ],
      }
    }),
    exercise('multiply', 2, (random) => {
      const [a, b] = [random.whole(2, 9) * 10 + random.whole(1, 9), random.whole(2, 9)]
      const [one, two] = [fixed(a, 1), fixed(b, 1)]
      return {
        prompt: say(`ما ناتج $${one} × ${two}$؟`, `What is $${one} × ${two}$?`),
        answer: decimal(a * b, 2),
        hints: [
          say(
            'نضرب كأن العلامة العشرية غير موجودة، ثم نضعها في مكانها.',
            'Multiply as if there were no decimal points, then put the point in its place.',
          ),
          say(
            `$${a} × ${b} = ${a * b}$، وفي العددين معًا رقمان بعد العلامة.`,
            `$${a} × ${b} = ${a * b}$; the two numbers together have two digits after the point.`,
          ),
        ],
        steps: [
          say(`نضرب دون العلامة: $${a} × ${b} = ${a * b}$.`, `Multiply without the points: $${a} × ${b} = ${a * b}$.`),
          say(
            `رقمان بعد العلامة: $${one} × ${two} = ${fixed(a * b, 2)}$.`,
            `Two digits after the point: $${one} × ${two} = ${fixed(a * b, 2)}$.`,
          ),
        ],
      }
    }),
    exercise('by_power_of_ten', 1, (random) => {
      const places = random.pick([1, 2])
      const [a, by] = [random.whole(12, 989), 10 ** places]
      const back = random.pick([true, false])
      const [text, result] = back ? [fixed(a, 1), fixed(a, 1 + places)] : [fixed(a, 3), fixed(a, 3 - places)]
      const sign = back ? '÷' : '×'
      return {
        prompt: say(`ما ناتج $${text} ${sign} ${by}$؟`, `What is $${text} ${sign} ${by}$?`),
        answer: decimal(a, back ? 1 + places : 3 - places),
        hints: [
          say(
            back ? `القسمة على $${by}$ تجعل العدد أصغر.` : `الضرب في $${by}$ يجعل العدد أكبر.`,
            back ? `Dividing by $${by}$ makes the number smaller.` : `Multiplying by $${by}$ makes the number greater.`,
          ),
          say(
            `نحرّك العلامة العشرية نحو ${back ? 'اليسار' : 'اليمين'} بعدد أصفار $${by}$.`,
            `Move the decimal point to the ${back ? 'left' : 'right'}, one place for each zero of $${by}$.`,
          ),
        ],
        steps: [
          say(
            `نحرّك العلامة العشرية نحو ${back ? 'اليسار' : 'اليمين'} بعدد الأصفار: $${places}$.`,
            `Move the point to the ${back ? 'left' : 'right'} by the number of zeros: $${places}$.`,
          ),
          math(`${text} ${sign} ${by} = ${result}`),
        ],
      }
    }),
    exercise('to_fraction', 2, (random) => {
      const a = random.pick([
        4, 5, 6, 8, 12, 15, 16, 24, 25, 28, 32, 35, 36, 44, 45, 48, 55, 64, 65, 68, 72, 75, 76, 84, 85, 88, 92, 95, 96,
      ])
      const common = gcd(a, 100)
      return {
        prompt: say(
          `ما الكسر الاعتيادي الذي يساوي $${fixed(a, 2)}$ في أبسط صورة؟`,
          `Which fraction in lowest terms equals $${fixed(a, 2)}$?`,
        ),
        answer: fraction(a, 100),
        hints: [
          say('نكتب العدد أجزاءً من مئة.', 'Write the number in hundredths.'),
          say(
            `$${fixed(a, 2)} = ${frac(a, 100)}$، ثم نختصر على $${common}$.`,
            `$${fixed(a, 2)} = ${frac(a, 100)}$; then divide both by $${common}$.`,
          ),
        ],
        steps: [
          math(`${fixed(a, 2)} = ${frac(a, 100)}`),
          say(
            `نقسم البسط والمقام على $${common}$: $${frac(a, 100)} = ${reduced(a, 100)}$.`,
            `Divide both terms by $${common}$: $${frac(a, 100)} = ${reduced(a, 100)}$.`,
          ),
        ],
      }
    }),
    exercise('change', 2, (random) => {
      const count = random.whole(3, 6)
      const price = random.pick([125, 145, 155, 165, 175, 185])
      const total = count * price
      const paid = total > 1000 ? 200 : 100
      return {
        prompt: say(
          `اشترت فاطمة ${counted(count, NOUNS.notebook)}، ثمن الواحدة $${fixed(price, 1)}$ جنيه، ودفعت ${counted(paid, NOUNS.pound)}. كم جنيهًا يعود إليها؟`,
          `Fatma bought $${count}$ notebooks at $${fixed(price, 1)}$ pounds each and paid with $${paid}$ pounds. How many pounds does she get back?`,
        ),
        answer: decimal(paid * 10 - total, 1),
        hints: [
          say('نحسب ثمن الكراسات أولًا.', 'First work out what the notebooks cost.'),
          say(
            `ثمنها $${count} × ${fixed(price, 1)} = ${fixed(total, 1)}$؛ نطرحه من $${paid}$.`,
            `They cost $${count} × ${fixed(price, 1)} = ${fixed(total, 1)}$; subtract that from $${paid}$.`,
          ),
        ],
        steps: [
          say(
            `ثمن الكراسات: $${count} × ${fixed(price, 1)} = ${fixed(total, 1)}$.`,
            `The notebooks cost $${count} × ${fixed(price, 1)} = ${fixed(total, 1)}$.`,
          ),
          say(
            `الباقي: $${paid} − ${fixed(total, 1)} = ${fixed(paid * 10 - total, 1)}$.`,
            `The change: $${paid} − ${fixed(total, 1)} = ${fixed(paid * 10 - total, 1)}$.`,
          ),
        ],
      }
    }),
    exercise('divide', 3, (random) => {
      const [b, q] = [random.whole(2, 9), random.whole(12, 45)]
      const [one, two] = [fixed(b * q, 2), fixed(b, 1)]
      return {
        prompt: say(`ما ناتج $${one} ÷ ${two}$؟`, `What is $${one} ÷ ${two}$?`),
        answer: decimal(q, 1),
        hints: [
          say('نجعل المقسوم عليه عددًا صحيحًا.', 'Make the number we divide by a whole number.'),
          say('نضرب العددين في $10$، فلا يتغير الناتج.', 'Multiply both numbers by $10$; the result does not change.'),
          say(`نحسب $${fixed(b * q, 1)} ÷ ${b}$.`, `Work out $${fixed(b * q, 1)} ÷ ${b}$.`),
        ],
        steps: [
          say(
            `نضرب العددين في $10$: $${one} ÷ ${two} = ${fixed(b * q, 1)} ÷ ${b}$.`,
            `Multiply both by $10$: $${one} ÷ ${two} = ${fixed(b * q, 1)} ÷ ${b}$.`,
          ),
          math(`${fixed(b * q, 1)} ÷ ${b} = ${fixed(q, 1)}`),
        ],
      }
    }),
    exercise('greatest', 1, (random) => {
      const [a, b] = different(random, 2, 3, 8).sort((x, y) => x - y) as [number, number]
      const [big, middle, small] = [b * 100, b * 10 + random.whole(1, 9), a * 100 + random.whole(11, 99)]
      const listed = shuffled(random, [small, middle, big])
      const texts = listed.map((one) => fixed(one, 3))
      const tenths = listed.map((one) => Math.floor(one / 100))
      return {
        prompt: say(
          `أيُّ هذه الأعداد هو الأكبر: ${row(texts, '،')}؟`,
          `Which of these numbers is the greatest: ${row(texts, ',')}?`,
        ),
        answer: choiceOf(random, fixed(big, 3), [fixed(middle, 3), fixed(small, 3)]),
        hints: [
          say(
            'كثرة الأرقام لا تعني أن العدد أكبر: نقارن خانة خانة من اليسار.',
            'More digits do not make a greater number: compare place by place from the left.',
          ),
          say(
            'نبدأ برقم الجزء من عشرة، أول رقم بعد العلامة.',
            'Begin with the tenths, the first digit after the point.',
          ),
        ],
        steps: [
          say(
            `رقم الجزء من عشرة في الأعداد بالترتيب: ${row(tenths, '،')}.`,
            `The tenths of the numbers in turn: ${row(tenths, ',')}.`,
          ),
          say(
            `أكبرها $${b}$، فالعدد الأكبر هو $${fixed(big, 3)}$.`,
            `The greatest is $${b}$, so the greatest number is $${fixed(big, 3)}$.`,
          ),
        ],
      }
    }),
  ],
}

export const percentOf: Concept = {
  key: 'percentages.of',
  name: say('النسبة المئوية', 'Percentages'),
  goal: say(
    'أحسب نسبة مئوية من مقدار، وأكتب جزءًا من كل نسبةً مئوية.',
    'I can find a percentage of an amount and write a part as a percentage.',
  ),
  needs: ['fractions.multiply', 'decimals.operations'],
  exercises: [
    exercise('of_amount', 1, (random) => {
      const percent = random.pick([5, 10, 15, 20, 25, 30, 40, 60, 75])
      const amount = random.whole(3, 15) * 20
      const result = (percent * amount) / 100
      return {
        prompt: say(`ما قيمة $${percent}%$ من $${amount}$؟`, `What is $${percent}%$ of $${amount}$?`),
        answer: whole(result),
        hints: [
          say(`$${percent}%$ تعني $${percent}$ من كل $100$.`, `$${percent}%$ means $${percent}$ out of every $100$.`),
          say(`نحسب $${amount} × {${percent}/100}$.`, `Work out $${amount} × {${percent}/100}$.`),
        ],
        steps: [
          say(
            `نكتب النسبة كسرًا: $${percent}% = {${percent}/100}$.`,
            `Write the percentage as a fraction: $${percent}% = {${percent}/100}$.`,
          ),
          math(`${amount} × {${percent}/100} = {${amount * percent}/100} = ${result}`),
        ],
      }
    }),
    exercise('to_fraction', 1, (random) => {
      const percent = random.pick([
        5, 12, 15, 20, 24, 25, 30, 35, 36, 40, 45, 48, 55, 60, 64, 65, 70, 75, 80, 85, 90, 95,
      ])
      const common = gcd(percent, 100)
      return {
        prompt: say(
          `ما الكسر الذي يساوي $${percent}%$ في أبسط صورة؟`,
          `Which fraction in lowest terms equals $${percent}%$?`,
        ),
        answer: fraction(percent, 100),
        hints: [
          say('النسبة المئوية كسر مقامه $100$.', 'A percentage is a fraction with denominator $100$.'),
          say(
            `نختصر $${frac(percent, 100)}$ بقسمة حديه على $${common}$.`,
            `Simplify $${frac(percent, 100)}$ by dividing both terms by $${common}$.`,
          ),
        ],
        steps: [math(`${percent}% = ${frac(percent, 100)}`), math(`${frac(percent, 100)} = ${reduced(percent, 100)}`)],
      }
    }),
    exercise('as_percent', 2, (random) => {
      const [total, each] = random.pick([
        [20, 5],
        [25, 4],
        [50, 2],
        [10, 10],
      ] as const)
      const right = random.whole(3, total - 1)
      return {
        prompt: say(
          `أجابت ندى إجابة صحيحة عن ${counted(right, NOUNS.question)} من ${counted(total, NOUNS.question)}. ما النسبة المئوية لإجاباتها الصحيحة؟`,
          `Nada answered $${right}$ questions out of $${total}$ correctly. What percentage is that?`,
        ),
        answer: whole(right * each),
        hints: [
          say(
            `نكتب الجزء من الكل كسرًا: $${`{${right}/${total}}`}$.`,
            `Write the part of the whole as a fraction: $${`{${right}/${total}}`}$.`,
          ),
          say(`نجعل المقام $100$ بالضرب في $${each}$.`, `Make the denominator $100$ by multiplying by $${each}$.`),
        ],
        steps: [
          say(`الجزء من الكل: $${`{${right}/${total}}`}$.`, `The part of the whole: $${`{${right}/${total}}`}$.`),
          math(`{${right}/${total}} = {${right * each}/100} = ${right * each}%`),
        ],
      }
    }),
    exercise('students', 2, (random) => {
      const percent = random.pick([20, 25, 30, 40, 45, 60, 65])
      const total = random.pick([40, 60, 80, 120, 160, 200])
      const absent = (percent * total) / 100
      return {
        prompt: say(
          `في مدرسة ${counted(total, NOUNS.student)} بالصف الأول الإعدادي، يذهب $${percent}%$ منهم إلى المدرسة بالمترو. ما عدد الذين لا يذهبون بالمترو؟`,
          `A school has $${total}$ students in the first preparatory year, and $${percent}%$ of them come by metro. How many do not come by metro?`,
        ),
        answer: whole(total - absent),
        hints: [
          say('كم بالمئة لا يذهبون بالمترو؟', 'What percentage does not come by metro?'),
          say(
            `$100% − ${percent}% = ${100 - percent}%$، ثم نحسبها من $${total}$.`,
            `$100% − ${percent}% = ${100 - percent}%$; find that percentage of $${total}$.`,
          ),
        ],
        steps: [
          say(
            `نسبة الذين لا يذهبون بالمترو: $100% − ${percent}% = ${100 - percent}%$.`,
            `Those who do not come by metro: $100% − ${percent}% = ${100 - percent}%$.`,
          ),
          math(`{${100 - percent}/100} × ${total} = ${total - absent}`),
        ],
      }
    }),
    exercise('bar', 1, (random) => {
      const parts = random.pick([4, 5, 10, 20])
      const filled = random.whole(Math.min(3, parts - 1), parts - 1)
      const each = 100 / parts
      return {
        prompt: say(
          `قُسم الشريط إلى ${counted(parts, NOUNS.equalPart)}، والملوَّن منها $${filled}$. ما النسبة المئوية للجزء الملوَّن من الشريط؟`,
          `The bar is cut into $${parts}$ equal parts, and $${filled}$ of them are coloured. What percentage of the bar is coloured?`,
        ),
        answer: whole(filled * each),
        hints: [
          say('الشريط كله $100%$؛ فكم يساوي كل جزء؟', 'The whole bar is $100%$; how much is each part?'),
          say(`كل جزء $${each}%$.`, `Each part is $${each}%$.`),
        ],
        steps: [
          say(`كل جزء: $100% ÷ ${parts} = ${each}%$.`, `Each part: $100% ÷ ${parts} = ${each}%$.`),
          math(`${filled} × ${each}% = ${filled * each}%`),
        ],
        figure: { kind: 'bar', parts, filled },
      }
    }),
    exercise('find_whole', 3, (random) => {
      const percent = random.pick([5, 10, 20, 25, 40, 50])
      const total = random.whole(3, 24) * 20
      const part = (total * percent) / 100
      return {
        prompt: say(
          `إذا كان $${percent}%$ من عدد يساوي $${part}$، فما العدد؟`,
          `If $${percent}%$ of a number is $${part}$, what is the number?`,
        ),
        answer: whole(total),
        hints: [
          say('العدد كله هو $100%$.', 'The whole number is $100%$.'),
          say(`كم مرة $${percent}%$ في $100%$؟`, `How many times does $${percent}%$ go into $100%$?`),
          say(`نحسب $${part} ÷ ${percent} × 100$.`, `Work out $${part} ÷ ${percent} × 100$.`),
        ],
        steps: [
          say(
            `نسمي العدد $x$: $${`{${percent}/100}`} × x = ${part}$.`,
            `Call the number $x$: $${`{${percent}/100}`} × x = ${part}$.`,
          ),
          math(`x = {${part} × 100/${percent}} = {${part * 100}/${percent}} = ${total}`),
        ],
      }
    }),
  ],
}
