/** Each product's frame, for pages that belong to no product folder: errors, consoles, development pages. */
import type { ComponentType, ReactNode } from 'react'
import type { Product } from './products.ts'
import { WoloShell } from './wolo/shell.tsx'

export const shells: Record<Product, ComponentType<{ children: ReactNode }>> = { wolo: WoloShell }
