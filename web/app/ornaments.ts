/** Each product's drawing for what every product has to say: here is nothing, or nothing yet. */
import type { ComponentType } from 'react'
import type { Product } from './products.ts'
import { PaperBoat } from './tutor/drawings.tsx'
import { Bowl } from './wolo/drawings.tsx'

interface Ornaments {
  readonly Nothing: ComponentType<{ className?: string }>
}

export const ornaments: Record<Product, Ornaments> = { wolo: { Nothing: Bowl }, tutor: { Nothing: PaperBoat } }
