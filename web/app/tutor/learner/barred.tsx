/** Practice is closed for now, said kindly, with what is still there. */
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { LearnerDrawing } from '../drawings.tsx'

export function Barred({ sentence }: { sentence: string }) {
  const { t } = usePage()
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-4 py-10 text-center">
      <Head title={t('practice.barred')} index={false} />
      <LearnerDrawing className="w-48" />
      <h1 className="text-3xl">{t('practice.barred')}</h1>
      <p className="text-lg">{sentence}</p>
      <p className="text-soft">{t('practice.barred.text')}</p>
      <ButtonLink to="/learner/map" tone="secondary" className="min-h-14">
        {t('learner.tab.map')}
      </ButtonLink>
    </div>
  )
}
