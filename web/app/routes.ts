/**
 * Every page and its address. A product sees its own folder, the consoles and what is not in any product's folder; add a
 * page by adding its line.
 */
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'
import { consoles } from './consoles/routes.ts'

const wolo = layout('wolo/layout.tsx', [index('wolo/home.tsx')])

const development = [route('design', 'design.tsx')]

export default [wolo, ...consoles, ...development, route('*', 'not-found.tsx')] satisfies RouteConfig
