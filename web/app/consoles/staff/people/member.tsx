/** One person's roles and what protects their account: giving and taking roles, signing them out, their second factor. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Select } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { Badge, Notice } from '../../../ui/states.tsx'
import { acted } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Id, Moment, Status, useWord } from '../../parts.tsx'
import { partnerNames } from './members.ts'
import { changeStanding, StandingAct, SuspendedNotice } from './standing.tsx'
import type { Route } from './+types/member'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [account, memberships, roles, names, partners] = await Promise.all([
    api(context).GET('/api/users/{id}', { params: { path: { id } } }),
    api(context).GET('/api/memberships', { params: { query: { user_id: id, limit: 100 } } }),
    api(context).GET('/api/roles'),
    api(context).GET('/api/staff-names', { params: { query: { limit: 100 } } }),
    partnerNames(context),
  ])
  return {
    account: need(context, account),
    memberships: need(context, memberships).items,
    roles: need(context, roles).items,
    name: names.data?.items.find((it) => it.user_id === id)?.name,
    partners: [...partners],
  }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const { headers } = form
  const reason = form.text('reason')
  const person = { params: { path: { id } }, headers, body: { reason } }
  const role = {
    params: { path: { user_id: id, role: form.text('role') } },
    headers,
    body: { reason, ...(form.text('scope') ? { scope: form.text('scope') } : {}) },
  }
  const client = api(context)
  switch (form.text('act')) {
    case 'give':
      return acted(context, form, await client.PUT('/api/memberships/{user_id}/{role}', role), 'role_given')
    case 'take':
      return acted(context, form, await client.POST('/api/memberships/{user_id}/{role}/removal', role), 'role_taken')
    case 'sign_out':
      return acted(context, form, await client.POST('/api/users/{id}/sessions/revocation', person), 'signed_out')
    case 'reset_factor':
      return acted(context, form, await client.POST('/api/users/{id}/second-factor/reset', person), 'factor_reset')
    default:
      return changeStanding(context, form, id)
  }
}

export default function TeamMember({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const me = useMe()
  const word = useWord()
  const { account, memberships, roles, name, partners } = loaderData
  const partnerOf = new Map(partners)
  const self = account.id === me.id
  const scoped = new Set(roles.filter((role) => role.scoped).map((role) => role.name))
  return (
    <ConsolePage
      title={name ?? account.phone ?? t('staff.user.title')}
      back={{ to: '/staff/team', label: t('team.title') }}
      lead={<Status value={account.status} />}
    >
      <Stack gap={6}>
        <SuspendedNotice account={account} />
        {self && <Notice title={t('team.self')} />}
        <Card>
          <h2 className="text-2xl">{t('team.roles')}</h2>
          {memberships.length === 0 && <p className="text-soft">{t('team.roles.none')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {memberships.map(({ role, scope, granted_at }) => (
              <li key={`${role} ${scope}`} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div>
                  <p className="font-semibold">
                    {word('team.role', role)}
                    {scope && ` · ${partnerOf.get(scope) ?? scope}`}
                  </p>
                  <p className="text-sm text-soft">
                    {word('team.role_text', role)} · <Moment value={granted_at} />
                  </p>
                </div>
                {!self && (
                  <Act
                    act="take"
                    hidden={{ role, scope: scope ?? '' }}
                    label={t('team.take')}
                    confirm={t('team.take.confirm')}
                    tone="danger"
                    reason
                    refused={actionData}
                  />
                )}
              </li>
            ))}
          </ul>
          {!self && (
            <Act act="give" label={t('team.give')} confirm={t('team.give.confirm')} reason refused={actionData}>
              <Field name="role" label={t('team.role')}>
                <Select>
                  {roles.map((role) => (
                    <option key={role.name} value={role.name}>
                      {word('team.role', role.name)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                name="scope"
                label={t('team.partner')}
                hint={t('team.partner.hint', { roles: [...scoped].map((it) => word('team.role', it)).join(', ') })}
                optional
              >
                <Select>
                  <option value="">{t('team.partner.none')}</option>
                  {partners.map(([id, partner]) => (
                    <option key={id} value={id}>
                      {partner}
                    </option>
                  ))}
                </Select>
              </Field>
            </Act>
          )}
        </Card>
        <Card>
          <h2 className="text-2xl">{t('team.protection')}</h2>
          <Facts
            facts={[
              [
                t('team.factor'),
                <Row key="" gap={2}>
                  <Badge mood={account.second_factor_since ? 'good' : 'festive'}>
                    {t(account.second_factor_since ? 'team.factor.on' : 'team.factor.off')}
                  </Badge>
                  {account.second_factor_since && <Moment value={account.second_factor_since} />}
                </Row>,
              ],
              [t('staff.user.last_sign_in'), <Moment key="" value={account.last_sign_in_at} />],
              [t('staff.user.phone'), account.phone && <bdi dir="ltr">{account.phone}</bdi>],
              [t('console.id'), <Id key="">{account.id}</Id>],
            ]}
          />
          {!self && account.status !== 'erased' && (
            <Row className="items-start">
              {account.second_factor_since && (
                <Act
                  act="reset_factor"
                  label={t('team.reset')}
                  confirm={t('team.reset.confirm')}
                  text={t('team.reset.text')}
                  tone="danger"
                  reason
                  refused={actionData}
                />
              )}
              {may(me, 'identity.suspend') && (
                <>
                  <Act
                    act="sign_out"
                    label={t('team.sign_out')}
                    confirm={t('team.sign_out.confirm')}
                    text={t('team.sign_out.text')}
                    reason
                    refused={actionData}
                  />
                  <StandingAct account={account} refused={actionData} />
                </>
              )}
            </Row>
          )}
        </Card>
        <p>
          <Link to={`/staff/users/${account.id}`} className="link inline-block py-2">
            {t('team.account')}
          </Link>
        </p>
      </Stack>
    </ConsolePage>
  )
}
