/** What answers a form that brought more than is taken in. The server itself shows it, in place of the form's own page. */
import { data } from 'react-router'
import { localPath } from '../forms.ts'
import { usePage } from '../page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { ErrorState } from '../ui/states.tsx'

export function action() {
  return data(null, { status: 413 })
}

export default function TooLarge() {
  const { t, url } = usePage()
  return (
    <>
      <Head title={t('error.too_large.title')} index={false} />
      <ErrorState title={t('error.too_large.title')} text={t('error.too_large.text')}>
        <ButtonLink to={localPath(url.searchParams.get('next'), '/')}>{t('error.too_large.back')}</ButtonLink>
      </ErrorState>
    </>
  )
}
