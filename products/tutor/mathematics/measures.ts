/** Perimeter and area of plane figures, and the circle. */
import type { Concept } from '../../../modules/learning/api.ts'
import { choiceOf, counted, decimal, exercise, fixed, math, NOUNS, say, whole } from './writing.ts'

export const area: Concept = {
  key: 'measures.area',
  name: say('المحيط والمساحة', 'Perimeter and area'),
  goal: say(
    'أحسب محيط ومساحة المستطيل والمثلث ومتوازي الأضلاع وشبه المنحرف.',
    'I can find the perimeter and area of rectangles, triangles, parallelograms and trapeziums.',
  ),
  needs: ['integers.order'],
  exercises: [
    exercise('rectangle_area', 1, (random) => {
      const [width, height] = [random.whole(7, 20), random.whole(3, 6)]
      return {
        prompt: say(
          `مستطيل طوله $${width}$ سم وعرضه $${height}$ سم. كم سنتيمترًا مربعًا مساحته؟`,
          `A rectangle is $${width}$ cm long and $${height}$ cm wide. What is its area in square centimetres?`,
        ),
        answer: whole(width * height),
        hints: [
          say('المساحة تقيس ما بداخل الشكل.', 'The area measures what is inside the shape.'),
          say(`نضرب الطول في العرض: $${width} × ${height}$.`, `Multiply length by width: $${width} × ${height}$.`),
        ],
        steps: [
          say('مساحة المستطيل هي الطول في العرض.', 'The area of a rectangle is its length times its width.'),
          math(`${width} × ${height} = ${width * height}`),
        ],
        figure: { kind: 'rectangle', width, height, unit: 'cm' },
      }
    }),
    exercise('rectangle_perimeter', 1, (random) => {
      const [width, height] = [random.whole(7, 25), random.whole(3, 6)]
      const half = width + height
      return {
        prompt: say(
          `مستطيل طوله $${width}$ م وعرضه $${height}$ م. كم مترًا محيطه؟`,
          `A rectangle is $${width}$ m long and $${height}$ m wide. How many metres is its perimeter?`,
        ),
        answer: whole(2 * half),
        hints: [
          say('المحيط هو الطريق كله حول الشكل.', 'The perimeter is the whole way round the shape.'),
          say(`الطول والعرض معًا $${half}$؛ نضربه في $2$.`, `Length and width together are $${half}$; multiply by $2$.`),
        ],
        steps: [
          say(
            `الطول والعرض معًا: $${width} + ${height} = ${half}$.`,
            `Length and width together: $${width} + ${height} = ${half}$.`,
          ),
          say(`المحيط: $2 × ${half} = ${2 * half}$.`, `The perimeter: $2 × ${half} = ${2 * half}$.`),
        ],
        figure: { kind: 'rectangle', width, height, unit: 'm' },
      }
    }),
    exercise('triangle_area', 2, (random) => {
      const [base, height] = [random.whole(3, 12) * 2, random.whole(3, 15)]
      return {
        prompt: say(
          `مثلث طول قاعدته $${base}$ سم وارتفاعه $${height}$ سم. كم سنتيمترًا مربعًا مساحته؟`,
          `A triangle has a base of $${base}$ cm and a height of $${height}$ cm. What is its area in square centimetres?`,
        ),
        answer: whole((base * height) / 2),
        hints: [
          say(
            'المثلث نصف متوازي أضلاع له القاعدة والارتفاع نفسهما.',
            'A triangle is half a parallelogram with the same base and height.',
          ),
          say(`نحسب $${base} × ${height} ÷ 2$.`, `Work out $${base} × ${height} ÷ 2$.`),
        ],
        steps: [
          say('مساحة المثلث نصف حاصل ضرب القاعدة في الارتفاع.', 'The area of a triangle is half of base times height.'),
          math(`${base} × ${height} ÷ 2 = ${base * height} ÷ 2 = ${(base * height) / 2}`),
        ],
      }
    }),
    exercise('missing_side', 2, (random) => {
      const [width, height] = [random.whole(4, 15), random.whole(3, 12)]
      return {
        prompt: say(
          `مساحة متوازي أضلاع $${width * height}$ سم²، وطول قاعدته $${width}$ سم. كم سنتيمترًا ارتفاعه؟`,
          `A parallelogram has an area of $${width * height}$ cm² and a base of $${width}$ cm. How many centimetres is its height?`,
        ),
        answer: whole(height),
        hints: [
          say('مساحة متوازي الأضلاع هي القاعدة في الارتفاع.', 'The area of a parallelogram is base times height.'),
          say(`$${width} × x = ${width * height}$`, `$${width} × x = ${width * height}$`),
        ],
        steps: [
          say(
            `نسمي الارتفاع $x$: $${width} × x = ${width * height}$.`,
            `Call the height $x$: $${width} × x = ${width * height}$.`,
          ),
          say(
            `نقسم: $x = ${width * height} ÷ ${width} = ${height}$.`,
            `Divide: $x = ${width * height} ÷ ${width} = ${height}$.`,
          ),
        ],
      }
    }),
    exercise('pitch', 2, (random) => {
      const [length, width, rounds] = [random.whole(9, 11) * 10, random.whole(5, 7) * 10, random.whole(3, 6)]
      const perimeter = 2 * (length + width)
      return {
        prompt: say(
          `ملعب كرة قدم مستطيل طوله $${length}$ م وعرضه $${width}$ م. جرت اللاعبة حول الملعب ${counted(rounds, NOUNS.time)}. كم مترًا جرت؟`,
          `A football pitch is a rectangle $${length}$ m long and $${width}$ m wide. A player runs around it $${rounds}$ times. How many metres does she run?`,
        ),
        answer: whole(perimeter * rounds),
        hints: [
          say('الدورة الواحدة هي محيط الملعب.', 'One round is the perimeter of the pitch.'),
          say(
            `المحيط: $2 × (${length} + ${width}) = ${perimeter}$.`,
            `The perimeter: $2 × (${length} + ${width}) = ${perimeter}$.`,
          ),
        ],
        steps: [
          say(
            `المحيط: $2 × (${length} + ${width}) = ${perimeter}$.`,
            `The perimeter: $2 × (${length} + ${width}) = ${perimeter}$.`,
          ),
          say(
            `المسافة كلها: $${perimeter} × ${rounds} = ${perimeter * rounds}$.`,
            `The whole distance: $${perimeter} × ${rounds} = ${perimeter * rounds}$.`,
          ),
        ],
        figure: { kind: 'rectangle', width: length, height: width, unit: 'm' },
      }
    }),
    exercise('trapezium', 3, (random) => {
      // Equal sides would make it a parallelogram.
      const b = random.whole(5, 12) * 2
      const a = random.pick([6, 8, 10, 12, 14, 16, 18].filter((side) => side !== b))
      const h = random.whole(3, 10)
      return {
        prompt: say(
          `شبه منحرف طولا قاعدتيه المتوازيتين $${a}$ سم و$${b}$ سم، وارتفاعه $${h}$ سم. كم سنتيمترًا مربعًا مساحته؟`,
          `A trapezium has parallel sides of $${a}$ cm and $${b}$ cm and a height of $${h}$ cm. What is its area in square centimetres?`,
        ),
        answer: whole(((a + b) / 2) * h),
        hints: [
          say('نأخذ متوسط القاعدتين المتوازيتين.', 'Take the average of the parallel sides.'),
          say(`المتوسط: $(${a} + ${b}) ÷ 2 = ${(a + b) / 2}$.`, `The average: $(${a} + ${b}) ÷ 2 = ${(a + b) / 2}$.`),
          say(`نضرب $${(a + b) / 2}$ في الارتفاع $${h}$.`, `Multiply $${(a + b) / 2}$ by the height $${h}$.`),
        ],
        steps: [
          say(
            `متوسط القاعدتين: $(${a} + ${b}) ÷ 2 = ${(a + b) / 2}$.`,
            `The average of the parallel sides: $(${a} + ${b}) ÷ 2 = ${(a + b) / 2}$.`,
          ),
          say(
            `المساحة: $${(a + b) / 2} × ${h} = ${((a + b) / 2) * h}$.`,
            `The area: $${(a + b) / 2} × ${h} = ${((a + b) / 2) * h}$.`,
          ),
        ],
      }
    }),
    exercise('path', 3, (random) => {
      const [width, height] = [random.whole(12, 25), random.whole(8, 11)]
      const [pool, side] = [random.whole(5, 8), random.whole(3, 4)]
      return {
        prompt: say(
          `حديقة مستطيلة طولها $${width}$ م وعرضها $${height}$ م، وفيها حوض ماء مستطيل طوله $${pool}$ م وعرضه $${side}$ م. كم مترًا مربعًا مساحة الجزء الباقي؟`,
          `A rectangular garden is $${width}$ m by $${height}$ m and contains a rectangular pool of $${pool}$ m by $${side}$ m. How many square metres are left?`,
        ),
        answer: whole(width * height - pool * side),
        hints: [
          say('الباقي هو الحديقة كلها بدون الحوض.', 'What is left is the whole garden without the pool.'),
          say(
            `مساحة الحديقة $${width} × ${height} = ${width * height}$.`,
            `The garden: $${width} × ${height} = ${width * height}$.`,
          ),
          say(`مساحة الحوض $${pool} × ${side} = ${pool * side}$.`, `The pool: $${pool} × ${side} = ${pool * side}$.`),
        ],
        steps: [
          say(
            `الحديقة: $${width} × ${height} = ${width * height}$، والحوض: $${pool} × ${side} = ${pool * side}$.`,
            `The garden: $${width} × ${height} = ${width * height}$; the pool: $${pool} × ${side} = ${pool * side}$.`,
          ),
          say(
            `الباقي: $${width * height} − ${pool * side} = ${width * height - pool * side}$.`,
            `What is left: $${width * height} − ${pool * side} = ${width * height - pool * side}$.`,
          ),
        ],
      }
    }),
  ],
}

export const circle: Concept = {
  key: 'measures.circle',
  name: say('الدائرة', 'The circle'),
  goal: say('أحسب محيط الدائرة ومساحتها وقطرها.', 'I can find the circumference, area and diameter of a circle.'),
  needs: ['measures.area', 'decimals.operations', 'powers.laws'],
  exercises: [
    exercise('circumference', 1, (random) => {
      const k = random.whole(1, 8)
      const diameter = 7 * k
      return {
        prompt: say(
          `دائرة طول قطرها $${diameter}$ سم. كم سنتيمترًا محيطها؟ ($π = {22/7}$)`,
          `A circle has a diameter of $${diameter}$ cm. How many centimetres is its circumference? ($π = {22/7}$)`,
        ),
        answer: whole(22 * k),
        hints: [
          say('محيط الدائرة هو $π$ في طول القطر.', 'The circumference is $π$ times the diameter.'),
          say(
            `$${`{22/7}`} × ${diameter}$؛ نقسم $${diameter}$ على $7$ أولًا.`,
            `$${`{22/7}`} × ${diameter}$; divide $${diameter}$ by $7$ first.`,
          ),
        ],
        steps: [
          say('المحيط هو $π$ في طول القطر.', 'The circumference is $π$ times the diameter.'),
          math(`{22/7} × ${diameter} = 22 × ${k} = ${22 * k}`),
        ],
      }
    }),
    exercise('area', 2, (random) => {
      const k = random.whole(1, 4)
      const radius = 7 * k
      return {
        prompt: say(
          `دائرة طول نصف قطرها $${radius}$ سم. كم سنتيمترًا مربعًا مساحتها؟ ($π = {22/7}$)`,
          `A circle has a radius of $${radius}$ cm. What is its area in square centimetres? ($π = {22/7}$)`,
        ),
        answer: whole(154 * k * k),
        hints: [
          say('مساحة الدائرة هي $π$ في مربع نصف القطر.', 'The area of a circle is $π$ times the square of the radius.'),
          say(
            `$${radius}^{2} = ${radius * radius}$؛ نقسمه على $7$ ثم نضرب في $22$.`,
            `$${radius}^{2} = ${radius * radius}$; divide it by $7$, then multiply by $22$.`,
          ),
        ],
        steps: [
          say(
            `مربع نصف القطر: $${radius}^{2} = ${radius * radius}$.`,
            `The square of the radius: $${radius}^{2} = ${radius * radius}$.`,
          ),
          math(`{22/7} × ${radius * radius} = 22 × ${7 * k * k} = ${154 * k * k}`),
        ],
      }
    }),
    exercise('area_with_decimals', 2, (random) => {
      const radius = random.whole(5, 20)
      const [square, scaled] = [radius * radius, 314 * radius * radius]
      return {
        prompt: say(
          `سجادة دائرية طول نصف قطرها $${radius}$ دسم. كم ديسيمترًا مربعًا مساحتها؟ ($π = 3.14$)`,
          `A round carpet has a radius of $${radius}$ dm. What is its area in square decimetres? ($π = 3.14$)`,
        ),
        answer: decimal(scaled, 2),
        hints: [
          say('مساحة الدائرة هي $π$ في مربع نصف القطر.', 'The area of a circle is $π$ times the square of the radius.'),
          say(`$${radius}^{2} = ${square}$؛ نضربه في $3.14$.`, `$${radius}^{2} = ${square}$; multiply it by $3.14$.`),
        ],
        steps: [
          say(`مربع نصف القطر: $${radius}^{2} = ${square}$.`, `The square of the radius: $${radius}^{2} = ${square}$.`),
          say(
            `المساحة: $3.14 × ${square} = ${fixed(scaled, 2)}$.`,
            `The area: $3.14 × ${square} = ${fixed(scaled, 2)}$.`,
          ),
        ],
      }
    }),
    exercise('with_decimals', 2, (random) => {
      const radius = random.whole(3, 20)
      const scaled = 628 * radius
      return {
        prompt: say(
          `بركة دائرية طول نصف قطرها $${radius}$ م. كم مترًا محيطها؟ ($π = 3.14$)`,
          `A round pond has a radius of $${radius}$ m. How many metres is its circumference? ($π = 3.14$)`,
        ),
        answer: decimal(scaled, 2),
        hints: [
          say('القطر ضعف نصف القطر.', 'The diameter is twice the radius.'),
          say(
            `القطر $2 × ${radius} = ${2 * radius}$؛ نضربه في $3.14$.`,
            `The diameter is $2 × ${radius} = ${2 * radius}$; multiply it by $3.14$.`,
          ),
        ],
        steps: [
          say(`القطر: $2 × ${radius} = ${2 * radius}$.`, `The diameter: $2 × ${radius} = ${2 * radius}$.`),
          say(
            `المحيط: $3.14 × ${2 * radius} = ${fixed(scaled, 2)}$.`,
            `The circumference: $3.14 × ${2 * radius} = ${fixed(scaled, 2)}$.`,
          ),
        ],
      }
    }),
    exercise('radius_from_circumference', 2, (random) => {
      const k = random.whole(1, 9)
      const around = 44 * k
      return {
        prompt: say(
          `محيط دائرة $${around}$ سم. كم سنتيمترًا طول نصف قطرها؟ ($π = {22/7}$)`,
          `The circumference of a circle is $${around}$ cm. How many centimetres is its radius? ($π = {22/7}$)`,
        ),
        answer: whole(7 * k),
        hints: [
          say('نجد القطر أولًا بالقسمة على $π$.', 'First find the diameter by dividing by $π$.'),
          say(`القطر: $${around} × {7/22} = ${14 * k}$.`, `The diameter: $${around} × {7/22} = ${14 * k}$.`),
        ],
        steps: [
          say(
            `القطر: $${around} ÷ {22/7} = ${around} × {7/22} = ${14 * k}$.`,
            `The diameter: $${around} ÷ {22/7} = ${around} × {7/22} = ${14 * k}$.`,
          ),
          say(`نصف القطر: $${14 * k} ÷ 2 = ${7 * k}$.`, `The radius: $${14 * k} ÷ 2 = ${7 * k}$.`),
        ],
      }
    }),
    exercise('area_formula', 1, (random) => {
      const radius = random.whole(3, 15)
      return {
        prompt: say(
          `أيُّ مقدار يعطي مساحة دائرة طول نصف قطرها $${radius}$ سم؟`,
          `Which expression gives the area of a circle with a radius of $${radius}$ cm?`,
        ),
        answer: choiceOf(random, `π × ${radius}^{2}`, [`2 × π × ${radius}`, `π × ${2 * radius}^{2}`, `π × ${radius}`]),
        hints: [
          say('المساحة تُقاس بوحدات مربعة.', 'An area is measured in square units.'),
          say('نضرب $π$ في مربع نصف القطر.', 'Multiply $π$ by the square of the radius.'),
        ],
        steps: [
          say(
            `مساحة الدائرة $πr^{2}$، وهنا $r = ${radius}$.`,
            `The area of a circle is $πr^{2}$, and here $r = ${radius}$.`,
          ),
          say(`المقدار هو $π × ${radius}^{2}$.`, `The expression is $π × ${radius}^{2}$.`),
        ],
      }
    }),
    exercise('wheel', 3, (random) => {
      const k = random.pick([3, 4, 5])
      const turns = random.pick([50, 100, 200])
      const metres = (22 * k * turns) / 100
      return {
        prompt: say(
          `عجلة دراجة طول قطرها $${7 * k}$ سم. كم مترًا تقطع الدراجة إذا دارت العجلة ${counted(turns, NOUNS.turn)} كاملة؟ ($π = {22/7}$)`,
          `A bicycle wheel has a diameter of $${7 * k}$ cm. How many metres does the bicycle travel when the wheel makes $${turns}$ full turns? ($π = {22/7}$)`,
        ),
        answer: whole(metres),
        hints: [
          say(
            'في كل دورة تقطع الدراجة مسافة تساوي محيط العجلة.',
            'In each turn the bicycle travels the circumference of the wheel.',
          ),
          say(
            `المحيط: $${`{22/7}`} × ${7 * k} = ${22 * k}$ سم.`,
            `The circumference: $${`{22/7}`} × ${7 * k} = ${22 * k}$ cm.`,
          ),
          say(
            `المسافة بالسنتيمتر $${22 * k} × ${turns}$؛ نقسمها على $100$ لنحصل على الأمتار.`,
            `The distance in centimetres is $${22 * k} × ${turns}$; divide by $100$ for metres.`,
          ),
        ],
        steps: [
          say(
            `المحيط: $${`{22/7}`} × ${7 * k} = ${22 * k}$ سم.`,
            `The circumference: $${`{22/7}`} × ${7 * k} = ${22 * k}$ cm.`,
          ),
          say(
            `المسافة: $${22 * k} × ${turns} = ${22 * k * turns}$ سم.`,
            `The distance: $${22 * k} × ${turns} = ${22 * k * turns}$ cm.`,
          ),
          say(`بالأمتار: $${22 * k * turns} ÷ 100 = ${metres}$.`, `In metres: $${22 * k * turns} ÷ 100 = ${metres}$.`),
        ],
      }
    }),
  ],
}
