/** Puts Tutor's frame around Tutor's pages. */
import { Outlet } from 'react-router'
import { TutorShell } from './shell.tsx'

export default function TutorLayout() {
  return (
    <TutorShell>
      <Outlet />
    </TutorShell>
  )
}
