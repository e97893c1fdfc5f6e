/** What profiles say to people: invitations to guardians and the answers to them. */
import { defineMessage } from '../../kernel/messages.ts'

export const guardianInvitation = defineMessage({
  key: 'profiles.guardian_invitation',
  values: ['child', 'link'],
  channels: ['sms', 'email'],
  category: 'account',
  critical: true,
  text: {
    en: {
      sms: '{brand}: {child} asks you to be their responsible adult. Answer within 7 days: {link}',
      subject: '{child} asks you to be their responsible adult',
      body: '{child} has an account at {brand} and is under age. As their responsible adult you approve what they open, receive and pay out.\n\nAccept or decline within 7 days:\n\n{link}\n\nIf you do not know {child}, decline or do nothing.',
    },
    fr: {
      sms: '{brand} : {child} vous demande d’être son adulte responsable. Répondez sous 7 jours : {link}',
      subject: '{child} vous demande d’être son adulte responsable',
      body: '{child} a un compte {brand} et est mineur. Comme adulte responsable, vous approuvez ce que {child} ouvre, reçoit et encaisse.\n\nAcceptez ou refusez sous 7 jours :\n\n{link}\n\nSi vous ne connaissez pas {child}, refusez ou ne faites rien.',
    },
  },
})

export const guardianAccepted = defineMessage({
  key: 'profiles.guardian_accepted',
  values: ['guardian'],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: {guardian} accepted to be your responsible adult.',
      subject: '{guardian} accepted',
      body: '{guardian} accepted to be your responsible adult. You can go on.',
    },
    fr: {
      sms: '{brand} : {guardian} a accepté d’être votre adulte responsable.',
      subject: '{guardian} a accepté',
      body: '{guardian} a accepté d’être votre adulte responsable. Vous pouvez continuer.',
    },
  },
})

export const guardianDeclined = defineMessage({
  key: 'profiles.guardian_declined',
  values: [],
  channels: ['sms', 'email'],
  category: 'account',
  text: {
    en: {
      sms: '{brand}: your invitation to a responsible adult was declined. You can invite somebody else.',
      subject: 'Your invitation was declined',
      body: 'The person you asked to be your responsible adult declined. You can invite somebody else.',
    },
    fr: {
      sms: '{brand} : votre demande à un adulte responsable a été refusée. Vous pouvez inviter quelqu’un d’autre.',
      subject: 'Votre demande a été refusée',
      body: 'La personne à qui vous avez demandé d’être votre adulte responsable a refusé. Vous pouvez inviter quelqu’un d’autre.',
    },
  },
})

export const messages = [guardianInvitation, guardianAccepted, guardianDeclined]
