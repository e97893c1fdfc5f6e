/** The entry point: which products there are, and how one is served. Nothing else imports products. */
import type { Product } from './kernel/module.ts'
import { wolo } from './products/wolo/product.ts'

export const products: Readonly<Record<string, Product>> = { wolo }
