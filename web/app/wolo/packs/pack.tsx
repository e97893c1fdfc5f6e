/** One pack: what it is, where it is honoured, how long, what it costs, and the way to a pot for it. */
import { api } from '../../context.ts'
import type { PageHandle } from '../../entry.server.tsx'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Badge, Notice } from '../../ui/states.tsx'
import { Money } from '../../ui/values.tsx'
import { pagePreview } from '../preview/link.ts'
import { PackPicture } from './picture.tsx'
import type { Route } from './+types/pack'

export const handle: PageHandle = { shared: true }

export async function loader({ context, params }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/packs/{id}', { params: { path: { id: params.id } } }))
}

export default function Pack({ loaderData: pack }: Route.ComponentProps) {
  const { t, locale } = usePage()
  return (
    <Column width="text" className="pt-4 max-sm:px-0 sm:pt-6">
      <Head
        title={pack.name}
        description={pack.description}
        image={pagePreview(`/packs/${pack.id}/preview.jpg`, {
          locale,
          alt: t('preview.pack.alt', { pack: pack.name, partner: pack.partner.name }),
        })}
      />
      <PackPicture category={pack.category} image={pack.image_key} className="aspect-[2/1] w-full sm:rounded-card" />
      <div className="px-4 sm:px-0">
        <PageTitle title={pack.name} lead={pack.partner.name}>
          <Badge>{t(`packs.category.${pack.category}`)}</Badge>
        </PageTitle>
        <Stack gap={6}>
          <p className="text-lg whitespace-pre-line">{pack.description}</p>
          <Card>
            <Row className="justify-between">
              <Money minor={pack.price_minor} className="text-3xl font-bold" />
              <span className="text-soft">{t('packs.validity', { days: pack.validity_days })}</span>
            </Row>
            {pack.available ? (
              <ButtonLink to={`/pots/new?pack=${pack.id}`} wide>
                {t('packs.choose')}
              </ButtonLink>
            ) : (
              <Notice title={t('packs.unavailable')}>{t('packs.unavailable.text')}</Notice>
            )}
            <p className="text-sm text-soft">{t('packs.price_hint')}</p>
          </Card>
          <Stack as="section" gap={3}>
            <h2 className="text-xl">{t('packs.venues')}</h2>
            <ul className="flex flex-col gap-2">
              {pack.venues.map((venue) => (
                <li key={venue.id} className="rounded-control bg-sunken px-4 py-3">
                  <p className="font-semibold">{venue.name}</p>
                  <p className="text-soft">{[venue.address, venue.city].filter(Boolean).join(', ')}</p>
                </li>
              ))}
            </ul>
          </Stack>
          {pack.terms && (
            <Stack as="section" gap={3}>
              <h2 className="text-xl">{t('packs.terms')}</h2>
              <p className="whitespace-pre-line">{pack.terms}</p>
            </Stack>
          )}
        </Stack>
      </div>
    </Column>
  )
}
