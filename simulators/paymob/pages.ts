// The unified checkout page: what a payer sees after being sent there. Plain HTML in Arabic (right to left) and English, no JavaScript;
// every screen says that no real money moves.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html, page, PAGE_HEADERS, raw, type Html } from '../html.ts'
import { behaviourOf, couldBeCard, TEST_CARDS } from './cards.ts'
import { bySecret, isOver } from './intentions.ts'
import type { Intention, Transaction } from './records.ts'
import { CSS } from './style.ts'
import { pay, responseQuery, settle } from './transactions.ts'
import { pounds, WORDS, type Language, type Words } from './words.ts'
import { INTEGRATIONS, type World } from './world.ts'

type Form = Record<string, string | undefined>

interface Visit {
  intention: Intention
  language: Language
  say: Words
  /** What every form and link carries. */
  query: string
}

const PAGE = '/unifiedcheckout'

export function pageRoutes(world: World, app: FastifyInstance): void {
  const visit = (request: FastifyRequest): Visit | undefined => {
    const query = request.query as Form
    const intention = bySecret(world, query['publicKey'], query['clientSecret'])
    const language = languageOf(request)
    const own = new URLSearchParams({
      publicKey: query['publicKey'] ?? '',
      clientSecret: query['clientSecret'] ?? '',
      lang: language,
    })
    return intention && { intention, language, say: WORDS[language], query: own.toString() }
  }
  const unknown = (request: FastifyRequest, reply: FastifyReply) => {
    const language = languageOf(request)
    const say = WORDS[language]
    return show(reply, 404, language, say.unknown_title, frame(say, html`<section><p class="error" role="alert">${say.unknown}</p></section>`)) // prettier-ignore
  }
  /** The screen of the intention as it stands: paid, over, undecided, or open. */
  const standing = (reply: FastifyReply, at: Visit, problem: string | null, typed: Form = {}) => {
    const { intention, language, say } = at
    const all = world.store
      .list('transaction')
      .filter((it) => it.order_id === intention.order_id && it.kind === 'payment')
    const done = all.find((it) => it.success)
    const waiting = all.findLast((it) => it.pending)
    const body = done
      ? paidScreen(world, at, done)
      : waiting
        ? pendingScreen(world, at, waiting)
        : isOver(world, intention)
          ? overScreen(at)
          : openScreen(at, problem, typed, all.at(-1))
    return show(reply, problem ? 422 : 200, language, say.pay, frame(say, html`${head(world, at)} ${body}`))
  }

  app.get(PAGE, async (request, reply) => {
    const at = visit(request)
    return at ? standing(reply, at, null, request.query as Form) : unknown(request, reply)
  })

  app.post(`${PAGE}/pay`, async (request, reply) => {
    const at = visit(request)
    if (!at) return unknown(request, reply)
    const form = (request.body ?? {}) as Form
    const { intention } = at
    const already = world.store
      .list('transaction')
      .some((it) => it.order_id === intention.order_id && (it.success || it.pending))
    if (already || isOver(world, intention)) return reply.redirect(`${PAGE}/?${at.query}`, 303)
    if (form['method'] === 'wallet') return byWallet(world, reply, at, form, standing)
    const problem = problemOf(form, at.say)
    if (problem !== null) return standing(reply, at, problem, form)
    const number = digits(form['number'])
    const attempt = {
      integration: integrationFor(intention, 'card'),
      number,
      save_card: form['save'] === 'yes',
      ...(isPast(world, form) ? { code: 'EXPIRED_CARD' } : {}),
    }
    if (behaviourOf(number).first === 'asks')
      return show(reply, 200, at.language, at.say.code_title, frame(at.say, html`${head(world, at)} ${codeScreen(at, number, attempt.save_card)}`)) // prettier-ignore
    return go(world, reply, at, pay(world, intention, attempt))
  })

  app.post(`${PAGE}/code`, async (request, reply) => {
    const at = visit(request)
    if (!at) return unknown(request, reply)
    const form = (request.body ?? {}) as Form
    const done = world.store.list('transaction').some((it) => it.order_id === at.intention.order_id && it.success)
    if (done || isOver(world, at.intention)) return reply.redirect(`${PAGE}/?${at.query}`, 303)
    const attempt = {
      integration: integrationFor(at.intention, 'card'),
      number: digits(form['number']),
      save_card: form['save'] === 'yes',
      ...(form['act'] === 'refuse' ? { code: 'AUTHENTICATION_FAILED' } : {}),
    }
    return go(world, reply, at, pay(world, at.intention, attempt))
  })

  app.post(`${PAGE}/decide`, async (request, reply) => {
    const at = visit(request)
    if (!at) return unknown(request, reply)
    const { act, transaction } = (request.body ?? {}) as Form
    const known = world.store.find('transaction', String(transaction))
    if (!known?.pending || known.order_id !== at.intention.order_id) return reply.redirect(`${PAGE}/?${at.query}`, 303)
    return go(world, reply, at, settle(world, Number(transaction), act === 'reject' ? 'DECLINED' : 'APPROVED'))
  })
}

type Standing = (reply: FastifyReply, at: Visit, problem: string | null, typed?: Form) => FastifyReply

function byWallet(world: World, reply: FastifyReply, at: Visit, form: Form, standing: Standing): FastifyReply {
  const number = digits(form['wallet'])
  if (!/^01[0125]\d{8}$/.test(number)) return standing(reply, at, at.say.bad_wallet, form)
  pay(world, at.intention, { integration: integrationFor(at.intention, 'wallet'), number, wallet: true })
  return reply.redirect(`${PAGE}/?${at.query}`, 303)
}

/** A payment leads back to the merchant; a decline or an open question stays here, where the payer can go on. */
function go(world: World, reply: FastifyReply, at: Visit, transaction: Transaction): FastifyReply {
  const back = transaction.success ? backTo(world, at, transaction) : null
  return reply.redirect(back ?? `${PAGE}/?${at.query}`, 303)
}

function backTo(world: World, at: Visit, transaction: Transaction): string | null {
  if (at.intention.redirection_url === null) return null
  const url = new URL(at.intention.redirection_url)
  for (const [name, value] of responseQuery(world, transaction)) url.searchParams.set(name, value)
  return url.href
}

const integrationFor = (intention: Intention, kind: 'card' | 'wallet'): number =>
  intention.integrations.find((it) => INTEGRATIONS[it]?.kind === kind) ?? intention.integrations[0]!

/** Arabic digits are digits too. */
function digits(typed: string | undefined): string {
  const latin = (typed ?? '').replace(/[\u0660-\u0669]/g, (it) => String(it.charCodeAt(0) - 0x660))
  return latin.replace(/\D/g, '')
}

function problemOf(form: Form, say: Words): string | null {
  if (!couldBeCard(digits(form['number']))) return say.bad_number
  const month = Number(digits(form['month']))
  if (month < 1 || month > 12 || digits(form['year']).length !== 4) return say.bad_expiry
  return digits(form['cvc']).length === 3 ? null : say.bad_cvc
}

function isPast(world: World, form: Form): boolean {
  const now = new Date(world.store.now())
  const [year, month] = [Number(digits(form['year'])), Number(digits(form['month']))]
  return year < now.getUTCFullYear() || (year === now.getUTCFullYear() && month < now.getUTCMonth() + 1)
}

function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as Form)['lang']
  if (asked === 'ar' || asked === 'en') return asked
  return /^\s*en\b/i.test(String(request.headers['accept-language'] ?? '')) ? 'en' : 'ar'
}

function show(reply: FastifyReply, status: number, language: Language, title: string, body: Html): FastifyReply {
  return reply
    .code(status)
    .headers(PAGE_HEADERS)
    .send(page(language, title, CSS, body))
}

function frame(say: Words, body: Html): Html {
  return html`<main class="phone">
    <p class="demo" role="note">${say.demo}</p>
    ${body}
  </main>`
}

function head(world: World, { intention, say, language, query }: Visit): Html {
  const other = new URLSearchParams(query)
  other.set('lang', language === 'ar' ? 'en' : 'ar')
  return html`<header>
    <a class="language" lang="${language === 'ar' ? 'en' : 'ar'}" href="${PAGE}/?${other.toString()}"
      >${say.other_language}</a
    >
    <p class="to">${say.pay_to}</p>
    <h1>${world.businessName}</h1>
    <p class="amount">${pounds(intention.amount, language)}</p>
    ${intention.special_reference && html`<p class="reference">${say.reference} <bdi>${intention.special_reference}</bdi></p>`}
  </header>`
}

function paidScreen(world: World, at: Visit, transaction: Transaction): Html {
  const back = backTo(world, at, transaction)
  return html`<section>
    <p class="done">${at.say.paid}</p>
    <p>${at.say.transaction} <bdi>${transaction.id}</bdi></p>
    ${back && html`<a class="button pay" href="${back}">${at.say.back} ${world.businessName}</a>`}
  </section>`
}

function overScreen({ say, intention }: Visit): Html {
  return html`<section>
    <p class="error" role="alert">${say.over}</p>
    ${intention.redirection_url && html`<a class="button" href="${intention.redirection_url}">${say.cancel}</a>`}
  </section>`
}

function pendingScreen(world: World, at: Visit, transaction: Transaction): Html {
  const { say, query } = at
  const back = backTo(world, at, transaction)
  return html`<section>
    <h2>${say.pending_title}</h2>
    <p>${say.pending_text}</p>
    <form method="post" action="${PAGE}/decide?${query}">
      <input type="hidden" name="transaction" value="${transaction.id}" />
      <button class="pay" name="act" value="approve">${say.approve}</button>
      <button class="refuse" name="act" value="reject">${say.reject}</button>
    </form>
    ${back && html`<a class="button" href="${back}">${say.back} ${world.businessName}</a>`}
  </section>`
}

function codeScreen({ say, query }: Visit, number: string, save: boolean): Html {
  return html`<section>
    <h2>${say.code_title}</h2>
    <p>${say.code_text}</p>
    <form method="post" action="${PAGE}/code?${query}">
      <input type="hidden" name="number" value="${number}" />
      ${save && html`<input type="hidden" name="save" value="yes" />`}
      <label for="code">${say.code}</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr" value="123456" />
      <button class="pay" name="act" value="confirm">${say.confirm}</button>
      <button class="refuse" name="act" value="refuse">${say.refuse}</button>
    </form>
  </section>`
}

function openScreen(at: Visit, problem: string | null, typed: Form, last: Transaction | undefined): Html {
  const { intention, say, query } = at
  const failure = last && !last.success ? (say[last.code as keyof Words] ?? say.DECLINED) : null
  const words = problem ?? failure
  const offers = (kind: string) => intention.integrations.some((it) => INTEGRATIONS[it]?.kind === kind)
  return html`<section>
    ${words && html`<p class="error" role="alert" id="problem">${words}</p>`} ${offers('card') && cardForm(at, typed)}
    ${
      offers('wallet') &&
      html`<details ${typed['wallet'] !== undefined && raw('open')}>
        <summary>${say.by_wallet}</summary>
        <form method="post" action="${PAGE}/pay?${query}">
          <input type="hidden" name="method" value="wallet" />
          <label for="wallet">${say.wallet_number}</label>
          <input
            id="wallet"
            name="wallet"
            type="tel"
            inputmode="tel"
            dir="ltr"
            value="${typed['wallet'] ?? '01001234567'}"
          />
          <button>${say.pay_wallet}</button>
        </form>
      </details>`
    }
    ${intention.redirection_url && html`<a class="button" href="${intention.redirection_url}">${say.cancel}</a>`}
  </section>`
}

function cardForm({ say, query, language }: Visit, typed: Form): Html {
  const number = typed['number'] ?? typed['card'] ?? TEST_CARDS[0]!.number
  return html`<form method="post" action="${PAGE}/pay?${query}">
      <label for="number">${say.number}</label>
      <input
        id="number"
        name="number"
        inputmode="numeric"
        autocomplete="cc-number"
        dir="ltr"
        value="${number.replace(/(\d{4})(?=\d)/g, '$1 ')}"
      />
      <div class="row">
        <div>
          <label for="month">${say.expiry_month}</label>
          <input
            id="month"
            name="month"
            inputmode="numeric"
            autocomplete="cc-exp-month"
            dir="ltr"
            size="2"
            value="${typed['month'] ?? '12'}"
          />
        </div>
        <div>
          <label for="year">${say.expiry_year}</label>
          <input
            id="year"
            name="year"
            inputmode="numeric"
            autocomplete="cc-exp-year"
            dir="ltr"
            size="4"
            value="${typed['year'] ?? '2039'}"
          />
        </div>
        <div>
          <label for="cvc">${say.cvc}</label>
          <input
            id="cvc"
            name="cvc"
            inputmode="numeric"
            autocomplete="cc-csc"
            dir="ltr"
            size="3"
            value="${typed['cvc'] ?? '123'}"
          />
        </div>
      </div>
      <label class="check"
        ><input
          type="checkbox"
          name="save"
          value="yes"
          ${typed['month'] !== undefined && typed['save'] !== 'yes' ? null : raw('checked')}
        />
        ${say.save}</label
      >
      <button class="pay">${say.pay}</button>
    </form>
    <details>
      <summary>${say.test_cards}</summary>
      <ul class="cards">
        ${TEST_CARDS.map(
          (it) =>
            html`<li>
              <a href="${PAGE}/?${query}&card=${it.number}"
                ><bdi dir="ltr">${it.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</bdi></a
              >
              <span>${it.says[language]}</span>
            </li>`,
        )}
      </ul>
    </details>`
}
