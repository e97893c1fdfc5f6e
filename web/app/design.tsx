/** Every piece of ui/ on one page, in the product's colours: the place to look before building another. Development only. */
import type { ReactNode } from 'react'
import { data } from 'react-router'
import type { Route } from './+types/design'
import { page } from './context.ts'
import { invalid, notFound, readForm, refused, seeOther } from './forms.ts'
import live from './islands/live.ts?worker&url'
import share from './islands/share.ts?worker&url'
import { usePage } from './page.tsx'
import { shells } from './shells.tsx'
import { Button, ButtonLink } from './ui/button.tsx'
import { CodeInput, DateInput, FileInput, MoneyInput, PhoneInput, Select, TextArea, TextInput } from './ui/controls.tsx'
import { Checkbox, Choice, Field, Form } from './ui/form.tsx'
import { Head } from './ui/head.tsx'
import { Island } from './ui/island.tsx'
import { Card, Column, Grid, PageTitle, Row, Stack } from './ui/layout.tsx'
import { Badge, EmptyState, ErrorState, Notice, Progress } from './ui/states.tsx'
import { Pagination, Table } from './ui/table.tsx'
import { Timeline } from './ui/timeline.tsx'
import { DateText, Money, Phone } from './ui/values.tsx'

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

const colours = [
  'bg-canvas',
  'bg-surface',
  'bg-sunken',
  'bg-line',
  'bg-ink',
  'bg-soft',
  'bg-brand',
  'bg-brand-strong',
  'bg-brand-wash',
  'bg-accent',
  'bg-accent-wash',
  'bg-festive',
  'bg-festive-wash',
  'bg-good',
  'bg-good-wash',
  'bg-bad',
  'bg-bad-wash',
]

const gifts = [
  { id: '1', name: 'Awa Ndiaye', minor: '25000', at: '2026-12-01T09:30:00Z' },
  { id: '2', name: 'Moussa Fall', minor: '1250000', at: '2026-12-03T18:05:00Z' },
]

export default function Design({ loaderData, actionData }: Route.ComponentProps) {
  const { product, url } = usePage()
  const Shell = shells[product]
  const done = url.searchParams.get('done')
  return (
    <Shell>
      <Head title="Design" index={false} />
      <Column>
        <PageTitle title="Design" lead="Every piece, once.">
          <Button type="button" tone="secondary" hidden data-copy={url.href} data-done="Copied">
            Copy link
          </Button>
          <Button type="button" tone="secondary" hidden data-share={url.href}>
            Share
          </Button>
        </PageTitle>
        <Stack gap={12}>
          <Section title="Colours">
            <Grid gap={2}>
              {colours.map((colour) => (
                <div key={colour} className="flex items-center gap-3">
                  <span className={`size-10 shrink-0 rounded-control border border-line ${colour}`} />
                  <code>{colour.slice(3)}</code>
                </div>
              ))}
            </Grid>
          </Section>
          <Section title="Buttons">
            <Row>
              <Button type="button">Primary</Button>
              <Button type="button" tone="secondary">
                Secondary
              </Button>
              <Button type="button" tone="quiet">
                Quiet
              </Button>
              <Button type="button" tone="danger">
                Danger
              </Button>
              <Button type="button" disabled>
                Disabled
              </Button>
              <ButtonLink to="/">A link</ButtonLink>
            </Row>
          </Section>
          <Section title="Form">
            <div className="max-w-lg">
              {done && <Notice mood="good" title={`Sent: ${done}`} />}
              <Form refused={actionData} multipart>
                <Field name="name" label="Name" hint="Send it empty to see a refusal.">
                  <TextInput autoComplete="name" />
                </Field>
                <Field name="phone" label="Phone">
                  <PhoneInput initial="+221771234567" />
                </Field>
                <Field name="amount" label="Amount">
                  <MoneyInput initial="25000" />
                </Field>
                <Choice
                  name="preset"
                  legend="One of these"
                  options={[
                    { value: '5000', label: <Money minor={5000} /> },
                    { value: '10000', label: <Money minor={10000} /> },
                    { value: '25000', label: <Money minor={25000} />, text: 'most give this' },
                  ]}
                  initial="10000"
                />
                <Choice
                  many
                  name="days"
                  legend="Any of these"
                  options={[
                    { value: 'sat', label: 'Saturday' },
                    { value: 'sun', label: 'Sunday' },
                  ]}
                />
                <Field name="city" label="City">
                  <Select>
                    <option>Dakar</option>
                    <option>Thiès</option>
                    <option>Saint-Louis</option>
                  </Select>
                </Field>
                <Field name="birthday" label="Birthday">
                  <DateInput />
                </Field>
                <Field name="code" label="Code">
                  <CodeInput />
                </Field>
                <Field name="story" label="Story" optional>
                  <TextArea />
                </Field>
                <Field name="cover" label="Cover" optional>
                  <FileInput accept="image/*" />
                </Field>
                <Checkbox name="anonymous" label="Give in secret" hint="Your name is shown to nobody." />
                <Button wide>Send</Button>
              </Form>
            </div>
          </Section>
          <Section title="Values">
            <p>
              <Money minor="1250000" /> · <DateText value="2026-12-12" /> ·{' '}
              <DateText value="2026-12-12T21:05:00Z" style="moment" /> · <Phone value="+221771234567" /> ·{' '}
              <Phone value="+33612345678" />
            </p>
          </Section>
          <Section title="States">
            <Row>
              <Badge>scheduled</Badge>
              <Badge mood="info">open</Badge>
              <Badge mood="festive">funded</Badge>
              <Badge mood="good">paid</Badge>
              <Badge mood="bad">failed</Badge>
            </Row>
            <Notice title="For your information">A second line says more.</Notice>
            <Notice mood="good" title="Well done" />
            <Notice mood="festive" title="It is today!" />
            <Notice mood="bad" title="That did not work">
              Nothing was charged.
            </Notice>
            <div className="grid gap-4 md:grid-cols-3">
              {['12500', '99999', '120000'].map((raised) => (
                <Card key={raised}>
                  <Progress raised={raised} target="100000" />
                </Card>
              ))}
            </div>
            <p id="clock" data-live="5">
              Refreshed by itself: <DateText value={loaderData.renderedAt} style="moment" />
            </p>
            <EmptyState title="Nothing here yet" text="What will be here, and how it gets here.">
              <ButtonLink to="/">Make the first one</ButtonLink>
            </EmptyState>
            <ErrorState title="Something went wrong" text="What happened, and what to do." requestId="req_0198f0" />
          </Section>
          <Section title="Timeline">
            <Timeline
              steps={[
                { title: 'Paid with Wave', state: 'done', at: '2026-12-01' },
                { title: 'In the pot', state: 'current', text: 'Safe until the birthday.' },
                { title: 'Pack bought', state: 'next' },
                { title: 'Refund', state: 'failed', text: 'The number does not exist any more.' },
              ]}
            />
          </Section>
          <Section title="Table">
            <Table
              caption="Gifts"
              rows={gifts}
              rowKey={(gift) => gift.id}
              empty={<EmptyState title="No gift yet" />}
              columns={[
                { title: 'From', cell: (gift) => gift.name },
                { title: 'When', cell: (gift) => <DateText value={gift.at} style="short" /> },
                { title: 'Amount', cell: (gift) => <Money minor={gift.minor} />, end: true },
              ]}
            />
            <Pagination next="cursor" />
          </Section>
        </Stack>
      </Column>
      <Island src={live} />
      <Island src={share} />
    </Shell>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack as="section" gap={4}>
      <h2 className="text-2xl">{title}</h2>
      {children}
    </Stack>
  )
}
