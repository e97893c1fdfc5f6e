/** Each product's frame, for pages that belong to no product folder: errors, accounts, consoles, development pages. */
import type { ComponentType, ReactNode } from 'react'
import type { Product } from './products.ts'
import { TutorShell } from './tutor/shell.tsx'
import { WoloShell } from './wolo/shell.tsx'

export const shells: Record<Product, ComponentType<{ children: ReactNode }>> = { wolo: WoloShell, tutor: TutorShell }
