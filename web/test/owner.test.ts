/**
 * What the owner's pages do between a browser without JavaScript and the API: the steps of a new pot, two versions of one pot,
 * the thank-you, the answers of a guardian. The API behind them answers as its documentation says.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

let app: FastifyInstance
let origin: string
let calls: { method: string; url: string; body: Record<string, unknown> }[] = []
let draft: Record<string, unknown> | null
let minor: boolean
let pot: Record<string, unknown>
let collides: boolean

const rules = {
  opens_days_before: 30,
  shortfall_days: 14,
  late_money_days: 14,
  unverified_refund_days: 90,
  gift_min_minor: '200',
  gift_max_minor: '500000',
  target_min_minor: '5000',
  target_max_minor: '2000000',
  title_length_max: 80,
  story_length_max: 1500,
  message_length_max: 280,
  donor_name_length_max: 60,
  thanks_length_max: 500,
}
const pack = {
  id: 'pck_1',
  name: 'Soirée ciné à deux',
  category: 'cinema',
  price_minor: '15000',
  partner: { name: 'Ciné Téranga' },
  validity_days: 90,
}
const openPot = {
  id: 'pot_1',
  slug: 'awa-2erahn2fe6',
  role: 'owner',
  status: 'open',
  end_reason: null,
  title: 'Les 32 ans d’Awa',
  story: '',
  cover: 'pirogue',
  honoree_name: 'Awa',
  visibility: 'link',
  birthday: '2026-12-11',
  opens_at: '2026-11-11T00:00:00Z',
  ended_at: null,
  needed_minor: '15000',
  missing_minor: '5000',
  target_minor: '15000',
  raised_minor: '10000',
  topped_up_minor: '0',
  given_back_minor: null,
  gift_count: 1,
  allow_anonymous: true,
  allow_messages: true,
  show_names: true,
  pack: { id: 'pck_1', name: { fr: 'Soirée ciné' }, price_minor: '15000', category: 'cinema', partner_name: 'Ciné' },
  pack_gone: false,
  rules,
  minor: false,
  guardian_approved_at: null,
  guardian_declined_at: null,
  guardian_reason: null,
  wanted_pack_id: null,
  short_since: null,
  short_choice: null,
  shortfall_until: '2026-12-25T00:00:00Z',
  voucher_id: null,
  views: '3',
  shares: '1',
  revision: 4,
  thanks: null,
  timeline: [{ at: '2026-11-11T00:00:00Z', code: 'opened', detail: {} }],
}

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  app.addHook('preHandler', async ({ method, url, body }) => {
    if (url.startsWith('/api/')) calls.push({ method, url, body: (body ?? {}) as never })
  })
  app.get('/api/me', async () => ({ id: 'usr_1', email: null, phone: null }))
  app.get('/api/me/profile', async () => ({
    first_name: 'Awa',
    date_of_birth: minor ? '2010-12-11' : '1994-12-11',
    celebrates: '28_february',
    is_minor: minor,
    has_guardian: minor,
  }))
  app.get('/api/me/pot-draft', async () => ({ draft }))
  app.patch('/api/me/pot-draft', async (request) => {
    const { step, ...said } = request.body as Record<string, unknown> & { step: number }
    draft = { ...draft, ...said, step: Math.max(step, Number(draft?.['step'] ?? 1)) }
    return { draft }
  })
  app.delete('/api/me/pot-draft', async (_request, reply) => {
    draft = null
    return reply.code(204).send()
  })
  app.get('/api/pots/rules', async () => rules)
  app.get('/api/packs', async () => ({ items: [pack], next_cursor: null }))
  app.get('/api/packs/:id', async () => pack)
  app.get('/api/pots', async () => ({ items: [], next_cursor: null }))
  app.post('/api/pots', async (_request, reply) => reply.code(201).send(openPot))
  app.get('/api/pots/:id', async () => pot)
  app.get('/api/pots/:id/gifts', async () => ({ items: [], next_cursor: null }))
  app.get('/api/pots/:id/changes', async () => ({
    items: [
      {
        revision: 4,
        role: 'guardian',
        mine: false,
        before: { title: 'Avant' },
        after: { title: 'Après <b>' },
        undoes: null,
        at: '2026-11-20T10:00:00Z',
      },
    ],
    next_cursor: null,
  }))
  app.patch('/api/pots/:id', async (_request, reply) => {
    if (!collides) return pot
    reply.code(409).type('application/problem+json')
    return {
      title: 'pots.changed_meanwhile',
      code: 'pots.changed_meanwhile',
      detail: 'La cagnotte a été modifiée ailleurs entre-temps.',
      retry: 'never',
      request_id: 'r',
      fields: { title: { code: 'pots.changed_here', detail: 'La version enregistrée dit autre chose ici.' } },
    }
  })
  app.get('/api/me/credit', async () => ({ available_minor: '0', currency: 'XOF' }))
  for (const path of ['undo', 'thanks', 'guardian-refusal', 'pack-purchase'])
    app.post(`/api/pots/:id/${path}`, async () =>
      path === 'pack-purchase' ? { status: 'bought', voucher_id: 'vch_1' } : pot,
    )
  app.patch('/api/pots/:id/thanks', async () => pot)
  await attachWeb(app, { build, clientDirectory, product: 'wolo' })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)

afterAll(() => app.close())

beforeEach(() => {
  calls = []
  draft = null
  minor = false
  collides = false
  pot = openPot
})

const get = async (path: string) => (await fetch(origin + path, { redirect: 'manual' })).text()
const where = async (path: string) => (await fetch(origin + path, { redirect: 'manual' })).headers.get('location')
const post = (path: string, fields: Record<string, string>) =>
  fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
const said = (method: string, url: string) => calls.findLast((call) => call.method === method && call.url === url)?.body
const begun = { pack_id: 'pck_1', title: 'Mes 32 ans', step: 2 }

describe('a new pot', () => {
  test('is kept at each step, and the next one follows', async () => {
    const first = await post('/pots/new', { goal: 'pack', pack_id: 'pck_1', target_minor: '9 000' })
    expect(first.headers.get('location')).toBe('/pots/new/words')
    expect(said('PATCH', '/api/me/pot-draft')).toEqual({ pack_id: 'pck_1', target_minor: null, step: 1 })
    const second = await post('/pots/new/words', { title: 'Mes 32 ans', story: '' })
    expect(second.headers.get('location')).toBe('/pots/new/cover')
    const third = await fetch(`${origin}/pots/new/cover`, {
      method: 'POST',
      body: form({ cover: 'pirogue' }),
      redirect: 'manual',
    })
    expect(third.headers.get('location')).toBe('/pots/new/rules')
    const fourth = await post('/pots/new/rules', { visibility: 'private', allow_messages: 'on' })
    expect(fourth.headers.get('location')).toBe('/pots/new/preview')
    expect(draft).toEqual({
      pack_id: 'pck_1', target_minor: null, title: 'Mes 32 ans', story: '', cover: 'pirogue', visibility: 'private',
      allow_messages: true, show_names: false, allow_anonymous: false, step: 4,
    }) // prettier-ignore
  })

  test('says where one is, and leads back to where one has been', async () => {
    draft = begun
    const html = await get('/pots/new/words')
    expect(html).toMatch(/aria-current="step"[^>]*>.*?Les mots/)
    expect(html).toContain('étape 2 sur 4')
    expect(html).toMatch(/href="\/pots\/new"[^>]*>.*?Le cadeau/)
    expect(html).not.toContain('href="/pots/new/rules"')
  })

  test('goes back, away and to the preview without losing a word', async () => {
    draft = begun
    const back = await post('/pots/new/words', { title: '', story: 'Un mot', go: 'back' })
    expect(back.headers.get('location')).toBe('/pots/new')
    expect(draft).toMatchObject({ title: '', story: 'Un mot' })
    const later = await post('/pots/new/words', { title: 'Mes 32 ans', story: '', go: 'later' })
    expect(later.headers.get('location')).toBe('/dashboard?done=draft')
    const again = await post('/pots/new/words?from=preview', { title: 'Mes 33 ans', story: '' })
    expect(again.headers.get('location')).toBe('/pots/new/preview')
  })

  test.each([
    ['/pots/new', { goal: 'pack' }, 'Choisissez un pack'],
    ['/pots/new', { goal: 'amount', target_minor: '100' }, 'Entre 5'],
    ['/pots/new', { goal: 'amount', target_minor: 'beaucoup' }, 'Entre 5'],
    ['/pots/new/words', { title: ' ' }, 'Il faut un titre'],
  ])('%s with %j does not go on', async (path, fields, why) => {
    draft = begun
    const response = await post(path, fields)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(why)
    expect(said('PATCH', '/api/me/pot-draft')).toBeUndefined()
  })

  test('has no later step before the first, and no preview without a title', async () => {
    for (const step of ['words', 'cover', 'rules', 'preview'])
      expect(await where(`/pots/new/${step}`)).toBe('/pots/new')
    draft = { pack_id: 'pck_1', step: 1 }
    expect(await where('/pots/new/preview')).toBe('/pots/new/words')
  })

  test('is shown as friends will see it, out of reach, beside every choice in words', async () => {
    draft = { ...begun, story: '<script>alert(1)</script>', visibility: 'private', step: 4 }
    const html = await get('/pots/new/preview')
    expect(html).toMatch(/<div inert/)
    expect(html.slice(html.indexOf('<div inert'))).toContain('Mes 32 ans')
    expect(html).toContain('href="/pots/new/words?from=preview"')
    expect(html).toContain('Ceux qui ont le lien, en discret')
    expect(html).not.toContain('<script>alert')
    expect(html.match(/<title>/g)).toHaveLength(1)
    expect(html).not.toContain('data-live')
  })

  test('is made from what was kept, and only from that', async () => {
    draft = { ...begun, story: '', cover: null, visibility: 'link', step: 4, created_at: 'x', updated_at: 'x' }
    const made = await post('/pots/new/preview', { title: 'Autre chose' })
    expect(made.headers.get('location')).toBe('/pots/pot_1?done=created')
    expect(said('POST', '/api/pots')).toEqual({
      pack_id: 'pck_1',
      title: 'Mes 32 ans',
      story: '',
      cover: null,
      visibility: 'link',
    })
  })

  test('of somebody under age says who must agree, and is never public', async () => {
    minor = true
    draft = { ...begun, visibility: 'public', step: 4 }
    expect(await get('/pots/new')).toContain('votre adulte reçoit un message')
    expect(await get('/pots/new/rules')).not.toContain('value="public"')
    expect(await get('/pots/new/preview')).toContain('Créer et demander l’accord')
    await post('/pots/new/preview', {})
    expect(said('POST', '/api/pots')).toMatchObject({ visibility: 'link' })
  })
})

describe('a pot that is changed', () => {
  test('is changed from the version that was seen', async () => {
    expect(await get('/pots/pot_1/edit')).toContain('name="revision" value="4"')
    const fields = { revision: '4', title: 'Nouveau', story: '', cover: 'pirogue', visibility: 'link' }
    const response = await fetch(`${origin}/pots/pot_1/edit`, {
      method: 'POST',
      body: form(fields),
      redirect: 'manual',
    })
    expect(response.headers.get('location')).toBe('/pots/pot_1?done=saved')
    expect(said('PATCH', '/api/pots/pot_1')).toMatchObject({ revision: 4, title: 'Nouveau' })
  })

  test('shows both versions when somebody else was first, and loses neither', async () => {
    collides = true
    pot = { ...openPot, revision: 5, title: 'Leur titre' }
    const fields = { revision: '4', title: 'Mon titre', story: '', cover: 'pirogue', visibility: 'link' }
    const response = await fetch(`${origin}/pots/pot_1/edit`, {
      method: 'POST',
      body: form(fields),
      redirect: 'manual',
    })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('Leur titre')
    expect(html).toContain('Mon titre')
    expect(html).toContain('Par l’adulte responsable')
    // The next try is against the version that was shown.
    expect(html).toContain('name="revision" value="5"')
  })

  test('has a history in words, whose last change can be put back', async () => {
    const html = await get('/pots/pot_1/history')
    expect(html).toContain('Avant')
    expect(html).toContain('Après &lt;b&gt;')
    const response = await post('/pots/pot_1/history', { revision: '4' })
    expect(response.headers.get('location')).toBe('/pots/pot_1/history?done=undone')
    expect(said('POST', '/api/pots/pot_1/undo')).toEqual({ revision: 4 })
    pot = { ...openPot, ended_at: '2026-12-25T00:00:00Z', status: 'closed' }
    expect(await get('/pots/pot_1/history')).not.toContain('Annuler cette modification')
  })
})

describe('the owner’s page', () => {
  test('offers one act that stands out: sharing while money is missing, the gift once there is enough', async () => {
    const collecting = await get('/pots/pot_1')
    expect(collecting).toContain('Les cadeaux arrivent')
    expect(collecting).toMatch(/href="sms:\?&amp;body=[^"+]*awa-2erahn2fe6/)
    expect(collecting).toContain('href="/pots/pot_1/poster"')
    expect(collecting).not.toContain('Prendre mon cadeau')
    pot = { ...openPot, status: 'funded', missing_minor: '0', raised_minor: '17000' }
    const enough = await get('/pots/pot_1')
    expect(enough).toContain('href="/pots/pot_1/buy"')
    const buying = await get('/pots/pot_1/buy')
    expect(buying).toContain('L’achat est définitif')
    expect(buying).toContain('<data value="2000"')
    const bought = await post('/pots/pot_1/buy', { buyer: 'owner' })
    expect(bought.headers.get('location')).toBe('/vouchers/vch_1?done=bought')
  })

  test('keeps its goal once it is bought, and says what became of the rest', async () => {
    pot = { ...openPot, status: 'closed', end_reason: 'bought', target_minor: '40000', raised_minor: '45000' }
    const html = await get('/pots/pot_1')
    expect(html).toContain('112\u202f% de l’objectif')
    expect(html).toMatch(/Il restait <[^>]+>30\s000\sF<[^>]+>\s: c’est devenu votre crédit Wolo\./)
  })

  test('says what an expired pot gave back, not a bar at nothing', async () => {
    pot = {
      ...openPot, status: 'expired', end_reason: 'failed_pot', ended_at: '2026-12-25T00:00:00Z', raised_minor: '0',
      given_back_minor: '33000', timeline: [{ at: '2026-12-25T00:00:00Z', code: 'refunds_done', detail: {} }],
    } // prettier-ignore
    const html = await get('/pots/pot_1')
    expect(html).toMatch(/<data value="33000"[^>]*>33.000.F<\/data> rendus/)
    expect(html).not.toContain('role="progressbar"')
    expect(html).not.toContain('<progress')
  })

  test('thanks everybody once; then shows how many were reached and never whom', async () => {
    const form_ = await get('/pots/pot_1/thanks')
    expect(form_).toContain('jamais qui')
    const sent = await post('/pots/pot_1/thanks', { message: 'Merci à tous', is_public: 'on' })
    expect(sent.headers.get('location')).toBe('/pots/pot_1/thanks?done=sent')
    expect(said('POST', '/api/pots/pot_1/thanks')).toEqual({ message: 'Merci à tous', is_public: true })
    pot = {
      ...openPot,
      thanks: { message: 'Merci', is_public: false, written_at: '2026-11-20T10:00:00Z', corrected_at: null, reached: 3, unreached: 1, told_at: '2026-11-20T10:00:00Z' },
    } // prettier-ignore
    const told = await get('/pots/pot_1/thanks')
    expect(told).toContain('3 personnes prévenues par message')
    expect(told).toContain('1 personne le lira')
    await post('/pots/pot_1/thanks', { act: 'show', public: 'yes' })
    expect(said('PATCH', '/api/pots/pot_1/thanks')).toEqual({ is_public: true })
    await post('/pots/pot_1/thanks', { act: 'correct', message: 'Merci !' })
    expect(said('PATCH', '/api/pots/pot_1/thanks')).toEqual({ message: 'Merci !' })
  })
})

test('a guardian sees what is asked and what follows, and may say why not', async () => {
  pot = { ...openPot, role: 'guardian', status: 'scheduled', minor: true, opens_at: '2099-11-11T00:00:00Z' }
  const html = await get('/pots/pot_1')
  expect(html).toContain('Awa vous demande votre accord')
  expect(html).toContain('C’est vous qui achetez le pack')
  await post('/pots/pot_1', { act: 'decline', reason: 'Parlons-en ce soir' })
  expect(said('POST', '/api/pots/pot_1/guardian-refusal')).toEqual({ reason: 'Parlons-en ce soir' })
  pot = { ...pot, role: 'owner', guardian_declined_at: '2026-11-20T10:00:00Z', guardian_reason: 'Parlons-en ce soir' }
  expect(await get('/pots/pot_1')).toContain('Parlons-en ce soir')
})

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
