/**
 * How each exercise of mathematics is checked: from what the learner reads, by another way than the one that made the answer,
 * such as by putting it in, by counting, or by trying every candidate. The keys are the stable keys of the course; one that
 * changes orphans the answers given to it.
 */
import {
  bothSolve,
  choice,
  claim,
  common,
  computes,
  dice,
  dividing,
  greatest,
  middle,
  number,
  point,
  ratio,
  sameAs,
  sameSolutions,
  slopeOf,
  solves,
  type Check,
  upTo,
  values,
} from './checking.ts'
import { holds, near, numbersIn, same, value } from './formula.ts'

export const CHECKS: Readonly<Record<string, Check>> = {
  'integers.add/same_sign': computes,
  'integers.add/different_signs': computes,
  'integers.add/subtract_negative': computes,
  'integers.add/temperature': number((answer, { n: [dawn, rise] }) => answer - rise! === dawn),
  'integers.add/greatest': greatest,
  'integers.add/chain': computes,
  'integers.add/lift': number((answer, { n: [start, down, up] }) => answer - up! + down! === start),

  'integers.multiply/product': computes,
  'integers.multiply/quotient': computes,
  'integers.multiply/three_factors': computes,
  'integers.multiply/sign_of_product': choice(
    (_, { n }, text) => text === ((-1) ** n[0]! > 0 ? 'positive' : 'negative'),
  ),
  'integers.multiply/diver': number((answer, { n: [speed, minutes] }) => answer / minutes! === -speed!),
  'integers.multiply/find_factor': number((answer, { n: [factor, product] }) => factor! * answer === product),

  'integers.order/multiply_first': computes,
  'integers.order/brackets': computes,
  'integers.order/left_to_right': computes,
  'integers.order/power': computes,
  'integers.order/nested': computes,
  'integers.order/bill': choice((formula, { n: [dishes, dish, juices, juice] }) => {
    const prices = [...upTo(dishes!).map(() => dish!), ...upTo(juices!).map(() => juice!)]
    return value(formula) === prices.reduce((total, one) => total + one)
  }),

  'numbers.divisibility/divisible': choice((formula, { n }) => value(formula) % n[0]! === 0),
  'numbers.divisibility/factors': values(({ n }) => upTo(n[0]!).filter((d) => n[0]! % d === 0)),
  'numbers.divisibility/prime': choice(
    (formula) => upTo(value(formula)).filter((d) => value(formula) % d === 0).length === 2,
  ),
  'numbers.divisibility/gcd': number((answer, { n: [a, b] }) => answer === dividing(a!, b!)),
  'numbers.divisibility/lcm': number((answer, { n: [a, b] }) => answer === common(a!, b!)),
  'numbers.divisibility/bags': number((answer, { n: [a, b] }) => answer === dividing(a!, b!)),
  'numbers.divisibility/buses': number((answer, { n: [a, b] }) => answer === common(a!, b!)),

  'fractions.equivalent/fill': solves,
  'fractions.equivalent/simplify': computes,
  'fractions.equivalent/bar': number(
    (answer, { figure, n: [parts, filled] }) =>
      figure?.kind === 'bar' && figure.parts === parts && figure.filled === filled && near(answer * parts!, filled!),
  ),
  'fractions.equivalent/compare': choice(
    (formula, { v: [one, two] }, text) =>
      text !== 'they are equal' && one !== two && near(value(formula), Math.max(one!, two!)),
  ),
  'fractions.equivalent/which_equals': choice((formula, { v }) => near(value(formula), v[0]!)),
  'fractions.equivalent/hour': number((answer, { n: [minutes] }) => near(answer * 60, minutes!)),

  'fractions.add_like/add': computes,
  'fractions.add_like/subtract': computes,
  'fractions.add_like/pizza': number((answer, { v: [one, two] }) => near(answer + one! + two!, 1)),
  'fractions.add_like/three_terms': computes,
  'fractions.add_like/missing': solves,

  'fractions.add_unlike/common_denominator': number((answer, { n }) => answer === common(n[1]!, n[3]!)),
  'fractions.add_unlike/one_divides': computes,
  'fractions.add_unlike/add': computes,
  'fractions.add_unlike/subtract': computes,
  'fractions.add_unlike/walk': number((answer, { v: [one, two] }) => near(answer - two!, one!)),
  'fractions.add_unlike/three_fractions': computes,

  'fractions.multiply/of_number': number((answer, { v: [part, all] }) => near(answer / all!, part!)),
  'fractions.multiply/product': computes,
  'fractions.multiply/cancel': computes,
  'fractions.multiply/recipe': number((answer, { v: [each, trays] }) => near(answer / trays!, each!)),
  'fractions.multiply/spent': number((answer, { v: [all, part] }) => near(1 - answer / all!, part!)),
  'fractions.multiply/part_of_part': number((answer, { v: [one, two] }) => near(answer / one!, two!)),

  'fractions.divide/reciprocal': choice((formula, { v }) => near(value(formula) * v[0]!, 1)),
  'fractions.divide/by_whole': computes,
  'fractions.divide/quotient': computes,
  'fractions.divide/glasses': number((answer, { v: [litres, glass] }) => near(answer * glass!, litres!)),
  'fractions.divide/divide_and_multiply': computes,

  'decimals.operations/add': computes,
  'decimals.operations/multiply': computes,
  'decimals.operations/by_power_of_ten': computes,
  'decimals.operations/to_fraction': computes,
  'decimals.operations/change': number((answer, { n: [count, price, paid] }) => near(answer + count! * price!, paid!)),
  'decimals.operations/divide': computes,
  'decimals.operations/greatest': greatest,

  'percentages.of/of_amount': number((answer, { v: [part, all] }) => near(answer / all!, part!)),
  'percentages.of/to_fraction': computes,
  'percentages.of/as_percent': number((answer, { n: [right, all] }) => near((answer / 100) * all!, right!)),
  'percentages.of/students': number((answer, { v: [all, metro] }) => near(answer / all!, 1 - metro!)),
  'percentages.of/bar': number(
    (answer, { figure }) => figure?.kind === 'bar' && near((answer * figure.parts) / 100, figure.filled),
  ),
  'percentages.of/find_whole': number((answer, { v: [part, some] }) => near(answer * part!, some!)),

  'percentages.change/discount': number((answer, { v: [price, part] }) => near(answer / price!, part!)),
  'percentages.change/price_after_discount': number((answer, { v: [price, part] }) => near(answer / price!, 1 - part!)),
  'percentages.change/increase': number((answer, { v: [from, part] }) => near(answer / from!, 1 + part!)),
  'percentages.change/percent_change': number((answer, { n: [from, to] }) => near(from! * (1 + answer / 100), to!)),
  'percentages.change/with_tax': number((answer, { v: [price, part] }) => near(answer / price!, 1 + part!)),
  'percentages.change/before_discount': number((answer, { v: [part, paid] }) => near(answer * (1 - part!), paid!)),

  'ratios.ratio/simplify': choice((formula, { f }) => {
    const [[a, b], [p, q]] = [ratio(f[0]!), ratio(formula)]
    return a * q === b * p && dividing(p, q) === 1
  }),
  'ratios.ratio/part_of_whole': number((answer, { f }) =>
    near(answer / (1 - answer), ratio(f[0]!)[0] / ratio(f[0]!)[1]),
  ),
  'ratios.ratio/share': number((answer, { n: [all, q, p] }) => near(answer * p!, (all! - answer) * q!)),
  'ratios.ratio/other_part': number((answer, { n: [p, q, used] }) => near(used! * q!, answer * p!)),
  'ratios.ratio/map': number((answer, { n: [, scale, measured] }) => near(answer * 1000 * 100, measured! * scale!)),

  'ratios.proportion/fourth_term': solves,
  'ratios.proportion/unit_price': number((answer, { n: [count, cost, wanted] }) =>
    near(answer * count!, cost! * wanted!),
  ),
  'ratios.proportion/koshary': number((answer, { n: [grams, people, more] }) => near(answer * people!, grams! * more!)),
  'ratios.proportion/train': number((answer, { n: [speed, minutes] }) => near(answer / (minutes! / 60), speed!)),
  'ratios.proportion/workers': number((answer, { n: [workers, days, more] }) => answer * more! === workers! * days!),

  'powers.laws/evaluate': computes,
  'powers.laws/negative_base': computes,
  'powers.laws/product_law': solves,
  'powers.laws/quotient_law': computes,
  'powers.laws/power_of_power': solves,

  'powers.roots/square_root': computes,
  'powers.roots/side_of_square': number((answer, { n }) => answer * answer === n[0]),
  'powers.roots/between': choice((_, { n }, text) => {
    const [low, high] = numbersIn(text) as [number, number]
    return low < Math.sqrt(n[0]!) && Math.sqrt(n[0]!) < high
  }),
  'powers.roots/cube_root': number((answer, { n }) => answer * answer * answer === n[0]),
  'powers.roots/sum_of_roots': computes,
  'powers.roots/root_of_expression': computes,

  'algebra.substitute/linear': number((answer, { f, n }) => near(value(f[0]!, { x: n.at(-1)! }), answer)),
  'algebra.substitute/negative_value': number((answer, { f, n }) => near(value(f[0]!, { x: n.at(-1)! }), answer)),
  'algebra.substitute/two_letters': number((answer, { f, n }) =>
    near(value(f[0]!, { x: n.at(-2)!, y: n.at(-1)! }), answer),
  ),
  'algebra.substitute/taxi': number((answer, { f, n }) => near(value(f[0]!, { d: n.at(-1)! }), answer)),
  'algebra.substitute/square': number((answer, { f, n }) => near(value(f[0]!, { x: n.at(-1)! }), answer)),

  'algebra.collect/one_letter': sameAs,
  'algebra.collect/coefficient': number((answer, { f }) => near(value(f[0]!, { x: 7 }) / 7, answer)),
  'algebra.collect/two_letters': sameAs,
  'algebra.collect/subtract_bracket': sameAs,
  'algebra.collect/perimeter': choice((formula, { f: [length, width] }) =>
    same(formula, `${length} + ${width} + ${length} + ${width}`),
  ),

  'algebra.expand/distribute': sameAs,
  'algebra.expand/negative_factor': sameAs,
  'algebra.expand/constant_term': number((answer, { f }) => near(value(f[0]!, { x: 0 }), answer)),
  'algebra.expand/two_brackets': sameAs,
  'algebra.expand/square_of_sum': sameAs,
  'algebra.expand/bill': choice((formula, { f: [people, ticket, booklet] }) =>
    same(
      formula,
      upTo(Number(people))
        .map(() => `${ticket} + ${booklet}`)
        .join(' + '),
    ),
  ),

  'equations.one_step/add': solves,
  'equations.one_step/subtract': solves,
  'equations.one_step/multiply': solves,
  'equations.one_step/divide': solves,
  'equations.one_step/tickets': number((answer, { n: [paid, count] }) => answer * count! === paid),
  'equations.one_step/negative_coefficient': solves,

  'equations.two_step/product_and_sum': solves,
  'equations.two_step/negative_solution': solves,
  'equations.two_step/quotient_and_sum': solves,
  'equations.two_step/brackets': solves,
  'equations.two_step/taxi': number((answer, { n: [start, each, paid] }) => start! + each! * answer === paid),
  'equations.two_step/negative_coefficient': solves,

  'equations.both_sides/simple': solves,
  'equations.both_sides/usual': solves,
  'equations.both_sides/minus_on_one_side': solves,
  'equations.both_sides/brackets': solves,
  'equations.both_sides/phone_plans': number(
    (answer, { n: [start, each, more, less] }) => start! + each! * answer === more! + less! * answer,
  ),

  'inequalities.linear/add': sameSolutions,
  'inequalities.linear/is_solution': choice((formula, asked) => holds(claim(asked), { x: value(formula) })),
  'inequalities.linear/negative_coefficient': sameSolutions,
  'inequalities.linear/greatest_whole': number(
    (answer, asked) => holds(claim(asked), { x: answer }) && !holds(claim(asked), { x: answer + 1 }),
  ),
  'inequalities.linear/budget': number(
    (answer, { n: [budget, ride, price] }) =>
      ride! + price! * answer <= budget! && ride! + price! * (answer + 1) > budget!,
  ),
  'inequalities.linear/two_step': sameSolutions,

  'lines.coordinates/quadrant': choice((_, { f }, text) => {
    const [x, y] = point(f[0]!)
    const turn = (Math.atan2(y, x) * 2) / Math.PI
    return text === ['the first', 'the second', 'the third', 'the fourth'][Math.floor(turn < 0 ? turn + 4 : turn)]
  }),
  'lines.coordinates/read_point': choice(
    (formula, { figure }) => figure?.kind === 'plot' && String(point(formula)) === String(figure.points[0]),
  ),
  'lines.coordinates/distance': number((answer, { f }) => {
    const [[x1, y1], [x2, y2]] = [point(f[0]!), point(f[1]!)]
    return near(Math.hypot(x1 - x2, y1 - y2), answer)
  }),
  'lines.coordinates/midpoint': number((answer, { f }) => {
    const [[x1], [x2]] = [point(f[1]!), point(f[2]!)]
    return answer - x1 === x2 - answer
  }),
  'lines.coordinates/reflection': choice((formula, { f, prompt }) => {
    const [[x, y], [u, w]] = [point(f[0]!), point(formula)]
    return prompt.includes('horizontal') ? u === x && w + y === 0 : w === y && u + x === 0
  }),

  'lines.slope/slope_from_equation': number((answer, asked) => near(slopeOf(claim(asked)), answer)),
  'lines.slope/slope_from_points': number((answer, { f }) => {
    const [[x1, y1], [x2, y2]] = [point(f[0]!), point(f[1]!)]
    return near(y1 + answer * (x2 - x1), y2)
  }),
  'lines.slope/intercept': number((answer, asked) => holds(claim(asked), { x: 0, y: answer })),
  'lines.slope/equation_of_graph': choice(
    (formula, { figure }) =>
      figure?.kind === 'plot' &&
      figure.points.every(([x, y]) => holds(formula, { x, y })) &&
      near(slopeOf(formula), figure.line!.slope),
  ),
  'lines.slope/point_on_line': number((answer, asked) => holds(claim(asked), { x: asked.n[0]!, y: answer })),
  'lines.slope/slope_of_standard_form': number((answer, asked) => near(slopeOf(claim(asked)), answer)),

  'quadratics.factorise/common_factor': sameAs,
  'quadratics.factorise/difference_of_squares': sameAs,
  'quadratics.factorise/trinomial': sameAs,
  'quadratics.factorise/solve_square': bothSolve,
  'quadratics.factorise/roots': bothSolve,
  'quadratics.factorise/roots_of_unlike_signs': bothSolve,
  'quadratics.factorise/garden': number(
    (answer, { n: [area, more] }) => answer > 0 && answer * (answer + more!) === area,
  ),

  'geometry.angles/complement': number((answer, { n }) => answer + n[0]! === 90 && answer > 0),
  'geometry.angles/supplement': number((answer, { n }) => answer + n[0]! === 180 && answer > 0),
  'geometry.angles/around_point': number((answer, { n: [a, b] }) => answer + a! + b! === 360 && answer > 0),
  'geometry.angles/parallel': number((answer, { n, prompt }) =>
    prompt.includes('alternate') ? answer === n[0] : answer + n[0]! === 180,
  ),
  'geometry.angles/opposite': number((answer, { f: [one, two] }) => near(value(one!, { x: answer }), value(two!))),
  'geometry.angles/on_a_line': number((answer, { f }) =>
    near(
      f.slice(0, 3).reduce((total, one) => total + value(one, { x: answer }), 0),
      180,
    ),
  ),

  'geometry.triangles/third_angle': number((answer, { n: [a, b] }) => answer + a! + b! === 180 && answer > 0),
  'geometry.triangles/isosceles': number((answer, { n: [base] }) => answer + base! + base! === 180 && answer > 0),
  'geometry.triangles/exterior': number((answer, { n: [a, b] }) => 180 - answer + a! + b! === 180 && answer < 180),
  'geometry.triangles/inequality': choice((formula, { n: [a, b] }) => {
    const [short, between, long] = [a!, b!, value(formula)].sort((x, y) => x - y) as [number, number, number]
    return short + between > long
  }),
  'geometry.triangles/ratio': number((answer, { n }) => {
    const most = Math.max(...n)
    return near(
      n.reduce((total, one) => total + (answer / most) * one, 0),
      180,
    )
  }),

  'geometry.pythagoras/hypotenuse': number((answer, { n: [a, b] }) => near(Math.hypot(a!, b!), answer)),
  'geometry.pythagoras/leg': number((answer, { n: [long, a] }) => near(Math.hypot(a!, answer), long!)),
  'geometry.pythagoras/is_right': choice((_, { n: [a, b, c] }, text) => {
    const square = near(Math.hypot(a!, b!), c!)
    return text === (square ? 'yes, it is right-angled' : 'no, it is not right-angled')
  }),
  'geometry.pythagoras/ladder': number((answer, { n: [ladder, foot] }) => near(Math.hypot(answer, foot!), ladder!)),
  'geometry.pythagoras/felucca': number((answer, { n: [east, north] }) => near(Math.hypot(east!, north!), answer)),
  'geometry.pythagoras/diagonal': number((answer, { n: [around, width] }) => {
    const length = around! / 2 - width!
    return width! < length && near(Math.hypot(length, width!), answer)
  }),

  'measures.area/rectangle_area': number((answer, { n: [a, b] }) => answer / a! === b),
  'measures.area/rectangle_perimeter': number((answer, { n: [a, b] }) => answer === a! + b! + a! + b!),
  'measures.area/triangle_area': number((answer, { n: [base, height] }) => answer + answer === base! * height!),
  'measures.area/missing_side': number((answer, { n: [area, base] }) => answer * base! === area),
  'measures.area/pitch': number((answer, { n: [a, b, rounds] }) => answer / rounds! === a! + b! + a! + b!),
  'measures.area/trapezium': number(
    (answer, { n: [a, b, height] }) => a !== b && near((a! * height!) / 2 + (b! * height!) / 2, answer),
  ),
  'measures.area/path': number((answer, { n: [a, b, c, d] }) => answer + c! * d! === a! * b!),

  'measures.circle/circumference': number((answer, { n: [diameter] }) => near(answer / diameter!, 22 / 7)),
  'measures.circle/area': number((answer, { n: [radius] }) => near(answer / radius! / radius!, 22 / 7)),
  'measures.circle/area_with_decimals': number((answer, { n: [radius] }) => near(answer / radius! / radius!, 3.14)),
  'measures.circle/with_decimals': number((answer, { n: [radius] }) => near(answer / radius! / 2, 3.14)),
  'measures.circle/radius_from_circumference': number((answer, { n: [around] }) =>
    near((2 * answer * 22) / 7, around!),
  ),
  'measures.circle/area_formula': choice((formula, { n: [radius] }) =>
    near(value(formula, { π: Math.PI }) / Math.PI / radius!, radius!),
  ),
  'measures.circle/wheel': number((answer, { n: [diameter, turns] }) =>
    near((answer * 100) / turns! / diameter!, 22 / 7),
  ),

  'data.averages/mean': number((answer, { n }) =>
    near(
      n.reduce((total, one) => total + one - answer, 0),
      0,
    ),
  ),
  'data.averages/median': number((answer, { n }) => n.length % 2 === 1 && n.includes(answer) && middle(n, answer)),
  'data.averages/median_of_even': number((answer, { n }) => {
    const [low, high] = [n.filter((one) => one < answer), n.filter((one) => one > answer)]
    return low.length === high.length && near(answer - Math.max(...low), Math.min(...high) - answer)
  }),
  'data.averages/mode': number((answer, { n }) => {
    const times = (one: number) => n.filter((other) => other === one).length
    return n.every((one) => one === answer || times(one) < times(answer))
  }),
  'data.averages/range': number((answer, { n }) => Math.max(...n) - Math.min(...n) === answer),
  'data.averages/goals': number((answer, { n: [, , , one, , two, , three] }) => {
    const scored = [...upTo(one!).map(() => 1), ...upTo(two!).map(() => 2), ...upTo(three!).map(() => 3)]
    return answer === scored.reduce((total, goals) => total + goals, 0)
  }),
  'data.averages/missing_value': number(
    (answer, { n: [tests, mean, a, b, c] }) => near((a! + b! + c! + answer) / tests!, mean!) && answer >= 0,
  ),

  'data.probability/bag': number((answer, { n: [red, white, green] }) => near(answer * (red! + white! + green!), red!)),
  'data.probability/spinner': number((answer, { n: [parts, , , limit] }) =>
    near(answer * parts!, upTo(parts!).filter((one) => one > limit!).length),
  ),
  'data.probability/kind_of_event': choice((_, { n: [limit] }, text) => {
    const wanted = upTo(6).filter((one) => one > limit!).length
    const kind =
      wanted === 0 ? 'an impossible event' : wanted === 6 ? 'a certain event' : 'a possible but not certain event'
    return text === kind
  }),
  'data.probability/complement': number((answer, { v: [late] }) => near(answer + late!, 1)),
  'data.probability/expected': number((answer, { v: [chance, tries] }) => near(answer / tries!, chance!)),
  'data.probability/divisors_drawn': values(({ n: [first, last, by] }) =>
    upTo(last!).filter((one) => one >= first! && one % by! === 0),
  ),
  'data.probability/two_dice': number((answer, { n: [total] }) =>
    near(answer * dice.length, dice.filter((one) => one === total).length),
  ),
}
