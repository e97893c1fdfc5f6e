/** Makes partners and venues for tests, here and in the modules that build on merchants. */
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { addVenue, createPartner, setPartnerStatus, type NewPartner, type Partner, type Venue } from '../api.ts'

let made = 0
const number = () => `+22178${String(1_000_000 + ++made * 1013)}`

export const newPartner = (given: Partial<NewPartner> = {}): NewPartner => ({
  name: `Cinéma Pathé ${++made}`,
  kind: 'cinema',
  revenue_split_basis_points: 8500,
  payout: { mobile: number(), name: 'Cinéma Pathé SARL' },
  ...given,
})

/** An active partner with a venue in each of the cities. */
export async function makePartner(
  t: TestProduct,
  given: Partial<NewPartner> = {},
  cities: readonly string[] = ['Dakar'],
): Promise<{ partner: Partner; venues: Venue[]; venue: Venue }> {
  return t.tx(async (tx) => {
    const { id } = await createPartner(t.ctx(), tx, newPartner(given))
    const venues: Venue[] = []
    for (const city of cities)
      venues.push(await addVenue(t.ctx(), tx, id, { name: `Salle ${city} ${++made}`, address: '12 rue Carnot', city }))
    return { partner: await setPartnerStatus(t.ctx(), tx, id, 'active'), venues, venue: venues[0]! }
  })
}
