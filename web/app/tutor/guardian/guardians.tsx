/** Who looks after a child, what each may do, and asking one more. */
import type { Refused, Submitted } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { PhoneInput, TextInput } from '../../ui/controls.tsx'
import { Choice, Field, Form } from '../../ui/form.tsx'
import { Card, Stack } from '../../ui/layout.tsx'
import { Badge } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'

const capabilities = ['view', 'pay', 'consent', 'manage'] as const
const relations = ['parent', 'grandparent', 'sibling', 'relative', 'guardian'] as const

type Capability = (typeof capabilities)[number]
type Relation = (typeof relations)[number]

export function capabilitiesOf(form: Submitted): Capability[] {
  const chosen = form.all('capability')
  return capabilities.filter((capability) => chosen.includes(capability))
}

export function relationOf(form: Submitted): Relation {
  return relations.find((relation) => relation === form.text('relation')) ?? 'guardian'
}

interface GuardiansProps {
  ward: {
    readonly guardians: readonly {
      readonly user_id: string
      readonly name: string | null
      readonly relation: Relation
      readonly capabilities: readonly Capability[]
    }[]
    readonly invitations: readonly {
      readonly id: string
      readonly status: string
      readonly contact: string
      readonly expires_at: string
    }[]
  }
  meId: string
  refused: Refused | undefined
}

export function Guardians({ ward: { guardians, invitations }, meId, refused }: GuardiansProps) {
  const { t } = usePage()
  const act = refused?.values['act']?.[0]
  const about = (id: string) => (refused?.values['guardian']?.[0] === id ? refused : undefined)
  const waiting = invitations.filter(({ status }) => status === 'invited')
  return (
    <Card gap={6}>
      <h2 className="text-xl">{t('child.guardians')}</h2>
      <ul className="flex flex-col gap-6">
        {guardians.map(({ user_id: id, name, relation, capabilities: held }) => (
          <li key={id} className="flex flex-col gap-3 border-b border-line pb-6 last:border-0 last:pb-0">
            <p className="font-bold">
              {id === meId ? t('child.guardian.you') : (name ?? t('consents.former'))}{' '}
              <span className="font-normal text-soft">{t(`guardian.relation.${relation}`)}</span>
            </p>
            <Form refused={about(id)}>
              <input type="hidden" name="guardian" value={id} />
              <CapabilityChoice initial={held} />
              <Button name="act" value="capabilities" tone="secondary">
                {t('child.guardian.save')} <span className="sr-only">: {name}</span>
              </Button>
              <details>
                <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-bad">
                  {t(id === meId ? 'child.guardian.leave' : 'child.guardian.remove')}
                </summary>
                <Stack gap={3} className="pt-2">
                  <p>{t(id === meId ? 'child.guardian.leave.text' : 'child.guardian.remove.text')}</p>
                  <Button name="act" value={id === meId ? 'leave' : 'remove'} tone="danger" wide>
                    {t(id === meId ? 'child.guardian.leave' : 'child.guardian.remove')}{' '}
                    <span className="sr-only">: {name}</span>
                  </Button>
                </Stack>
              </details>
            </Form>
          </li>
        ))}
      </ul>
      {waiting.map(({ id, contact, expires_at }) => (
        <Form key={id} className="rounded-control bg-sunken p-4" refused={act === 'take_back' ? refused : undefined}>
          <input type="hidden" name="invitation" value={id} />
          <p>
            <Badge mood="info">{t('child.invited')}</Badge> <bdi dir="ltr">{contact}</bdi>{' '}
            <span className="text-sm text-soft">
              {t.rich('consents.answer.until', { date: <DateText value={expires_at} /> })}
            </span>
          </p>
          <Button name="act" value="take_back" tone="quiet">
            {t('child.invited.take_back')}
          </Button>
        </Form>
      ))}
      <details open={act === 'invite'}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-accent">
          {t('child.invite')}
        </summary>
        <Form refused={act === 'invite' ? refused : undefined} className="pt-3">
          <p>{t('child.invite.text')}</p>
          <Field name="phone" label={t('child.invite.phone')} required={false}>
            <PhoneInput autoComplete="off" />
          </Field>
          <details>
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent">
              {t('child.invite.by_email')}
            </summary>
            <Field name="email" label={t('child.invite.email')} required={false}>
              <TextInput type="email" inputMode="email" autoComplete="off" />
            </Field>
          </details>
          <Choice
            name="relation"
            legend={t('child.invite.relation')}
            options={relations.map((value) => ({ value, label: t(`guardian.relation.${value}`) }))}
            initial="parent"
          />
          <CapabilityChoice initial={['view']} />
          <Button name="act" value="invite" wide>
            {t('child.invite.submit')}
          </Button>
        </Form>
      </details>
    </Card>
  )
}

function CapabilityChoice({ initial }: { initial: readonly Capability[] }) {
  const { t } = usePage()
  return (
    <Choice
      name="capability"
      legend={t('child.capabilities')}
      many
      options={capabilities.map((value) => ({
        value,
        label: t(`child.capability.${value}`),
        text: t(`child.capability.${value}.text`),
      }))}
      initial={initial}
    />
  )
}
