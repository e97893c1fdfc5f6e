// The payment page a customer sees after being sent to `wave_launch_url`: plain HTML in French that works without JavaScript and says on
// every screen that no real money moves.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { PAGE_HEADERS, html, page, raw, type Html } from '../html.ts'
import { E164 } from './api.ts'
import { PAYMENT_ERRORS } from './faults.ts'
import { francs } from './francs.ts'
import type { Session } from './records.ts'
import { decline, find, pay } from './sessions.ts'
import type { World } from './world.ts'

const WORDS: Record<(typeof PAYMENT_ERRORS)[number], string> = {
  'insufficient-funds': 'Solde insuffisant. Rechargez votre compte ou essayez avec un autre numéro.',
  'blocked-account': 'Ce compte est bloqué. Contactez le service client.',
  'cross-border-payment-not-allowed':
    'Ce numéro n’est pas un numéro du Sénégal : le paiement entre pays n’est pas possible.',
  'customer-age-restricted': 'Ce compte appartient à une personne mineure : le paiement n’est pas possible.',
  'kyb-limits-exceeded': 'Le marchand a atteint la limite de son compte. Réessayez plus tard.',
  'payer-mobile-mismatch': 'Ce paiement est réservé à un autre numéro.',
  'payment-failure': 'Le paiement n’a pas abouti à cause d’un problème technique. Réessayez.',
}

const SHORT: Record<(typeof PAYMENT_ERRORS)[number], string> = {
  'insufficient-funds': 'Solde insuffisant',
  'blocked-account': 'Compte bloqué',
  'cross-border-payment-not-allowed': 'Autre pays',
  'customer-age-restricted': 'Compte d’un mineur',
  'kyb-limits-exceeded': 'Limite du marchand',
  'payer-mobile-mismatch': 'Autre numéro attendu',
  'payment-failure': 'Panne technique',
}

export function pageRoutes(world: World, app: FastifyInstance): void {
  app.get<{ Params: { id: string }; Querystring: { mobile?: string } }>('/c/:id', async (request, reply) => {
    const session = find(world, request.params.id)
    if (!session) return show(reply, 404, 'Lien inconnu', unknown())
    return show(reply, 200, `Payer ${session.business_name}`, screen(session, request.query.mobile ?? null, null))
  })

  app.post<{ Params: { id: string }; Body: { act?: string; mobile?: string } | undefined }>(
    '/c/:id/pay',
    async (request, reply) => {
      const session = find(world, request.params.id)
      if (!session) return show(reply, 404, 'Lien inconnu', unknown())
      const act = request.body?.act ?? 'pay'
      if (act === 'cancel') return reply.redirect(session.error_url, 303)
      const typed = request.body?.mobile ?? ''
      const mobile = toE164(typed)
      if (mobile === null) {
        const words = 'Entrez un numéro de téléphone, par exemple 77 123 45 67.'
        return show(reply, 422, `Payer ${session.business_name}`, screen(session, typed, words))
      }
      const refused = /^refuse(?::(.+))?$/.exec(act)
      if (refused) {
        const code = PAYMENT_ERRORS.find((it) => it === refused[1]) ?? 'insufficient-funds'
        decline(world, session.id, code)
      } else {
        const { outcome } = pay(world, session.id, mobile)
        if (outcome === 'paid' || outcome === 'already-complete') return reply.redirect(session.success_url, 303)
      }
      return reply.redirect(`/c/${session.id}?mobile=${encodeURIComponent(mobile)}`, 303)
    },
  )
}

/** Accepts what people type: `77 123 45 67`, `00221771234567`, `+221 77…`; null when it cannot be a number. */
export function toE164(typed: string): string | null {
  const compact = typed.replace(/[\s.\-()]/g, '').replace(/^00/, '+')
  const number = /^\d{9}$/.test(compact) ? `+221${compact}` : compact
  return E164.test(number) ? number : null
}

/** A number of Senegal as it is written there; any other as it came. */
function local(number: string): string {
  return number.replace(/^\+221(\d{2})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4')
}

function show(reply: FastifyReply, status: number, title: string, body: Html): FastifyReply {
  return reply
    .code(status)
    .headers(PAGE_HEADERS)
    .send(page('fr', `${title} – démonstration`, CSS, frame(body)))
}

function frame(body: Html): Html {
  return html`<main class="phone">
    <p class="demo" role="note">Démonstration – aucun argent réel</p>
    ${body}
  </main>`
}

function head(session: Session): Html {
  return html`<header>
    ${raw(PIROGUE)}
    <p class="to">Paiement à</p>
    <h1>${session.business_name}</h1>
    <p class="amount">${francs(session.amount)}</p>
    ${session.client_reference && html`<p class="reference">Référence ${session.client_reference}</p>`}
  </header>`
}

function screen(session: Session, mobile: string | null, problem: string | null): Html {
  if (session.checkout_status === 'complete') {
    return html`${head(session)}
      <section>
        <p class="done">Paiement effectué</p>
        <p>Transaction ${session.transaction_id}</p>
        ${session.when_refunded && html`<p>Ce paiement a été remboursé.</p>`}
        <a class="button pay" href="${session.success_url}">Retourner chez ${session.business_name}</a>
      </section>`
  }
  if (session.checkout_status === 'expired') {
    return html`${head(session)}
      <section>
        <p class="error" role="alert">Ce lien de paiement a expiré. Aucune somme n’a été prélevée.</p>
        <a class="button" href="${session.error_url}">Retourner chez ${session.business_name}</a>
      </section>`
  }
  const failure = session.last_payment_error && WORDS[session.last_payment_error.code as keyof typeof WORDS]
  const words = problem ?? failure
  const expires = session.when_expires.slice(11, 16)
  return html`${head(session)}
    <section>
      ${words && html`<p class="error" role="alert" id="problem">${words}</p>`}
      <form method="post" action="/c/${session.id}/pay">
        <label for="mobile">Votre numéro</label>
        <input
          id="mobile"
          name="mobile"
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          value="${local(mobile ?? session.restrict_payer_mobile ?? '+221771234567')}"
          ${problem && raw('aria-invalid="true" aria-describedby="problem"')}
        />
        ${session.restrict_payer_mobile && html`<p class="hint">Réservé au ${session.restrict_payer_mobile}.</p>`}
        <button class="pay" name="act" value="pay">Payer</button>
        <button class="refuse" name="act" value="refuse">Refuser (solde insuffisant)</button>
        <details>
          <summary>Autres refus</summary>
          <div class="others">
            ${PAYMENT_ERRORS.slice(1).map(
              (code) =>
                html`<button class="small" name="act" value="refuse:${code}" title="${code}">${SHORT[code]}</button>`,
            )}
          </div>
        </details>
        <button class="cancel" name="act" value="cancel" formnovalidate>Annuler</button>
      </form>
      <p class="hint">Valable jusqu’à ${expires} (heure de Dakar).</p>
    </section>`
}

function unknown(): Html {
  return html`<header>${raw(PIROGUE)}</header>
    <section><p class="error" role="alert">Ce lien de paiement n’existe pas.</p></section>`
}

/** A pirogue on the swell, drawn for this page. */
const PIROGUE = `<svg viewBox="0 0 320 96" aria-hidden="true" focusable="false">
<circle cx="248" cy="30" r="17" fill="#ffd35c"/>
<path d="M0 58c40-16 74-16 108 0s72 16 108 0 70-16 104 0v38H0z" fill="#8fe0fb"/>
<path d="M92 46c30 12 92 12 128-6-8 20-26 30-58 31-34 1-58-8-70-25z" fill="#0b3a53"/>
<path d="M100 52c32 11 82 10 112-4" fill="none" stroke="#ffd35c" stroke-width="4"/>
<path d="M104 57c30 9 72 8 99-4" fill="none" stroke="#f2664b" stroke-width="3"/>
<path d="M156 48V14l34 30z" fill="#fff"/>
<path d="M0 74c34-12 66-12 100 0s70 12 106 0 72-12 114 0v22H0z" fill="#fff"/>
</svg>`

const CSS = `
:root { color-scheme: light; --sea: #1fc3f6; --ink: #0b2a3c; --soft: #e8f8fe; --line: #b9dbe8 }
* { box-sizing: border-box }
body { margin: 0; background: var(--soft); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
.phone { min-height: 100vh; background: #fff; display: flex; flex-direction: column }
@media (min-width: 32rem) {
  body { padding: 2rem 1rem }
  .phone { min-height: 0; width: 25rem; margin: 0 auto; border-radius: 2rem; overflow: hidden; box-shadow: 0 1rem 3rem #0b2a3c33 }
}
.demo { margin: 0; padding: .5rem 1rem; background: #ffe9a8; text-align: center; font-weight: 600; font-size: .9rem }
header { background: var(--sea); text-align: center; padding-top: 1.25rem; position: relative; display: flex; flex-direction: column }
header svg { order: 9; display: block; width: 100%; margin-top: .5rem }
header p, h1 { margin: 0 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.35rem; line-height: 1.2 }
.amount { font-size: 3rem; font-weight: 800; line-height: 1.2; letter-spacing: -.02em }
.reference { font-size: .85rem }
section { padding: .75rem 1.25rem 1.5rem }
form { display: grid; gap: .75rem }
label { font-weight: 600 }
input { font: inherit; font-size: 1.25rem; padding: .7rem .9rem; border: 2px solid var(--line); border-radius: .9rem; width: 100%; color: inherit }
button, .button { font: inherit; font-weight: 700; min-height: 3.25rem; padding: .6rem 1rem; border-radius: 1.7rem; border: 2px solid var(--line);
  background: #fff; color: var(--ink); cursor: pointer; text-align: center; text-decoration: none; display: grid; place-items: center; width: 100% }
.pay { background: var(--sea); border-color: var(--sea); font-size: 1.15rem }
.cancel { border-color: transparent; text-decoration: underline }
.small { min-height: 2.75rem; font-size: .9rem; font-weight: 600 }
.others { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; padding-top: .5rem }
summary { cursor: pointer; padding: .35rem 0; text-align: center; font-size: .9rem }
.hint { font-size: .9rem; text-align: center; margin: .75rem 0 0 } form .hint { margin: 0; text-align: left }
.error { background: #ffe4de; border-left: .3rem solid #c8351b; padding: .7rem .9rem; border-radius: .5rem; margin: 0 0 .9rem }
.done { font-size: 1.4rem; font-weight: 800; margin: 0 }
:focus-visible { outline: 3px solid #0b3a53; outline-offset: 2px }
button:hover, .button:hover { filter: brightness(.96) }
`
