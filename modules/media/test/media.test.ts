// Pictures people send: what is kept of them, what is refused, who may use them, when they go.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { identity } from '../../identity/module.ts'
import { makeUser, roles, warm } from '../../identity/test/make.ts'
import { authenticate } from '../../identity/api.ts'
import { messaging } from '../../messaging/module.ts'
import { productOf, testProduct } from '../../../kernel/testing/product.ts'
import { imageId, useImage } from '../api.ts'
import { media } from '../module.ts'
import { BYTES_MAX, IMAGES_MAX, UNUSED_DAYS } from '../rules.ts'
import { bomb, heic, phonePhoto, photo } from './pictures.ts'

let t: TestProduct
beforeAll(async () => {
  const modules = [audit, access, messaging, identity, media]
  t = await testProduct(productOf(modules, { policy: { access: { roles } }, authenticate }))
})
afterAll(() => t.close())

const send = (body: Buffer, token?: string, type = 'application/octet-stream') =>
  t.call('POST', '/images', { body, headers: { 'content-type': type }, ...(token ? { token } : {}) })
const get = (id: string, size = 'large', headers: Record<string, string> = {}) =>
  t.app.inject({ method: 'GET', url: `/api/images/${id}/${size}`, headers })
const picture = async (id: string, size = 'large') => (await get(id, size)).rawPayload
const sent = async (body: Buffer, token: string) => (await send(body, token)).json.image_id as string
/** The colour in the middle of the left, right, upper and lower edge. */
async function edges(bytes: Buffer) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const i = (y * info.width + x) * info.channels
    return data[i]! > data[i + 2]! ? 'red' : 'blue'
  }
  const [w, h] = [info.width, info.height]
  return { left: at(5, h / 2), right: at(w - 5, h / 2), top: at(w / 2, 5), bottom: at(w / 2, h - 5) }
}

describe('a picture that is sent', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is kept as WebP in two sizes when it is %s', async (kind) => {
    const { token } = await makeUser(t)
    const answer = await send(await (await photo()).toFormat(kind).toBuffer(), token)
    expect(answer.status).toBe(201)
    for (const [size, width, height] of [
      ['large', 1200, 630],
      ['small', 600, 315],
    ] as const) {
      const shown = await get(answer.json.image_id, size)
      expect(shown.headers['content-type']).toBe('image/webp')
      expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'webp', width, height })
    }
  })

  it('loses the place where it was taken, the camera and the name in it', async () => {
    const { token } = await makeUser(t)
    const original = await phonePhoto()
    // What must not survive is there before.
    expect((await sharp(original).metadata()).exif).toBeDefined()
    for (const word of ['Exif', 'TECNO', 'Awa Diop']) expect(original.includes(word)).toBe(true)
    const id = await sent(original, token)
    for (const size of ['large', 'small']) {
      const bytes = await picture(id, size)
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata()
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
      for (const word of ['Exif', 'EXIF', 'GPS', 'TECNO', 'Awa Diop', 'XMP', 'ICCP'])
        expect(bytes.includes(word)).toBe(false)
    }
  })

  it('is turned upright', async () => {
    const { token } = await makeUser(t)
    expect(await edges(await picture(await sent(await phonePhoto(1), token)))).toMatchObject({
      left: 'red',
      right: 'blue',
    })
    expect(await edges(await picture(await sent(await phonePhoto(3), token)))).toMatchObject({
      left: 'blue',
      right: 'red',
    })
    const quarter = await edges(await picture(await sent(await phonePhoto(6), token)))
    expect(quarter.left).toBe(quarter.right)
  })

  it('is its first frame when it moves, and lies on paper where it is transparent', async () => {
    const { token } = await makeUser(t)
    const frame = (background: string) =>
      sharp({ create: { width: 600, height: 400, channels: 4, background } })
        .png()
        .toBuffer()
    const moving = await sharp([await frame('#ff0000'), await frame('#0000ff')], { join: { animated: true } })
      .gif()
      .toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(2)
    const still = await picture(await sent(moving, token))
    expect((await sharp(still).metadata()).pages).toBeUndefined()
    expect(await edges(still)).toMatchObject({ left: 'red', right: 'red' })
    const clear = await picture(await sent(await frame('#00000000'), token))
    expect(await sharp(clear).metadata()).toMatchObject({ hasAlpha: false })
    expect((await sharp(clear).stats()).channels[0]!.mean).toBeGreaterThan(240)
  })

  it('may be kept by browsers for ever, and is not sent again to who has it', async () => {
    const { token } = await makeUser(t)
    const id = await sent(await phonePhoto(), token)
    const first = await get(id)
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    const again = await get(id, 'large', { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    expect((await get(id, 'large', { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it('is the same picture when it is sent again, and another when somebody else sends it', async () => {
    const [awa, binta] = [await makeUser(t), await makeUser(t)]
    const bytes = await phonePhoto()
    const id = await sent(bytes, awa.token)
    expect(await sent(bytes, awa.token)).toBe(id)
    expect(await sent(bytes, binta.token)).not.toBe(id)
  })

  it('is one when it is sent ten times at once', async () => {
    const { token, userId } = await makeUser(t)
    await warm(t)
    const bytes = await phonePhoto(8)
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(bytes, token)))
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.image_id}`)).size).toBe(1)
    const kept = await t.asOwner((client) =>
      client.query('select images from media.shelf where owner_id = $1', [userId]),
    )
    expect(kept.rows).toEqual([{ images: 1 }])
  })

  it('lies sealed in the database', async () => {
    const { token, userId } = await makeUser(t)
    const id = await sent(await phonePhoto(), token)
    const { rows } = await t.asOwner((client) =>
      client.query('select bytes from media.rendition where owner_id = $1', [userId]),
    )
    expect(rows).toHaveLength(2)
    for (const { bytes } of rows) expect((bytes as Buffer).includes('WEBP')).toBe(false)
    expect((await picture(id)).includes('WEBP')).toBe(true)
  })
})

describe('what is refused', () => {
  const refusedAs = async (body: Buffer, code: string, status = 422) => {
    const { token } = await makeUser(t)
    const answer = await send(body, token, 'image/jpeg')
    expect([answer.json.code, answer.status]).toEqual([code, status])
    expect(answer.json.detail).toMatch(/\.$/)
  }
  it('what is no picture, whatever it calls itself', async () => {
    await refusedAs(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'media.not_a_picture',
    )
    await refusedAs(Buffer.from('%PDF-1.7 and some more text of a document'), 'media.not_a_picture')
    await refusedAs(await (await photo()).tiff().toBuffer(), 'media.not_a_picture')
    await refusedAs(Buffer.alloc(0), 'media.not_a_picture')
  })
  it('a photo of an iPhone that we cannot read, with what to do', () => refusedAs(heic(), 'media.heic_unsupported'))
  it('one of too many points, before it is decoded', () => refusedAs(bomb(), 'media.too_big'))
  it('one too heavy', () => refusedAs(Buffer.alloc(BYTES_MAX + 1, 0xff), 'media.too_heavy', 413))
  it('one too small to look good', async () =>
    refusedAs(await (await photo(479, 400)).jpeg().toBuffer(), 'media.too_small'))
  it('one that did not arrive whole', async () => {
    const whole = await phonePhoto()
    await refusedAs(whole.subarray(0, Math.floor(whole.length * 0.6)), 'media.broken')
    const png = await (await photo()).png().toBuffer()
    await refusedAs(png.subarray(0, Math.floor(png.length * 0.6)), 'media.broken')
  })
  it('a guest, and another content type', async () => {
    expect((await send(await phonePhoto())).status).toBe(401)
    const { token } = await makeUser(t)
    expect((await send(Buffer.from('a'), token, 'text/csv')).status).toBe(415)
  })
  it('more than a person may send in ten minutes', async () => {
    const { token } = await makeUser(t)
    const bytes = await phonePhoto()
    for (let i = 0; i < 20; i++) expect((await send(bytes, token)).status).toBe(201)
    expect((await send(bytes, token)).json.code).toBe('kernel.too_many_requests')
  })
  it('more pictures than are kept for one person', async () => {
    const { token, userId } = await makeUser(t)
    const full = (images: number) =>
      t.asOwner((client) =>
        client.query(
          'insert into media.shelf values ($1, $2) on conflict (owner_id) do update set images = excluded.images',
          [userId, images],
        ),
      )
    await full(IMAGES_MAX)
    const refused = await send(await phonePhoto(), token)
    expect([refused.status, refused.json.code]).toEqual([409, 'media.too_many'])
    await full(IMAGES_MAX - 1)
    expect((await send(await phonePhoto(), token)).status).toBe(201)
  })
  it('a name that is no picture’s, and a size there is not', async () => {
    expect((await get(imageId.wire('00000000-0000-0000-0000-000000000000'))).statusCode).toBe(404)
    const { token } = await makeUser(t)
    expect((await get(await sent(await phonePhoto(), token), 'huge')).statusCode).toBe(422)
  })
})

describe('how long a picture stays', () => {
  const clean = (held: string[] = []) =>
    t.tx(async (tx) => {
      const { keep, remove } = media.retention[0]!
      return remove(t.ctx(), tx, t.clock.now().toZonedDateTimeISO('UTC').subtract(keep).toInstant(), held)
    })
  it('some days when nothing uses it, and then its place is free again', async () => {
    const { token, userId } = await makeUser(t)
    const id = await sent(await phonePhoto(), token)
    t.clock.advance({ days: UNUSED_DAYS - 1 })
    await clean()
    expect((await get(id)).statusCode).toBe(200)
    t.clock.advance({ days: 2 })
    await clean([userId])
    expect((await get(id)).statusCode).toBe(200)
    expect(await clean()).toBeGreaterThan(0)
    expect((await get(id)).statusCode).toBe(404)
    const kept = await t.asOwner((client) =>
      client.query('select images from media.shelf where owner_id = $1', [userId]),
    )
    expect(kept.rows).toEqual([{ images: 0 }])
    expect(await sent(await phonePhoto(), (await makeUser(t)).token)).toBeDefined()
  })
  it('longer when it was sent again meanwhile, and as long as it is used', async () => {
    const awa = await makeUser(t)
    const [again, used] = [await phonePhoto(1), await phonePhoto(3)]
    const ids = { again: await sent(again, awa.token), used: await sent(used, awa.token) }
    const use = (userId: string, id: string) => t.tx((tx) => useImage(t.ctx(), tx, userId, imageId.parse(id)))
    expect(await use(awa.userId, ids.used)).toBe(true)
    // Nobody uses a picture of somebody else.
    expect(await use((await makeUser(t)).userId, ids.again)).toBe(false)
    t.clock.advance({ days: UNUSED_DAYS - 1 })
    await sent(again, awa.token)
    t.clock.advance({ days: 2 })
    await clean()
    expect((await get(ids.again)).statusCode).toBe(200)
    t.clock.advance({ days: UNUSED_DAYS })
    await clean()
    expect((await get(ids.again)).statusCode).toBe(404)
    expect((await get(ids.used)).statusCode).toBe(200)
  })
  it('until its owner is erased', async () => {
    const { token, userId } = await makeUser(t)
    const id = await sent(await phonePhoto(), token)
    const told = await t.tx((tx) => media.personalData!.export(t.ctx(), tx, userId))
    expect(told).toMatchObject({ images: [{ path: `/api/images/${id}/large` }] })
    await t.tx((tx) => media.personalData!.erase(t.ctx(), tx, userId))
    expect((await get(id)).statusCode).toBe(404)
    const left = await t.asOwner((client) =>
      client.query(
        'select 1 from media.image where owner_id = $1 union select 1 from media.rendition where owner_id = $1 union select 1 from media.address where owner_id = $1 union select 1 from media.shelf where owner_id = $1',
        [userId],
      ),
    )
    expect(left.rows).toEqual([])
  })
  it('not even in a backup once the key is destroyed', async () => {
    const { token, userId } = await makeUser(t)
    const id = await sent(await phonePhoto(), token)
    await t.tx((tx) => t.ctx().vault.destroy(tx, userId))
    expect((await get(id)).statusCode).toBe(404)
  })
})
