/** Probability of an event, counted on balls, dice and cards. */
import type { Concept } from '../../../modules/learning/api.ts'
import {
  choice,
  gcd,
  counted,
  exercise,
  frac,
  fraction,
  math,
  NOUNS,
  reduced,
  row,
  say,
  set,
  thenReduced,
  whole,
} from './writing.ts'

export const probability: Concept = {
  key: 'data.probability',
  name: say('الاحتمال', 'Probability'),
  goal: say(
    'أحسب احتمال حدث وأتوقع عدد مرات وقوعه.',
    'I can find the probability of an event and how often to expect it.',
  ),
  needs: ['fractions.equivalent', 'fractions.add_like'],
  exercises: [
    exercise('bag', 1, (random) => {
      const [red, white, green] = [random.whole(3, 8), random.whole(3, 8), random.whole(3, 6)]
      const all = red + white + green
      return {
        prompt: say(
          `في صندوق ${counted(red, NOUNS.ball)} حمراء و${counted(white, NOUNS.ball)} بيضاء و${counted(green, NOUNS.ball)} خضراء. سُحبت كرة عشوائيًّا؛ ما احتمال أن تكون حمراء، في أبسط صورة؟`,
          `A box holds $${red}$ red, $${white}$ white and $${green}$ green balls. One ball is drawn at random; what is the probability that it is red, in lowest terms?`,
        ),
        answer: fraction(red, all),
        hints: [
          say(
            'الاحتمال هو عدد النواتج المطلوبة على عدد كل النواتج.',
            'The probability is the number of wanted outcomes over all outcomes.',
          ),
          say(
            `عدد الكرات كلها $${red} + ${white} + ${green} = ${all}$.`,
            `There are $${red} + ${white} + ${green} = ${all}$ balls in all.`,
          ),
        ],
        steps: [
          say(
            `عدد الكرات: $${red} + ${white} + ${green} = ${all}$، منها الحمراء $${red}$.`,
            `All balls: $${red} + ${white} + ${green} = ${all}$; $${red}$ of them are red.`,
          ),
          say(
            `الاحتمال: $${frac(red, all)}${thenReduced(red, all)}$.`,
            `The probability: $${frac(red, all)}${thenReduced(red, all)}$.`,
          ),
        ],
      }
    }),
    exercise('spinner', 1, (random) => {
      const parts = random.pick([6, 8, 9, 10, 12])
      const limit = random.whole(2, parts - 2)
      const wanted = parts - limit
      return {
        prompt: say(
          `قرص دوّار مقسم إلى ${counted(parts, NOUNS.equalPart)}، وأجزاؤه مرقمة من $1$ إلى $${parts}$. أُدير مرة واحدة؛ ما احتمال أن يقف عند عدد أكبر من $${limit}$، في أبسط صورة؟`,
          `A spinner has $${parts}$ equal parts numbered from $1$ to $${parts}$. It is spun once; what is the probability that it stops at a number greater than $${limit}$, in lowest terms?`,
        ),
        answer: fraction(wanted, parts),
        hints: [
          say(
            `كل الأجزاء متساوية الفرصة، وعددها $${parts}$.`,
            `All the parts are equally likely, and there are $${parts}$.`,
          ),
          say(
            `عدد الأعداد الأكبر من $${limit}$ هو $${parts} − ${limit} = ${wanted}$.`,
            `The numbers greater than $${limit}$: $${parts} − ${limit} = ${wanted}$.`,
          ),
        ],
        steps: [
          say(
            `عدد النواتج المطلوبة: $${parts} − ${limit} = ${wanted}$.`,
            `Wanted outcomes: $${parts} − ${limit} = ${wanted}$.`,
          ),
          say(
            `الاحتمال: $${frac(wanted, parts)}${thenReduced(wanted, parts)}$.`,
            `The probability: $${frac(wanted, parts)}${thenReduced(wanted, parts)}$.`,
          ),
        ],
      }
    }),
    exercise('kind_of_event', 1, (random) => {
      const kinds = [
        say('حدث مستحيل', 'an impossible event'),
        say('حدث مؤكد', 'a certain event'),
        say('حدث ممكن غير مؤكد', 'a possible but not certain event'),
      ]
      const [limit, at] = random.pick([
        [0, 1],
        [6, 0],
        [2, 2],
        [3, 2],
        [4, 2],
        [7, 0],
        [5, 2],
      ] as const)
      const right = kinds[at]!
      const wanted = Math.max(0, 6 - limit)
      return {
        prompt: say(
          `عند إلقاء حجر نرد مرة واحدة، ما نوع الحدث «ظهور عدد أكبر من $${limit}$»؟`,
          `A die is thrown once. What kind of event is “a number greater than $${limit}$”?`,
        ),
        answer: choice(
          random,
          right,
          kinds.filter((_, index) => index !== at),
        ),
        hints: [
          say('نكتب نواتج حجر النرد كلها: من $1$ إلى $6$.', 'Write all outcomes of the die: from $1$ to $6$.'),
          say(
            `عدد النواتج الأكبر من $${limit}$ هو $${wanted}$.`,
            `The number of outcomes greater than $${limit}$ is $${wanted}$.`,
          ),
        ],
        steps: [
          say(
            `النواتج الأكبر من $${limit}$ عددها $${wanted}$ من $6$.`,
            `Outcomes greater than $${limit}$: $${wanted}$ of $6$.`,
          ),
          say(`فهو ${right['ar']}.`, `So it is ${right['en']}.`),
        ],
      }
    }),
    exercise('complement', 2, (random) => {
      const d = random.pick([5, 7, 8, 9, 10, 12, 15, 20])
      const n = random.pick([1, 2, 3, 4, 7].filter((top) => top < d && gcd(top, d) === 1))
      return {
        prompt: say(
          `احتمال أن يتأخر القطار $${frac(n, d)}$. ما احتمال ألّا يتأخر؟`,
          `The probability that the train is late is $${frac(n, d)}$. What is the probability that it is not late?`,
        ),
        answer: fraction(d - n, d),
        hints: [
          say(
            'إما أن يتأخر أو لا يتأخر: مجموع الاحتمالين $1$.',
            'Either it is late or it is not: the probabilities add up to $1$.',
          ),
          say(`$1 − ${frac(n, d)}$`, `$1 − ${frac(n, d)}$`),
        ],
        steps: [
          say(
            'مجموع احتمالي الحدث والحدث المكمل له $1$.',
            'An event and its complement have probabilities that add up to $1$.',
          ),
          math(`1 − ${frac(n, d)} = ${reduced(d - n, d)}`),
        ],
      }
    }),
    exercise('expected', 2, (random) => {
      const [n, d] = random.pick([
        [1, 4],
        [2, 5],
        [3, 5],
        [3, 4],
        [3, 10],
        [2, 3],
      ] as const)
      const k = random.whole(5, 20)
      return {
        prompt: say(
          `احتمال أن تحرز لاعبة هدفًا من ركلة جزاء $${frac(n, d)}$. كم هدفًا نتوقع أن تحرزه من ${counted(d * k, NOUNS.kick)}؟`,
          `The probability that a player scores a penalty is $${frac(n, d)}$. How many goals do we expect from $${d * k}$ penalties?`,
        ),
        answer: whole(n * k),
        hints: [
          say(
            'العدد المتوقع هو الاحتمال في عدد المرات.',
            'The expected number is the probability times the number of tries.',
          ),
          say(`$${frac(n, d)} × ${d * k}$`, `$${frac(n, d)} × ${d * k}$`),
        ],
        steps: [
          say('نضرب الاحتمال في عدد الركلات.', 'Multiply the probability by the number of penalties.'),
          math(`${frac(n, d)} × ${d * k} = ${n} × ${k} = ${n * k}`),
        ],
      }
    }),
    exercise('divisors_drawn', 2, (random) => {
      const [count, divisor] = [random.pick([12, 15, 20, 24, 30]), random.pick([3, 4, 5])]
      const all = Math.floor(count / divisor)
      const list = Array.from({ length: all }, (_, at) => divisor * (at + 1))
      return {
        prompt: say(
          `في كيس بطاقات مرقمة من $1$ إلى $${count}$. ما كل الأعداد التي تقبل القسمة على $${divisor}$ ويمكن أن تُسحب؟`,
          `A bag holds cards numbered from $1$ to $${count}$. Which numbers that can be drawn are divisible by $${divisor}$?`,
        ),
        answer: set(...list),
        hints: [
          say(`نكتب مضاعفات $${divisor}$ واحدًا بعد الآخر.`, `List the multiples of $${divisor}$ one after the other.`),
          say(
            `نتوقف قبل أن نتجاوز $${count}$؛ عددها $${all}$.`,
            `Stop before passing $${count}$; there are $${all}$ of them.`,
          ),
        ],
        steps: [
          say(
            `كل مرة نضيف $${divisor}$ حتى لا نتجاوز $${count}$.`,
            `Keep adding $${divisor}$ without passing $${count}$.`,
          ),
          say(`الأعداد هي ${row(list, '،')}.`, `The numbers are ${row(list, ',')}.`),
        ],
      }
    }),
    exercise('two_dice', 3, (random) => {
      const total = random.pick([3, 4, 5, 6, 7, 8, 9, 10, 11])
      const ways = total <= 7 ? total - 1 : 13 - total
      return {
        prompt: say(
          `أُلقي حجرا نرد منتظمان معًا. ما احتمال أن يكون مجموع العددين الظاهرين $${total}$، في أبسط صورة؟`,
          `A pair of fair dice is thrown. What is the probability that the two numbers add up to $${total}$, in lowest terms?`,
        ),
        answer: fraction(ways, 36),
        hints: [
          say('عدد النواتج كلها $6 × 6 = 36$.', 'There are $6 × 6 = 36$ outcomes in all.'),
          say(`نكتب الأزواج التي مجموعها $${total}$ بالترتيب.`, `List the ordered pairs that add up to $${total}$.`),
          say(`عدد هذه الأزواج $${ways}$.`, `There are $${ways}$ such pairs.`),
        ],
        steps: [
          say(
            `الأزواج المطلوبة: ${pairs(total, '،')}، وعددها $${ways}$.`,
            `The wanted pairs: ${pairs(total, ',')}; there are $${ways}$.`,
          ),
          say(
            `الاحتمال: $${frac(ways, 36)}${thenReduced(ways, 36)}$.`,
            `The probability: $${frac(ways, 36)}${thenReduced(ways, 36)}$.`,
          ),
        ],
      }
    }),
  ],
}

const pairs = (total: number, comma: string) =>
  [1, 2, 3, 4, 5, 6]
    .filter((first) => total - first >= 1 && total - first <= 6)
    .map((first) => `$(${first}, ${total - first})$`)
    .join(`${comma} `)
