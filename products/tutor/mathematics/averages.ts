/** Mean, median, mode and range of a list of numbers. */
import type { Concept } from '../../../modules/learning/api.ts'
import { counted, NOUNS, different, exercise, math, row, say, shuffled, whole } from './writing.ts'

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b)
const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0)

export const averages: Concept = {
  key: 'data.averages',
  name: say('الوسط الحسابي والوسيط والمنوال', 'Mean, median and mode'),
  goal: say(
    'أحسب الوسط الحسابي والوسيط والمنوال والمدى لمجموعة من القيم.',
    'I can find the mean, median, mode and range of a set of values.',
  ),
  needs: ['integers.order'],
  exercises: [
    exercise('mean', 1, (random) => {
      const mean = random.whole(8, 20)
      const [a, b] = [random.whole(1, 4), random.whole(5, 7)]
      const list = shuffled(random, [mean - a, mean + a, mean - b, mean + b, mean])
      return {
        prompt: say(`ما الوسط الحسابي للقيم ${row(list, '،')}؟`, `What is the mean of ${row(list, ',')}?`),
        answer: whole(mean),
        hints: [
          say(
            'الوسط الحسابي هو مجموع القيم مقسومًا على عددها.',
            'The mean is the sum of the values divided by how many there are.',
          ),
          say(`المجموع $${5 * mean}$، وعدد القيم $5$.`, `The sum is $${5 * mean}$, and there are $5$ values.`),
        ],
        steps: [
          say(`المجموع: $${list.join(' + ')} = ${5 * mean}$.`, `The sum: $${list.join(' + ')} = ${5 * mean}$.`),
          say(
            `نقسم على عدد القيم: $${5 * mean} ÷ 5 = ${mean}$.`,
            `Divide by how many there are: $${5 * mean} ÷ 5 = ${mean}$.`,
          ),
        ],
      }
    }),
    exercise('median', 1, (random) => {
      const list = different(random, 5, 3, 40)
      const order = sorted(list)
      return {
        prompt: say(`ما الوسيط للقيم ${row(list, '،')}؟`, `What is the median of ${row(list, ',')}?`),
        answer: whole(order[2]!),
        hints: [
          say('نرتب القيم أولًا من الأصغر إلى الأكبر.', 'First put the values in order, from least to greatest.'),
          say(
            `الترتيب: ${row(order, '،')}؛ فأيها في المنتصف؟`,
            `In order: ${row(order, ',')}; which one is in the middle?`,
          ),
        ],
        steps: [
          say(`الترتيب: ${row(order, '،')}.`, `In order: ${row(order, ',')}.`),
          say(`القيمة التي في المنتصف هي $${order[2]!}$.`, `The value in the middle is $${order[2]!}$.`),
        ],
      }
    }),
    exercise('median_of_even', 2, (random) => {
      const low = random.whole(10, 20)
      const high = low + 2 * random.whole(1, 4)
      const list = shuffled(random, [
        low - random.whole(4, 8),
        low - random.whole(1, 3),
        low,
        high,
        high + random.whole(1, 4),
        high + random.whole(5, 9),
      ])
      const order = sorted(list)
      const median = (low + high) / 2
      return {
        prompt: say(`ما الوسيط للقيم ${row(list, '،')}؟`, `What is the median of ${row(list, ',')}?`),
        answer: whole(median),
        hints: [
          say(
            'عدد القيم زوجي، فهناك قيمتان في المنتصف.',
            'There is an even number of values, so two stand in the middle.',
          ),
          say(
            `القيمتان الوسطيان $${low}$ و$${high}$؛ نأخذ متوسطهما.`,
            `The two middle values are $${low}$ and $${high}$; take their average.`,
          ),
        ],
        steps: [
          say(`الترتيب: ${row(order, '،')}.`, `In order: ${row(order, ',')}.`),
          math(`(${low} + ${high}) ÷ 2 = ${median}`),
        ],
      }
    }),
    exercise('mode', 1, (random) => {
      const [a, b, c, d] = different(random, 4, 5, 30) as [number, number, number, number]
      const list = shuffled(random, [a, a, a, b, b, c, d])
      return {
        prompt: say(`ما المنوال للقيم ${row(list, '،')}؟`, `What is the mode of ${row(list, ',')}?`),
        answer: whole(a),
        hints: [
          say('المنوال هو القيمة الأكثر تكرارًا.', 'The mode is the value that occurs most often.'),
          say('نعدّ كم مرة تظهر كل قيمة.', 'Count how often each value occurs.'),
        ],
        steps: [
          say(
            `القيمة $${a}$ تتكرر $3$ مرات، وهي الأكثر تكرارًا.`,
            `The value $${a}$ occurs $3$ times, more than any other.`,
          ),
          say(`المنوال هو $${a}$.`, `The mode is $${a}$.`),
        ],
      }
    }),
    exercise('range', 1, (random) => {
      const list = different(random, 6, 18, 42)
      const order = sorted(list)
      const [least, most] = [order[0]!, order[5]!]
      return {
        prompt: say(
          `سجّلت محطة أسوان درجات الحرارة العظمى في ستة أيام: ${row(list, '،')}. ما المدى؟`,
          `A weather station in Aswan recorded these highest temperatures on six days: ${row(list, ',')}. What is the range?`,
        ),
        answer: whole(most - least),
        hints: [
          say(
            'المدى هو الفرق بين أكبر قيمة وأصغر قيمة.',
            'The range is the difference between the greatest and the least value.',
          ),
          say(`أكبر قيمة $${most}$ وأصغر قيمة $${least}$.`, `The greatest is $${most}$ and the least $${least}$.`),
        ],
        steps: [
          say(`أكبر قيمة $${most}$ وأصغر قيمة $${least}$.`, `The greatest value is $${most}$, the least $${least}$.`),
          math(`${most} − ${least} = ${most - least}`),
        ],
      }
    }),
    exercise('goals', 2, (random) => {
      const [none, one, two, three] = [random.whole(3, 5), random.whole(3, 6), random.whole(3, 5), random.whole(3, 4)]
      const matches = none + one + two + three
      const goals = one + 2 * two + 3 * three
      return {
        prompt: say(
          `أهداف فريق في كل مباراة: $0$ في ${counted(none, NOUNS.match)}، و$1$ في ${counted(one, NOUNS.match)}، و$2$ في ${counted(two, NOUNS.match)}، و$3$ في ${counted(three, NOUNS.match)}. كم هدفًا سجل الفريق في المباريات كلها؟`,
          `A team’s goals in each match: $0$ in $${none}$ matches, $1$ in $${one}$ matches, $2$ in $${two}$ matches and $3$ in $${three}$ matches. How many goals did the team score in all its matches?`,
        ),
        answer: whole(goals),
        hints: [
          say(
            'نضرب عدد الأهداف في عدد المباريات التي سُجل فيها.',
            'Multiply each number of goals by the number of matches in which it was scored.',
          ),
          say(`$1 × ${one} + 2 × ${two} + 3 × ${three}$`, `$1 × ${one} + 2 × ${two} + 3 × ${three}$`),
        ],
        steps: [
          say(
            `عدد المباريات كلها $${matches}$، لكن المطلوب الأهداف: $1 × ${one} + 2 × ${two} + 3 × ${three}$.`,
            `There were $${matches}$ matches, but we want the goals: $1 × ${one} + 2 × ${two} + 3 × ${three}$.`,
          ),
          math(`${one} + ${2 * two} + ${3 * three} = ${goals}`),
        ],
      }
    }),
    exercise('missing_value', 3, (random) => {
      const mean = random.whole(12, 18)
      const list = [mean + random.whole(-4, 4), mean + random.whole(-4, 4), mean + random.whole(-4, 4)]
      const last = 4 * mean - sum(list)
      return {
        prompt: say(
          `الوسط الحسابي لدرجات أمينة في $4$ اختبارات هو $${mean}$، ودرجاتها في ثلاثة منها ${row(list, '،')}. ما درجتها في الاختبار الأخير؟`,
          `The mean of Amina’s marks in $4$ tests is $${mean}$; three of the marks are ${row(list, ',')}. What is her mark in the last test?`,
        ),
        answer: whole(last),
        hints: [
          say('ما مجموع درجاتها في الاختبارات كلها؟', 'What do all her marks add up to?'),
          say(`المجموع: $4 × ${mean} = ${4 * mean}$.`, `The sum: $4 × ${mean} = ${4 * mean}$.`),
          say(
            `نطرح الدرجات المعروفة: $${list.join(' + ')} = ${sum(list)}$.`,
            `Subtract the known marks: $${list.join(' + ')} = ${sum(list)}$.`,
          ),
        ],
        steps: [
          say(`مجموع الدرجات: $4 × ${mean} = ${4 * mean}$.`, `All marks together: $4 × ${mean} = ${4 * mean}$.`),
          say(
            `مجموع المعروف منها: $${list.join(' + ')} = ${sum(list)}$.`,
            `The known ones: $${list.join(' + ')} = ${sum(list)}$.`,
          ),
          say(
            `درجة الاختبار الأخير: $${4 * mean} − ${sum(list)} = ${last}$.`,
            `The last test: $${4 * mean} − ${sum(list)} = ${last}$.`,
          ),
        ],
      }
    }),
  ],
}
