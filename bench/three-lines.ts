/**
 * A page of three lines in the place of the public page of a pot: same server, same address, same document, frame and wording
 * around it, but no data and nothing else in it. What it costs is what the framework and our frame cost.
 */
import { createElement } from 'react'
import type { BuiltPages, WebBuild } from '../web/contract.ts'

const ROUTE = 'wolo/pots/public'

function ThreeLines() {
  return createElement(
    'article',
    null,
    createElement('h1', null, 'Les 30 ans d’Awa'),
    createElement('p', null, 'Une soirée au bord de la mer.'),
    createElement('a', { href: '/p/awa/give' }, 'Offrir'),
  )
}

export function threeLines(pages: BuiltPages): WebBuild {
  return pages.instead(ROUTE, { default: ThreeLines, handle: { shared: true, counted: true } })
}
