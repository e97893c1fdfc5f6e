/** What people call the fields of the lists of catalog, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  partner_id: { say: { en: 'Partner', fr: 'Partenaire' } },
  category: {
    say: { en: 'Category', fr: 'Catégorie' },
    values: {
      cinema: { en: 'cinema', fr: 'cinéma' },
      restaurant: { en: 'restaurant', fr: 'restaurant' },
      spa: { en: 'spa', fr: 'spa' },
      experience: { en: 'experience', fr: 'expérience' },
    },
  },
  description: { say: { en: 'Description', fr: 'Description' } },
  terms: { say: { en: 'Terms', fr: 'Conditions' } },
  price_minor: { say: { en: 'Price', fr: 'Prix' } },
  validity_days: { say: { en: 'Validity (in days)', fr: 'Validité (en jours)' } },
  venue_ids: { say: { en: 'Venues', fr: 'Établissements' } },
  available_from: { say: { en: 'Offered from', fr: 'Proposé à partir du' } },
  available_until: { say: { en: 'Offered until', fr: 'Proposé jusqu’au' } },
  image_key: { say: { en: 'Picture (key)', fr: 'Image (clé)' } },
  status: {
    say: { en: 'State', fr: 'État' },
    values: {
      draft: { en: 'draft', fr: 'brouillon' },
      active: { en: 'shown', fr: 'visible' },
      withdrawn: { en: 'withdrawn', fr: 'retiré' },
    },
  },
  stock_total: { say: { en: 'Stock', fr: 'Stock' } },
  stock_left: { say: { en: 'Left in stock', fr: 'Reste en stock' } },
}
