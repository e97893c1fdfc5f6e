/** What people call the fields of the lists of merchants, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  uuid: { say: { en: 'Scope of its roles', fr: 'Portée de ses rôles' } },
  kind: {
    say: { en: 'Business', fr: 'Activité' },
    values: {
      cinema: { en: 'cinema', fr: 'cinéma' },
      restaurant: { en: 'restaurant', fr: 'restaurant' },
      spa: { en: 'spa', fr: 'spa' },
      experience: { en: 'experience', fr: 'expérience' },
      retail: { en: 'shop', fr: 'boutique' },
    },
  },
  status: {
    say: { en: 'State', fr: 'État' },
    values: {
      pending: { en: 'pending', fr: 'en attente' },
      active: { en: 'active', fr: 'actif' },
      suspended: { en: 'suspended', fr: 'suspendu' },
      terminated: { en: 'terminated', fr: 'terminé' },
    },
  },
  description: { say: { en: 'Description', fr: 'Description' } },
  business_registration: { say: { en: 'Business registration (RCCM)', fr: 'Registre du commerce (RCCM)' } },
  tax_id: { say: { en: 'Tax number (NINEA)', fr: 'Numéro fiscal (NINEA)' } },
  revenue_split_basis_points: { say: { en: 'Partner’s share (%)', fr: 'Part du partenaire (%)' } },
  payment_terms: {
    say: { en: 'Settlement', fr: 'Règlement' },
    values: {
      weekly: { en: 'weekly', fr: 'chaque semaine' },
      monthly: { en: 'monthly', fr: 'chaque mois' },
      quarterly: { en: 'quarterly', fr: 'chaque trimestre' },
    },
  },
  minimum_payout_minor: { say: { en: 'Minimum payout', fr: 'Versement minimum' } },
  payout_hint: { say: { en: 'Paid to', fr: 'Versement à' } },
  payout_changed_at: { say: { en: 'Payout number changed', fr: 'Numéro de versement modifié le' } },
  verified_at: { say: { en: 'Verified', fr: 'Vérifié le' } },
}
