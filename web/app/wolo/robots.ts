/** `/robots.txt`: what search engines may read, and where the list of public pages is. */
import { robots } from '../found.ts'
import type { Route } from './+types/robots'

/** Pages of one person, or acts: nobody looks for them. Shared pots say themselves that they are not to be listed. */
const CLOSED = [
  '/api/',
  '/account',
  '/dashboard',
  '/dev',
  '/g/',
  '/guardian',
  '/notifications',
  '/p/*/share',
  '/partner',
  '/pots/',
  '/staff',
  '/vouchers/',
  '/wards',
]

export function loader({ context }: Route.LoaderArgs): Response {
  return robots(context, CLOSED)
}
