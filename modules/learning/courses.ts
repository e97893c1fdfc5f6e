/** Finds courses, concepts and exercises in what the product ships, and says their texts in a person's language. */
import type { Context } from '../../kernel/context.ts'
import { present } from '../../kernel/assert.ts'
import { refuse } from '../../kernel/errors.ts'
import type { Concept, CoursePack, Exercise, Text } from './course.ts'
import { errors } from './errors.ts'
import { learningPolicy } from './policy.ts'
import { randomFrom } from './random.ts'
import type { IssuedExercise } from './tokens.ts'

export function findCourse(ctx: Context, subject: string): CoursePack | undefined {
  return learningPolicy(ctx).courses.find((course) => course.subject === subject)
}

export function getCourse(ctx: Context, subject: string): CoursePack {
  return findCourse(ctx, subject) ?? refuse(errors.course_unknown)
}

export function firstCourse(ctx: Context): CoursePack {
  return present(learningPolicy(ctx).courses[0], 'a product with learning has a course')
}

export function findConcept(course: CoursePack, key: string): Concept | undefined {
  return course.concepts.find((concept) => concept.key === key)
}

export function getConcept(course: CoursePack, key: string): Concept {
  return findConcept(course, key) ?? refuse(errors.concept_unknown)
}

export interface MadeExercise {
  readonly course: CoursePack
  readonly concept: Concept
  readonly exercise: Exercise
}

/** The exercise as it was issued; undefined when its course has changed since, or no longer has it. */
export function makeExercise(ctx: Context, issued: IssuedExercise): MadeExercise | undefined {
  const course = findCourse(ctx, issued.subject)
  if (course?.version !== issued.courseVersion) return undefined
  const concept = findConcept(course, issued.concept)
  const template = concept?.exercises.find(({ key }) => key === issued.template)
  return concept && template && { course, concept, exercise: template.make(randomFrom(issued.seed)) }
}

/** The text in the language of who asks, else in the product's first, else in any. */
export function say(ctx: Context, text: Text): string {
  return sayIn(ctx, ctx.locale, text)
}

export function sayIn(ctx: Context, language: string, text: Text): string {
  for (const locale of [language, ctx.product.locales[0]]) {
    const found = text[locale] ?? text[locale.split('-')[0]!]
    if (found !== undefined) return found
  }
  return present(Object.values(text)[0], 'a text has a language')
}
