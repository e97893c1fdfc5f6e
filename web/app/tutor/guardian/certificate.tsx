/** The certificate of an erasure, for whoever holds its number. Names nobody. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle } from '../../ui/layout.tsx'
import { DateText } from '../../ui/values.tsx'
import type { Route } from './+types/certificate'

export async function loader({ context, params }: Route.LoaderArgs) {
  return need(
    context,
    await api(context).GET('/api/erasures/{id}/certificate', { params: { path: { id: params.id } } }),
  )
}

export default function Certificate({ loaderData: { certificate, signature } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('privacy.certificate')} index={false} />
      <PageTitle title={t('privacy.certificate')} lead={t('privacy.certificate.lead')} />
      <Card>
        <dl className="flex flex-col gap-3">
          <div>
            <dt className="text-soft">{t('privacy.certificate.asked')}</dt>
            <dd>
              <DateText value={certificate.requested_at} style="moment" />
            </dd>
          </div>
          <div>
            <dt className="text-soft">{t('privacy.certificate.erased')}</dt>
            <dd>
              <DateText value={certificate.erased_at} style="moment" />
            </dd>
          </div>
          <div>
            <dt className="text-soft">{t('privacy.certificate.number')}</dt>
            <dd>
              <bdi dir="ltr" className="font-mono text-sm break-all">
                {certificate.id}
              </bdi>
            </dd>
          </div>
          <div>
            <dt className="text-soft">{t('privacy.certificate.signature')}</dt>
            <dd>
              <bdi dir="ltr" className="font-mono text-sm break-all">
                {signature}
              </bdi>
            </dd>
          </div>
        </dl>
        {certificate.key_destroyed && <p>{t('privacy.certificate.key')}</p>}
        <a
          className="link inline-flex min-h-11 items-center"
          href={`/api/erasures/${certificate.id}/certificate`}
          download={`${certificate.id}.json`}
        >
          {t('privacy.certificate.download')}
        </a>
      </Card>
    </Column>
  )
}
