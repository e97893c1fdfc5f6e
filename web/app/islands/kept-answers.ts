/**
 * Answers given without a network: kept on this device, for each learner apart, and sent when there is a network again. Sending
 * twice does no harm, as an answer has its id; what the server took, or will never take, is kept no longer.
 */
interface KeptAnswer {
  readonly id: string
  readonly token: string
  /** As typed; null for “show me”. */
  readonly answer: string | null
  readonly answered_at: string
  readonly seconds: number
  readonly hints: number
}

/** As many as the server takes at once. */
const SENT_MAX = 200
const nameFor = (learner: string): string => `kept-answers/${learner}`

export function keptAnswers(learner: string): KeptAnswer[] {
  try {
    return JSON.parse(localStorage.getItem(nameFor(learner)) ?? '[]') as KeptAnswer[]
  } catch {
    return []
  }
}

/** Whether this device keeps it; some browsers keep nothing. */
export function keepAnswer(learner: string, answer: KeptAnswer): boolean {
  try {
    const others = keptAnswers(learner).filter(({ token }) => token !== answer.token)
    localStorage.setItem(nameFor(learner), JSON.stringify([...others, answer]))
    return true
  } catch {
    return false
  }
}

/** Sends what is kept; says which exercises the server now has the answers to. */
export async function sendKept(learner: string): Promise<ReadonlySet<string>> {
  const answers = keptAnswers(learner).slice(0, SENT_MAX)
  if (answers.length === 0 || !navigator.onLine) return new Set()
  const response = await fetch(`/api/learners/${learner}/practice/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    // What time it is here: a clock that is wrong was wrong for the answers too.
    body: JSON.stringify({ answers, sent_at: new Date().toISOString(), next: false }),
  }).catch(() => undefined)
  // Signed out, or the network is gone once more: another time.
  if (!response?.ok) return new Set()
  const sent = new Set(answers.map(({ id }) => id))
  const rest = keptAnswers(learner).filter(({ id }) => !sent.has(id))
  if (rest.length > 0) localStorage.setItem(nameFor(learner), JSON.stringify(rest))
  else localStorage.removeItem(nameFor(learner))
  return new Set(answers.map(({ token }) => token))
}

/** What a form of one exercise says, as an answer to keep. */
export function answerOf(form: HTMLFormElement, token: string, shown: boolean): KeptAnswer {
  const fields = new FormData(form)
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    id: text('idempotency_key') || crypto.randomUUID(),
    token,
    answer: shown ? null : text('answer'),
    answered_at: new Date().toISOString(),
    seconds: Math.min(Math.round(performance.now() / 1000), 86_400),
    hints: Number(text('hints')) || 0,
  }
}
