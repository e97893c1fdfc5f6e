/** Makes packs for tests, here and in the modules that build on the catalogue. */
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { createPack, setPackStatus, type NewPack, type Pack } from '../api.ts'

export const newPack = (partner_id: string, given: Partial<NewPack> = {}): NewPack => ({
  partner_id,
  category: 'cinema',
  name: { fr: 'Cinéma à deux', en: 'Cinema for two' },
  description: { fr: 'Deux places et deux boissons', en: 'Two seats and two drinks' },
  price_minor: 10_000n,
  validity_days: 90,
  ...given,
})

/** A pack that can be chosen. */
export function makePack(t: TestProduct, partner_id: string, given: Partial<NewPack> = {}): Promise<Pack> {
  return t.tx(async (tx) => {
    const { id } = await createPack(t.ctx(), tx, newPack(partner_id, given))
    return setPackStatus(t.ctx(), tx, id, 'active')
  })
}
