/** `/robots.txt` of Tutor. */
import { robots } from '../found.ts'
import type { Route } from './+types/robots'

const CLOSED = [
  '/api/',
  '/account',
  '/consent',
  '/dashboard',
  '/dev',
  '/guardian',
  '/learner',
  '/notifications',
  '/partner',
  '/staff',
]

export function loader({ context }: Route.LoaderArgs): Response {
  return robots(context, CLOSED)
}
