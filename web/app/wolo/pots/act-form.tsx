/** A form of one act on a pot's page; the refusal of another act is none of its business. */
import type { ReactNode } from 'react'
import type { Refused } from '../../forms.ts'
import { Form } from '../../ui/form.tsx'

export function ActForm({
  act,
  refusal,
  children,
}: {
  act: string
  refusal: Refused | undefined
  children: ReactNode
}) {
  const own = refusal?.values['act']?.[0] === act ? refusal : undefined
  return (
    <Form refused={own} quiet>
      <input type="hidden" name="act" value={act} />
      {children}
    </Form>
  )
}
