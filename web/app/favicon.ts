/** `/favicon.ico`, for whoever asks for it without reading the page that names the icon. */
import { redirect } from 'react-router'
import { page } from './context.ts'
import { looks } from './looks.ts'
import type { Route } from './+types/favicon'

export function loader({ context }: Route.LoaderArgs): Response {
  return redirect(looks[page(context).product].favicon, 301)
}
