/** Fractions of different denominators: their sums and differences. */
import type { Concept } from '../../../modules/learning/api.ts'
import { anyFraction, exercise, frac, fraction, gcd, lcm, math, reduced, say, thenReduced, whole } from './writing.ts'

export const addUnlike: Concept = {
  key: 'fractions.add_unlike',
  name: say('جمع الكسور مختلفة المقام وطرحها', 'Adding and subtracting unlike fractions'),
  goal: say(
    'أوحّد المقامات ثم أجمع الكسور أو أطرحها.',
    'I can find a common denominator and then add or subtract fractions.',
  ),
  needs: ['fractions.add_like'],
  exercises: [
    exercise('common_denominator', 1, (random) => {
      const [d1, d2] = random.pick([
        [4, 6],
        [6, 8],
        [3, 5],
        [6, 9],
        [4, 10],
        [8, 12],
        [9, 12],
        [6, 10],
        [2, 7],
        [8, 10],
        [12, 15],
        [4, 9],
        [5, 4],
        [10, 15],
      ] as const)
      const least = lcm(d1, d2)
      return {
        prompt: say(
          `ما أصغر مقام مشترك للكسرين $${frac(1, d1)}$ و$${frac(1, d2)}$؟`,
          `What is the least common denominator of $${frac(1, d1)}$ and $${frac(1, d2)}$?`,
        ),
        answer: whole(least),
        hints: [
          say('نبحث عن المضاعف المشترك الأصغر للمقامين.', 'Look for the least common multiple of the denominators.'),
          say(
            `أصغر مضاعف للعدد $${d2}$ يقبل القسمة على $${d1}$.`,
            `The least multiple of $${d2}$ that is divisible by $${d1}$.`,
          ),
        ],
        steps: [
          say(
            `$${least} = ${d1} × ${least / d1}$ و$${least} = ${d2} × ${least / d2}$، ولا يوجد أصغر منه.`,
            `$${least} = ${d1} × ${least / d1}$ and $${least} = ${d2} × ${least / d2}$, and no smaller number will do.`,
          ),
          say(`أصغر مقام مشترك هو $${least}$.`, `The least common denominator is $${least}$.`),
        ],
      }
    }),
    exercise('one_divides', 1, (random) => {
      const d = random.whole(2, 5)
      const k = random.pick([2, 3])
      const a = random.whole(1, d - 1)
      const b = random.pick(Array.from({ length: d * k - 1 }, (_, at) => at + 1).filter((n) => gcd(n, d * k) === 1))
      const [one, two, sum] = [frac(a, d), frac(b, d * k), a * k + b]
      return {
        prompt: say(`ما ناتج $${one} + ${two}$ في أبسط صورة؟`, `What is $${one} + ${two}$ in lowest terms?`),
        answer: fraction(sum, d * k),
        hints: [
          say(
            `$${d * k}$ من مضاعفات $${d}$، فنجعله المقام المشترك.`,
            `$${d * k}$ is a multiple of $${d}$, so take it as the common denominator.`,
          ),
          say(`$${one} = ${frac(a * k, d * k)}$`, `$${one} = ${frac(a * k, d * k)}$`),
        ],
        steps: [
          say(
            `نوحّد المقامين: $${one} = ${frac(a * k, d * k)}$.`,
            `Same denominator: $${one} = ${frac(a * k, d * k)}$.`,
          ),
          math(`${frac(a * k, d * k)} + ${two} = {${sum}/${d * k}}${thenReduced(sum, d * k)}`),
        ],
      }
    }),
    exercise('add', 2, (random) => {
      const { one, two, n1, n2, common } = pair(random.pick(PAIRS), random.whole(1, 9), random.whole(1, 9))
      return {
        prompt: say(`ما ناتج $${one} + ${two}$؟`, `What is $${one} + ${two}$?`),
        answer: anyFraction(n1 + n2, common),
        hints: [
          say('قبل الجمع نوحّد المقامين.', 'Before adding, make the denominators the same.'),
          say(
            `المقام المشترك $${common}$: يصبح البسطان $${n1}$ و$${n2}$.`,
            `With the common denominator $${common}$ the numerators become $${n1}$ and $${n2}$.`,
          ),
        ],
        steps: [
          say(
            `نوحّد المقامين: $${one} = {${n1}/${common}}$ و$${two} = {${n2}/${common}}$.`,
            `Same denominator: $${one} = {${n1}/${common}}$ and $${two} = {${n2}/${common}}$.`,
          ),
          math(`{${n1}/${common}} + {${n2}/${common}} = {${n1 + n2}/${common}}${thenReduced(n1 + n2, common)}`),
        ],
      }
    }),
    exercise('subtract', 2, (random) => {
      const drawn = pair(random.pick(PAIRS), random.whole(1, 9), random.whole(1, 9))
      const swap = drawn.n1 < drawn.n2
      const [one, two] = swap ? [drawn.two, drawn.one] : [drawn.one, drawn.two]
      const [n1, n2] = swap ? [drawn.n2, drawn.n1] : [drawn.n1, drawn.n2]
      const { common } = drawn
      return {
        prompt: say(`ما ناتج $${one} − ${two}$ في أبسط صورة؟`, `What is $${one} − ${two}$ in lowest terms?`),
        answer: fraction(n1 - n2, common),
        hints: [
          say(
            'لا نطرح البسطين قبل توحيد المقامين.',
            'We do not subtract numerators before the denominators are the same.',
          ),
          say(
            `$${one} = {${n1}/${common}}$ و$${two} = {${n2}/${common}}$`,
            `$${one} = {${n1}/${common}}$ and $${two} = {${n2}/${common}}$`,
          ),
        ],
        steps: [
          say(
            `نوحّد المقامين: $${one} = {${n1}/${common}}$ و$${two} = {${n2}/${common}}$.`,
            `Same denominator: $${one} = {${n1}/${common}}$ and $${two} = {${n2}/${common}}$.`,
          ),
          math(`{${n1}/${common}} − {${n2}/${common}} = {${n1 - n2}/${common}}${thenReduced(n1 - n2, common)}`),
        ],
      }
    }),
    exercise('walk', 2, (random) => {
      const { one, two, n1, n2, common } = pair(random.pick(PAIRS), random.whole(1, 9), random.whole(1, 9))
      return {
        prompt: say(
          `مشى كريم $${one}$ كم على كورنيش النيل من البيت إلى المكتبة، ثم $${two}$ كم من المكتبة إلى النادي. كم كيلومترًا مشى في المرتين؟ نكتب الناتج كسرًا في أبسط صورة.`,
          `Karim walked $${one}$ km along the Nile corniche from home to the library, then $${two}$ km from the library to the club. How many kilometres did he walk in all? Give a fraction in lowest terms.`,
        ),
        answer: fraction(n1 + n2, common),
        hints: [
          say('نجمع المسافتين.', 'Add the two distances.'),
          say(`نوحّد المقامين على $${common}$.`, `Bring both fractions to the denominator $${common}$.`),
        ],
        steps: [
          math(`${one} + ${two} = {${n1}/${common}} + {${n2}/${common}}`),
          say(
            `المسافة كلها بالكيلومتر: $${`{${n1 + n2}/${common}}`}${thenReduced(n1 + n2, common)}$.`,
            `The whole distance in kilometres: $${`{${n1 + n2}/${common}}`}${thenReduced(n1 + n2, common)}$.`,
          ),
        ],
      }
    }),
    exercise('three_fractions', 3, (random) => {
      const [d1, d2, d3] = random.pick([
        [2, 3, 4],
        [2, 3, 6],
        [2, 4, 5],
        [3, 4, 6],
        [2, 5, 10],
        [3, 5, 15],
      ] as const)
      const common = lcm(lcm(d1, d2), d3)
      const [a, b, c] = [d1 - 1, random.whole(1, d2 - 1), random.whole(1, d3 - 1)]
      const [n1, n2, n3] = [(a * common) / d1, (b * common) / d2, (c * common) / d3]
      const list = `${frac(a, d1)} + ${frac(b, d2)} − {${c}/${d3}}`
      const sum = n1 + n2 - n3
      return {
        prompt: say(`ما ناتج $${list}$؟`, `What is $${list}$?`),
        answer: anyFraction(sum, common),
        hints: [
          say('نوحّد المقامات الثلاثة مرة واحدة.', 'Bring all three fractions to one denominator.'),
          say(`أصغر مقام مشترك هو $${common}$.`, `The least common denominator is $${common}$.`),
          say(`البسوط تصبح $${n1}$ و$${n2}$ و$${n3}$.`, `The numerators become $${n1}$, $${n2}$ and $${n3}$.`),
        ],
        steps: [
          math(`${list} = {${n1}/${common}} + {${n2}/${common}} − {${n3}/${common}}`),
          sum === 0
            ? math(`${n1} + ${n2} − ${n3} = 0`)
            : math(`{${n1 + n2}/${common}} − {${n3}/${common}} = ${signed(sum, common)}`),
        ],
      }
    }),
  ],
}

/** Denominators of which neither divides the other. */
const PAIRS = [
  [2, 3],
  [2, 5],
  [3, 4],
  [3, 5],
  [4, 5],
  [4, 6],
  [6, 8],
  [5, 6],
  [6, 9],
  [4, 7],
] as const

/** Two different proper fractions over the given denominators, with their numerators over the common one. */
function pair([d1, d2]: readonly [number, number], first: number, second: number) {
  const proper = (n: number, d: number) => {
    const fit = Array.from({ length: d - 1 }, (_, at) => at + 1).filter((top) => gcd(top, d) === 1)
    return fit[n % fit.length]!
  }
  const [a, b, common] = [proper(first, d1), proper(second, d2), lcm(d1, d2)]
  return { one: frac(a, d1), two: frac(b, d2), n1: (a * common) / d1, n2: (b * common) / d2, common }
}

const signed = (n: number, d: number) =>
  gcd(n, d) === 1 ? frac(n, d) : `${n < 0 ? '−' : ''}{${Math.abs(n)}/${d}} = ${reduced(n, d)}`
