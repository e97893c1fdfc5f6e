/** `/favicon.ico`, for whoever asks for it without reading the page that names the icon. */
import { redirect } from 'react-router'
import icon from './icons/favicon.ico?url'

export function loader(): Response {
  return redirect(icon, 301)
}
