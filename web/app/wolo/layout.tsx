/** Puts Wolo's frame around Wolo's pages. */
import { Outlet } from 'react-router'
import { WoloShell } from './shell.tsx'

export default function WoloLayout() {
  return (
    <WoloShell>
      <Outlet />
    </WoloShell>
  )
}
