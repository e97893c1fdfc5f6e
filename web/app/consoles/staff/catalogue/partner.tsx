/** One partner: its terms, where it is paid, its venues, and whether it works with us. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need, readForm, type Submitted } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { PhoneInput, Select, TextInput } from '../../../ui/controls.tsx'
import { Checkbox, Field } from '../../../ui/form.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Money, Phone } from '../../../ui/values.tsx'
import type { Refused } from '../../../forms.ts'
import { acted } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/partner'
import { partnerBody, PartnerFields, type PARTNER_STATUSES } from './partner-form.tsx'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [file, story] = await Promise.all([
    api(context).GET('/api/partners/{id}/file', { params: { path: { id } } }),
    storyOf(context, id, 3),
  ])
  return { file: need(context, file), story: story ?? null }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const call = { params: { path: { id } }, headers: form.headers }
  const client = api(context)
  switch (form.text('act')) {
    case 'status': {
      const reason = form.optional('reason')
      const status = form.text('status') as (typeof PARTNER_STATUSES)[number]
      const body = { status, ...(reason ? { reason } : {}) }
      return acted(context, form, await client.PUT('/api/partners/{id}/status', { ...call, body }), `partner_${status}`)
    }
    case 'contact': {
      const body = given(form, 'name', 'email', 'phone')
      return acted(context, form, await client.PUT('/api/partners/{id}/contact', { ...call, body }), 'saved')
    }
    case 'payout': {
      const body = { mobile: e164(form.text('mobile')), name: form.text('name') }
      return acted(context, form, await client.PUT('/api/partners/{id}/payout-destination', { ...call, body }), 'saved')
    }
    case 'add_venue': {
      const body = venueBody(form)
      return acted(context, form, await client.POST('/api/partners/{id}/venues', { ...call, body }), 'saved')
    }
    case 'venue': {
      const path = { id: form.text('venue') }
      const body = { ...venueBody(form), is_open: form.checked('is_open') }
      const result = await client.PATCH('/api/venues/{id}', { params: { path }, headers: form.headers, body })
      return acted(context, form, result, 'saved')
    }
    default:
      return acted(
        context,
        form,
        await client.PATCH('/api/partners/{id}', { ...call, body: partnerBody(form) }),
        'saved',
      )
  }
}

function given<N extends string>(form: Submitted, ...names: readonly N[]): { [K in N]?: string } {
  return Object.fromEntries(names.flatMap((name) => (form.text(name) ? [[name, form.text(name)]] : []))) as {
    [K in N]?: string
  }
}

function venueBody(form: Submitted) {
  const { text } = form
  return { name: text('name'), address: text('address'), city: text('city'), phone: form.optional('phone') ?? null }
}

/** Staff type numbers as everybody does; nine digits are a number of this country. */
function e164(typed: string): string {
  const digits = typed.replace(/[\s.()-]/g, '').replace(/^00/, '+')
  return /^7\d{8}$/.test(digits) ? `+221${digits}` : digits
}

/** What may follow what; the API keeps the same table. */
const NEXT: Readonly<Record<string, readonly (typeof PARTNER_STATUSES)[number][]>> = {
  pending: ['active', 'terminated'],
  active: ['suspended', 'terminated'],
  suspended: ['active', 'terminated'],
  terminated: [],
}

export default function Partner({ loaderData: { file, story }, actionData }: Route.ComponentProps) {
  const { partner, contact, payout, venues } = file
  const { t } = usePage()
  const word = useWord()
  const me = useMe()
  return (
    <ConsolePage
      title={partner.name}
      back={{ to: '/staff/partners', label: t('staff.partners.title') }}
      lead={<Status value={partner.status} />}
    >
      <Stack gap={6}>
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{partner.id}</Id>],
              [t('staff.partner.kind'), word('staff.partner.kind', partner.kind)],
              [t('staff.partner.split'), `${partner.revenue_split_basis_points / 100} %`],
              [t('staff.partner.payment_terms'), word('staff.partner.payment_terms', partner.payment_terms)],
              [t('staff.partner.minimum'), <Money key="" minor={partner.minimum_payout_minor} />],
              [
                t('staff.partner.payout'),
                payout ? (
                  <>
                    {payout.name} · <Phone value={payout.mobile} />
                  </>
                ) : (
                  '–'
                ),
              ],
              [
                t('staff.partner.contact'),
                contact && Object.keys(contact).length > 0 ? Object.values(contact).join(' · ') : '–',
              ],
              [t('staff.partner.since'), <Moment key="" value={partner.created_at} />],
            ]}
          />
          <Row className="items-start">
            {(NEXT[partner.status] ?? []).map((status) => (
              <Act
                key={status}
                act="status"
                hidden={{ status }}
                label={t(`staff.partner.become.${status}`)}
                confirm={t(`staff.partner.become.${status}.confirm`)}
                tone={status === 'active' ? 'primary' : 'danger'}
                text={t(`staff.partner.become.${status}.text`)}
                reason={status !== 'active'}
                refused={actionData}
              />
            ))}
          </Row>
          <Row className="items-start">
            <Act act="terms" label={t('staff.partner.edit')} confirm={t('console.save')} refused={actionData}>
              <PartnerFields partner={partner} />
            </Act>
            <Act
              act="payout"
              label={t('staff.partner.payout.edit')}
              confirm={t('console.save')}
              text={t('staff.partner.payout.text')}
              refused={actionData}
            >
              <Field name="mobile" label={t('staff.partner.payout.mobile')}>
                <PhoneInput initial={payout?.mobile} autoComplete="off" />
              </Field>
              <Field name="name" label={t('staff.partner.payout.name')}>
                <TextInput initial={payout?.name} />
              </Field>
            </Act>
            <Act act="contact" label={t('staff.partner.contact.edit')} confirm={t('console.save')} refused={actionData}>
              <Field name="name" label={t('staff.partner.contact.name')} optional>
                <TextInput initial={contact?.['name']} />
              </Field>
              <Field name="email" label={t('staff.partner.contact.email')} optional>
                <TextInput type="email" initial={contact?.['email']} />
              </Field>
              <Field name="phone" label={t('staff.partner.contact.phone')} optional>
                <TextInput type="tel" initial={contact?.['phone']} />
              </Field>
            </Act>
          </Row>
        </Card>
        <Section title={t('staff.partner.venues')}>
          <Table
            caption={t('staff.partner.venues')}
            rows={venues}
            rowKey={(venue) => venue.id}
            empty={<EmptyState title={t('staff.partner.venues.empty')} text={t('staff.partner.venues.empty.text')} />}
            columns={[
              { title: t('staff.venue.name'), cell: (venue) => <strong>{venue.name}</strong> },
              { title: t('staff.venue.address'), cell: (venue) => `${venue.address}, ${venue.city}` },
              { title: t('staff.venue.phone'), cell: (venue) => (venue.phone ? <Phone value={venue.phone} /> : '–') },
              {
                title: t('console.state'),
                cell: (venue) => <Status value={venue.is_open ? 'venue_open' : 'venue_closed'} />,
              },
              {
                title: t('console.act'),
                cell: (venue) => (
                  <Act
                    act="venue"
                    hidden={{ venue: venue.id }}
                    label={t('console.edit')}
                    confirm={t('console.save')}
                    refused={actionData}
                  >
                    <VenueFields venue={venue} />
                    <Checkbox
                      name="is_open"
                      label={t('staff.venue.is_open')}
                      hint={t('staff.venue.is_open.hint')}
                      initial={venue.is_open}
                    />
                  </Act>
                ),
              },
            ]}
          />
          <AddVenue refused={actionData} />
        </Section>
        <Row>
          {may(me, 'catalog.manage') && (
            <Link to={`/staff/packs?partner_id=${partner.id}`} className="link">
              {t('staff.partner.see_packs')}
            </Link>
          )}
          {may(me, 'ledger.view') && (
            <Link to={`/staff/ledger/accounts?owner=${partner.id}`} className="link">
              {t('staff.partner.see_accounts')}
            </Link>
          )}
        </Row>
      </Stack>
      {story && <StoryTold story={story} />}
    </ConsolePage>
  )
}

function AddVenue({ refused }: { refused: Refused | undefined }) {
  const { t } = usePage()
  return (
    <Act act="add_venue" label={t('staff.venue.add')} confirm={t('staff.venue.add.confirm')} refused={refused}>
      <VenueFields />
    </Act>
  )
}

const CITIES = ['Dakar', 'Thiès', 'Saint-Louis', 'Mbour', 'Saly', 'Ziguinchor', 'Kaolack', 'Touba']

function VenueFields({ venue }: { venue?: { name: string; address: string; city: string; phone: string | null } }) {
  const { t } = usePage()
  const cities = venue && !CITIES.includes(venue.city) ? [venue.city, ...CITIES] : CITIES
  return (
    <>
      <Field name="name" label={t('staff.venue.name')}>
        <TextInput initial={venue?.name} />
      </Field>
      <Field name="address" label={t('staff.venue.address')}>
        <TextInput initial={venue?.address} />
      </Field>
      <Field name="city" label={t('staff.venue.city')}>
        <Select initial={venue?.city}>
          {cities.map((city) => (
            <option key={city}>{city}</option>
          ))}
        </Select>
      </Field>
      <Field name="phone" label={t('staff.venue.phone')} optional>
        <TextInput type="tel" initial={venue?.phone ?? undefined} />
      </Field>
    </>
  )
}
