/** Making a pot, second step: its title and a few words. */
import { t as wording } from '../../../context.ts'
import { invalid, readForm, refused } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { wordBody, WordFields } from '../form.tsx'
import { goesOn, loadStep, saveStep, StepPage } from './making.tsx'
import type { Route } from './+types/words'

export const loader = ({ context }: Route.LoaderArgs) => loadStep(context)

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const words = wordBody(form)
  if (goesOn(form) && words.title === '')
    return refused(form, invalid({ title: wording(context)('making.words.missing') }))
  return saveStep(context, form, 'words', words)
}

export default function Words({ loaderData: { draft, rules, profile }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <StepPage step="words" reached={draft.step} refusal={actionData} lead={t('making.words.lead')}>
      <WordFields
        title={draft.title ?? t('making.words.suggestion', { name: profile.first_name })}
        story={draft.story}
        limits={rules}
      />
    </StepPage>
  )
}
