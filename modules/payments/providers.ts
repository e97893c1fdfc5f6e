/** Which adapter stands behind the port: the product's policy says. */
import type { Context } from '../../kernel/context.ts'
import { definePolicy } from '../../kernel/module.ts'
import type { PaymentProvider } from './provider.ts'
import { paymobProvider } from './paymob/adapter.ts'
import { waveProvider } from './wave/adapter.ts'

export interface PaymentsPolicy {
  readonly provider: 'wave' | 'paymob'
}

const policyOf = definePolicy<PaymentsPolicy>('payments')

const ADAPTERS: Record<PaymentsPolicy['provider'], (ctx: Context) => PaymentProvider> = {
  wave: waveProvider,
  paymob: paymobProvider,
}

/** The provider the product chose. */
export function providerOf(ctx: Context): PaymentProvider {
  return ADAPTERS[policyOf(ctx).provider](ctx)
}
