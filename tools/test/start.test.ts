/** The ports a start settles on, and what it says about those that cannot be used. */
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { settlePorts } from '../start.ts'

test('a port that browsers refuse to open is named, not served on', async () => {
  await expect(settlePorts({ TERANGA_WOLO_PORT: '4190', TERANGA_WAVE_PORT: '0' })).rejects.toThrow(
    /Port 4190 for wolo is one that browsers refuse/,
  )
})

test('a taken port is named', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  await expect(settlePorts({ TERANGA_WOLO_PORT: String(port), TERANGA_WAVE_PORT: '0' })).rejects.toThrow(
    `Port ${port} for wolo is in use`,
  )
  server.close()
})

test('0 takes a free port, and the stand-in’s address follows it', async () => {
  const names = ['WOLO', 'TUTOR', 'WAVE', 'PAYMOB']
  const env: NodeJS.ProcessEnv = Object.fromEntries(names.map((name) => [`TERANGA_${name}_PORT`, '0']))
  await settlePorts(env)
  expect(Number(env['TERANGA_WOLO_PORT'])).toBeGreaterThan(0)
  expect(env['WAVE_API_URL']).toBe(`http://127.0.0.1:${env['TERANGA_WAVE_PORT']}`)
  expect(env['PAYMOB_API_URL']).toBe(`http://127.0.0.1:${env['TERANGA_PAYMOB_PORT']}`)
})
