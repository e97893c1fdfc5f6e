/** What metering says to people: that a quota is nearly or wholly used, to the learner and to guardians. */
import { defineMessage } from '../../kernel/messages.ts'

const channels = ['in_app'] as const
const guardianChannels = ['email', 'in_app'] as const

export const nearlyUsed = defineMessage({
  key: 'metering.nearly_used',
  values: ['what', 'percent', 'until'],
  channels,
  category: 'learning',
  text: {
    en: {
      subject: 'Most of your help is used',
      body: 'You have used {percent} of your {what} until {until}. Exercises, hints and worked steps stay open all the time.',
    },
    fr: {
      subject: 'La plus grande partie de votre aide est utilisée',
      body: 'Vous avez utilisé {percent} de votre {what} jusqu’au {until}. Les exercices, les indices et les corrigés restent toujours ouverts.',
    },
    ar: {
      subject: 'استخدمت معظم رصيد المساعدة',
      body: 'استخدمت {percent} من {what} حتى {until}. التمارين والتلميحات وخطوات الحل متاحة لك دائمًا.',
    },
  },
})

export const usedUp = defineMessage({
  key: 'metering.used_up',
  values: ['what', 'until'],
  channels,
  category: 'learning',
  text: {
    en: {
      subject: 'Your help is used up for now',
      body: 'Your {what} is used up until {until}. Exercises, hints and worked steps stay open all the time.',
    },
    fr: {
      subject: 'Votre aide est épuisée pour le moment',
      body: 'Votre {what} est épuisée jusqu’au {until}. Les exercices, les indices et les corrigés restent toujours ouverts.',
    },
    ar: {
      subject: 'انتهى رصيد المساعدة مؤقتًا',
      body: 'انتهى رصيدك من {what} حتى {until}. التمارين والتلميحات وخطوات الحل متاحة لك دائمًا.',
    },
  },
})

export const wardNearlyUsed = defineMessage({
  key: 'metering.ward_nearly_used',
  values: ['child', 'what', 'percent', 'until'],
  channels: guardianChannels,
  category: 'learning',
  text: {
    en: {
      subject: '{child} has used most of the help',
      body: '{child} has used {percent} of the {what} included until {until}. Nothing is charged beyond it; exercises, hints and worked steps stay open.',
    },
    fr: {
      subject: '{child} a utilisé la plus grande partie de son aide',
      body: '{child} a utilisé {percent} de son {what} comprise jusqu’au {until}. Rien n’est facturé au-delà ; les exercices, les indices et les corrigés restent ouverts.',
    },
    ar: {
      subject: 'معظم رصيد المساعدة الخاص بـ{child} استُخدم',
      body: 'استُخدم {percent} من {what} الخاصة بـ{child} حتى {until}. لا تُحتسب أي رسوم إضافية، والتمارين والتلميحات وخطوات الحل تبقى متاحة.',
    },
  },
})

export const wardUsedUp = defineMessage({
  key: 'metering.ward_used_up',
  values: ['child', 'what', 'until'],
  channels: guardianChannels,
  category: 'learning',
  text: {
    en: {
      subject: '{child} has used up the help for now',
      body: 'The {what} of {child} is used up until {until}. Nothing is charged beyond it; exercises, hints and worked steps stay open.',
    },
    fr: {
      subject: '{child} a épuisé son aide pour le moment',
      body: 'L’{what} de {child} est épuisée jusqu’au {until}. Rien n’est facturé au-delà ; les exercices, les indices et les corrigés restent ouverts.',
    },
    ar: {
      subject: 'انتهى رصيد المساعدة الخاص بـ{child} مؤقتًا',
      body: 'انتهى رصيد {child} من {what} حتى {until}. لا تُحتسب أي رسوم إضافية، والتمارين والتلميحات وخطوات الحل تبقى متاحة.',
    },
  },
})

export const messages = [nearlyUsed, usedUp, wardNearlyUsed, wardUsedUp]
