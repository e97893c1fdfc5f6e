/**
 * Every page and its address. A product sees its own folder, the consoles and what is not in any product's folder; add a
 * page by adding its line.
 */
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'

const wolo = layout('wolo/layout.tsx', [index('wolo/home.tsx')])

const development = [
  route('design', 'design.tsx'),
  route('dev', 'consoles/dev/layout.tsx', [
    index('consoles/dev/index.tsx'),
    route('outbox', 'consoles/dev/outbox.tsx'),
    route('clock', 'consoles/dev/clock.tsx'),
  ]),
]

export default [wolo, ...development, route('*', 'not-found.tsx')] satisfies RouteConfig
