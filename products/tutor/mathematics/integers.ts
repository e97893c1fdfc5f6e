/** Whole numbers below and above zero: their sums, products and the order in which one works. */
import type { Concept } from '../../../modules/learning/api.ts'
import {
  choice, choiceOf, counted, different, exercise, inside, math, NOUNS, num, row, say, shuffled, whole,
} from './writing.ts' // prettier-ignore

export const add: Concept = {
  key: 'integers.add',
  name: say('جمع الأعداد الصحيحة وطرحها', 'Adding and subtracting integers'),
  goal: say(
    'أجمع الأعداد الصحيحة الموجبة والسالبة وأطرحها وأقارن بينها.',
    'I can add, subtract and compare positive and negative integers.',
  ),
  needs: [],
  exercises: [
    exercise('same_sign', 1, (random) => {
      const [a, b] = [random.whole(2, 15), random.whole(2, 15)]
      return {
        prompt: say(`ما ناتج $−${a} + (−${b})$؟`, `What is $−${a} + (−${b})$?`),
        answer: whole(-a - b),
        hints: [
          say(
            'العددان سالبان: في أي اتجاه نتحرك على خط الأعداد؟',
            'Both numbers are negative: which way do we move on the number line?',
          ),
          say(`نجمع $${a}$ و$${b}$ ثم نضع إشارة السالب.`, `Add $${a}$ and $${b}$, then put the minus sign.`),
        ],
        steps: [
          say(
            `الإشارتان متشابهتان، فنجمع: $${a} + ${b} = ${a + b}$.`,
            `The signs are alike, so we add: $${a} + ${b} = ${a + b}$.`,
          ),
          say(
            `ونحتفظ بإشارة السالب: $−${a} + (−${b}) = −${a + b}$.`,
            `We keep the minus sign: $−${a} + (−${b}) = −${a + b}$.`,
          ),
        ],
        figure: { kind: 'number_line', from: -30, to: 0, marks: [-a] },
      }
    }),
    exercise('different_signs', 1, (random) => {
      const [big, small] = [random.whole(9, 20), random.whole(2, 8)]
      const flip = random.pick([1, -1])
      const [a, b] = random.pick([[big * flip, -small * flip] as const, [-small * flip, big * flip] as const])
      const result = a + b
      return {
        prompt: say(`ما ناتج $${num(a)} + ${inside(b)}$؟`, `What is $${num(a)} + ${inside(b)}$?`),
        answer: whole(result),
        hints: [
          say('الإشارتان مختلفتان: أيُّ العددين أبعد عن الصفر؟', 'The signs differ: which number is further from zero?'),
          say(
            `نحسب الفرق بين $${big}$ و$${small}$، ثم نأخذ إشارة العدد الأبعد عن الصفر.`,
            `Find the difference of $${big}$ and $${small}$, then take the sign of the number further from zero.`,
          ),
        ],
        steps: [
          say(
            `الإشارتان مختلفتان، فنطرح: $${big} − ${small} = ${big - small}$.`,
            `The signs differ, so we subtract: $${big} − ${small} = ${big - small}$.`,
          ),
          say(
            `العدد $${num(big * flip)}$ هو الأبعد عن الصفر، فنأخذ إشارته: $${num(a)} + ${inside(b)} = ${num(result)}$.`,
            `$${num(big * flip)}$ is further from zero, so we take its sign: $${num(a)} + ${inside(b)} = ${num(result)}$.`,
          ),
        ],
      }
    }),
    exercise('subtract_negative', 2, (random) => {
      const a = random.whole(2, 12) * random.pick([1, -1])
      const b = random.whole(3, 15)
      return {
        prompt: say(`ما ناتج $${num(a)} − (−${b})$؟`, `What is $${num(a)} − (−${b})$?`),
        answer: whole(a + b),
        hints: [
          say(
            'طرح عدد سالب يشبه إلغاء دَيْن: هل يزيد الناتج أم يقل؟',
            'Taking away a negative is like cancelling a debt: does the result grow or shrink?',
          ),
          say(`نكتب $+ ${b}$ بدلًا من $− (−${b})$.`, `Write $+ ${b}$ instead of $− (−${b})$.`),
        ],
        steps: [
          say(
            `طرح $−${b}$ هو جمع $${b}$: $${num(a)} − (−${b}) = ${num(a)} + ${b}$.`,
            `Subtracting $−${b}$ is adding $${b}$: $${num(a)} − (−${b}) = ${num(a)} + ${b}$.`,
          ),
          math(`${num(a)} + ${b} = ${num(a + b)}`),
        ],
      }
    }),
    exercise('temperature', 1, (random) => {
      const [from, rise] = [random.whole(2, 6), random.whole(8, 16)]
      return {
        prompt: say(
          `كانت درجة الحرارة في سانت كاترين فجرًا $−${from}°$، ثم ارتفعت بمقدار $${rise}°$ حتى الظهر. كم درجة كانت الحرارة ظهرًا؟`,
          `At dawn it was $−${from}°$ in Saint Catherine. By noon the temperature had risen by $${rise}°$. How many degrees was it at noon?`,
        ),
        answer: whole(rise - from),
        hints: [
          say(
            'الارتفاع يعني الجمع: نتحرك على خط الأعداد نحو اليمين.',
            'Rising means adding: we move to the right on the number line.',
          ),
          say(
            `من $−${from}$ إلى الصفر يُستهلك $${from}$ من الارتفاع؛ فكم يبقى من $${rise}$؟`,
            `From $−${from}$ up to zero uses $${from}$ of the rise; how much of $${rise}$ is left?`,
          ),
        ],
        steps: [
          say(
            `نجمع الارتفاع إلى درجة الفجر: $−${from} + ${rise}$.`,
            `Add the rise to the temperature at dawn: $−${from} + ${rise}$.`,
          ),
          math(`−${from} + ${rise} = ${rise} − ${from} = ${rise - from}`),
        ],
        figure: { kind: 'number_line', from: -10, to: 20, marks: [-from] },
      }
    }),
    exercise('greatest', 1, (random) => {
      const [a, b, c] = different(random, 3, 4, 20).sort((x, y) => x - y) as [number, number, number]
      const listed = shuffled(random, [`−${a}`, `−${b}`, `−${c}`])
      return {
        prompt: say(
          `أيُّ هذه الأعداد هو الأكبر: ${row(listed, '،')}؟`,
          `Which of these numbers is the greatest: ${row(listed, ',')}?`,
        ),
        answer: choiceOf(random, `−${a}`, [`−${b}`, `−${c}`]),
        hints: [
          say(
            'على خط الأعداد، العدد الأكبر يقع إلى اليمين.',
            'On the number line the greater number lies further to the right.',
          ),
          say(
            'بين الأعداد السالبة، الأكبر هو الأقرب إلى الصفر.',
            'Among negative numbers, the greatest is the one nearest to zero.',
          ),
        ],
        steps: [
          say(
            `نرتبها من الأصغر إلى الأكبر: $−${c} < −${b} < −${a}$.`,
            `From least to greatest: $−${c} < −${b} < −${a}$.`,
          ),
          say(`فالأقرب إلى الصفر هو الأكبر: $−${a}$.`, `The one nearest to zero is the greatest: $−${a}$.`),
        ],
      }
    }),
    exercise('chain', 3, (random) => {
      const [a, b, c, d] = [random.whole(3, 12), random.whole(4, 15), random.whole(3, 12), random.whole(3, 12)]
      const list = `−${a} + ${b} − (−${c}) − ${d}`
      const [first, second] = [b - a, b - a + c]
      return {
        prompt: say(`ما ناتج $${list}$؟`, `What is $${list}$?`),
        answer: whole(second - d),
        hints: [
          say('نعمل من اليسار إلى اليمين، خطوة بعد خطوة.', 'Work from left to right, step by step.'),
          say(`طرح $−${c}$ هو جمع $${c}$.`, `Subtracting $−${c}$ is adding $${c}$.`),
          say(
            `$−${a} + ${b} = ${num(first)}$، ثم نجمع $${c}$ ونطرح $${d}$.`,
            `$−${a} + ${b} = ${num(first)}$; then add $${c}$ and subtract $${d}$.`,
          ),
        ],
        steps: [
          math(`−${a} + ${b} = ${num(first)}`),
          say(
            `طرح السالب جمع: $${num(first)} + ${c} = ${num(second)}$.`,
            `Subtracting a negative is adding: $${num(first)} + ${c} = ${num(second)}$.`,
          ),
          math(`${num(second)} − ${d} = ${num(second - d)}`),
        ],
      }
    }),
    exercise('lift', 2, (random) => {
      const [start, down, up] = [random.whole(3, 6), random.whole(7, 10), random.whole(3, 5)]
      const below = start - down
      return {
        prompt: say(
          `ركبت سلمى المصعد من الطابق رقم $${start}$، فنزلت ${counted(down, NOUNS.floor)}، ثم صعدت ${counted(up, NOUNS.floor)}. ما رقم الطابق الذي وصلت إليه؟ (الطابق الأرضي رقمه $0$، وما تحته سالب.)`,
          `Salma took the lift from floor $${start}$, went down $${down}$ floors and then up $${up}$ floors. Which floor did she reach? (The ground floor is $0$; floors below it are negative.)`,
        ),
        answer: whole(below + up),
        hints: [
          say('النزول طرح، والصعود جمع.', 'Going down is subtracting, going up is adding.'),
          say(
            `نحسب أولًا $${start} − ${down}$، ثم نجمع $${up}$.`,
            `First work out $${start} − ${down}$, then add $${up}$.`,
          ),
        ],
        steps: [
          say(
            `بعد النزول: $${start} − ${down} = ${num(below)}$.`,
            `After going down: $${start} − ${down} = ${num(below)}$.`,
          ),
          say(
            `بعد الصعود: $${num(below)} + ${up} = ${num(below + up)}$.`,
            `After going up: $${num(below)} + ${up} = ${num(below + up)}$.`,
          ),
        ],
      }
    }),
  ],
}

export const multiply: Concept = {
  key: 'integers.multiply',
  name: say('ضرب الأعداد الصحيحة وقسمتها', 'Multiplying and dividing integers'),
  goal: say(
    'أضرب الأعداد الصحيحة وأقسمها وأعرف إشارة الناتج.',
    'I can multiply and divide integers and know the sign of the result.',
  ),
  needs: ['integers.add'],
  exercises: [
    exercise('product', 1, (random) => {
      const [p, q] = [random.whole(3, 12), random.whole(3, 9)]
      const [a, b] = random.pick([[-p, q] as const, [p, -q] as const, [-p, -q] as const])
      const alike = a * b > 0
      return {
        prompt: say(`ما ناتج $${num(a)} × ${inside(b)}$؟`, `What is $${num(a)} × ${inside(b)}$?`),
        answer: whole(a * b),
        hints: [
          say(
            'الإشارتان المتشابهتان تعطيان ناتجًا موجبًا، والمختلفتان ناتجًا سالبًا.',
            'Like signs give a positive product, unlike signs a negative one.',
          ),
          say(`نضرب $${p} × ${q}$ ثم نقرر الإشارة.`, `Multiply $${p} × ${q}$, then decide the sign.`),
        ],
        steps: [
          say(`نضرب بدون إشارة: $${p} × ${q} = ${p * q}$.`, `Multiply without signs: $${p} × ${q} = ${p * q}$.`),
          alike
            ? say(
                `الإشارتان متشابهتان، فالناتج موجب: $${a * b}$.`,
                `The signs are alike, so the product is positive: $${a * b}$.`,
              )
            : say(
                `الإشارتان مختلفتان، فالناتج سالب: $${num(a * b)}$.`,
                `The signs differ, so the product is negative: $${num(a * b)}$.`,
              ),
        ],
      }
    }),
    exercise('quotient', 1, (random) => {
      const [p, q] = [random.whole(3, 12), random.whole(3, 9)]
      const [a, b] = random.pick([[-p * q, q] as const, [p * q, -q] as const, [-p * q, -q] as const])
      return {
        prompt: say(`ما ناتج $${num(a)} ÷ ${inside(b)}$؟`, `What is $${num(a)} ÷ ${inside(b)}$?`),
        answer: whole(a / b),
        hints: [
          say(
            'قاعدة الإشارات في القسمة هي نفسها في الضرب.',
            'The signs in division follow the same rule as in multiplication.',
          ),
          say(
            `كم مرة $${q}$ في $${p * q}$؟ ثم نقرر الإشارة.`,
            `How many times does $${q}$ go into $${p * q}$? Then decide the sign.`,
          ),
        ],
        steps: [
          say(`نقسم بدون إشارة: $${p * q} ÷ ${q} = ${p}$.`, `Divide without signs: $${p * q} ÷ ${q} = ${p}$.`),
          a / b > 0
            ? say(
                `الإشارتان متشابهتان، فالناتج موجب: $${a / b}$.`,
                `The signs are alike, so the result is positive: $${a / b}$.`,
              )
            : say(
                `الإشارتان مختلفتان، فالناتج سالب: $${num(a / b)}$.`,
                `The signs differ, so the result is negative: $${num(a / b)}$.`,
              ),
        ],
      }
    }),
    exercise('three_factors', 2, (random) => {
      const [a, b] = [random.whole(2, 6), random.whole(2, 5)]
      const c = random.whole(2, 9) * random.pick([1, -1])
      const first = -a * b
      return {
        prompt: say(`ما ناتج $−${a} × ${b} × ${inside(c)}$؟`, `What is $−${a} × ${b} × ${inside(c)}$?`),
        answer: whole(first * c),
        hints: [
          say('نضرب عددين في كل مرة، من اليسار إلى اليمين.', 'Multiply two numbers at a time, from left to right.'),
          say(`نبدأ بـ $−${a} × ${b}$.`, `Begin with $−${a} × ${b}$.`),
        ],
        steps: [math(`−${a} × ${b} = ${num(first)}`), math(`${num(first)} × ${inside(c)} = ${num(first * c)}`)],
      }
    }),
    exercise('sign_of_product', 2, (random) => {
      const count = random.whole(3, 12)
      const positive = say('موجب', 'positive')
      const negative = say('سالب', 'negative')
      const even = count % 2 === 0
      return {
        prompt: say(
          `ما إشارة حاصل ضرب ${counted(count, NOUNS.factor)}، كل منها عدد سالب؟`,
          `We multiply $${count}$ factors, each a negative number. What is the sign of the product?`,
        ),
        answer: choice(random, even ? positive : negative, [
          even ? negative : positive,
          say('لا يمكن تحديدها', 'it cannot be known'),
        ]),
        hints: [
          say(
            'كل عاملين سالبين معًا يعطيان ناتجًا موجبًا.',
            'Every two negative factors together give a positive product.',
          ),
          say(`هل $${count}$ عدد زوجي أم فردي؟`, `Is $${count}$ even or odd?`),
        ],
        steps: [
          say(
            'كل عاملين سالبين حاصل ضربهما موجب، فنجمع العوامل أزواجًا.',
            'Two negative factors make a positive product, so we put the factors in pairs.',
          ),
          even
            ? say(
                `$${count}$ عدد زوجي، فلا يبقى عامل وحده، والناتج موجب.`,
                `$${count}$ is even, so no factor is left over: the product is positive.`,
              )
            : say(
                `$${count}$ عدد فردي، فيبقى عامل سالب وحده، والناتج سالب.`,
                `$${count}$ is odd, so one negative factor is left over: the product is negative.`,
              ),
        ],
      }
    }),
    exercise('diver', 2, (random) => {
      const [speed, minutes] = [random.whole(3, 6), random.whole(3, 8)]
      return {
        prompt: say(
          `ينزل غوّاص عند رأس محمد مسافة $${speed}$ م في كل دقيقة، بادئًا من سطح الماء. ما العدد الصحيح الذي يعبّر عن موضعه بالمتر بعد ${counted(minutes, NOUNS.minute)}؟ (سطح الماء $0$، وما تحته سالب.)`,
          `A diver at Ras Mohammed goes down $${speed}$ m every minute, starting at the surface. Which integer gives the diver’s position in metres after $${minutes}$ minutes? (The surface is $0$; below it is negative.)`,
        ),
        answer: whole(-speed * minutes),
        hints: [
          say('النزول يُكتب بعدد سالب.', 'Going down is written as a negative number.'),
          say(`نضرب $−${speed}$ في $${minutes}$.`, `Multiply $−${speed}$ by $${minutes}$.`),
        ],
        steps: [
          say(
            `ينزل في كل دقيقة $${speed}$ م، أي يتغير موضعه بمقدار $−${speed}$.`,
            `Each minute the diver goes down $${speed}$ m, so the position changes by $−${speed}$.`,
          ),
          math(`−${speed} × ${minutes} = −${speed * minutes}`),
        ],
      }
    }),
    exercise('find_factor', 3, (random) => {
      const [a, b] = [random.whole(3, 9), random.whole(3, 12) * random.pick([1, -1])]
      const product = -a * b
      return {
        prompt: say(
          `ما العدد الذي إذا ضربناه في $−${a}$ كان الناتج $${num(product)}$؟`,
          `Which number multiplied by $−${a}$ gives $${num(product)}$?`,
        ),
        answer: whole(b),
        hints: [
          say('القسمة هي عكس الضرب.', 'Division undoes multiplication.'),
          say(`نقسم $${num(product)}$ على $−${a}$.`, `Divide $${num(product)}$ by $−${a}$.`),
          say(
            `$${Math.abs(product)} ÷ ${a} = ${Math.abs(b)}$، فما الإشارة؟`,
            `$${Math.abs(product)} ÷ ${a} = ${Math.abs(b)}$; which sign?`,
          ),
        ],
        steps: [
          say('نعكس الضرب بالقسمة.', 'We undo the multiplication by dividing.'),
          math(`${num(product)} ÷ (−${a}) = ${num(b)}`),
          say(
            `نتحقق: $−${a} × ${inside(b)} = ${num(product)}$، فالعدد هو $${num(b)}$.`,
            `Check: $−${a} × ${inside(b)} = ${num(product)}$, so the number is $${num(b)}$.`,
          ),
        ],
      }
    }),
  ],
}
