/** What people call the fields of the lists of settlements, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  partner_id: { say: { en: 'Partner', fr: 'Partenaire' } },
  line_count: { say: { en: 'Lines', fr: 'Lignes' } },
  gross_minor: { say: { en: 'Vouchers used', fr: 'Bons utilisés' } },
  share_minor: { say: { en: 'Partner’s share', fr: 'Part du partenaire' } },
  commission_minor: { say: { en: 'Commission', fr: 'Commission' } },
  released_minor: { say: { en: 'Released from disputes', fr: 'Libéré de contestations' } },
  carried_in_minor: { say: { en: 'Carried from before', fr: 'Report de la période précédente' } },
  payable_minor: { say: { en: 'Owed in all', fr: 'Dû en tout' } },
  withheld_minor: { say: { en: 'Withheld for disputes', fr: 'Retenu pour contestations' } },
  to_pay_minor: { say: { en: 'To pay', fr: 'À payer' } },
  minimum_payout_minor: { say: { en: 'Minimum payout', fr: 'Versement minimum' } },
  status: {
    say: { en: 'State', fr: 'État' },
    values: {
      pending: { en: 'pending', fr: 'en attente' },
      approved: { en: 'approved', fr: 'approuvé' },
      paying: { en: 'being paid', fr: 'paiement en cours' },
      paid: { en: 'paid', fr: 'payé' },
      disputed: { en: 'disputed', fr: 'en litige' },
      carried: { en: 'carried forward', fr: 'reporté' },
    },
  },
  closed_at: { say: { en: 'Closed', fr: 'Clos le' } },
  approved_at: { say: { en: 'Approved', fr: 'Approuvé le' } },
  paid_at: { say: { en: 'Paid', fr: 'Payé le' } },
  payout_failure: { say: { en: 'Why not paid', fr: 'Échec du versement' } },
  carried_into: { say: { en: 'Carried into', fr: 'Reporté sur' } },
}
