/** What a learner reads about one answer that could not be counted: what to do, never a reproach. */
import type { Context } from '../../kernel/context.ts'
import { say } from './courses.ts'
import type { Text } from './course.ts'
import type { Unreadable } from './judging.ts'

/** Why an answer was not counted, besides what could not be read. */
export type NotCounted = 'repeated' | 'answered_before' | 'not_ours' | 'outdated'

const UNREADABLE: Readonly<Record<Unreadable, Text>> = {
  empty: { en: 'Write your answer first.', fr: 'Écris d’abord ta réponse.', ar: 'اكتب إجابتك أولًا.' },
  not_a_number: {
    en: 'We could not read this as a number. Write only the number, such as 12 or 3/4.',
    fr: 'Nous n’avons pas pu lire un nombre. Écris seulement le nombre, comme 12 ou 3/4.',
    ar: 'لم نتمكّن من قراءة العدد. اكتب العدد وحده من غير كلمات، مثل 12 أو 3/4.',
  },
  divided_by_zero: {
    en: 'No number can be divided by zero. Check the lower number of your fraction.',
    fr: 'On ne peut pas diviser par zéro. Vérifie le nombre du bas de ta fraction.',
    ar: 'لا يمكن القسمة على صفر. راجع مقام الكسر.',
  },
  not_a_fraction: {
    en: 'Write this one as a fraction in its lowest terms, such as 3/4.',
    fr: 'Écris le résultat sous forme de fraction irréductible, comme 3/4.',
    ar: 'اكتب الإجابة كسرًا في أبسط صورة، مثل 3/4.',
  },
  no_such_choice: {
    en: 'Choose one of the answers shown.',
    fr: 'Choisis une des réponses proposées.',
    ar: 'اختر إجابة من الإجابات المعروضة.',
  },
  too_long: {
    en: 'This is too long for an answer. Write only the number.',
    fr: 'C’est trop long pour une réponse. Écris seulement le nombre.',
    ar: 'هذه الإجابة طويلة. اكتب العدد وحده.',
  },
}

const NOT_COUNTED: Readonly<Record<NotCounted, Text>> = {
  repeated: {
    en: 'We already have this answer.',
    fr: 'Nous avons déjà cette réponse.',
    ar: 'هذه الإجابة مسجّلة لدينا من قبل.',
  },
  answered_before: {
    en: 'You answered this exercise before, and the first answer counts.',
    fr: 'Tu as déjà répondu à cet exercice : c’est la première réponse qui compte.',
    ar: 'سبق أن أجبت عن هذا التمرين، والإجابة الأولى هي التي تُحسب.',
  },
  not_ours: {
    en: 'We could not recognise this exercise. Please open a new one.',
    fr: 'Nous n’avons pas reconnu cet exercice. Ouvre-en un nouveau.',
    ar: 'لم نتعرّف على هذا التمرين. افتح تمرينًا جديدًا من فضلك.',
  },
  outdated: {
    en: 'This exercise is no longer in use. Please open a new one.',
    fr: 'Cet exercice n’est plus utilisé. Ouvre-en un nouveau.',
    ar: 'لم يعد هذا التمرين مستخدمًا. افتح تمرينًا جديدًا من فضلك.',
  },
}

const NOT_LOWEST: Text = {
  en: 'The value is right, but the fraction can be reduced further.',
  fr: 'La valeur est juste, mais la fraction peut encore être simplifiée.',
  ar: 'القيمة صحيحة، لكن الكسر يمكن تبسيطه أكثر.',
}

export const unreadableSentence = (ctx: Context, why: Unreadable): string => say(ctx, UNREADABLE[why])
export const notCountedSentence = (ctx: Context, why: NotCounted): string => say(ctx, NOT_COUNTED[why])
export const notLowestSentence = (ctx: Context): string => say(ctx, NOT_LOWEST)
