/** Making a pot, third step: its picture, one of ours or a photo. */
import { api } from '../../../context.ts'
import { readForm, refused } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { CoverField, coverFrom } from '../../covers/field.tsx'
import { loadStep, saveStep, StepPage } from './making.tsx'
import type { Route } from './+types/cover'

export const loader = ({ context }: Route.LoaderArgs) => loadStep(context)

export async function action({ request, context }: Route.ActionArgs) {
  const sent = await readForm(request)
  const given = await coverFrom(sent, api(context))
  if (given.problem) return refused(sent, given.problem)
  return saveStep(context, given.form, 'cover', { cover: given.cover })
}

export default function CoverStep({ loaderData: { draft }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <StepPage step="cover" reached={draft.step} refusal={actionData} lead={t('making.cover.lead')} multipart>
      <CoverField legend={t('pot_form.cover')} initial={draft.cover ?? undefined} />
    </StepPage>
  )
}
