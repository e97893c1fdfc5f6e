/**
 * The people of the demonstration: who they are and how to sign in as them. Their codes are in the development outbox. Names are
 * written as the people write them; whoever reads the list of them reads both writings.
 */
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
  person('mona', '+201001234501', 'منى حسن', '1986-04-12', 'Mona (منى), guardian'),
  person('karim', '+201001234502', 'كريم حسن', '1984-09-30', 'Karim (كريم), second guardian'),
  person('support', '+201001234511', 'ياسمين عادل', '1992-02-03', 'Support', ['support']),
  person('operations', '+201001234512', 'طارق نبيل', '1988-07-21', 'Operations', ['operations']),
  person('finance', '+201001234513', 'دينا سمير', '1990-11-08', 'Finance', ['finance']),
  person('administrator', '+201001234514', 'عمر فتحي', '1985-05-17', 'Administrator', ['administrator']),
]

export interface DemonstrationChild {
  readonly key: string
  readonly firstName: string
  readonly lastName: string
  readonly age: number
  readonly username: string
  readonly pin: string
  readonly purposes: readonly string[]
  readonly exercisesADay: number
  readonly mistakesOfTwenty: number
  /** For the list printed at the start. */
  readonly who: string
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
    key: 'salma',
    firstName: 'سلمى',
    lastName: 'حسن',
    who: 'Salma (سلمى), 10, daughter of Mona',
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
    key: 'youssef',
    firstName: 'يوسف',
    lastName: 'حسن',
    who: 'Youssef (يوسف), 13, son of Mona',
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
