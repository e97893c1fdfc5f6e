/** Angles at a point and at parallel lines, and the angles of triangles. Angles are in degrees. */
import type { Concept, Figure } from '../../../modules/learning/api.ts'
import { choiceOf, exercise, math, say, whole } from './writing.ts'

export const angles: Concept = {
  key: 'geometry.angles',
  name: say('الزوايا', 'Angles'),
  goal: say('أحسب زاوية مجهولة من علاقات الزوايا.', 'I can find an unknown angle from the relations between angles.'),
  needs: ['equations.one_step'],
  exercises: [
    exercise('complement', 1, (random) => {
      const a = random.whole(11, 79)
      return {
        prompt: say(
          `زاويتان متتامتان، قياس إحداهما $${a}°$. كم درجة قياس الأخرى؟`,
          `Two angles are complementary; one of them is $${a}°$. How many degrees is the other?`,
        ),
        answer: whole(90 - a),
        hints: [
          say('مجموع الزاويتين المتتامتين يساوي زاوية قائمة.', 'Complementary angles add up to a right angle.'),
          say(`نطرح $${a}°$ من $90°$.`, `Subtract $${a}°$ from $90°$.`),
        ],
        steps: [say('مجموع المتتامتين $90°$.', 'Complementary angles add up to $90°$.'), math(`90 − ${a} = ${90 - a}`)],
      }
    }),
    exercise('supplement', 1, (random) => {
      const a = random.whole(21, 159)
      return {
        prompt: say(
          `زاويتان متكاملتان، قياس إحداهما $${a}°$. كم درجة قياس الأخرى؟`,
          `Two angles are supplementary; one of them is $${a}°$. How many degrees is the other?`,
        ),
        answer: whole(180 - a),
        hints: [
          say('مجموع الزاويتين المتكاملتين يساوي زاوية مستقيمة.', 'Supplementary angles add up to a straight angle.'),
          say(`نطرح $${a}°$ من $180°$.`, `Subtract $${a}°$ from $180°$.`),
        ],
        steps: [
          say('مجموع المتكاملتين $180°$.', 'Supplementary angles add up to $180°$.'),
          math(`180 − ${a} = ${180 - a}`),
        ],
      }
    }),
    exercise('around_point', 1, (random) => {
      const [a, b] = [random.whole(70, 140), random.whole(60, 130)]
      return {
        prompt: say(
          `ثلاث زوايا متجمعة حول نقطة، قياسا اثنتين منها $${a}°$ و$${b}°$. كم درجة قياس الثالثة؟`,
          `Three angles meet around a point. Two of them are $${a}°$ and $${b}°$. How many degrees is the third?`,
        ),
        answer: whole(360 - a - b),
        hints: [
          say('مجموع الزوايا المتجمعة حول نقطة دورة كاملة.', 'Angles around a point make a full turn.'),
          say(`نطرح $${a} + ${b} = ${a + b}$ من $360$.`, `Subtract $${a} + ${b} = ${a + b}$ from $360$.`),
        ],
        steps: [
          math(`${a} + ${b} = ${a + b}`),
          say(
            `الدورة الكاملة $360°$: $360 − ${a + b} = ${360 - a - b}$.`,
            `A full turn is $360°$: $360 − ${a + b} = ${360 - a - b}$.`,
          ),
        ],
      }
    }),
    exercise('parallel', 2, (random) => {
      const a = random.whole(41, 139)
      const inner = random.pick([true, false])
      const value = inner ? 180 - a : a
      return {
        prompt: inner
          ? say(
              `يقطع مستقيم مستقيمين متوازيين. زاويتان داخليتان في جهة واحدة من القاطع، قياس إحداهما $${a}°$. كم درجة قياس الأخرى؟`,
              `A line crosses two parallel lines. Of two interior angles on the same side of it, one is $${a}°$. How many degrees is the other?`,
            )
          : say(
              `يقطع مستقيم مستقيمين متوازيين. زاويتان متبادلتان، قياس إحداهما $${a}°$. كم درجة قياس الأخرى؟`,
              `A line crosses two parallel lines. Of two alternate angles, one is $${a}°$. How many degrees is the other?`,
            ),
        answer: whole(value),
        hints: [
          say('أهما زاويتان متساويتان أم متكاملتان؟', 'Are the two angles equal, or supplementary?'),
          inner
            ? say(
                `الداخليتان في جهة واحدة متكاملتان: $180 − ${a}$.`,
                `Interior angles on the same side are supplementary: $180 − ${a}$.`,
              )
            : say('الزاويتان المتبادلتان متساويتان.', 'Alternate angles are equal.'),
        ],
        steps: inner
          ? [
              say(
                'الزاويتان الداخليتان في جهة واحدة من القاطع متكاملتان.',
                'Interior angles on the same side of the crossing line are supplementary.',
              ),
              math(`180 − ${a} = ${value}`),
            ]
          : [
              say(
                'المستقيمان متوازيان، فالزاويتان المتبادلتان متساويتان.',
                'The lines are parallel, so alternate angles are equal.',
              ),
              say(`القياس $${value}°$.`, `The angle is $${value}°$.`),
            ],
      }
    }),
    exercise('opposite', 2, (random) => {
      const [a, x] = [random.whole(2, 5), random.whole(8, 24)]
      const b = random.whole(3, 20)
      const angle = a * x + b
      return {
        prompt: say(
          `زاويتان متقابلتان بالرأس، قياساهما $(${a}x + ${b})°$ و$${angle}°$. ما قيمة $x$؟`,
          `Two vertically opposite angles measure $(${a}x + ${b})°$ and $${angle}°$. What is $x$?`,
        ),
        answer: whole(x),
        hints: [
          say('الزاويتان المتقابلتان بالرأس متساويتان.', 'Vertically opposite angles are equal.'),
          say(`$${a}x + ${b} = ${angle}$`, `$${a}x + ${b} = ${angle}$`),
        ],
        steps: [
          say(`الزاويتان متساويتان: $${a}x + ${b} = ${angle}$.`, `The angles are equal: $${a}x + ${b} = ${angle}$.`),
          say(`نطرح $${b}$: $${a}x = ${angle - b}$.`, `Subtract $${b}$: $${a}x = ${angle - b}$.`),
          say(`نقسم على $${a}$: $x = ${x}$.`, `Divide by $${a}$: $x = ${x}$.`),
        ],
      }
    }),
    exercise('on_a_line', 3, (random) => {
      const [a, b] = [random.whole(2, 5), random.whole(1, 4)]
      const x = random.whole(8, Math.floor(160 / (a + b)))
      const c = 180 - (a + b) * x
      return {
        prompt: say(
          `ثلاث زوايا متجاورة على خط مستقيم قياساتها $${times(a)}°$ و$${times(b)}°$ و$${c}°$. ما قيمة $x$؟`,
          `Three adjacent angles on a straight line measure $${times(a)}°$, $${times(b)}°$ and $${c}°$. What is $x$?`,
        ),
        answer: whole(x),
        hints: [
          say('مجموع الزوايا على خط مستقيم زاوية مستقيمة.', 'Angles on a straight line add up to a straight angle.'),
          say(`$${times(a)} + ${times(b)} + ${c} = 180$`, `$${times(a)} + ${times(b)} + ${c} = 180$`),
          say(`$${a + b}x = ${180 - c}$`, `$${a + b}x = ${180 - c}$`),
        ],
        steps: [
          say(`مجموعها $180°$: $${a + b}x + ${c} = 180$.`, `They add up to $180°$: $${a + b}x + ${c} = 180$.`),
          say(`نطرح $${c}$: $${a + b}x = ${180 - c}$.`, `Subtract $${c}$: $${a + b}x = ${180 - c}$.`),
          say(`نقسم على $${a + b}$: $x = ${x}$.`, `Divide by $${a + b}$: $x = ${x}$.`),
        ],
      }
    }),
  ],
}

const times = (n: number) => (n === 1 ? 'x' : `${n}x`)

/** A triangle of these angles; the sides only give the shape. */
function shape(a: number, b: number, c: number, shown: readonly [number | null, number | null, number | null]): Figure {
  const side = (angle: number) => Math.round(1000 * Math.sin((angle * Math.PI) / 180)) / 100
  return { kind: 'triangle', sides: [side(a), side(b), side(c)], angles: shown, named: [false, false, false] }
}

export const triangles: Concept = {
  key: 'geometry.triangles',
  name: say('زوايا المثلث وأضلاعه', 'Angles and sides of triangles'),
  goal: say(
    'أحسب زوايا المثلث وأعرف متى تصلح ثلاثة أطوال لرسم مثلث.',
    'I can find the angles of a triangle and tell when three lengths make a triangle.',
  ),
  needs: ['geometry.angles'],
  exercises: [
    exercise('third_angle', 1, (random) => {
      const [a, b] = [random.whole(35, 75), random.whole(35, 75)]
      const c = 180 - a - b
      return {
        prompt: say(
          `قياسا زاويتين في مثلث $${a}°$ و$${b}°$. كم درجة قياس الزاوية الثالثة؟`,
          `Two angles of a triangle are $${a}°$ and $${b}°$. How many degrees is the third?`,
        ),
        answer: whole(c),
        hints: [
          say('مجموع قياسات زوايا المثلث $180°$.', 'The angles of a triangle add up to $180°$.'),
          say(`نجمع $${a} + ${b} = ${a + b}$ ونطرح من $180$.`, `Add $${a} + ${b} = ${a + b}$ and subtract from $180$.`),
        ],
        steps: [math(`${a} + ${b} = ${a + b}`), math(`180 − ${a + b} = ${c}`)],
        figure: shape(a, b, c, [a, b, null]),
      }
    }),
    exercise('isosceles', 2, (random) => {
      const base = random.whole(30, 80)
      const top = 180 - 2 * base
      return {
        prompt: say(
          `مثلث متساوي الساقين، قياس إحدى زاويتي القاعدة $${base}°$. كم درجة قياس زاوية الرأس؟`,
          `In an isosceles triangle one of the base angles is $${base}°$. How many degrees is the angle at the top?`,
        ),
        answer: whole(top),
        hints: [
          say(
            'زاويتا القاعدة في المثلث المتساوي الساقين متساويتان.',
            'The base angles of an isosceles triangle are equal.',
          ),
          say(
            `زاويتا القاعدة معًا: $2 × ${base} = ${2 * base}$.`,
            `Both base angles together: $2 × ${base} = ${2 * base}$.`,
          ),
        ],
        steps: [
          say(
            `زاويتا القاعدة متساويتان: $2 × ${base} = ${2 * base}$.`,
            `The base angles are equal: $2 × ${base} = ${2 * base}$.`,
          ),
          say(`زاوية الرأس: $180 − ${2 * base} = ${top}$.`, `The angle at the top: $180 − ${2 * base} = ${top}$.`),
        ],
        figure: shape(base, base, top, [base, null, null]),
      }
    }),
    exercise('exterior', 2, (random) => {
      const [a, b] = [random.whole(35, 75), random.whole(35, 75)]
      return {
        prompt: say(
          `قياسا زاويتين داخليتين في مثلث $${a}°$ و$${b}°$. كم درجة قياس الزاوية الخارجة عند الرأس الثالث؟`,
          `Two interior angles of a triangle are $${a}°$ and $${b}°$. How many degrees is the exterior angle at the third vertex?`,
        ),
        answer: whole(a + b),
        hints: [
          say(
            'الزاوية الخارجة تكمل الزاوية الداخلية المجاورة لها إلى $180°$.',
            'The exterior angle and the interior angle next to it make $180°$.',
          ),
          say(
            'قياس الزاوية الخارجة يساوي مجموع الداخليتين البعيدتين عنها.',
            'The exterior angle equals the sum of the two interior angles away from it.',
          ),
        ],
        steps: [
          say(
            'الزاوية الخارجة تساوي مجموع الداخليتين عدا المجاورة لها.',
            'The exterior angle is the sum of the interior angles except the one next to it.',
          ),
          math(`${a} + ${b} = ${a + b}`),
        ],
        figure: shape(a, b, 180 - a - b, [a, b, null]),
      }
    }),
    exercise('inequality', 2, (random) => {
      const [a, b] = [random.whole(3, 7), random.whole(8, 13)]
      const good = b - a + random.whole(1, a)
      const [short, long, equal] = [Math.max(1, b - a - 1), a + b + random.whole(1, 4), a + b]
      return {
        prompt: say(
          `طولا ضلعين في مثلث $${a}$ سم و$${b}$ سم. أيُّ هذه الأطوال بالسنتيمتر يصلح للضلع الثالث؟`,
          `Two sides of a triangle are $${a}$ cm and $${b}$ cm. Which of these lengths in centimetres can the third side have?`,
        ),
        answer: choiceOf(
          random,
          `${good}`,
          [`${equal}`, `${long}`, `${short}`].filter((text) => text !== `${good}`),
        ),
        hints: [
          say('مجموع طولي أي ضلعين أكبر من طول الضلع الثالث.', 'Any two sides together are longer than the third.'),
          say(
            `الضلع الثالث أكبر من $${b} − ${a} = ${b - a}$ وأصغر من $${b} + ${a} = ${a + b}$.`,
            `The third side is more than $${b} − ${a} = ${b - a}$ and less than $${b} + ${a} = ${a + b}$.`,
          ),
        ],
        steps: [
          say(
            `الضلع الثالث بين $${b} − ${a} = ${b - a}$ و$${b} + ${a} = ${a + b}$، دون أن يساوي أيًّا منهما.`,
            `The third side is between $${b} − ${a} = ${b - a}$ and $${b} + ${a} = ${a + b}$, equal to neither.`,
          ),
          say(`يصلح الطول $${good}$ فقط.`, `Only $${good}$ will do.`),
        ],
      }
    }),
    exercise('ratio', 3, (random) => {
      const [p, q, s] = random.pick([
        [1, 2, 3],
        [2, 3, 4],
        [2, 3, 5],
        [3, 4, 5],
        [1, 3, 5],
        [2, 2, 5],
        [1, 4, 5],
        [3, 3, 4],
      ] as const)
      const part = 180 / (p + q + s)
      return {
        prompt: say(
          `النسبة بين قياسات زوايا مثلث هي $${p} : ${q} : ${s}$. كم درجة قياس أكبر زاوية؟`,
          `The angles of a triangle are in the ratio $${p} : ${q} : ${s}$. How many degrees is the largest angle?`,
        ),
        answer: whole(part * s),
        hints: [
          say('كم جزءًا في مجموع الزوايا كلها؟', 'How many parts are there in all the angles together?'),
          say(
            `$${p} + ${q} + ${s} = ${p + q + s}$ هو عدد الأجزاء، ومجموعها $180°$.`,
            `$${p} + ${q} + ${s} = ${p + q + s}$ parts make $180°$.`,
          ),
          say(`الجزء الواحد: $180 ÷ ${p + q + s} = ${part}$.`, `One part: $180 ÷ ${p + q + s} = ${part}$.`),
        ],
        steps: [
          say(`الجزء الواحد: $180 ÷ ${p + q + s} = ${part}$.`, `One part: $180 ÷ ${p + q + s} = ${part}$.`),
          say(`أكبر زاوية: $${s} × ${part} = ${s * part}$.`, `The largest angle: $${s} × ${part} = ${s * part}$.`),
        ],
      }
    }),
  ],
}
