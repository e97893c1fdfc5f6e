/** Puts the product's own frame around the account pages that all products share. */
import { Outlet } from 'react-router'
import { usePage } from '../page.tsx'
import { shells } from '../shells.tsx'

export default function AccountLayout() {
  const Shell = shells[usePage().product]
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}
