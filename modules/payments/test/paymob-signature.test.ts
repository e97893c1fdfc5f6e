import { describe, expect, test } from 'vitest'
import { bodyOf, cardTextOf, readEvent, readTransaction, returnTextOf, transactionTextOf } from '../paymob/reading.ts'
import { hmacSha512, isSignedBy, subscriptionText } from '../paymob/signature.ts'

const SECRET = 'EXAMPLEHMACSECRET'
const SIGNED =
  '0e2a94261775c4a4ba90716e6eefd6fe7a56a17e82cd440f06f25c876710bb5f3658147cb71c4a04a379b20a9ee4313b3b57e3528e93c5c7bff8fbc4ca74ca23'

/** The values of the vector, in a transaction as it arrives. */
const obj = {
  amount_cents: 10000, created_at: '2026-01-01T12:00:00.000000', currency: 'EGP', error_occured: false,
  has_parent_transaction: false, id: 123456, integration_id: 7890, is_3d_secure: true, is_auth: false, is_capture: false,
  is_refunded: false, is_standalone_payment: true, is_voided: false, order: { id: 555, merchant_order_id: 'pay_x' },
  owner: 4242, pending: false, source_data: { pan: '2346', sub_type: 'MasterCard', type: 'card' }, success: true,
} // prettier-ignore

describe('a transaction', () => {
  test('the twenty values of the POST, in their order', () => {
    expect(hmacSha512(SECRET, transactionTextOf(obj))).toBe(SIGNED)
    expect(isSignedBy(['another-secret-of-before', SECRET], transactionTextOf(obj), SIGNED)).toBe(true)
    expect(isSignedBy([SECRET], transactionTextOf(obj), SIGNED.toUpperCase())).toBe(true)
  })

  test.each(['order', 'order_id'])('the same of the GET, its order called %s', (order) => {
    const { source_data: source, order: _, ...flat } = obj
    const query = {
      ...Object.fromEntries(Object.entries(flat).map(([name, value]) => [name, String(value)])),
      [order]: '555',
      'source_data.pan': source.pan,
      'source_data.sub_type': source.sub_type,
      'source_data.type': source.type,
    }
    expect(hmacSha512(SECRET, returnTextOf(query))).toBe(SIGNED)
  })

  test.each(Object.keys(obj))('a change of %s is noticed', (field) => {
    const changed =
      field === 'order'
        ? { order: { id: 556 } }
        : field === 'source_data'
          ? { source_data: { ...obj.source_data, pan: '0000' } }
          : {
              [field]:
                typeof obj[field as 'success'] === 'boolean'
                  ? !obj[field as 'success']
                  : `${String(obj[field as 'id'])}1`,
            }
    expect(isSignedBy([SECRET], transactionTextOf({ ...obj, ...changed }), SIGNED)).toBe(false)
  })

  test('our reference is not covered: it proves nothing', () => {
    const other = { ...obj, order: { id: 555, merchant_order_id: 'somebody else’s' } }
    expect(isSignedBy([SECRET], transactionTextOf(other), SIGNED)).toBe(true)
  })

  test.each([undefined, null, 7, '', 'x'.repeat(300), SIGNED.slice(1)])('no signature: %s', (signature) => {
    expect(isSignedBy([SECRET], transactionTextOf(obj), signature)).toBe(false)
  })
})

test('what is said of a subscription', () => {
  expect(subscriptionText('suspended', '1264')).toBe('suspendedfor1264')
  expect(hmacSha512(SECRET, subscriptionText('suspended', '1264'))).toBe(
    'aeb4f7c48fad91aac54f4d846444c44e795b2c309d09236a1583c2659be65f05739e7ee2a95aefc57f1734d381893f8a7e4ec35e377a015c47727c7a76e97ba0',
  )
})

test('the values of a card token stand in the order of their names', () => {
  const card = { token: 't', order_id: 'o', merchant_id: 'm', masked_pan: 'p', id: 'i', email: 'e', created_at: 'c', card_subtype: 's' } // prettier-ignore
  expect(cardTextOf({ ...card, user_added: false })).toBe('sceipmot')
})

describe('reading', () => {
  const read = (more: Record<string, unknown>) => readTransaction({ ...obj, ...more })!
  test.each([
    ['approved', {}, true],
    ['pending', { pending: true }, false],
    ['declined', { success: false }, false],
    ['approved with an error', { error_occured: true }, false],
    ['only authorised', { is_auth: true }, false],
    ['authorised and captured', { is_auth: true, is_capture: true }, true],
    ['in words', { success: 'true', pending: 'false' }, true],
  ])('%s', (_, more, paid) => {
    expect(read(more).session.paid).toBe(paid)
  })

  test.each([
    [{}, 0n],
    [{ refunded_amount_cents: 4000 }, 4000n],
    [{ is_refunded: true }, 10_000n],
    [{ is_voided: true, refunded_amount_cents: 0 }, 10_000n],
  ])('what went back: %j', (more, returned) => {
    expect(read(more).session.returned_minor).toBe(returned)
  })

  test.each([
    [{ txn_response_code: 'EXPIRED_CARD' }, 'expired-card'],
    [{ txn_response_code: '54' }, 'expired-card'],
    [{ txn_response_code: 51 }, 'insufficient-funds'],
    [{ message: 'Do not honour' }, 'do-not-honour'],
    [{}, 'declined'],
  ])('why it was declined: %j', (data, code) => {
    expect(read({ success: false, data }).session.failure_code).toBe(code)
  })

  test.each([1.5, -5, '1e3', null, 'many'])('%s is no amount', (amount_cents) => {
    expect(read({ amount_cents }).session.amount_minor).toBeNull()
  })

  test.each([
    ['pay_01k00000000000000000000000', 'pay_01k00000000000000000000000'],
    ['pay_01k00000000000000000000000-3', 'pay_01k00000000000000000000000'],
    ['INV-7', null],
  ])('the reference %s is %s', (merchant_order_id, reference) => {
    expect(read({ order: { id: 5, merchant_order_id } }).session.reference).toBe(reference)
  })

  test('each state of a transaction is an event of its own', () => {
    const id = (more: object) =>
      readEvent(Buffer.from(JSON.stringify({ type: 'TRANSACTION', obj: { ...obj, ...more } })))!.id
    const states = [{}, { success: false }, { pending: true }, { refunded_amount_cents: 1 }, { is_voided: true }]
    expect(new Set(states.map(id)).size).toBe(states.length)
    expect(id({})).toBe(id({ order: { id: 555, merchant_order_id: 'other' } }))
  })

  test('the signed words of a payment, cut so that they name a card, are no card', () => {
    const signed = transactionTextOf(obj)
    const order = String(obj.order.id)
    const at = signed.indexOf(order)
    const head = signed.slice(0, at)
    const digits = /\d{4}/.exec(head.slice(3))!
    const cut = 3 + digits.index
    const card = {
      id: head.slice(0, 3), card_subtype: '', created_at: '', email: '', masked_pan: head.slice(3, cut + 4),
      merchant_id: head.slice(cut + 4), order_id: order, token: signed.slice(at + order.length),
    } // prettier-ignore
    expect(cardTextOf(card)).toBe(signed)
    expect(readEvent(Buffer.from(JSON.stringify({ type: 'TOKEN', obj: card })))).toBeUndefined()
    const genuine = { id: 7, card_subtype: 'Visa', created_at: '2026-01-01T10:00:00.5', email: 'a@b.c', masked_pan: 'xxxx-xxxx-xxxx-1111', merchant_id: 3, order_id: 5, token: 't' } // prettier-ignore
    expect(readEvent(Buffer.from(JSON.stringify({ type: 'TOKEN', obj: genuine })))?.about).toMatchObject({ session_ref: 'ord-5' }) // prettier-ignore
  })

  test.each(['', 'no json', '[]', 'null', '{}', '{"type":"TRANSACTION","obj":{}}', '{"type":"TOKEN","obj":{"id":1}}'])(
    'no event: %s',
    (raw) => {
      expect(readEvent(Buffer.from(raw))).toBeUndefined()
      expect(bodyOf(Buffer.from(raw))?.['hmac']).toBeUndefined()
    },
  )
})
