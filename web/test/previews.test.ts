/**
 * The pictures that messengers show with a link, and what a page says of itself to them. The pages are the built ones; the API
 * behind them answers as its documentation says.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { draw } from '../app/wolo/preview/picture.server.ts'
import { pictureResponse } from '../app/wolo/preview/pictures.server.ts'
import { fit, lineOf, writable } from '../app/wolo/preview/type.server.ts'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

const PUBLIC = 'https://wolo.example'
const PHOTO = 'img_01k0000000000000000000000a'
const open = {
  slug: 'awa-2erahn2fe6',
  status: 'open',
  end_reason: null,
  title: 'Les 32 ans d’Awa',
  story: '',
  cover: 'pirogue',
  honoree_name: 'Awa',
  visibility: 'public',
  birthday: '2026-12-11',
  opens_at: '2026-11-11T00:00:00Z',
  takes_gifts: true,
  shortfall_until: '2026-12-25T00:00:00Z',
  short_since: null,
  target_minor: '100000',
  raised_minor: '30000',
  topped_up_minor: '0',
  gift_count: 2,
  allow_anonymous: true,
  allow_messages: true,
  show_names: true,
  pack: null,
  rules: {
    opens_days_before: 30,
    shortfall_days: 14,
    late_money_days: 14,
    unverified_refund_days: 90,
    gift_min_minor: '200',
    gift_max_minor: '500000',
  },
  gifts: [],
  timeline: [],
  thanks: null,
  suggested_amounts_minor: [],
}

let app: FastifyInstance
let pot: Record<string, unknown> | undefined
let photo: Buffer
let sent: Buffer[] = []
let changed: unknown[] = []

beforeAll(async () => {
  photo = await sharp({ create: { width: 1200, height: 630, channels: 3, background: '#2f7d5b' } })
    .webp()
    .toBuffer()
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.get(
    '/api/p/:slug',
    async (_request, reply) =>
      pot ?? reply.code(404).send({ code: 'kernel.not_found', status: 404, detail: 'Introuvable.' }),
  )
  app.get('/api/images/:id/:size', async (request, reply) => {
    expect(request.params).toEqual({ id: PHOTO, size: 'large' })
    return reply.type('image/webp').send(photo)
  })
  app.post('/api/images', async (request, reply) => {
    const body = request.body as Buffer
    sent.push(body)
    if (!body.includes('a photo'))
      return reply.code(422).send({
        code: 'media.not_a_picture',
        title: 'media.not_a_picture',
        status: 422,
        retry: 'never',
        detail: 'Ce fichier n’est pas une image.',
      })
    return reply.code(201).send({ image_id: PHOTO })
  })
  app.patch('/api/pots/:id', async (request) => {
    changed.push(request.body)
    return { id: 'pot_1' }
  })
  await attachWeb(app, {
    build,
    clientDirectory,
    product: 'wolo',
    now: () => new Date('2026-11-21T12:00:00Z'),
    publicUrl: () => PUBLIC,
  })
}, 120_000)
afterAll(() => app.close())
beforeEach(() => {
  pot = open
  ;[sent, changed] = [[], []]
})

const page = async (headers: Record<string, string> = {}) =>
  (await app.inject({ url: '/p/awa-2erahn2fe6', headers })).body
/** What a page says of itself, by property or name. */
const tags = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
      name,
      content!.replaceAll('&amp;', '&'),
    ]),
  )
const imageOf = async () => tags(await page())['og:image']!
const picture = async (query = '', headers: Record<string, string> = {}) =>
  app.inject({ url: `/p/awa-2erahn2fe6/preview.jpg${query}`, headers })

describe('what a page says to messengers', () => {
  test('its title, words, language, address and picture, all under the public address', async () => {
    const html = await page()
    expect(tags(html)).toMatchObject({
      'og:type': 'website',
      'og:site_name': 'Wolo',
      'og:title': 'Les 32 ans d’Awa',
      'og:locale': 'fr_SN',
      'og:locale:alternate': 'en_GB',
      'og:url': `${PUBLIC}/p/awa-2erahn2fe6`,
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:type': 'image/jpeg',
      'twitter:card': 'summary_large_image',
    })
    expect(html).toContain(`<link rel="canonical" href="${PUBLIC}/p/awa-2erahn2fe6"/>`)
    const said = tags(html)
    expect(said['description']).toBe(said['og:description'])
    expect(said['description']).toContain('Awa')
    expect(said['og:image:alt']).toContain('Awa')
    expect(said['og:image']).toMatch(/^https:\/\/wolo\.example\/p\/awa-2erahn2fe6\/preview\.jpg\?in=fr&v=\w+$/)
    expect(tags(await page({ 'accept-language': 'en' }))).toMatchObject({ 'og:locale': 'en_GB' })
  })

  test('nowhere the address that a visitor claims to have asked at', async () => {
    const html = await page({ host: 'evil.example' })
    expect(html).toContain(`data-copy="${PUBLIC}/p/awa-2erahn2fe6"`)
    expect(html).not.toContain('evil.example')
  })

  test('another address for the picture when 5 % more came in, another day began or the words changed, and no other', async () => {
    const first = await imageOf()
    pot = { ...open, raised_minor: '30900', gift_count: 3 }
    expect(await imageOf()).toBe(first)
    const others = [
      { raised_minor: '35000' },
      { topped_up_minor: '5000' },
      { title: 'Les 33 ans d’Awa' },
      { cover: 'phare' },
      { status: 'funded' },
    ]
    for (const other of others) {
      pot = { ...open, ...other }
      expect(await imageOf(), JSON.stringify(other)).not.toBe(first)
    }
  })

  test('of a private pot nothing that tells how much came in', async () => {
    pot = { ...open, visibility: 'private' }
    const first = await imageOf()
    const bytes = (await picture()).rawPayload
    pot = { ...open, visibility: 'private', raised_minor: '90000', gift_count: 9 }
    expect(await imageOf()).toBe(first)
    expect((await picture()).rawPayload.equals(bytes)).toBe(true)
    pot = { ...open, raised_minor: '90000' }
    expect((await picture()).rawPayload.equals(bytes)).toBe(false)
  })
})

describe('the picture of a pot', () => {
  test('has the size messengers want, is light, and may be kept a while', async () => {
    for (const cover of [
      'gateau',
      'pirogue',
      'djembe',
      'fleurs',
      'baobab',
      'bol',
      'phare',
      'tissu',
      PHOTO,
      'unheard-of',
    ]) {
      pot = { ...open, cover }
      const { statusCode, headers, rawPayload } = await picture()
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/jpeg'])
      expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
      expect(rawPayload.length, cover).toBeLessThan(150_000)
      expect(headers['cache-control']).toContain('max-age=600')
      const again = await picture('', { 'if-none-match': String(headers['etag']) })
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    }
  })

  test('changes as gifts arrive, with the language, and when the pot has ended', async () => {
    const seen = new Set<string>()
    const look = async (query = '') => seen.add((await picture(query)).headers['etag'] as string)
    await look()
    await look('?in=en')
    for (const other of [
      { raised_minor: '0' },
      { raised_minor: '30500' },
      { raised_minor: '130000', status: 'funded' },
      { status: 'scheduled', takes_gifts: false },
      { status: 'closed', takes_gifts: false, end_reason: 'bought' },
      { status: 'expired', takes_gifts: false, end_reason: 'failed_pot' },
    ]) {
      pot = { ...open, ...other }
      await look()
    }
    expect(seen.size).toBe(8)
  })

  test('is not there for a pot that is not', async () => {
    pot = undefined
    expect((await picture()).statusCode).toBe(404)
  })

  test('is there for the home page too', async () => {
    const home = await app.inject({ url: '/preview.jpg?in=en' })
    expect(await sharp(home.rawPayload).metadata()).toMatchObject({ width: 1200, height: 630 })
  })
})

describe('drawing', () => {
  const words = { kicker: ['a'], title: 'b', strong: 'c' }
  const art = { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>', focus: 0.5, panel: '#000' }

  test('happens once for what was asked for ten times at once, and again for something else', async () => {
    let drawn = 0
    const ask = (strong: string) =>
      pictureResponse(new Request('https://x.example/'), { ...words, strong }, 'none', async () => {
        drawn += 1
        return art
      })
    await Promise.all(Array.from({ length: 10 }, () => ask('1 000 F')))
    expect(drawn).toBe(1)
    await ask('1 000 F')
    expect(drawn).toBe(1)
    await ask('2 000 F')
    expect(drawn).toBe(2)
  })

  test('that failed is tried again', async () => {
    const broken = pictureResponse(new Request('https://x.example/'), words, 'breaks', () =>
      Promise.reject(new Error('no art')),
    )
    await expect(broken).rejects.toThrow('no art')
    const mended = await pictureResponse(new Request('https://x.example/'), words, 'breaks', async () => art)
    expect(mended.status).toBe(200)
  })

  test('takes a photo of any colour, and words that are markup for words', async () => {
    for (const background of ['#ffffff', '#000000', '#ffee00']) {
      const bytes = await sharp({ create: { width: 1200, height: 630, channels: 3, background } })
        .webp()
        .toBuffer()
      const jpeg = await draw({ ...words, title: '</svg><script>&"', progress: 140, art: { photo: bytes } })
      // The panel is dark enough for cream letters whatever the photo.
      const corner = await sharp(jpeg).extract({ left: 0, top: 0, width: 40, height: 40 }).png().toBuffer()
      const [r, g, b] = (await sharp(corner).stats()).channels.map(({ mean }) => ((mean / 255 + 0.055) / 1.055) ** 2.4)
      const luminance = 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
      const cream = 0.918
      expect((cream + 0.05) / (luminance + 0.05)).toBeGreaterThan(6.5)
    }
  })
})

describe('words as outlines', () => {
  const room = { width: 500, lines: (size: number) => (size < 60 ? 4 : 2), sizes: [90, 70, 46], weight: 800 } as const

  test('fit their room, smaller when they are long, cut with an ellipsis when nothing else helps', () => {
    expect(fit('Awa', room)).toMatchObject({ size: 90, lines: [{}] })
    for (const text of ['Les quarante ans de Mame Diarra', 'x'.repeat(300), 'mot '.repeat(80), 'Ndèye '.repeat(9)]) {
      const { size, lines } = fit(text, room)
      expect(lines.length).toBeLessThanOrEqual(room.lines(size))
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(room.width)
    }
  })

  test('write accents and Wolof letters, and leave out what the face has not', () => {
    expect(writable('Éloïse ñ ŋ Ñaan')).toBe('Éloïse ñ ŋ Ñaan')
    expect(writable('Fête 🎉 à  Aïssatou 👑')).toBe('Fête à Aïssatou')
    expect(lineOf('🎉', 40, 700)).toEqual({ width: 0, svg: '' })
    expect(lineOf('ŋ', 40, 700).width).toBeGreaterThan(10)
  })
})

describe('a photo sent with the form of a pot', () => {
  const post = (file: string, cover = 'baobab') => {
    const form = new FormData()
    form.set('title', 'Mes 30 ans')
    form.set('cover', cover)
    form.set('cover_file', new File([file], file === '' ? '' : 'x.jpg'))
    return new Response(form)
  }
  const submit = async (form: Response) =>
    app.inject({
      method: 'POST',
      url: '/pots/pot_1/edit',
      headers: { 'content-type': form.headers.get('content-type')!, 'sec-fetch-site': 'same-origin' },
      payload: Buffer.from(await form.arrayBuffer()),
    })

  test('wins over the drawing that is marked, and is sent as it came', async () => {
    await submit(post('a photo'))
    expect(sent.map(String)).toEqual(['a photo'])
    expect(changed).toMatchObject([{ cover: PHOTO }])
  })

  test('that was not chosen leaves the drawing', async () => {
    await submit(post(''))
    expect(sent).toEqual([])
    expect(changed).toMatchObject([{ cover: 'baobab' }])
  })

  test('that is refused changes nothing', async () => {
    await submit(post('something else'))
    expect(sent).toHaveLength(1)
    expect(changed).toEqual([])
  })
})
