/**
 * Every piece of ui/ in every state and theme: light beside dark, right to left, and in the tokens of another product. The place
 * to look before building another. Development only.
 */
import type { ReactNode } from 'react'
import { data } from 'react-router'
import { page } from '../context.ts'
import { invalid, notFound, readForm, refused, seeOther } from '../forms.ts'
import live from '../islands/live.ts?worker&url'
import share from '../islands/share.ts?worker&url'
import { usePage } from '../page.tsx'
import { shells } from '../shells.tsx'
import { Button } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Island } from '../ui/island.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../ui/layout.tsx'
import { Notice } from '../ui/states.tsx'
import { DateText } from '../ui/values.tsx'
import { Kit, SampleForm, Voice } from './kit.tsx'
import type { Route } from './+types/page'

/** `?status=503` shows the page of that status, `?status=crash` that of a bug. */
export function loader({ context, url }: Route.LoaderArgs) {
  if (!page(context).development) notFound()
  const status = url.searchParams.get('status')
  if (status === 'crash') throw new Error('A bug, to be looked at')
  if (status) throw data(null, { status: Number(status) })
  return { renderedAt: new Date().toISOString() }
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!page(context).development) notFound()
  const form = await readForm(request)
  if (form.text('name') === '') return refused(form, invalid({ name: 'Please fill this in.' }))
  return seeOther(`/design?done=${encodeURIComponent(form.text('name'))}`)
}

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: '/design/themes.css' }]

export default function Design({ loaderData, actionData }: Route.ComponentProps) {
  const { product, url } = usePage()
  const Shell = shells[product]
  const other = product === 'wolo' ? 'tutor' : 'wolo'
  const done = url.searchParams.get('done')
  return (
    <Shell>
      <Head title="Design" index={false} />
      <Column width="wide">
        <PageTitle title="Design" lead="Every piece, in every state and theme.">
          <Button type="button" tone="secondary" hidden data-copy={url.href} data-done="Copied">
            Copy link
          </Button>
          <Button type="button" tone="secondary" hidden data-share={url.href}>
            Share
          </Button>
        </PageTitle>
        <Stack gap={12}>
          <Section id="kit" title="Light and dark">
            <div className="grid gap-4 lg:grid-cols-2">
              <Theme product={product} theme="light">
                <Kit name="light" />
              </Theme>
              <Theme product={product} theme="dark">
                <Kit name="dark" />
              </Theme>
            </div>
          </Section>
          <Section id="form" title="A form that works">
            <div className="grid gap-6 lg:grid-cols-2">
              <Card as="div">
                {done && <Notice mood="good" title={`Sent: ${done}`} />}
                <SampleForm refused={actionData} />
              </Card>
              <Stack>
                <p id="clock" data-live="5">
                  Refreshed by itself: <DateText value={loaderData.renderedAt} style="moment" />
                </p>
                <Row>
                  {['403', '404', '410', '429', '500', '503', 'crash'].map((status) => (
                    <a key={status} className="link py-2" href={`/design?status=${status}`}>
                      {status}
                    </a>
                  ))}
                  <a className="link py-2" href="/offline">
                    offline
                  </a>
                </Row>
              </Stack>
            </div>
          </Section>
          <Section id="rtl" title="Right to left">
            <div dir="rtl" lang="ar" className="max-w-xl">
              <Theme product={product} theme="light">
                <Kit name="right to left" />
              </Theme>
            </div>
          </Section>
          <Section id="product" title="Another product: other tokens, other words">
            <div className="grid gap-4 lg:grid-cols-2">
              <Theme product="wolo" theme="light">
                <Voice
                  title="Un anniversaire, ça se fête à plusieurs."
                  text="Chacun met ce qu’il veut dans la cagnotte, avec Wave."
                  act="Créer ma cagnotte"
                />
              </Theme>
              <div dir="rtl" lang="ar">
                <Theme product="tutor" theme="light">
                  <Voice
                    title="طفلك يفهم كل خطوة، وأنت مطمئن."
                    text="تمارين قصيرة تناسب مستواه، وأنت ترى تقدّمه."
                    act="ابدأ مع طفلك"
                  />
                </Theme>
              </div>
              <Theme product={other} theme="light">
                <Kit name="another product" />
              </Theme>
              <Theme product={other} theme="dark">
                <Kit name="another product, dark" />
              </Theme>
            </div>
          </Section>
        </Stack>
      </Column>
      <Island src={live} />
      <Island src={share} />
    </Shell>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Stack as="section">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children}
    </Stack>
  )
}

/** Wears a product's tokens, whatever the page around it wears (themes.ts). */
function Theme({ product, theme, children }: { product: string; theme: 'light' | 'dark'; children: ReactNode }) {
  return (
    <div data-product={product} data-theme={theme} className="min-w-0 rounded-card border border-line p-3 sm:p-5">
      {children}
    </div>
  )
}
