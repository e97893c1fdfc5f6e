/** Any address that no route claims. */
import { notFound } from './forms.ts'

export function loader(): never {
  return notFound()
}

export function action(): never {
  return notFound()
}

export default function NotFound() {
  return null
}
