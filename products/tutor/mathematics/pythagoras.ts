/** Right-angled triangles: the theorem of Pythagoras and its converse. */
import type { Concept, Figure, Random } from '../../../modules/learning/api.ts'
import { choice, exercise, say, whole } from './writing.ts'

/** Of whole numbers whose squares one can still work out by hand. */
const TRIPLES = [
  [3, 4, 5],
  [6, 8, 10],
  [9, 12, 15],
  [12, 16, 20],
  [15, 20, 25],
  [5, 12, 13],
  [10, 24, 26],
  [8, 15, 17],
  [7, 24, 25],
  [20, 21, 29],
] as const

/** Either leg first. */
const turned = (random: Random, [a, b, c]: readonly [number, number, number]) =>
  random.pick([[a, b, c] as const, [b, a, c] as const])

/** The right angle lies opposite the longest side, the third. */
const right = (a: number, b: number, c: number, named: readonly [boolean, boolean, boolean]): Figure => ({
  kind: 'triangle',
  sides: [a, b, c],
  angles: [null, null, 90],
  named,
})

export const pythagoras: Concept = {
  key: 'geometry.pythagoras',
  name: say('نظرية فيثاغورث', 'The theorem of Pythagoras'),
  goal: say('أحسب طول ضلع مجهول في مثلث قائم الزاوية.', 'I can find an unknown side of a right-angled triangle.'),
  needs: ['geometry.triangles', 'powers.roots'],
  exercises: [
    exercise('hypotenuse', 1, (random) => {
      const [a, b, c] = turned(random, random.pick(TRIPLES))
      return {
        prompt: say(
          `طولا ضلعي القائمة في مثلث قائم الزاوية $${a}$ سم و$${b}$ سم. كم سنتيمترًا طول الوتر؟`,
          `The legs of a right-angled triangle are $${a}$ cm and $${b}$ cm. How many centimetres long is the hypotenuse?`,
        ),
        answer: whole(c),
        hints: [
          say(
            'مربع طول الوتر يساوي مجموع مربعي طولي الضلعين الآخرين.',
            'The square of the hypotenuse is the sum of the squares of the legs.',
          ),
          say(`$${a}^{2} + ${b}^{2} = ${a * a} + ${b * b}$`, `$${a}^{2} + ${b}^{2} = ${a * a} + ${b * b}$`),
        ],
        steps: [
          say(
            `مربع الوتر: $${a}^{2} + ${b}^{2} = ${a * a} + ${b * b} = ${c * c}$.`,
            `The square of the hypotenuse: $${a}^{2} + ${b}^{2} = ${a * a} + ${b * b} = ${c * c}$.`,
          ),
          say(`طول الوتر: $√{${c * c}} = ${c}$.`, `The hypotenuse: $√{${c * c}} = ${c}$.`),
        ],
        figure: right(a, b, c, [true, true, false]),
      }
    }),
    exercise('leg', 2, (random) => {
      const [a, b, c] = turned(random, random.pick(TRIPLES))
      return {
        prompt: say(
          `مثلث قائم الزاوية طول وتره $${c}$ سم وطول أحد ضلعي القائمة $${a}$ سم. كم سنتيمترًا طول الضلع الآخر؟`,
          `A right-angled triangle has a hypotenuse of $${c}$ cm and one leg of $${a}$ cm. How many centimetres long is the other leg?`,
        ),
        answer: whole(b),
        hints: [
          say(
            'الوتر أطول الأضلاع، فنطرح المربعات هنا ولا نجمعها.',
            'The hypotenuse is the longest side, so here we subtract squares.',
          ),
          say(`$${c}^{2} − ${a}^{2} = ${c * c} − ${a * a}$`, `$${c}^{2} − ${a}^{2} = ${c * c} − ${a * a}$`),
        ],
        steps: [
          say(
            `مربع الضلع: $${c}^{2} − ${a}^{2} = ${c * c} − ${a * a} = ${b * b}$.`,
            `The square of the leg: $${c}^{2} − ${a}^{2} = ${c * c} − ${a * a} = ${b * b}$.`,
          ),
          say(`طول الضلع: $√{${b * b}} = ${b}$.`, `The leg: $√{${b * b}} = ${b}$.`),
        ],
        figure: right(a, b, c, [true, false, true]),
      }
    }),
    exercise('is_right', 2, (random) => {
      const [a, b, c] = turned(random, random.pick(TRIPLES))
      const more = random.pick([0, 1])
      const long = c + more
      const [yes, no] = [
        say('نعم، هو قائم الزاوية', 'yes, it is right-angled'),
        say('لا، ليس قائم الزاوية', 'no, it is not right-angled'),
      ]
      return {
        prompt: say(
          `أطوال أضلاع مثلث $${a}$ سم و$${b}$ سم و$${long}$ سم. هل هو قائم الزاوية؟`,
          `A triangle has sides of $${a}$ cm, $${b}$ cm and $${long}$ cm. Is it right-angled?`,
        ),
        answer: choice(random, more === 0 ? yes : no, [
          more === 0 ? no : yes,
          say('لا يمكن معرفة ذلك من الأطوال', 'the lengths do not tell'),
        ]),
        hints: [
          say(
            'نقارن مربع أطول ضلع بمجموع مربعي الضلعين الآخرين.',
            'Compare the square of the longest side with the sum of the other two squares.',
          ),
          say(
            `$${a}^{2} + ${b}^{2} = ${c * c}$؛ فكم يساوي $${long}^{2}$؟`,
            `$${a}^{2} + ${b}^{2} = ${c * c}$; what is $${long}^{2}$?`,
          ),
        ],
        steps: [
          say(
            `$${a}^{2} + ${b}^{2} = ${c * c}$ و$${long}^{2} = ${long * long}$.`,
            `$${a}^{2} + ${b}^{2} = ${c * c}$ and $${long}^{2} = ${long * long}$.`,
          ),
          more === 0
            ? say('المربعان متساويان: نعم، هو قائم الزاوية.', 'They are equal: yes, it is right-angled.')
            : say('ليسا متساويين: لا، ليس قائم الزاوية.', 'They are not equal: no, it is not right-angled.'),
        ],
      }
    }),
    exercise('ladder', 2, (random) => {
      const [a, b, c] = turned(
        random,
        random.pick([
          [3, 4, 5],
          [5, 12, 13],
          [6, 8, 10],
          [9, 12, 15],
        ] as const),
      )
      return {
        prompt: say(
          `سلّم طوله $${c}$ م يستند إلى حائط رأسي، وبُعد طرفه السفلي عن الحائط $${a}$ م. على ارتفاع كم متر يصل طرفه العلوي؟`,
          `A ladder of $${c}$ m leans against a vertical wall; its foot is $${a}$ m from the wall. How many metres up the wall does it reach?`,
        ),
        answer: whole(b),
        hints: [
          say(
            'السلم هو الوتر، والحائط والأرض ضلعا القائمة.',
            'The ladder is the hypotenuse; wall and ground are the legs.',
          ),
          say(`$x^{2} = ${c}^{2} − ${a}^{2} = ${b * b}$`, `$x^{2} = ${c}^{2} − ${a}^{2} = ${b * b}$`),
        ],
        steps: [
          say(
            `مربع الارتفاع: $${c}^{2} − ${a}^{2} = ${c * c} − ${a * a} = ${b * b}$.`,
            `The square of the height: $${c}^{2} − ${a}^{2} = ${c * c} − ${a * a} = ${b * b}$.`,
          ),
          say(`الارتفاع: $√{${b * b}} = ${b}$.`, `The height: $√{${b * b}} = ${b}$.`),
        ],
        figure: right(a, b, c, [true, false, true]),
      }
    }),
    exercise('felucca', 3, (random) => {
      const [a, b, c] = turned(
        random,
        random.pick([
          [30, 40, 50],
          [60, 80, 100],
          [90, 120, 150],
          [50, 120, 130],
          [40, 75, 85],
        ] as const),
      )
      return {
        prompt: say(
          `انطلقت فلوكة على النيل شرقًا مسافة $${a}$ م ثم شمالًا مسافة $${b}$ م. كم مترًا تبعد الآن عن نقطة انطلاقها في خط مستقيم؟`,
          `A felucca on the Nile sails $${a}$ m east and then $${b}$ m north. How many metres is it now from where it started, in a straight line?`,
        ),
        answer: whole(c),
        hints: [
          say(
            'الشرق والشمال متعامدان: نرسم مثلثًا قائم الزاوية.',
            'East and north are perpendicular: draw a right-angled triangle.',
          ),
          say('المسافة المطلوبة هي الوتر.', 'The distance we want is the hypotenuse.'),
          say(`$${a}^{2} + ${b}^{2} = ${c * c}$`, `$${a}^{2} + ${b}^{2} = ${c * c}$`),
        ],
        steps: [
          say(
            `مربع المسافة: $${a}^{2} + ${b}^{2} = ${a * a} + ${b * b} = ${c * c}$.`,
            `The square of the distance: $${a}^{2} + ${b}^{2} = ${a * a} + ${b * b} = ${c * c}$.`,
          ),
          say(`المسافة: $√{${c * c}} = ${c}$.`, `The distance: $√{${c * c}} = ${c}$.`),
        ],
      }
    }),
    exercise('diagonal', 3, (random) => {
      // The shorter one is the width.
      const [a, b, c] = random.pick(TRIPLES)
      const perimeter = 2 * (a + b)
      return {
        prompt: say(
          `مستطيل محيطه $${perimeter}$ سم وعرضه $${a}$ سم. كم سنتيمترًا طول قطره؟`,
          `A rectangle has a perimeter of $${perimeter}$ cm and is $${a}$ cm wide. How many centimetres long is its diagonal?`,
        ),
        answer: whole(c),
        hints: [
          say('نجد طول المستطيل أولًا من محيطه.', 'First find the length of the rectangle from its perimeter.'),
          say(`الطول: $${perimeter} ÷ 2 − ${a} = ${b}$.`, `The length: $${perimeter} ÷ 2 − ${a} = ${b}$.`),
          say(
            `القطر وتر لمثلث ضلعا القائمة فيه $${a}$ و$${b}$.`,
            `The diagonal is the hypotenuse over legs $${a}$ and $${b}$.`,
          ),
        ],
        steps: [
          say(`الطول: $${perimeter} ÷ 2 − ${a} = ${b}$.`, `The length: $${perimeter} ÷ 2 − ${a} = ${b}$.`),
          say(
            `مربع القطر: $${a}^{2} + ${b}^{2} = ${c * c}$.`,
            `The square of the diagonal: $${a}^{2} + ${b}^{2} = ${c * c}$.`,
          ),
          say(`القطر: $√{${c * c}} = ${c}$.`, `The diagonal: $√{${c * c}} = ${c}$.`),
        ],
      }
    }),
  ],
}
