/**
 * Tutor's demonstration: a fortnight that really happened. The clock is set back and walked forward; a guardian adds two children,
 * consents with her identity checked, starts the trial; the children practise and ask. Everything is asked of the API as people
 * ask it, so every rule holds for it too.
 */
import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Runtime } from '../../kernel/boot.ts'
import { civilDate, startOfDay } from '../../kernel/clock.ts'
import { ALL_ROWS } from '../../kernel/db/database.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { assignRole } from '../../modules/access/api.ts'
import { createUser, findUserByContact, installSecondFactor, startSession, userId } from '../../modules/identity/api.ts'
import { putProfile } from '../../modules/profiles/api.ts'
import { authenticatorSecret, children, people, type DemonstrationChild } from './demonstration.ts'
import { identity } from './policy.ts'

const personId = (key: string) => userId.of(uuidFrom('tutor.demonstration', 'person', key))
const DAYS = 13

/** Seeds an empty product; does nothing where its people are there already. Development only. */
export async function seedTutor(runtime: Runtime, onProgress: (line: string) => void): Promise<void> {
  const ctx = runtime.context()
  const there = await runtime.db.transaction(ALL_ROWS, (tx) => findUserByContact(ctx, tx, { phone: people[0]!.phone }))
  if (there) return
  const now = runtime.clock.offset()
  const today = civilDate(runtime.clock.now(), runtime.product.timeZone)
  const goTo = (daysAgo: number, hour: number) => {
    const at = startOfDay(today.subtract({ days: daysAgo }), runtime.product.timeZone).add({ hours: hour })
    runtime.clock.setOffset(at.since(Temporal.Now.instant()))
  }
  try {
    goTo(DAYS, 9)
    await signUp(runtime)
    const fortnight = await begin(runtime)
    onProgress(`${people.length} people, ${children.length} children with their guardian's consent`)
    let answers = 0
    for (let ago = DAYS; ago >= 1; ago--)
      for (const child of fortnight) {
        goTo(ago, child.hour)
        if (!child.restsOn.includes(ago)) answers += await practise(runtime, child, ago)
        if (child.asksOn.includes(ago)) await askTutor(runtime, child)
      }
    onProgress(`${answers} answers of a fortnight`)
  } finally {
    runtime.clock.setOffset(now)
  }
  await runtime.runCron()
}

async function signUp(runtime: Runtime): Promise<void> {
  const ctx = runtime.context()
  await runtime.db.transaction(ALL_ROWS, async (tx) => {
    for (const person of people) {
      const locale = 'ar-EG'
      const id = await createUser(ctx, tx, { id: personId(person.key), phone: person.phone, verified: true, locale })
      await putProfile(ctx, tx, id, {
        firstName: person.firstName,
        lastName: person.lastName,
        dateOfBirth: Temporal.PlainDate.from(person.dateOfBirth),
        locale,
      })
      for (const role of person.roles) await assignRole(ctx, tx, { userId: id, role })
      if (person.roles.some((role) => identity.secondFactor?.requiredFor?.includes(role)))
        await installSecondFactor(ctx, tx, id, authenticatorSecret(person.key))
    }
  })
}

/** Typed again where a consent is proven by it. */
const MONAS_DOCUMENT = '28604120100123'

interface Practising extends DemonstrationChild {
  readonly id: string
  readonly token: string
}

/** From the guardian's first day to the open trial. */
async function begin(runtime: Runtime): Promise<Practising[]> {
  const mona = await sessionOf(runtime, 'mona')
  const operations = await staffOf(runtime, 'operations')
  const finance = await staffOf(runtime, 'finance')
  const day = civilDate(runtime.clock.now(), runtime.product.timeZone)
  await ask(runtime, finance, 'POST', '/metering/rates', {
    day: day.toString(),
    per_usd: '48.50',
    source: 'Demonstration',
  })
  await ask(runtime, mona, 'POST', '/me/identity-check', {
    kind: 'national_id',
    country: 'EG',
    number: MONAS_DOCUMENT,
  })
  await ask(runtime, operations, 'PUT', `/users/${userId.wire(personId('mona'))}/identity-check`, {
    status: 'passed',
    note: 'Seen at the counter',
  })
  const begun: Practising[] = []
  for (const child of children) {
    const { user_id: id } = await ask<{ user_id: string }>(runtime, mona, 'POST', '/wards', {
      first_name: child.firstName,
      last_name: child.lastName,
      date_of_birth: day.subtract({ years: child.age, days: 100 }).toString(),
      username: child.username,
      pin: child.pin,
      relation: 'parent',
    })
    await consentTo(runtime, mona, id, child.purposes)
    const signedIn = await ask<{ token: string }>(runtime, undefined, 'POST', '/sessions/username', {
      username: child.username,
      pin: child.pin,
    })
    begun.push({ ...child, id, token: signedIn.token })
  }
  await ask(runtime, mona, 'POST', '/subscriptions', {
    plan: 'family',
    cycle: 'monthly',
    learner_ids: begun.map(({ id }) => id),
    trial: true,
  })
  await runtime.drain()
  return begun
}

/** The question goes to the guardian by message; the answer needs the link, the very texts, and the identity that was checked. */
async function consentTo(
  runtime: Runtime,
  guardian: string,
  child: string,
  purposes: readonly string[],
): Promise<void> {
  await ask(runtime, guardian, 'POST', `/learners/${child}/consent-requests`, { purposes })
  const phone = people.find(({ key }) => key === 'mona')!.phone
  const sent = await ask<{ items: { body: string }[] }>(
    runtime,
    undefined,
    'GET',
    `/dev/outbox?address=${encodeURIComponent(phone)}`,
  )
  const link = sent.items.flatMap(({ body }) => /\/consent\/([\w.~-]+)/.exec(body)?.[1] ?? [])[0]
  const status = await ask<{ items: { purpose: string; text: { sha256: string } | null }[] }>(
    runtime,
    guardian,
    'GET',
    `/learners/${child}/consents`,
  )
  await ask(runtime, guardian, 'POST', `/consent-requests/${link}/answers`, {
    method: 'id_review',
    document_number: MONAS_DOCUMENT,
    answers: status.items
      .filter(({ purpose }) => purposes.includes(purpose))
      .map(({ purpose, text }) => ({ purpose, allowed: true, text_sha256: text!.sha256 })),
  })
}

type Check =
  | { readonly kind: 'whole' | 'decimal'; readonly value: number }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'choice'; readonly correct: number }
  | { readonly kind: 'set'; readonly values: readonly number[] }

/** An afternoon's exercises, with the mistakes of somebody who learns: fewer from day to day. */
async function practise(runtime: Runtime, child: Practising, ago: number): Promise<number> {
  const count = child.exercisesADay
  const { exercises } = await ask<{ exercises: { token: string; check: Check }[] }>(
    runtime,
    child.token,
    'GET',
    `/learners/${child.id}/practice/pack?count=${count}`,
  )
  const from = runtime.clock.now()
  const answers = exercises.map(({ token, check }, i) => ({
    id: randomUUID(),
    token,
    answer: (i * 7 + ago * 3) % 20 < child.mistakesOfTwenty + Math.floor(ago / 4) ? wrong(check) : right(check),
    answered_at: from.add({ seconds: 50 * (i + 1) }).toString(),
    seconds: 30 + ((i * 13 + ago) % 40),
    hints: i % 6 === 0 ? 1 : 0,
  }))
  runtime.clock.setOffset(from.add({ seconds: 50 * (count + 2) }).since(Temporal.Now.instant()))
  await ask(runtime, child.token, 'POST', `/learners/${child.id}/practice/answers`, { answers, next: false })
  await runtime.drain()
  return answers.length
}

function right(check: Check): string {
  switch (check.kind) {
    case 'choice':
      return String(check.correct)
    case 'fraction':
      return check.denominator === 1 ? String(check.numerator) : `${check.numerator}/${check.denominator}`
    case 'set':
      return check.values.join(', ')
    default:
      return String(check.value)
  }
}

function wrong(check: Check): string {
  switch (check.kind) {
    case 'choice':
      return String((check.correct + 1) % 2)
    case 'fraction':
      return `${check.numerator + 1}/${check.denominator}`
    case 'set':
      return check.values.map((value) => value + 1).join(', ')
    default:
      return String(check.value + 1)
  }
}

async function askTutor(runtime: Runtime, child: Practising): Promise<void> {
  const next = await ask<{ token: string }>(runtime, child.token, 'POST', `/learners/${child.id}/practice/next`, {})
  const conversation = randomUUID()
  for (const text of child.questions)
    await ask(runtime, child.token, 'POST', `/learners/${child.id}/questions`, {
      id: randomUUID(),
      conversation,
      text,
      exercise: next.token,
    })
  await runtime.drain()
}

function sessionOf(runtime: Runtime, key: string): Promise<string> {
  const device = { label: 'Demonstration', ip: '127.0.0.1' }
  return runtime.db.transaction(
    ALL_ROWS,
    async (tx) => (await startSession(runtime.context(), tx, personId(key), device)).token,
  )
}

/** A session of staff that has just shown its second factor. */
async function staffOf(runtime: Runtime, key: string): Promise<string> {
  const token = await sessionOf(runtime, key)
  const timestamp = runtime.clock.now().epochMilliseconds
  const code = TOTP.generate({ secret: Secret.fromBase32(authenticatorSecret(key)), timestamp })
  await ask(runtime, token, 'POST', '/sessions/current/second-factor', { code })
  return token
}

/** Asks the API as this person; anything but success stops the seeding. */
async function ask<T>(
  runtime: Runtime,
  token: string | undefined,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<T> {
  const answer = await runtime.app.inject({
    method,
    url: `/api${path}`,
    headers: {
      'accept-language': 'ar-EG',
      'idempotency-key': randomUUID(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { payload: body } : {}),
  })
  if (answer.statusCode >= 300) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.payload}`)
  return (answer.payload === '' ? undefined : answer.json()) as T
}
