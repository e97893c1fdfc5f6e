/** The people of the demonstration: who they are and how to sign in as them. Their codes are in the development outbox. */
import { createHash } from 'node:crypto'

/** What the person's authenticator holds: known to everybody, so that anybody can try. Base32, as apps take it. */
export function authenticatorSecret(key: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bytes = createHash('sha256').update(`tutor demonstration ${key}`).digest()
  return Array.from(bytes, (byte) => digits[byte % 32]!).join('')
}

export interface DemonstrationPerson {
  readonly key: string
  readonly phone: string
  readonly firstName: string
  readonly lastName: string
  readonly dateOfBirth: string
  readonly roles: readonly string[]
  /** For the list printed at the start. */
  readonly who: string
}

const person = (
  key: string,
  phone: string,
  name: string,
  dateOfBirth: string,
  who: string,
  roles: readonly string[] = [],
): DemonstrationPerson => {
  const [firstName = '', ...lastNames] = name.split(' ')
  return { key, phone, firstName, lastName: lastNames.join(' '), dateOfBirth, roles, who }
}

export const people: readonly DemonstrationPerson[] = [
  person('mona', '+201001234501', 'Mona Hassan', '1986-04-12', 'Mona, guardian'),
  person('karim', '+201001234502', 'Karim Hassan', '1984-09-30', 'Karim, second guardian'),
  person('support', '+201001234511', 'Yasmine Adel', '1992-02-03', 'Support', ['support']),
  person('operations', '+201001234512', 'Tarek Nabil', '1988-07-21', 'Operations', ['operations']),
  person('finance', '+201001234513', 'Dina Samir', '1990-11-08', 'Finance', ['finance']),
  person('administrator', '+201001234514', 'Omar Fathy', '1985-05-17', 'Administrator', ['administrator']),
]

export interface DemonstrationChild {
  readonly firstName: string
  readonly age: number
  readonly username: string
  readonly pin: string
  readonly purposes: readonly string[]
  readonly exercisesADay: number
  readonly mistakesOfTwenty: number
  /** Hour of the day at which it practises. */
  readonly hour: number
  /** So many days ago. */
  readonly restsOn: readonly number[]
  readonly asksOn: readonly number[]
  readonly questions: readonly string[]
}

/** They sign in by name and PIN. */
export const children: readonly DemonstrationChild[] = [
  {
    firstName: 'Salma',
    age: 10,
    username: 'salma10',
    pin: '482519',
    purposes: ['account', 'learning_data', 'ai_conversation'],
    exercisesADay: 14,
    mistakesOfTwenty: 2,
    hour: 16,
    restsOn: [6],
    asksOn: [9, 4, 1],
    questions: ['ممكن تلميح؟', 'ما الخطوة التالية؟'],
  },
  {
    firstName: 'Youssef',
    age: 13,
    username: 'youssef13',
    pin: '290746',
    purposes: ['account', 'learning_data'],
    exercisesADay: 9,
    mistakesOfTwenty: 5,
    hour: 18,
    restsOn: [12, 8, 7, 5],
    asksOn: [],
    questions: [],
  },
]
