/** The end of the first way: how the child signs in, to be read out or copied down. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { LearnerDrawing } from '../drawings.tsx'
import { FirstSteps } from './steps.tsx'
import type { Route } from './+types/ready'

export async function loader({ context, params }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/wards/{id}', { params: { path: { id: params.id } } }))
}

export default function Ready({ loaderData: { first_name: name, username } }: Route.ComponentProps) {
  const { t, publicUrl } = usePage()
  const title = t('guardian.ready.title', { name })
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <FirstSteps at="ready" />
      <PageTitle title={title} lead={t('guardian.ready.lead')} />
      <Stack gap={6}>
        <Card>
          <LearnerDrawing className="w-40 self-center" />
          <ol className="flex list-decimal flex-col gap-3 ps-6 in-data-[digits=arab]:[list-style-type:arabic-indic]">
            <li>
              {t('guardian.ready.open')}
              <br />
              <bdi dir="ltr" className="font-bold break-all">
                {new URL('/sign-in/learner', publicUrl).href.replace(/^https?:\/\//, '')}
              </bdi>
            </li>
            <li>
              {t('guardian.ready.name')} <bdi className="text-xl font-bold text-brand">{username}</bdi>
            </li>
            <li>{t('guardian.ready.pin')}</li>
          </ol>
        </Card>
        <p className="text-soft">{t('guardian.ready.device')}</p>
        <ButtonLink to="/guardian" wide>
          {t('guardian.ready.submit')}
        </ButtonLink>
        <ButtonLink to="/guardian/children/new" tone="secondary" wide>
          {t('guardian.add')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}
