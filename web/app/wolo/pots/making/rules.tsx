/** Making a pot, fourth step: who may see it, what friends may do, and the rules they will read. */
import { readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { SettingFields, settingBody } from '../form.tsx'
import { Rules } from '../rules.tsx'
import { loadStep, saveStep, StepPage } from './making.tsx'
import type { Route } from './+types/rules'

export const loader = ({ context }: Route.LoaderArgs) => loadStep(context)

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  return saveStep(context, form, 'rules', settingBody(form))
}

export default function RulesStep({ loaderData: { draft, rules, profile }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <StepPage step="rules" reached={draft.step} refusal={actionData} lead={t('making.rules.lead')}>
      <SettingFields pot={draft} minor={profile.is_minor} />
      <div className="rounded-card bg-sunken p-4 sm:p-5">
        <Stack gap={2}>
          <p className="text-soft">{t('new_pot.rules')}</p>
          <Rules policy={rules} honoree={profile.first_name} />
        </Stack>
      </div>
    </StepPage>
  )
}
