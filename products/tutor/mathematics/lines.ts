/** Points in the coordinate plane; slope and intercept of a straight line. */
import type { Concept } from '../../../modules/learning/api.ts'
import {
  anyFraction,
  choice,
  choiceOf,
  exercise,
  fraction,
  gcd,
  inside,
  math,
  num,
  plus,
  reduced,
  say,
  terms,
  whole,
} from './writing.ts'

const point = (x: number, y: number) => `(${num(x)}, ${num(y)})`

export const coordinates: Concept = {
  key: 'lines.coordinates',
  name: say('المستوى الإحداثي', 'Coordinates'),
  goal: say(
    'أحدد موضع نقطة في المستوى الإحداثي وأتعامل مع إحداثياتها.',
    'I can place a point in the coordinate plane and work with its coordinates.',
  ),
  needs: ['integers.add'],
  exercises: [
    exercise('quadrant', 1, (random) => {
      const [x, y] = [random.whole(2, 9) * random.pick([1, -1]), random.whole(2, 9) * random.pick([1, -1])]
      const names = [
        say('الأول', 'the first'),
        say('الثاني', 'the second'),
        say('الثالث', 'the third'),
        say('الرابع', 'the fourth'),
      ]
      const at = x > 0 ? (y > 0 ? 0 : 3) : y > 0 ? 1 : 2
      const right = names[at]!
      return {
        prompt: say(
          `في أيِّ ربع من المستوى الإحداثي تقع النقطة $${point(x, y)}$؟`,
          `In which quadrant of the coordinate plane does the point $${point(x, y)}$ lie?`,
        ),
        answer: choice(
          random,
          right,
          names.filter((_, index) => index !== at),
        ),
        hints: [
          say(
            'إشارة $x$ تحدد اليمين أو اليسار، وإشارة $y$ تحدد الأعلى أو الأسفل.',
            'The sign of $x$ tells right or left, the sign of $y$ up or down.',
          ),
          say(
            'نعد الأرباع من أعلى اليمين عكس اتجاه عقارب الساعة.',
            'Quadrants are counted from the upper right, anticlockwise.',
          ),
        ],
        steps: [
          say(
            `$x = ${num(x)}$ ${x > 0 ? 'موجب، فالنقطة إلى اليمين' : 'سالب، فالنقطة إلى اليسار'}، و$y = ${num(y)}$ ${y > 0 ? 'موجب، فهي إلى أعلى' : 'سالب، فهي إلى أسفل'}.`,
            `$x = ${num(x)}$ is ${x > 0 ? 'positive, so the point is to the right' : 'negative, so the point is to the left'}; $y = ${num(y)}$ is ${y > 0 ? 'positive, so it is above' : 'negative, so it is below'}.`,
          ),
          say(`فهي في الربع ${right['ar']}.`, `So it lies in ${right['en']} quadrant.`),
        ],
        figure: { kind: 'plot', points: [[x, y]] },
      }
    }),
    exercise('read_point', 1, (random) => {
      const x = random.whole(2, 8) * random.pick([1, -1])
      const y = (Math.abs(x) === 8 ? 5 : Math.abs(x) + random.whole(1, 9 - Math.abs(x))) * random.pick([1, -1])
      return {
        prompt: say('ما إحداثيا النقطة المرسومة؟', 'What are the coordinates of the point shown?'),
        answer: choiceOf(random, point(x, y), [point(y, x), point(-x, y), point(x, -y)]),
        hints: [
          say(
            'نقرأ الإحداثي الأفقي $x$ أولًا، ثم الرأسي $y$.',
            'Read the horizontal coordinate $x$ first, then the vertical $y$.',
          ),
          say(`الإحداثي الأفقي هو $${num(x)}$.`, `The horizontal coordinate is $${num(x)}$.`),
        ],
        steps: [
          say(
            `$x = ${num(x)}$ على المحور الأفقي، و$y = ${num(y)}$ على المحور الرأسي.`,
            `$x = ${num(x)}$ on the horizontal axis and $y = ${num(y)}$ on the vertical one.`,
          ),
          say(`النقطة هي $${point(x, y)}$.`, `The point is $${point(x, y)}$.`),
        ],
        figure: { kind: 'plot', points: [[x, y]] },
      }
    }),
    exercise('distance', 2, (random) => {
      const [x1, x2, y] = [-random.whole(2, 8), random.whole(2, 8), random.whole(1, 6)]
      const flat = random.pick([true, false])
      const [from, to] = flat ? [point(x1, y), point(x2, y)] : [point(y, x1), point(y, x2)]
      return {
        prompt: say(
          `كم وحدة طول بين النقطتين $${from}$ و$${to}$؟`,
          `How many units apart are the points $${from}$ and $${to}$?`,
        ),
        answer: whole(x2 - x1),
        hints: [
          say('أيُّ الإحداثيين متساوٍ في النقطتين؟', 'Which coordinate do the two points share?'),
          say(
            `البعد هو الفرق بين $${x2}$ و$${num(x1)}$.`,
            `The distance is the difference between $${x2}$ and $${num(x1)}$.`,
          ),
        ],
        steps: [
          flat
            ? say(`قيمة $y$ واحدة، فنحسب فرق قيمتي $x$.`, `$y$ is the same, so take the difference of the $x$ values.`)
            : say(`قيمة $x$ واحدة، فنحسب فرق قيمتي $y$.`, `$x$ is the same, so take the difference of the $y$ values.`),
          math(`${x2} − ${inside(x1)} = ${x2 - x1}`),
        ],
        figure: {
          kind: 'plot',
          points: flat
            ? [
                [x1, y],
                [x2, y],
              ]
            : [
                [y, x1],
                [y, x2],
              ],
        },
      }
    }),
    exercise('midpoint', 2, (random) => {
      const [mx, my] = [random.whole(-5, 5), random.whole(-5, 5)]
      const [dx, dy] = [random.whole(1, 4), random.whole(1, 4)]
      const [x1, y1, x2, y2] = [mx - dx, my - dy, mx + dx, my + dy]
      return {
        prompt: say(
          `ما الإحداثي $x$ لمنتصف القطعة المستقيمة بين $${point(x1, y1)}$ و$${point(x2, y2)}$؟`,
          `What is the $x$ coordinate of the midpoint of the segment from $${point(x1, y1)}$ to $${point(x2, y2)}$?`,
        ),
        answer: whole(mx),
        hints: [
          say('المنتصف هو متوسط الإحداثيين.', 'The midpoint is the average of the coordinates.'),
          say(
            `نجمع $${num(x1)}$ و$${num(x2)}$ ثم نقسم على $2$.`,
            `Add $${num(x1)}$ and $${num(x2)}$, then divide by $2$.`,
          ),
        ],
        steps: [
          say(
            `نجمع: $${num(x1)} + ${inside(x2)} = ${num(x1 + x2)}$.`,
            `Add: $${num(x1)} + ${inside(x2)} = ${num(x1 + x2)}$.`,
          ),
          say(
            `نقسم على $2$: $${num(x1 + x2)} ÷ 2 = ${num(mx)}$.`,
            `Divide by $2$: $${num(x1 + x2)} ÷ 2 = ${num(mx)}$.`,
          ),
        ],
        figure: {
          kind: 'plot',
          points: [
            [x1, y1],
            [x2, y2],
          ],
        },
      }
    }),
    exercise('reflection', 3, (random) => {
      const [x, y] = [random.whole(2, 6) * random.pick([1, -1]), random.whole(7, 9) * random.pick([1, -1])]
      const overX = random.pick([true, false])
      const right = overX ? point(x, -y) : point(-x, y)
      return {
        prompt: say(
          `ما صورة النقطة $${point(x, y)}$ بالانعكاس في ${overX ? 'المحور الأفقي ($x$)' : 'المحور الرأسي ($y$)'}؟`,
          `What is the image of $${point(x, y)}$ reflected in the ${overX ? 'horizontal ($x$)' : 'vertical ($y$)'} axis?`,
        ),
        answer: choiceOf(random, right, [overX ? point(-x, y) : point(x, -y), point(-x, -y), point(y, x)]),
        hints: [
          say(
            'الانعكاس كالمرآة: البعد عن المحور لا يتغير.',
            'A reflection is like a mirror: the distance from the axis stays.',
          ),
          overX
            ? say('في المحور الأفقي يبقى $x$ كما هو.', 'In the horizontal axis $x$ stays as it is.')
            : say('في المحور الرأسي يبقى $y$ كما هو.', 'In the vertical axis $y$ stays as it is.'),
          overX
            ? say('تتغير إشارة $y$ وحدها.', 'Only the sign of $y$ changes.')
            : say('تتغير إشارة $x$ وحدها.', 'Only the sign of $x$ changes.'),
        ],
        steps: [
          overX
            ? say(
                `يبقى $x = ${num(x)}$، ويصير $y = ${num(-y)}$.`,
                `$x = ${num(x)}$ stays, and $y$ becomes $${num(-y)}$.`,
              )
            : say(
                `يبقى $y = ${num(y)}$، ويصير $x = ${num(-x)}$.`,
                `$y = ${num(y)}$ stays, and $x$ becomes $${num(-x)}$.`,
              ),
          say(`الصورة هي $${right}$.`, `The image is $${right}$.`),
        ],
        figure: { kind: 'plot', points: [[x, y]] },
      }
    }),
  ],
}

export const line: Concept = {
  key: 'lines.slope',
  name: say('الميل والجزء المقطوع', 'Slope and intercept'),
  goal: say(
    'أجد ميل المستقيم والجزء الذي يقطعه من محور الصادات، وأكتب معادلته.',
    'I can find the slope and intercept of a line and write its equation.',
  ),
  needs: ['lines.coordinates', 'equations.two_step'],
  exercises: [
    exercise('slope_from_equation', 1, (random) => {
      const [m, c] = [random.whole(2, 9) * random.pick([1, -1]), random.whole(2, 12) * random.pick([1, -1])]
      const equation = `y = ${terms([m, 'x'], [c, ''])}`
      return {
        prompt: say(`ما ميل المستقيم $${equation}$؟`, `What is the slope of the line $${equation}$?`),
        answer: whole(m),
        hints: [
          say('في الصورة $y = mx + c$ الميل هو $m$.', 'In the form $y = mx + c$ the slope is $m$.'),
          say('الميل هو معامل $x$ بإشارته.', 'The slope is the coefficient of $x$, with its sign.'),
        ],
        steps: [
          say(`نقارن $${equation}$ بالصورة $y = mx + c$.`, `Compare $${equation}$ with $y = mx + c$.`),
          math(`m = ${num(m)}`),
        ],
      }
    }),
    exercise('slope_from_points', 2, (random) => {
      const [x1, y1] = [random.whole(-4, 3), random.whole(-4, 4)]
      const dx = random.whole(2, 5)
      const dy = random.pick([-6, -4, -3, -2, -1, 1, 2, 3, 4, 6])
      const [x2, y2] = [x1 + dx, y1 + dy]
      return {
        prompt: say(
          `ما ميل المستقيم المار بالنقطتين $${point(x1, y1)}$ و$${point(x2, y2)}$؟`,
          `What is the slope of the line through $${point(x1, y1)}$ and $${point(x2, y2)}$?`,
        ),
        answer: anyFraction(dy, dx),
        hints: [
          say(
            'الميل هو التغير الرأسي مقسومًا على التغير الأفقي.',
            'The slope is the vertical change divided by the horizontal change.',
          ),
          say(
            `التغير الرأسي $${num(y2)} − ${inside(y1)} = ${num(dy)}$، والأفقي $${num(x2)} − ${inside(x1)} = ${dx}$.`,
            `Vertical change $${num(y2)} − ${inside(y1)} = ${num(dy)}$, horizontal change $${num(x2)} − ${inside(x1)} = ${dx}$.`,
          ),
        ],
        steps: [
          say(
            `التغير الرأسي: $${num(y2)} − ${inside(y1)} = ${num(dy)}$، والتغير الأفقي: $${num(x2)} − ${inside(x1)} = ${dx}$.`,
            `Vertical change: $${num(y2)} − ${inside(y1)} = ${num(dy)}$; horizontal change: $${num(x2)} − ${inside(x1)} = ${dx}$.`,
          ),
          say(`الميل: $m = ${quotient(dy, dx)}$.`, `The slope: $m = ${quotient(dy, dx)}$.`),
        ],
        figure: {
          kind: 'plot',
          points: [
            [x1, y1],
            [x2, y2],
          ],
        },
      }
    }),
    exercise('intercept', 2, (random) => {
      const [a, b, c] = [random.whole(2, 6), random.whole(2, 4), random.whole(2, 6) * random.pick([1, -1])]
      const equation = `${a}x + ${b}y = ${num(b * c)}`
      return {
        prompt: say(
          `ما قيمة $y$ التي يقطع عندها المستقيم $${equation}$ المحور الرأسي؟`,
          `At which value of $y$ does the line $${equation}$ meet the vertical axis?`,
        ),
        answer: whole(c),
        hints: [
          say('على المحور الرأسي تكون $x = 0$.', 'On the vertical axis $x = 0$.'),
          say(`نضع $x = 0$: $${b}y = ${num(b * c)}$.`, `Put $x = 0$: $${b}y = ${num(b * c)}$.`),
        ],
        steps: [
          say(`نضع $x = 0$: $${b}y = ${num(b * c)}$.`, `Put $x = 0$: $${b}y = ${num(b * c)}$.`),
          say(`نقسم على $${b}$: $y = ${num(c)}$.`, `Divide by $${b}$: $y = ${num(c)}$.`),
        ],
      }
    }),
    exercise('equation_of_graph', 2, (random) => {
      const m = random.pick([2, 3, -2, -3])
      const c = random.pick([1, 4, -1, -4])
      const [right, swapped] = [terms([m, 'x'], [c, '']), terms([c, 'x'], [m, ''])]
      return {
        prompt: say('ما معادلة المستقيم المرسوم؟', 'What is the equation of the line shown?'),
        answer: choiceOf(random, `y = ${right}`, [
          `y = ${terms([-m, 'x'], [c, ''])}`,
          `y = ${swapped}`,
          `y = ${terms([m, 'x'], [-c, ''])}`,
        ]),
        hints: [
          say('أين يقطع المستقيم المحور الرأسي؟', 'Where does the line meet the vertical axis?'),
          say(
            `يقطعه عند $${num(c)}$؛ وكلما زادت $x$ بمقدار $1$ تغيرت $y$ بمقدار $${num(m)}$.`,
            `It meets it at $${num(c)}$; whenever $x$ grows by $1$, $y$ changes by $${num(m)}$.`,
          ),
        ],
        steps: [
          say(
            `يقطع المحور الرأسي عند $${num(c)}$، وميله $${num(m)}$.`,
            `It meets the vertical axis at $${num(c)}$, and its slope is $${num(m)}$.`,
          ),
          say(`المعادلة: $y = ${right}$.`, `The equation: $y = ${right}$.`),
        ],
        figure: {
          kind: 'plot',
          points: [
            [0, c],
            [1, m + c],
          ],
          line: { slope: m, intercept: c },
        },
      }
    }),
    exercise('point_on_line', 1, (random) => {
      const [m, c, x] = [
        random.whole(2, 6) * random.pick([1, -1]),
        random.whole(2, 9) * random.pick([1, -1]),
        random.whole(2, 6),
      ]
      const y = m * x + c
      return {
        prompt: say(
          `تقع النقطة $(${x}, k)$ على المستقيم $y = ${terms([m, 'x'], [c, ''])}$. ما قيمة $k$؟`,
          `The point $(${x}, k)$ lies on the line $y = ${terms([m, 'x'], [c, ''])}$. What is $k$?`,
        ),
        answer: whole(y),
        hints: [
          say(
            'إحداثيات النقطة تحقق معادلة المستقيم.',
            'The coordinates of the point satisfy the equation of the line.',
          ),
          say(`نضع $x = ${x}$ في المعادلة.`, `Put $x = ${x}$ into the equation.`),
        ],
        steps: [
          say(`نعوّض: $k = ${num(m)} × ${x}${plus(c)}$.`, `Substitute: $k = ${num(m)} × ${x}${plus(c)}$.`),
          math(`k = ${num(m * x)}${plus(c)} = ${num(y)}`),
        ],
      }
    }),
    exercise('slope_of_standard_form', 3, (random) => {
      const [a, b] = [random.whole(1, 9), random.whole(2, 9)]
      const [p, c] = [a * random.pick([1, -1]), random.whole(2, 20)]
      const equation = `${terms([p, 'x'], [b, 'y'])} = ${c}`
      return {
        prompt: say(
          `ما ميل المستقيم $${equation}$ في أبسط صورة؟`,
          `What is the slope of the line $${equation}$, in lowest terms?`,
        ),
        answer: fraction(-p, b),
        hints: [
          say('نكتب المعادلة أولًا في الصورة $y = mx + c$.', 'First write the equation in the form $y = mx + c$.'),
          say(
            `$${terms([b, 'y'])} = ${terms([-p, 'x'], [c, ''])}$`,
            `$${terms([b, 'y'])} = ${terms([-p, 'x'], [c, ''])}$`,
          ),
          say(`نقسم معامل $x$ وهو $${num(-p)}$ على $${b}$.`, `Divide the coefficient of $x$, $${num(-p)}$, by $${b}$.`),
        ],
        steps: [
          say(
            `ننقل حد $x$: $${b}y = ${terms([-p, 'x'], [c, ''])}$.`,
            `Move the $x$ term: $${b}y = ${terms([-p, 'x'], [c, ''])}$.`,
          ),
          say(
            `نقسم على $${b}$، فالميل $m = ${quotient(-p, b)}$.`,
            `Divide by $${b}$; the slope is $m = ${quotient(-p, b)}$.`,
          ),
        ],
      }
    }),
  ],
}

/** A quotient as a fraction, and reduced where it can be. */
function quotient(top: number, bottom: number): string {
  const sign = top < 0 ? '−' : ''
  const text = `${sign}{${Math.abs(top)}/${bottom}}`
  return gcd(top, bottom) === 1 ? text : `${text} = ${reduced(top, bottom)}`
}
