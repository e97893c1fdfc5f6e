/** What learning says to people: a concept mastered, a streak that ends tonight. */
import { defineMessage } from '../../kernel/messages.ts'

export const mastered = defineMessage({
  key: 'learning.mastered',
  values: ['concept', 'goal'],
  channels: ['in_app'],
  category: 'learning',
  text: {
    en: {
      subject: 'You have mastered: {concept}',
      body: '{goal} Well done! We will look at it again from time to time.',
    },
    fr: {
      subject: 'Acquis : {concept}',
      body: '{goal} Bravo ! Nous y reviendrons de temps en temps pour ne pas l’oublier.',
    },
    ar: { subject: 'درس جديد متقَن: {concept}', body: '{goal} أحسنت! سنراجعه معًا من وقت إلى آخر حتى لا يُنسى.' },
  },
})

export const masteredByChild = defineMessage({
  key: 'learning.mastered_by_child',
  values: ['child', 'concept', 'goal'],
  channels: ['in_app'],
  category: 'learning',
  text: {
    en: { subject: '{child} has mastered: {concept}', body: 'This means: {goal}' },
    fr: { subject: '{child} a acquis : {concept}', body: 'Cela veut dire : {goal}' },
    ar: { subject: '{child}: درس جديد متقَن، {concept}', body: 'معنى ذلك: {goal}' },
  },
})

export const streakAtRisk = defineMessage({
  key: 'learning.streak_at_risk',
  values: ['days', 'answers'],
  channels: ['in_app'],
  category: 'learning',
  text: {
    en: {
      subject: 'A few exercises today?',
      body: 'You have practised {days, plural, one {# day} other {# days}} in a row. {answers, plural, one {One exercise} other {# exercises}} before midnight and the row goes on. If today is not the day, that is fine too.',
    },
    fr: {
      subject: 'Quelques exercices aujourd’hui ?',
      body: 'Tu t’exerces depuis {days, plural, one {# jour} other {# jours}} d’affilée. {answers, plural, one {Un exercice} other {# exercices}} avant minuit et la série continue. Sinon, ce n’est pas grave.',
    },
    ar: {
      subject: 'ما رأيك في بضعة تمارين اليوم؟',
      body: 'سلسلة التدريب الآن {days, plural, zero {# يوم} one {يوم واحد} two {يومان متتاليان} few {# أيام متتالية} many {# يومًا متتاليًا} other {# يوم متتالٍ}}. {answers, plural, zero {لا تمارين} one {تمرين واحد} two {تمرينان} few {# تمارين} many {# تمرينًا} other {# تمرين}} قبل منتصف الليل وتستمرّ السلسلة. وإن لم يتيسّر اليوم فلا بأس.',
    },
  },
})

export const messages = [mastered, masteredByChild, streakAtRisk]
