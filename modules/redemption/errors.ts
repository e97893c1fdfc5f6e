/** How redemption refuses. What a scan is answered is not a refusal but an outcome: see sentences.ts. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('redemption', {
  voucher_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this voucher.', fr: 'Ce bon est introuvable.' },
  },
  redemption_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this scan.', fr: 'Ce scan est introuvable.' },
  },
  voucher_conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This voucher already exists with other content.',
      fr: 'Ce bon existe déjà avec un autre contenu.',
    },
  },
  already_ended: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This voucher was already used, has expired or was cancelled.',
      fr: 'Ce bon a déjà été utilisé, a expiré ou a été annulé.',
    },
  },
  no_paper: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This voucher is shown on a phone; it has no QR code on paper.',
      fr: 'Ce bon se montre sur un téléphone ; il n’a pas de code QR sur papier.',
    },
  },
  not_own_guardian: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Nobody approves their own voucher: a parent or guardian must.',
      fr: 'On ne peut pas approuver son propre bon : un parent ou tuteur doit le faire.',
    },
  },
  partner_not_active: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This partner cannot take vouchers at the moment. Please contact us.',
      fr: 'Ce partenaire ne peut pas accepter de bons en ce moment. Contactez-nous.',
    },
  },
  already_undone: {
    status: 409,
    retry: 'never',
    say: { en: 'This scan was already taken back.', fr: 'Ce scan a déjà été annulé.' },
  },
  one_of_both: {
    status: 422,
    retry: 'never',
    say: { en: 'Scan the QR code or type the code.', fr: 'Scannez le code QR ou saisissez le code.' },
  },
})
