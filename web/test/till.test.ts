/** What a cashier and a holder look at: each answer to a scan, each state of a voucher, colours that are read in the sun, the app. */
import Fastify, { type FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

const VENUES = [{ id: 'vnu_1', name: 'Plateau', address: '12, avenue Guèye', city: 'Dakar' }]
const NOTHING = {
  sentence: 'La phrase du serveur.',
  pack_name: null,
  redemption_id: null,
  redeemed_at: null,
  undo_until: null,
  used_at: null,
  used_venue: null,
}

let app: FastifyInstance
let origin: string
let outcome: Record<string, unknown>
let voucher: Record<string, unknown>
let paperAsked: number
let manager = false

const VOUCHER = {
  id: 'vch_1',
  status: 'issued',
  pack: {
    id: 'pck_1',
    name: 'Ciné à deux',
    terms: null,
    image_key: null,
    partner: { id: 'prt_1', name: 'Ciné Téranga' },
    venue_ids: [],
  },
  price_minor: '15000',
  currency: 'XOF',
  valid_from: '2020-01-01T00:00:00Z',
  valid_until: '2099-01-01T00:00:00Z',
  requires_guardian: false,
  guardian_approved_at: null,
  issued_at: '2020-01-01T00:00:00Z',
  ended_at: null,
  token: 'TOKEN',
  code: 'ABCD-EFG-HJK',
  qr_path: '/api/vouchers/vch_1/qr.svg',
  renew_seconds: 12,
  paper: true,
  paper_at: null,
  used: null,
}

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  app.get('/api/me', async () => ({
    id: 'usr_1',
    permissions: [],
    partner_permissions: ['redemption.scan', 'redemption.undo'],
    partner_ids: ['prt_1'],
  }))
  app.get('/api/partners/prt_1', async () => ({
    id: 'prt_1',
    name: 'Ciné',
    kind: 'cinema',
    description: {},
    venues: VENUES,
  }))
  app.get('/api/redemptions', async () => ({
    items: [
      {
        attempted_at: '2026-03-12T14:32:00Z',
        act: 'scan',
        result: 'accepted',
        method: 'token',
        pack_name: 'Ciné à deux',
        venue_name: 'Plateau',
        redemption_id: 'rdm_1',
        undo_until: null,
        undone_at: '2026-03-12T14:35:00Z',
      },
    ],
    next_cursor: null,
    partner_id: 'prt_1',
    today: { redeemed: '3', price_minor: '45000', share_minor: '38250' },
    by_counter: manager
      ? [
          { venue_name: 'Plateau', own: true, cashier_ending: '02', redeemed: '1', share_minor: '12750' },
          { venue_name: 'Plateau', own: false, cashier_ending: '01', redeemed: '2', share_minor: '25500' },
        ]
      : [],
  }))
  app.post('/api/redemptions', async () => outcome)
  app.get('/api/vouchers/vch_1', async () => voucher)
  app.post('/api/vouchers/vch_1/paper', async () => {
    paperAsked += 1
    return { paper_at: '2026-03-12T14:32:00Z' }
  })
  app.get('/api/packs/pck_1', async (_request, reply) => reply.code(404).send({ code: 'kernel.not_found' }))
  await attachWeb(app, { build, clientDirectory, product: 'wolo', development: false })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)
afterAll(() => app.close())
beforeEach(() => {
  voucher = VOUCHER
  paperAsked = 0
  manager = false
})

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { redirect: 'manual', headers: { 'accept-language': 'fr', ...headers } })
  return {
    response,
    html: (await response.text()).replaceAll('\u202F', ' ').replaceAll('\u00A0', ' ').replaceAll('<!-- -->', ''),
  }
}
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')

async function scanned(answer: Record<string, unknown>, language = 'fr'): Promise<string> {
  outcome = { ...NOTHING, ...answer }
  const response = await fetch(`${origin}/partner/scan`, {
    method: 'POST',
    body: new URLSearchParams({ code: 'ABCD-EFG-HJK' }),
    redirect: 'manual',
  })
  const to = response.headers.get('location') as string
  return (await page(to, { cookie: cookieOf(response), 'accept-language': language })).html
}

const REFUSALS = [
  ['already_used', 'no', 'Déjà utilisé', 'Already used'],
  ['wrong_partner', 'no', 'Autre partenaire', 'Another partner'],
  ['cancelled', 'no', 'Bon annulé', 'Cancelled voucher'],
  ['expired', 'no', 'Expiré', 'Expired'],
  ['invalid_signature', 'no', 'Faux bon', 'Not genuine'],
  ['holder_suspended', 'no', 'Bon bloqué', 'Blocked voucher'],
  ['not_yet_valid', 'wait', 'Trop tôt', 'Too early'],
  ['wrong_venue', 'wait', 'Autre établissement', 'Another venue'],
  ['unknown', 'wait', 'Code inconnu', 'Unknown code'],
  ['outdated', 'wait', 'Code périmé', 'Out-of-date code'],
  ['guardian_approval_missing', 'wait', 'Accord parental manquant', 'Parent’s approval missing'],
] as const

test.each(REFUSALS)('%s is a %s in words of its own, in both languages', async (result, face, french, english) => {
  const html = await scanned({ result })
  expect(html).toContain(`data-verdict="${face}"`)
  expect(html).toContain('>Refusé</h1>')
  expect(html).toContain(french)
  expect(html).toContain('La phrase du serveur.')
  expect(html).not.toMatch(/partner\.(reason|advice)/)
  expect(await scanned({ result }, 'en')).toContain(english)
})

test('every reason has a sign of its own', async () => {
  const signs = new Set<string>()
  for (const [result] of REFUSALS)
    signs.add(/viewBox="0 0 24 24"[^>]*size-12[^>]*>(.*?)<\/svg>/.exec(await scanned({ result }))?.[1] ?? '')
  signs.delete('')
  expect(signs.size).toBe(REFUSALS.length)
})

test('an accepted scan says what to hand over, and can be taken back', async () => {
  const html = await scanned({
    result: 'accepted',
    pack_name: 'Ciné à deux',
    redemption_id: 'rdm_1',
    redeemed_at: '2026-03-12T14:32:00Z',
    undo_until: '2026-03-12T14:42:00Z',
  })
  expect(html).toContain('data-verdict="yes"')
  expect(html).toContain('>Accepté</h1>')
  expect(html).toMatch(/<strong[^>]*>Ciné à deux<\/strong>/)
  expect(html).toContain('Confirmer l’annulation')
})

test('a voucher used here says at what time, one used elsewhere says where', async () => {
  const now = new Date().toISOString()
  const here = await scanned({ result: 'already_used', used_at: now, used_venue: 'Plateau' })
  expect(here).toMatch(/Aujourd’hui à <time[^>]*>\d\d:\d\d<\/time> ici même/)
  const there = await scanned({ result: 'already_used', used_at: '2020-01-01T12:00:00Z', used_venue: 'Thiès' })
  expect(there).toContain('à Thiès')
  expect(there).not.toContain('Aujourd’hui à')
})

test('what counts is told apart in the sun, by who sees no colour, and from two metres', async () => {
  const css = readFileSync(new URL('../app/ui/till.css', import.meta.url), 'utf8')
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)![1]!
  const light: Record<string, number> = {}
  for (const name of ['till-yes', 'till-no', 'till-wait', 'paper']) {
    light[name] = luminance(colour(name))
    const [low, high] = [light[name], luminance(colour(`on-${name}`))].toSorted((a, b) => a - b) as [number, number]
    expect((high + 0.05) / (low + 0.05), name).toBeGreaterThanOrEqual(7)
  }
  for (const refused of ['till-no', 'till-wait']) expect(light['till-yes']! - light[refused]!).toBeGreaterThan(0.5)
})

test('the list says which scans were taken back; only a manager sees who scanned', async () => {
  const cashier = (await page('/partner')).html
  expect(cashier).toContain('accepté, puis annulé')
  expect(cashier).toContain('3 bons')
  expect(cashier).not.toContain('par caisse')
  manager = true
  const seen = (await page('/partner')).html
  expect(seen).toContain('Aujourd’hui, par caisse')
  expect(seen).toContain('numéro finissant par 01')
})

test('the console can be kept as an app, in either language', async () => {
  expect((await page('/partner')).html).toContain('rel="manifest" href="/partner.webmanifest?lang=fr"')
  const [french, english] = await Promise.all(
    ['fr', 'en'].map(async (lang) => (await fetch(`${origin}/partner.webmanifest?lang=${lang}`)).json()),
  )
  expect(french).toMatchObject({ name: 'Wolo caisse', lang: 'fr', start_url: '/partner', display: 'standalone' })
  expect(english).toMatchObject({ name: 'Wolo till', lang: 'en', id: french.id })
  for (const { src, sizes } of french.icons) {
    const icon = await fetch(origin + src)
    expect(icon.headers.get('content-type')).toBe('image/png')
    const { width, height } = await sharp(Buffer.from(await icon.arrayBuffer())).metadata()
    expect(`${width}x${height}`).toBe(sizes)
  }
})

test.each([
  ['ready', {}, 'data-code="/api/vouchers/vch_1/qr.svg"'],
  ['too_early', { valid_from: '2098-12-12T00:00:00Z' }, 'Encore un peu de patience'],
  ['guardian', { requires_guardian: true }, 'En attente de votre adulte responsable'],
  [
    'redeemed',
    { status: 'redeemed', qr_path: null, code: null, used: { at: '2026-03-12T14:32:00Z', venue: 'Plateau' } },
    'Plateau',
  ],
  ['expired', { status: 'expired', qr_path: null, code: null }, 'Ce bon a expiré'],
  [
    'cancelled',
    { status: 'cancelled', qr_path: null, code: null, ended_at: '2026-03-12T14:32:00Z' },
    'Ce bon a été annulé',
  ],
])('a voucher that is %s says so, on its page and alone on the screen', async (state, given, said) => {
  voucher = { ...VOUCHER, ...given }
  for (const path of ['/vouchers/vch_1', '/vouchers/vch_1/show']) {
    const { html } = await page(path)
    expect(html).toContain(`data-state="${state}"`)
    expect(html).toContain(said)
    expect(html.includes('data-code=')).toBe(state === 'ready')
  }
})

test('without scripts the page of a code is fetched anew while the code still counts', async () => {
  const { html } = await page('/vouchers/vch_1/show')
  const seconds = Number(/<noscript><meta http-equiv="refresh" content="(\d+)"/i.exec(html)?.[1])
  expect(seconds).toBeGreaterThan(12)
  expect(seconds).toBeLessThan(12 + 30)
})

test('paper is asked for in words, and shown only once it was', async () => {
  expect((await page('/vouchers/vch_1')).html).toContain('qui a ce papier peut utiliser le bon')
  expect((await page('/vouchers/vch_1/paper')).response.headers.get('location')).toBe('/vouchers/vch_1')
  const asked = await fetch(`${origin}/vouchers/vch_1`, {
    method: 'POST',
    body: new URLSearchParams(),
    redirect: 'manual',
  })
  expect(asked.headers.get('location')).toBe('/vouchers/vch_1/paper')
  expect(paperAsked).toBe(1)
  voucher = { ...VOUCHER, paper_at: '2026-03-12T14:32:00Z' }
  const { html } = await page('/vouchers/vch_1/paper')
  expect(html).toContain('/api/vouchers/vch_1/qr.svg?medium=paper')
  expect(html).toContain('ABCD-EFG-HJK')
  voucher = { ...VOUCHER, paper: false }
  expect((await page('/vouchers/vch_1')).html).not.toContain('papier')
})

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
