/** Every piece of ui/ in each of its states, once; page.tsx shows it in every theme. Texts are samples, in the page's language where they are shared. */
import type { ReactNode } from 'react'
import { invalid, type Refused } from '../forms.ts'
import { Button, ButtonLink, type Tone } from '../ui/button.tsx'
import {
  CodeInput,
  DateInput,
  FileInput,
  MoneyInput,
  PhoneInput,
  Select,
  TextArea,
  TextInput,
} from '../ui/controls.tsx'
import { Checkbox, Choice, Field, Form, Tiles } from '../ui/form.tsx'
import { Card, Row, Stack } from '../ui/layout.tsx'
import { Badge, EmptyState, ErrorState, Notice, Progress } from '../ui/states.tsx'
import { Pagination, Table } from '../ui/table.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { DateText, Money, Phone } from '../ui/values.tsx'

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

const tones: Tone[] = ['primary', 'secondary', 'quiet', 'danger']

const gifts = [
  { id: '1', name: 'Awa Ndiaye', minor: '25000', at: '2026-12-01T09:30:00Z' },
  { id: '2', name: 'Moussa Fall', minor: '1250000', at: '2026-12-03T18:05:00Z' },
]

const wrong: Refused = {
  // The first refused field takes the focus, and this page has several: here it is one that is not shown.
  problem: invalid({ hidden: 'x', name: 'Indiquez votre nom.', amount: 'Le montant est trop petit : 200 F au moins.' }),
  values: { name: [''], amount: ['50'] },
  key: null,
}

/** `name` tells its landmarks from those of the other themes on the page. */
export function Kit({ name }: { name: string }) {
  return (
    <Stack gap={8}>
      <Piece title="Colours">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-2">
          {colours.map((colour) => (
            <div key={colour} className="flex items-center gap-2 text-sm">
              <span className={`size-8 shrink-0 rounded-control border border-line ${colour}`} />
              <code>{colour.slice(3)}</code>
            </div>
          ))}
        </div>
      </Piece>
      <Piece title="Type">
        <div lang="fr" dir="ltr">
          <p className="text-5xl font-extrabold">25 000 F</p>
          <p className="text-3xl font-bold">Un anniversaire, ça se fête</p>
          <p className="text-xl font-bold">Où est l’argent ?</p>
          <p>L’argent des proches est gardé dans la cagnotte, franc par franc.</p>
          <p className="text-sm text-soft">
            samedi 12 décembre · <a href="#kit">a link in a sentence</a>
          </p>
        </div>
        <div lang="ar" dir="rtl">
          <p className="text-5xl font-extrabold">٢٥٠ ج.م.</p>
          <p className="text-3xl font-bold">كل خطوة مفهومة</p>
          <p>الطرح من الطرفين يُبقي المعادلة متوازنة: ٣س = ١٥.</p>
        </div>
      </Piece>
      <Piece title="Buttons: ready, sending, resting">
        {tones.map((tone) => (
          <Row key={tone} gap={2}>
            <Button type="button" tone={tone}>
              {tone}
            </Button>
            <Button type="button" tone={tone} aria-busy>
              {tone}
            </Button>
            <Button type="button" tone={tone} disabled>
              {tone}
            </Button>
          </Row>
        ))}
        <ButtonLink to="/design" wide>
          A link that looks like it, wide
        </ButtonLink>
      </Piece>
      <Piece title="Values">
        <p>
          <Money minor="1250000" /> · <DateText value="2026-12-12" /> ·{' '}
          <DateText value="2026-12-12T21:05:00Z" style="moment" /> · <Phone value="+221771234567" /> ·{' '}
          <Phone value="+33612345678" />
        </p>
      </Piece>
      <Piece title="Notices and badges">
        <Row gap={2}>
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
      </Piece>
      <Piece title="Progress: empty, some, nearly, more than all">
        {['0', '12500', '99999', '120000'].map((raised) => (
          <Progress key={raised} raised={raised} target="100000" />
        ))}
      </Piece>
      <Piece title="A form refused">
        <Form refused={wrong}>
          <Field name="name" label="Name" hint="Shown on the pot.">
            <TextInput autoComplete="off" />
          </Field>
          <Field name="amount" label="Amount">
            <MoneyInput />
          </Field>
          <Button type="button">Send</Button>
        </Form>
      </Piece>
      <Piece title="Controls resting">
        <Form>
          <Field name="rest" label="Nothing to change">
            <TextInput initial="Awa" disabled />
          </Field>
          <Field name="code" label="Code">
            <CodeInput />
          </Field>
        </Form>
      </Piece>
      <Piece title="Timeline">
        <Timeline
          steps={[
            { title: 'Paid with Wave', state: 'done', at: '2026-12-01' },
            { title: 'In the pot', state: 'current', text: 'Safe until the birthday.' },
            { title: 'Refund', state: 'failed', text: 'The number does not exist any more.' },
            { title: 'Pack bought', state: 'next' },
          ]}
        />
      </Piece>
      <Piece title="What opens when asked">
        <details className="fold rounded-card border border-line px-4">
          <summary>The rules, in plain words</summary>
          <p className="pb-4">Giving is free of charge.</p>
        </details>
      </Piece>
      <Piece title="Table">
        <Table
          caption={`Gifts, ${name}`}
          rows={gifts}
          rowKey={(gift) => gift.id}
          empty={<EmptyState title="No gift yet" />}
          columns={[
            { title: 'From', cell: (gift) => gift.name },
            { title: 'When', cell: (gift) => <DateText value={gift.at} style="short" /> },
            { title: 'Amount', cell: (gift) => <Money minor={gift.minor} />, end: true },
          ]}
        />
        <Pagination next="cursor" label={`Pages, ${name}`} />
      </Piece>
      <Piece title="Festive">
        <div className="overflow-hidden rounded-card border border-line">
          <div className="flex items-center gap-4 bg-festive-wash p-4">
            <p className="stamp">
              <span className="text-3xl font-extrabold">12</span>
              <span className="text-sm font-bold">jours</span>
            </p>
            <p className="text-xl font-bold">Joyeux anniversaire, Awa !</p>
          </div>
          <div aria-hidden className="selvage" />
        </div>
      </Piece>
      <Piece title="Nothing here, something wrong">
        <EmptyState title="Nothing here yet" text="What will be here, and how it gets here.">
          <ButtonLink to="/design">Make the first one</ButtonLink>
        </EmptyState>
        <ErrorState
          heading="h3"
          title="Something went wrong"
          text="What happened, and what to do."
          requestId="req_0198f0"
        />
      </Piece>
    </Stack>
  )
}

/** What tokens cannot carry: the words. */
export function Voice({ title, text, act }: { title: string; text: string; act: string }) {
  return (
    <Card as="div">
      <p className="text-3xl font-extrabold">{title}</p>
      <p className="text-soft">{text}</p>
      <Button type="button">{act}</Button>
    </Card>
  )
}

/** Every control, sendable: sent without a name it comes back refused. */
export function SampleForm({ refused }: { refused: Refused | undefined }) {
  return (
    <Form refused={refused} multipart>
      <Tiles
        name="tile"
        legend="How much?"
        options={['2000', '5000', '10000', '25000'].map((value) => ({ value, label: <Money minor={value} /> }))}
        initial="5000"
      />
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
      <Field name="story" label="Story" optional>
        <TextArea />
      </Field>
      <Field name="cover" label="Cover" optional>
        <FileInput accept="image/*" />
      </Field>
      <Checkbox name="anonymous" label="Give in secret" hint="Your name is shown to nobody." />
      <Button wide>Send</Button>
    </Form>
  )
}

function Piece({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card as="div">
      <h3 className="text-sm font-semibold text-soft">{title}</h3>
      {children}
    </Card>
  )
}
