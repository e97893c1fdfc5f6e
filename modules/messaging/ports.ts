/**
 * The ways out: mail by SMTP, SMS by a gateway, or nothing at all in development, where the outbox page shows what would
 * have gone out. A port answers the provider's id, throws a Fault when a later try may help, a Rejection when none will.
 */
import { createTransport } from 'nodemailer'
import type { Context } from '../../kernel/context.ts'
import type { ConfigOf } from '../../kernel/setting.ts'
import { Fault } from '../../kernel/errors.ts'
import type { config } from './config.ts'

/** The provider will never take this message (a number that does not exist, an address it refuses). */
export class Rejection extends Error {}

export interface Outgoing {
  readonly id: string
  readonly address: string
  readonly subject: string | undefined
  readonly body: string
}

export type Port = (message: Outgoing) => Promise<string>

/** The port of a channel under this configuration. */
export function portFor(ctx: Context, channel: 'sms' | 'email'): Port {
  if (channel === 'email' && ctx.config.smtpUrl) return smtp(ctx, ctx.config.smtpUrl)
  const { smsUrl } = (ctx.config.modules['messaging'] ?? {}) as ConfigOf<typeof config>
  if (channel === 'sms' && smsUrl) return twilio(new URL(smsUrl))
  if (ctx.config.mode === 'production') throw new Fault(channel, `no provider is configured for ${channel}`)
  return async ({ id }) => `outbox-${id}`
}

function smtp(ctx: Context, url: string): Port {
  const transport = createTransport(url)
  return async ({ id, address, subject, body }) => {
    try {
      const from = ctx.config.mailFrom ?? 'no-reply@localhost'
      // The same message id on every try lets a receiving server drop a second copy.
      const sent = await transport.sendMail({ from, to: address, subject, text: body, messageId: `<${id}@teranga>` })
      return sent.messageId
    } catch (cause) {
      const { responseCode } = cause as { responseCode?: number }
      if (responseCode !== undefined && responseCode >= 500)
        throw new Rejection(`the mail server answered ${responseCode}`)
      throw new Fault('smtp', 'the mail server could not be reached or asked to wait', { cause })
    } finally {
      transport.close()
    }
  }
}

/** Twilio's Messages resource: form fields, basic auth, JSON answer with `sid`. */
function twilio(url: URL): Port {
  const account = decodeURIComponent(url.username)
  const scheme = url.hostname === '127.0.0.1' ? 'http' : 'https'
  const endpoint = `${scheme}://${url.host}/2010-04-01/Accounts/${account}/Messages.json`
  const authorization = `Basic ${Buffer.from(`${account}:${decodeURIComponent(url.password)}`).toString('base64')}`
  return async ({ address, body }) => {
    let response: Response
    try {
      response = await fetch(endpoint, {
        method: 'POST',
        headers: { authorization },
        body: new URLSearchParams({ To: address, From: url.searchParams.get('from') ?? '', Body: body }),
        signal: AbortSignal.timeout(10_000),
      })
    } catch (cause) {
      // It may have gone out: there is no key to ask again with, so a person decides.
      throw new Fault('sms', 'the SMS gateway did not answer', { cause, outcomeUnknown: true })
    }
    if (response.status === 429 || response.status >= 500)
      throw new Fault('sms', `the SMS gateway answered ${response.status}`)
    const answer = (await response.json().catch(() => ({}))) as { sid?: string; code?: number }
    if (!response.ok) throw new Rejection(`the SMS gateway refused with code ${answer.code ?? response.status}`)
    return answer.sid ?? 'sent'
  }
}
