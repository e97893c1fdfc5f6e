import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineMessage } from '../../../kernel/messages.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { send } from '../api.ts'
import { audit } from '../../audit/module.ts'
import { messaging } from '../module.ts'
import { fill, mask } from '../rules.ts'

const hello = defineMessage({
  key: 'test.hello',
  values: ['name', 'count'],
  channels: ['sms', 'email'],
  category: 'pots',
  text: {
    en: { sms: '{brand}: hello {name}', subject: 'Hello {name}', body: 'You have {count} gifts.' },
    fr: { sms: '{brand} : bonjour {name}', subject: 'Bonjour {name}', body: 'Vous avez {count} cadeaux.' },
  },
})

let t: TestProduct
let gateway: Server
let gatewayAnswers: (() => { status: number; body: unknown } | 'hang')[] = []
const gatewaySaw: URLSearchParams[] = []
let mail: SMTPServer
let mailCode = 250
const mailSaw: string[] = []

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      gatewaySaw.push(new URLSearchParams(text))
      const answer = gatewayAnswers.shift()?.() ?? { status: 201, body: { sid: 'SM1' } }
      if (answer === 'hang') return void request.socket.destroy()
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done))
  mail = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        mailSaw.push(text)
        done(mailCode === 250 ? null : Object.assign(new Error('no'), { responseCode: mailCode }))
      })
    },
  })
  await new Promise<void>((done) => mail.listen(0, '127.0.0.1', () => done()))
  const smsPort = (gateway.address() as AddressInfo).port
  const mailPort = (mail.server.address() as AddressInfo).port
  t = await testProduct(productOf([audit, messaging]), {
    env: {
      SMS_GATEWAY_URL: `twilio://AC1:secret@127.0.0.1:${smsPort}?from=Teranga`,
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    },
  })
})
afterAll(async () => {
  await t.close()
  gateway.close()
  await new Promise<void>((done) => mail.close(() => done()))
})

const sms = (address: string, dedupe?: string) =>
  t.tx((tx) =>
    send(t.ctx(), tx, hello, {
      channel: 'sms',
      address,
      locale: 'fr-SN',
      values: { name: 'Awa', count: '3' },
      ...(dedupe ? { dedupe } : {}),
    }),
  )
const statusOf = async (address: string) => {
  const { json } = await t.call('GET', `/dev/outbox?address=${encodeURIComponent(address)}`)
  return json.items.map((item: { status: string }) => item.status)
}

test('a message goes out in the person’s language, once, and is recorded as sent', async () => {
  await sms('+221770000001')
  await t.drain()
  expect(gatewaySaw.at(-1)?.get('Body')).toBe('Test : bonjour Awa')
  expect(gatewaySaw.at(-1)?.get('To')).toBe('+221770000001')
  expect(await statusOf('+221770000001')).toEqual(['sent'])
  const sent = gatewaySaw.length
  await t.runCron()
  expect(gatewaySaw.length).toBe(sent)
})

test('two sends with one dedupe key are one message, also when ten race', async () => {
  const before = gatewaySaw.length
  await Promise.all(Array.from({ length: 10 }, () => sms('+221770000002', 'gift-1')))
  await t.drain()
  expect(gatewaySaw.length - before).toBe(1)
})

test('nothing goes out when the transaction of the fact fails', async () => {
  const before = gatewaySaw.length
  await expect(
    t.tx(async (tx) => {
      await send(t.ctx(), tx, hello, {
        channel: 'sms',
        address: '+221770000003',
        locale: 'en',
        values: { name: 'A', count: '1' },
      })
      throw new Error('crash')
    }),
  ).rejects.toThrow('crash')
  await t.drain()
  expect(gatewaySaw.length).toBe(before)
})

test('a gateway that asks to wait is tried again later; one that refuses is not', async () => {
  gatewayAnswers = [() => ({ status: 503, body: {} })]
  await sms('+221770000004')
  await t.drain()
  expect(await statusOf('+221770000004')).toEqual(['queued'])
  t.clock.advance({ minutes: 2 })
  await t.runCron()
  expect(await statusOf('+221770000004')).toEqual(['sent'])

  gatewayAnswers = [() => ({ status: 400, body: { code: 21211 } })]
  await sms('+221770000005')
  await t.drain()
  expect(await statusOf('+221770000005')).toEqual(['failed'])
})

test('a gateway that hangs up leaves the outcome unknown and the message is not sent again', async () => {
  gatewayAnswers = [() => 'hang']
  await sms('+221770000006')
  await t.drain()
  expect(await statusOf('+221770000006')).toEqual(['unknown'])
  const before = gatewaySaw.length
  t.clock.advance({ hours: 2 })
  await t.runCron()
  expect(gatewaySaw.length).toBe(before)
})

test('mail goes out by SMTP with subject and body', async () => {
  await t.tx((tx) =>
    send(t.ctx(), tx, hello, {
      channel: 'email',
      address: 'awa@example.sn',
      locale: 'en',
      values: { name: 'Awa', count: '3' },
    }),
  )
  await t.drain()
  expect(mailSaw.at(-1)).toContain('Subject: Hello Awa')
  expect(mailSaw.at(-1)).toContain('You have 3 gifts.')
  mailCode = 550
  await t.tx((tx) =>
    send(t.ctx(), tx, hello, {
      channel: 'email',
      address: 'gone@example.sn',
      locale: 'en',
      values: { name: 'A', count: '1' },
    }),
  )
  await t.drain()
  expect(await statusOf('gone@example.sn')).toEqual(['failed'])
})

test('neither the address nor the text stands in the database in plain', async () => {
  await sms('+221770000009')
  const dump = await t.asOwner(async (client) => {
    const { rows } = await client.query('select outgoing::text as row from messaging.outgoing')
    return rows.map((row: { row: string }) => row.row).join('\n')
  })
  expect(dump).not.toContain('770000009')
  expect(dump).not.toContain(Buffer.from('bonjour Awa').toString('hex'))
})

test('erasing a person empties their messages', async () => {
  const subjectId = '01980000-0000-7000-8000-000000000001'
  await t.tx((tx) =>
    send(t.ctx(), tx, hello, {
      channel: 'sms',
      address: '+221770000010',
      locale: 'en',
      values: { name: 'A', count: '1' },
      subjectId,
    }),
  )
  await t.tx((tx) => messaging.personalData!.erase(t.ctx(), tx, subjectId))
  await t.drain()
  expect(await statusOf('+221770000010')).toEqual([])
})

test('the text is ICU and an address can be shown in part', () => {
  expect(fill('{n, plural, one {# gift} other {# gifts}}', 'en', { n: '2' } as never)).toBe('2 gifts')
  expect(fill('la cagnotte de {name}', 'fr-SN', { name: 'Awa' })).toBe('la cagnotte d’Awa')
  expect(fill('la cagnotte de {name}', 'fr-SN', { name: 'Modou' })).toBe('la cagnotte de Modou')
  expect(mask('+221771234567')).toBe('+22177•••••67')
  expect(mask('awa@example.sn')).toBe('a•••@example.sn')
})
