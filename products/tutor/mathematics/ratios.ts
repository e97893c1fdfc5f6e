/** Ratio and sharing, direct and inverse proportion. */
import type { Concept } from '../../../modules/learning/api.ts'
import {
  choiceOf,
  counted,
  exercise,
  fixed,
  decimal,
  fraction,
  frac,
  math,
  NOUNS,
  reduced,
  say,
  thenReduced,
  whole,
} from './writing.ts'

const PAIRS = [
  [1, 2],
  [2, 3],
  [3, 4],
  [2, 5],
  [3, 5],
  [4, 5],
  [1, 3],
  [3, 7],
  [5, 6],
  [4, 7],
] as const

export const ratio: Concept = {
  key: 'ratios.ratio',
  name: say('النسبة', 'Ratio'),
  goal: say('أبسّط النسبة وأقسّم مقدارًا بنسبة معلومة.', 'I can simplify a ratio and share an amount in a given ratio.'),
  needs: ['fractions.equivalent'],
  exercises: [
    exercise('simplify', 1, (random) => {
      const [p, q] = random.pick(PAIRS)
      const k = random.whole(3, 12)
      return {
        prompt: say(
          `ما أبسط صورة للنسبة $${p * k} : ${q * k}$؟`,
          `What is the ratio $${p * k} : ${q * k}$ in its simplest form?`,
        ),
        answer: choiceOf(random, `${p} : ${q}`, [`${q} : ${p}`, `${p + 1} : ${q + 1}`, `${p} : ${p + q}`]),
        hints: [
          say(
            'نقسم حدي النسبة على العدد نفسه، والترتيب مهم.',
            'Divide both terms by the same number; their order matters.',
          ),
          say(`العامل المشترك الأعلى للحدين هو $${k}$.`, `The greatest common factor of the terms is $${k}$.`),
        ],
        steps: [
          say(
            `نقسم الحدين على $${k}$: $${p * k} ÷ ${k} = ${p}$ و$${q * k} ÷ ${k} = ${q}$.`,
            `Divide both terms by $${k}$: $${p * k} ÷ ${k} = ${p}$ and $${q * k} ÷ ${k} = ${q}$.`,
          ),
          say(`أبسط صورة هي $${p} : ${q}$.`, `The simplest form is $${p} : ${q}$.`),
        ],
      }
    }),
    exercise('part_of_whole', 1, (random) => {
      const [p, q] = random.pick(PAIRS)
      return {
        prompt: say(
          `نسبة عدد البنات إلى عدد الأولاد في فصل هي $${q} : ${p}$. ما الكسر الذي تمثله البنات من تلاميذ الفصل؟`,
          `In a class the ratio of girls to boys is $${q} : ${p}$. Which fraction of the class are girls?`,
        ),
        answer: fraction(q, p + q),
        hints: [
          say('كم جزءًا في الفصل كله؟', 'How many parts are there in the whole class?'),
          say(
            `مجموع الأجزاء $${q} + ${p} = ${p + q}$، وللبنات منها $${q}$.`,
            `There are $${q} + ${p} = ${p + q}$ parts, and $${q}$ of them are girls.`,
          ),
        ],
        steps: [
          say(`مجموع الأجزاء: $${q} + ${p} = ${p + q}$.`, `All the parts: $${q} + ${p} = ${p + q}$.`),
          say(
            `البنات: $${frac(q, p + q)}$${equalReduced(q, p + q, 'من الفصل')}.`,
            `Girls: $${frac(q, p + q)}$${equalReduced(q, p + q, 'of the class')}.`,
          ),
        ],
      }
    }),
    exercise('share', 2, (random) => {
      const [p, q] = random.pick(PAIRS)
      const part = random.pick([20, 25, 30, 40, 50, 60])
      const total = (p + q) * part
      return {
        prompt: say(
          `قسّمت شيماء وأخوها ${counted(total, NOUNS.pound)} بينهما بنسبة $${q} : ${p}$. كم جنيهًا نصيب شيماء؟`,
          `Shaimaa and her brother shared $${total}$ pounds in the ratio $${q} : ${p}$. How many pounds is Shaimaa’s share?`,
        ),
        answer: whole(q * part),
        hints: [
          say('نحسب عدد الأجزاء كلها، ثم قيمة الجزء الواحد.', 'Count all the parts, then find what one part is worth.'),
          say(`قيمة الجزء: $${total} ÷ ${p + q} = ${part}$.`, `One part: $${total} ÷ ${p + q} = ${part}$.`),
        ],
        steps: [
          say(
            `مجموع الأجزاء: $${q} + ${p} = ${p + q}$، وقيمة الجزء: $${total} ÷ ${p + q} = ${part}$.`,
            `All the parts: $${q} + ${p} = ${p + q}$; one part: $${total} ÷ ${p + q} = ${part}$.`,
          ),
          say(`نصيب شيماء: $${q} × ${part} = ${q * part}$.`, `Shaimaa’s share: $${q} × ${part} = ${q * part}$.`),
        ],
      }
    }),
    exercise('other_part', 2, (random) => {
      const [p, q] = random.pick(PAIRS.filter(([first]) => first > 1))
      const k = random.whole(3, 12)
      return {
        prompt: say(
          `في خلطة عصير، نسبة الماء إلى عصير المانجو $${p} : ${q}$. إذا استعملنا ${counted(p * k, NOUNS.glass)} من الماء، فكم كوبًا من عصير المانجو نحتاج؟`,
          `In a drink the ratio of water to mango juice is $${p} : ${q}$. If we use $${p * k}$ glasses of water, how many glasses of mango juice do we need?`,
        ),
        answer: whole(q * k),
        hints: [
          say(
            `أجزاء الماء $${p}$ تساوي $${p * k}$؛ فكم يساوي الجزء الواحد؟`,
            `The $${p}$ parts of water are $${p * k}$; how much is one part?`,
          ),
          say(`الجزء الواحد $${p * k} ÷ ${p} = ${k}$.`, `One part is $${p * k} ÷ ${p} = ${k}$.`),
        ],
        steps: [
          say(`الجزء الواحد: $${p * k} ÷ ${p} = ${k}$.`, `One part: $${p * k} ÷ ${p} = ${k}$.`),
          say(`عصير المانجو: $${q} × ${k} = ${q * k}$.`, `Mango juice: $${q} × ${k} = ${q * k}$.`),
        ],
      }
    }),
    exercise('map', 3, (random) => {
      const thousands = random.pick([50, 100, 200, 250, 500])
      const centimetres = random.whole(3, 12)
      const metres = centimetres * thousands * 10
      return {
        prompt: say(
          `مقياس رسم خريطة $1 : ${thousands * 1000}$. المسافة بين مدينتين على الخريطة $${centimetres}$ سم؛ فكم كيلومترًا المسافة الحقيقية؟`,
          `A map has the scale $1 : ${thousands * 1000}$. Two towns are $${centimetres}$ cm apart on the map; how many kilometres apart are they in reality?`,
        ),
        answer: decimal(metres / 100, 1),
        hints: [
          say(
            `كل $1$ سم على الخريطة هو $${thousands * 1000}$ سم في الحقيقة.`,
            `Each $1$ cm on the map is $${thousands * 1000}$ cm in reality.`,
          ),
          say('الكيلومتر $100000$ سم.', 'A kilometre is $100000$ cm.'),
          say(
            `كل $1$ سم على الخريطة يساوي $${fixed(thousands, 2)}$ كم.`,
            `Each $1$ cm on the map is $${fixed(thousands, 2)}$ km.`,
          ),
        ],
        steps: [
          say(
            `كل $1$ سم يمثل $${thousands * 1000} ÷ 100000 = ${fixed(thousands, 2)}$ كم.`,
            `Each $1$ cm stands for $${thousands * 1000} ÷ 100000 = ${fixed(thousands, 2)}$ km.`,
          ),
          say(
            `المسافة: $${centimetres} × ${fixed(thousands, 2)} = ${fixed(metres / 100, 1)}$ كم.`,
            `The distance: $${centimetres} × ${fixed(thousands, 2)} = ${fixed(metres / 100, 1)}$ km.`,
          ),
        ],
      }
    }),
  ],
}

/** ` of the class`, and the reduced fraction where it differs. */
const equalReduced = (n: number, d: number, of: string) =>
  thenReduced(n, d) === '' ? ` ${of}` : ` ${of}: $${frac(n, d)} = ${reduced(n, d)}$`

export const proportion: Concept = {
  key: 'ratios.proportion',
  name: say('التناسب', 'Proportion'),
  goal: say('أحل مسائل التناسب الطردي والعكسي.', 'I can solve problems of direct and inverse proportion.'),
  needs: ['ratios.ratio'],
  exercises: [
    exercise('fourth_term', 1, (random) => {
      const [p, q] = random.pick(PAIRS)
      const [k, m] = [random.whole(2, 4), random.whole(5, 9)]
      const [a, b, c] = [p * k, q * k, p * m]
      return {
        prompt: say(
          `ما قيمة $x$ في التناسب $${frac(a, b)} = {${c}/x}$؟`,
          `What is $x$ in the proportion $${frac(a, b)} = {${c}/x}$?`,
        ),
        answer: whole(q * m),
        hints: [
          say('في التناسب: حاصل ضرب الطرفين يساوي حاصل ضرب الوسطين.', 'In a proportion the cross products are equal.'),
          say(`$${a} × x = ${b} × ${c}$`, `$${a} × x = ${b} × ${c}$`),
        ],
        steps: [
          say(
            `حاصل ضرب الطرفين يساوي حاصل ضرب الوسطين: $${a} × x = ${b} × ${c} = ${b * c}$.`,
            `The cross products are equal: $${a} × x = ${b} × ${c} = ${b * c}$.`,
          ),
          math(`x = ${b * c} ÷ ${a} = ${q * m}`),
        ],
      }
    }),
    exercise('unit_price', 1, (random) => {
      const [count, each] = [random.whole(3, 6), random.pick([8, 10, 12, 15, 20])]
      const wanted = count + random.whole(2, 6)
      return {
        prompt: say(
          `ثمن ${counted(count, NOUNS.ticket)} مترو من النوع نفسه ${counted(count * each, NOUNS.pound)}. كم جنيهًا ثمن ${counted(wanted, NOUNS.ticket)}؟`,
          `$${count}$ metro tickets of the same kind cost $${count * each}$ pounds. How many pounds do $${wanted}$ tickets cost?`,
        ),
        answer: whole(wanted * each),
        hints: [
          say('كم ثمن التذكرة الواحدة؟', 'What does one ticket cost?'),
          say(
            `$${count * each} ÷ ${count} = ${each}$، ثم نضرب في $${wanted}$.`,
            `$${count * each} ÷ ${count} = ${each}$; then multiply by $${wanted}$.`,
          ),
        ],
        steps: [
          say(
            `ثمن التذكرة الواحدة: $${count * each} ÷ ${count} = ${each}$.`,
            `One ticket: $${count * each} ÷ ${count} = ${each}$.`,
          ),
          say(
            `الثمن المطلوب: $${wanted} × ${each} = ${wanted * each}$.`,
            `The price wanted: $${wanted} × ${each} = ${wanted * each}$.`,
          ),
        ],
      }
    }),
    exercise('koshary', 2, (random) => {
      const people = random.pick([4, 5, 6])
      const perPerson = random.pick([40, 50, 60, 80])
      const guests = random.whole(8, 15)
      const grams = people * perPerson
      return {
        prompt: say(
          `يلزم ${counted(grams, NOUNS.gram)} من العدس لإعداد كشري يكفي ${counted(people, NOUNS.person)}. كم جرامًا من العدس يلزم لإعداد ما يكفي ${counted(guests, NOUNS.person)}؟`,
          `It takes $${grams}$ grams of lentils to make koshary for $${people}$ people. How many grams of lentils are needed for $${guests}$ people?`,
        ),
        answer: whole(guests * perPerson),
        hints: [
          say('كم جرامًا يلزم لشخص واحد؟', 'How many grams does one person need?'),
          say(
            `نصيب الشخص: $${grams} ÷ ${people} = ${perPerson}$.`,
            `For one person: $${grams} ÷ ${people} = ${perPerson}$.`,
          ),
        ],
        steps: [
          say(
            `نصيب الشخص الواحد: $${grams} ÷ ${people} = ${perPerson}$.`,
            `For one person: $${grams} ÷ ${people} = ${perPerson}$.`,
          ),
          say(
            `الكمية المطلوبة: $${guests} × ${perPerson} = ${guests * perPerson}$.`,
            `The amount needed: $${guests} × ${perPerson} = ${guests * perPerson}$.`,
          ),
        ],
      }
    }),
    exercise('train', 2, (random) => {
      const speed = random.pick([60, 72, 80, 84, 90, 96])
      const minutes = random.pick([20, 35, 40, 45, 50, 75, 80, 100].filter((time) => (speed * time) % 60 === 0))
      const distance = (speed * minutes) / 60
      return {
        prompt: say(
          `يسير قطار بين القاهرة وطنطا بسرعة ثابتة $${speed}$ كم في الساعة. كم كيلومترًا يقطع في ${counted(minutes, NOUNS.minute)}؟`,
          `A train between Cairo and Tanta travels at a steady $${speed}$ km per hour. How many kilometres does it cover in $${minutes}$ minutes?`,
        ),
        answer: whole(distance),
        hints: [
          say(
            'الساعة $60$ دقيقة، والمسافة تتناسب مع الزمن.',
            'An hour is $60$ minutes, and the distance is proportional to the time.',
          ),
          say(`$${`{${speed}/60} = {x/${minutes}}`}$`, `$${`{${speed}/60} = {x/${minutes}}`}$`),
        ],
        steps: [
          say(
            `نكتب التناسب: $${`{${speed}/60} = {x/${minutes}}`}$.`,
            `Write the proportion: $${`{${speed}/60} = {x/${minutes}}`}$.`,
          ),
          math(`x = {${speed} × ${minutes}/60} = ${distance}`),
        ],
      }
    }),
    exercise('workers', 3, (random) => {
      const [workers, days] = random.pick([
        [4, 6],
        [6, 8],
        [3, 12],
        [5, 12],
        [6, 10],
        [8, 9],
        [4, 15],
        [10, 6],
      ] as const)
      const job = workers * days
      const more = random.pick([3, 4, 5, 6, 8, 9, 10, 12].filter((n) => n !== workers && job % n === 0 && job / n > 2))
      return {
        prompt: say(
          `ينجز ${counted(workers, NOUNS.worker)} دهان مدرسة في ${counted(days, NOUNS.day)}. في كم يوم ينجز العمل نفسه ${counted(more, NOUNS.worker)} إذا عملوا بالسرعة نفسها؟`,
          `$${workers}$ workers paint a school in $${days}$ days. Working at the same pace, in how many days do $${more}$ workers do the same job?`,
        ),
        answer: whole(job / more),
        hints: [
          say('إذا زاد عدد العمال، هل يزيد الزمن أم يقل؟', 'With more workers, does the time grow or shrink?'),
          say(
            'التناسب عكسي: حاصل ضرب عدد العمال في عدد الأيام ثابت.',
            'The proportion is inverse: workers times days stays the same.',
          ),
          say(
            `العمل كله: $${workers} × ${days} = ${job}$؛ نقسمه على $${more}$.`,
            `The whole job: $${workers} × ${days} = ${job}$; divide it by $${more}$.`,
          ),
        ],
        steps: [
          say(
            `العمل كله لو قام به عامل واحد: $${workers} × ${days} = ${job}$ يومًا.`,
            `For one worker alone the job takes $${workers} × ${days} = ${job}$ days.`,
          ),
          say(
            `نقسم على عدد العمال: $${job} ÷ ${more} = ${job / more}$.`,
            `Divide by the number of workers: $${job} ÷ ${more} = ${job / more}$.`,
          ),
        ],
      }
    }),
  ],
}
