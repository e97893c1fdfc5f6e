/** Factors and multiples of whole numbers. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choiceOf, counted, exercise, gcd, lcm, NOUNS, say, set, whole } from './writing.ts'

const factorsOf = (n: number) => Array.from({ length: n }, (_, at) => at + 1).filter((d) => n % d === 0)

export const divisibility: Concept = {
  key: 'numbers.divisibility',
  name: say('العوامل والمضاعفات', 'Factors and multiples'),
  goal: say(
    'أجد عوامل العدد، والعامل المشترك الأعلى، والمضاعف المشترك الأصغر لعددين.',
    'I can find the factors of a number, and the greatest common factor and least common multiple of two numbers.',
  ),
  needs: ['integers.multiply'],
  exercises: [
    exercise('divisible', 1, (random) => {
      const divisor = random.pick([3, 9])
      const base = divisor * random.whole(13, 60)
      const [p, q, s] = [base + 1 + divisor, base + 2 + 3 * divisor, base - 1]
      return {
        prompt: say(
          `أيُّ هذه الأعداد يقبل القسمة على $${divisor}$ بدون باقٍ؟`,
          `Which of these numbers is divisible by $${divisor}$ with no remainder?`,
        ),
        answer: choiceOf(random, `${base}`, [`${p}`, `${q}`, `${s}`]),
        hints: [
          say('ننظر إلى مجموع أرقام كل عدد.', 'Look at the sum of the digits of each number.'),
          say(
            `يقبل العدد القسمة على $${divisor}$ إذا كان مجموع أرقامه يقبل القسمة على $${divisor}$.`,
            `A number is divisible by $${divisor}$ when the sum of its digits is divisible by $${divisor}$.`,
          ),
        ],
        steps: [
          say(
            `مجموع أرقام العدد $${base}$ هو $${digitSum(base)}$، وهو يقبل القسمة على $${divisor}$.`,
            `The digits of $${base}$ add up to $${digitSum(base)}$, which is divisible by $${divisor}$.`,
          ),
          say(
            `$${base} = ${divisor} × ${base / divisor}$، فالعدد هو $${base}$.`,
            `$${base} = ${divisor} × ${base / divisor}$, so the number is $${base}$.`,
          ),
        ],
      }
    }),
    exercise('factors', 1, (random) => {
      const n = random.pick([6, 8, 10, 12, 14, 15, 16, 18, 20, 21, 27, 28, 32, 35, 45, 50])
      const all = factorsOf(n)
      const pairs = all.filter((d) => d * d <= n).map((d) => `${d} × ${n / d}`)
      return {
        prompt: say(`ما كل العوامل الموجبة للعدد $${n}$؟`, `What are all the positive factors of $${n}$?`),
        answer: set(...all),
        hints: [
          say(
            'العوامل تأتي أزواجًا حاصل ضرب كل زوج منها هو العدد.',
            'Factors come in pairs whose product is the number.',
          ),
          say(`نجرب: $1 × ${n}$، ثم $2$، ثم $3$، وهكذا.`, `Try $1 × ${n}$, then $2$, then $3$, and so on.`),
        ],
        steps: [
          say(
            `نكتب العدد حاصل ضرب عددين: $${pairs.join('$، $')}$.`,
            `Write the number as products of two numbers: $${pairs.join('$, $')}$.`,
          ),
          say(`العوامل هي $${all.join('$، $')}$.`, `The factors are $${all.join('$, $')}$.`),
        ],
      }
    }),
    exercise('prime', 1, (random) => {
      const prime = random.pick([13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71])
      const threes = 3 * random.pick([7, 9, 11, 13, 17, 19])
      const sevens = 7 * random.pick([5, 7, 11, 13])
      const fives = 5 * random.pick([5, 9, 11, 13])
      return {
        prompt: say('أيُّ هذه الأعداد عدد أولي؟', 'Which of these numbers is prime?'),
        answer: choiceOf(random, `${prime}`, [`${threes}`, `${sevens}`, `${fives}`]),
        hints: [
          say(
            'العدد الأولي له عاملان فقط: الواحد والعدد نفسه.',
            'A prime number has just two factors: one and itself.',
          ),
          say(`نستبعد ما يقبل القسمة على $3$ أو $5$ أو $7$.`, `Rule out what is divisible by $3$, $5$ or $7$.`),
        ],
        steps: [
          say(
            `$${threes} = 3 × ${threes / 3}$، و$${sevens} = 7 × ${sevens / 7}$، و$${fives} = 5 × ${fives / 5}$، فهي غير أولية.`,
            `$${threes} = 3 × ${threes / 3}$, $${sevens} = 7 × ${sevens / 7}$ and $${fives} = 5 × ${fives / 5}$, so these are not prime.`,
          ),
          say(`العدد الأولي هو $${prime}$.`, `The prime number is $${prime}$.`),
        ],
      }
    }),
    exercise('gcd', 2, (random) => {
      const g = random.pick([2, 3, 4, 5, 6, 8, 9, 12])
      const [p, q] = random.pick([
        [2, 3],
        [3, 4],
        [3, 5],
        [2, 5],
        [4, 5],
        [5, 6],
        [2, 7],
        [3, 7],
      ] as const)
      const [a, b] = [g * p, g * q]
      return {
        prompt: say(
          `ما العامل المشترك الأعلى (ع.م.أ) للعددين $${a}$ و$${b}$؟`,
          `What is the greatest common factor of $${a}$ and $${b}$?`,
        ),
        answer: whole(gcd(a, b)),
        hints: [
          say('نبحث عن أكبر عدد يقسم العددين معًا.', 'We look for the greatest number that divides both.'),
          say(
            `عوامل $${a}$ هي: $${factorsOf(a).join('$، $')}$. أيها يقسم $${b}$؟`,
            `The factors of $${a}$ are $${factorsOf(a).join('$, $')}$. Which of them divide $${b}$?`,
          ),
        ],
        steps: [
          say(
            `العوامل المشتركة للعددين: $${factorsOf(g).join('$، $')}$.`,
            `The factors both numbers share: $${factorsOf(g).join('$, $')}$.`,
          ),
          say(
            `أكبرها $${g}$: $${a} = ${g} × ${p}$ و$${b} = ${g} × ${q}$.`,
            `The greatest is $${g}$: $${a} = ${g} × ${p}$ and $${b} = ${g} × ${q}$.`,
          ),
        ],
      }
    }),
    exercise('lcm', 2, (random) => {
      const [a, b] = random.pick([
        [4, 6],
        [6, 8],
        [6, 9],
        [8, 12],
        [10, 15],
        [9, 12],
        [5, 7],
        [4, 9],
        [10, 12],
        [12, 18],
        [6, 15],
        [8, 10],
      ] as const)
      const least = lcm(a, b)
      return {
        prompt: say(
          `ما المضاعف المشترك الأصغر (م.م.أ) للعددين $${a}$ و$${b}$؟`,
          `What is the least common multiple of $${a}$ and $${b}$?`,
        ),
        answer: whole(least),
        hints: [
          say(`نكتب مضاعفات $${b}$ واحدًا بعد الآخر.`, `List the multiples of $${b}$ one after the other.`),
          say(
            `أول مضاعف للعدد $${b}$ يقبل القسمة على $${a}$ هو المطلوب.`,
            `The first multiple of $${b}$ that is divisible by $${a}$ is the one we want.`,
          ),
        ],
        steps: [
          say(
            `مضاعفات $${b}$: $${multiples(b, least).join('$، $')}$.`,
            `Multiples of $${b}$: $${multiples(b, least).join('$, $')}$.`,
          ),
          say(
            `أول واحد منها يقبل القسمة على $${a}$ هو $${least}$.`,
            `The first of them that is divisible by $${a}$ is $${least}$.`,
          ),
        ],
      }
    }),
    exercise('bags', 3, (random) => {
      const g = random.pick([4, 6, 8, 9, 12])
      const [p, q] = random.pick([
        [3, 4],
        [3, 5],
        [4, 5],
        [5, 6],
        [5, 7],
        [3, 7],
      ] as const)
      const [oranges, mangoes] = [g * p, g * q]
      return {
        prompt: say(
          `لدى مريم ${counted(oranges, NOUNS.orange)} و${counted(mangoes, NOUNS.mango)} مانجو، وتريد توزيعها كلها على أكياس متماثلة تمامًا. ما أكبر عدد ممكن من الأكياس؟`,
          `Mariam has $${oranges}$ oranges and $${mangoes}$ mangoes and wants to put them all into bags that are exactly alike. What is the greatest possible number of bags?`,
        ),
        answer: whole(g),
        hints: [
          say(
            'عدد الأكياس يجب أن يقسم العددين معًا بدون باقٍ.',
            'The number of bags must divide both numbers with no remainder.',
          ),
          say('نبحث إذن عن العامل المشترك الأعلى.', 'So we look for the greatest common factor.'),
          say(
            `نحلل: $${oranges} = ${g} × ${p}$، فهل يقسم $${g}$ العدد $${mangoes}$؟`,
            `$${oranges} = ${g} × ${p}$; does $${g}$ divide $${mangoes}$?`,
          ),
        ],
        steps: [
          say(
            `نبحث عن العامل المشترك الأعلى للعددين $${oranges}$ و$${mangoes}$.`,
            `We look for the greatest common factor of $${oranges}$ and $${mangoes}$.`,
          ),
          say(
            `$${oranges} = ${g} × ${p}$ و$${mangoes} = ${g} × ${q}$، ولا عامل مشترك بين $${p}$ و$${q}$ سوى $1$.`,
            `$${oranges} = ${g} × ${p}$ and $${mangoes} = ${g} × ${q}$; $${p}$ and $${q}$ share no factor but $1$.`,
          ),
          say(`أكبر عدد من الأكياس هو $${g}$.`, `The greatest number of bags is $${g}$.`),
        ],
      }
    }),
    exercise('buses', 3, (random) => {
      const [a, b] = random.pick([
        [6, 8],
        [8, 12],
        [10, 15],
        [12, 15],
        [9, 12],
        [6, 15],
        [10, 12],
        [15, 20],
        [4, 18],
      ] as const)
      const together = lcm(a, b)
      return {
        prompt: say(
          `من موقف واحد تنطلق حافلة إلى الجيزة كل ${counted(a, NOUNS.minute)}، وحافلة إلى حلوان كل ${counted(b, NOUNS.minute)}. انطلقت الحافلتان معًا الآن؛ بعد كم دقيقة تنطلقان معًا مرة أخرى لأول مرة؟`,
          `From one stop a bus leaves for Giza every $${a}$ minutes and a bus for Helwan every $${b}$ minutes. Both have just left together; after how many minutes will they next leave together?`,
        ),
        answer: whole(together),
        hints: [
          say(
            'تلتقي الحافلتان عند زمن هو مضاعف للعددين معًا.',
            'They leave together at a time that is a multiple of both numbers.',
          ),
          say('نبحث عن المضاعف المشترك الأصغر.', 'We look for the least common multiple.'),
          say(
            `مضاعفات $${b}$: $${multiples(b, together).join('$، $')}$.`,
            `The multiples of $${b}$: $${multiples(b, together).join('$, $')}$.`,
          ),
        ],
        steps: [
          say(
            `نكتب مضاعفات $${b}$ حتى نجد واحدًا يقبل القسمة على $${a}$: $${multiples(b, together).join('$، $')}$.`,
            `List the multiples of $${b}$ until one is divisible by $${a}$: $${multiples(b, together).join('$, $')}$.`,
          ),
          say(
            `$${together} = ${a} × ${together / a}$، فتنطلقان معًا بعد ${counted(together, NOUNS.minute)}.`,
            `$${together} = ${a} × ${together / a}$, so they leave together after $${together}$ minutes.`,
          ),
        ],
      }
    }),
  ],
}

const digitSum = (n: number) => [...`${n}`].reduce((sum, digit) => sum + Number(digit), 0)

const multiples = (of: number, upTo: number) => Array.from({ length: upTo / of }, (_, at) => (at + 1) * of)
