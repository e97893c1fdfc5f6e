/** The course pack of lower-secondary mathematics: its concepts in the order in which one meets them. */
import type { CoursePack } from '../../../modules/learning/api.ts'
import * as angles from './angles.ts'
import * as averages from './averages.ts'
import * as bothSides from './both-sides.ts'
import * as decimals from './decimals.ts'
import * as equations from './equations.ts'
import * as expansion from './expansion.ts'
import * as expressions from './expressions.ts'
import * as factors from './factors.ts'
import * as fractionProducts from './fraction-products.ts'
import * as fractions from './fractions.ts'
import * as integers from './integers.ts'
import * as lines from './lines.ts'
import * as measures from './measures.ts'
import * as order from './order.ts'
import * as percentageChange from './percentage-change.ts'
import * as powers from './powers.ts'
import * as probability from './probability.ts'
import * as pythagoras from './pythagoras.ts'
import * as quadratics from './quadratics.ts'
import * as ratios from './ratios.ts'
import * as unlikeFractions from './unlike-fractions.ts'
import { say } from './writing.ts'

export const mathematics: CoursePack = {
  subject: 'mathematics',
  version: 2,
  name: say('الرياضيات للمرحلة الإعدادية', 'Lower-secondary mathematics'),
  concepts: [
    integers.add,
    integers.multiply,
    order.order,
    factors.divisibility,
    fractions.equivalent,
    fractions.addLike,
    unlikeFractions.addUnlike,
    fractionProducts.multiply,
    fractionProducts.divide,
    decimals.operations,
    decimals.percentOf,
    percentageChange.change,
    ratios.ratio,
    ratios.proportion,
    powers.powers,
    powers.roots,
    expressions.substitute,
    expressions.collect,
    expansion.expand,
    equations.oneStep,
    equations.twoStep,
    bothSides.bothSides,
    bothSides.inequalities,
    lines.coordinates,
    lines.line,
    quadratics.factorise,
    angles.angles,
    angles.triangles,
    pythagoras.pythagoras,
    measures.area,
    measures.circle,
    averages.averages,
    probability.probability,
  ],
}
