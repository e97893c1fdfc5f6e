/**
 * Who issues the invoices. A tax document names a real company, so there is no value to fall back on in production: a product that
 * sells subscriptions is not booted without it.
 */
import { defineConfig, type ConfigOf } from '../../kernel/setting.ts'
import type { Context } from '../../kernel/context.ts'

/** Every product that sells subscriptions writes invoices. */
const sold = { neededBy: (policy: unknown) => policy !== undefined }

export const config = defineConfig({
  sellerName: {
    env: 'SUBSCRIPTIONS_SELLER_NAME',
    kind: 'text',
    development: 'شركة للعرض فقط، ليست بائعًا',
    ...sold,
    meaning: 'Name of the company on invoices, as it is registered for the tax.',
  },
  sellerNameLatin: {
    env: 'SUBSCRIPTIONS_SELLER_NAME_LATIN',
    kind: 'text',
    development: 'DEMONSTRATION, not a seller',
    ...sold,
    meaning: 'The same name in Latin letters, for invoices in English or French.',
  },
  sellerAddress: {
    env: 'SUBSCRIPTIONS_SELLER_ADDRESS',
    kind: 'text',
    development: 'عنوان للعرض فقط، القاهرة',
    ...sold,
    meaning: 'Address of the company on invoices, as it is registered.',
  },
  sellerAddressLatin: {
    env: 'SUBSCRIPTIONS_SELLER_ADDRESS_LATIN',
    kind: 'text',
    development: 'Demonstration address, Cairo',
    ...sold,
    meaning: 'The same address in Latin letters.',
  },
  sellerTaxNumber: {
    env: 'SUBSCRIPTIONS_SELLER_TAX_NUMBER',
    kind: 'text',
    development: '000-000-000',
    ...sold,
    check: (text, mode) =>
      mode === 'production' && !/[1-9]/.test(text) ? 'the tax registration number of a company' : undefined,
    meaning: 'Tax registration number of the company, printed on invoices and credit notes.',
  },
})

export interface Seller {
  readonly name: string
  readonly address: string
  readonly tax_number: string
}

export type Sellers = Readonly<Record<'ar' | 'en', Seller>>

/** Whoever sells today, as documents in each language name them. */
export function sellersNow(ctx: Context): Sellers {
  const own = ctx.config.modules['subscriptions'] as ConfigOf<typeof config>
  const tax_number = own.sellerTaxNumber
  return {
    ar: { name: own.sellerName, address: own.sellerAddress, tax_number },
    en: { name: own.sellerNameLatin, address: own.sellerAddressLatin, tax_number },
  }
}
