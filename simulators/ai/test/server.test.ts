import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAi, type Ai } from '../server.ts'

let ai: Ai
beforeAll(async () => {
  ai = await startAi()
})
afterAll(() => ai.close())

const ask = (more: object = {}, key = 'sk-simulator') =>
  fetch(`${ai.url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Why?' }], ...more }),
  })

test('answers whole, and chunk by chunk with usage at the end', async () => {
  const whole = (await (await ask()).json()) as { choices: { message: { content: string } }[] }
  expect(whole.choices[0]!.message.content).toContain('“Why?”')
  const streamed = await (await ask({ stream: true, stream_options: { include_usage: true } })).text()
  const events = streamed.trim().split('\n\n')
  expect(events.at(-1)).toBe('data: [DONE]')
  expect(events.at(-2)).toContain('"completion_tokens"')
  expect(events.length).toBeGreaterThan(5)
})

test('refuses a wrong key and a body without a model', async () => {
  expect((await ask({}, 'other')).status).toBe(401)
  expect((await ask({ model: undefined })).status).toBe(400)
})

test('shows its faults as often as asked for', async () => {
  ai.fault({ fault: 'rate_limited', times: 1 })
  expect((await ask()).status).toBe(429)
  ai.fault({ fault: 'broken', times: 1 })
  expect((await ask()).status).toBe(500)
  ai.fault({ fault: 'cut', after: 2, times: 1 })
  await expect(ask({ stream: true }).then((answer) => answer.text())).rejects.toThrow()
  ai.fault({ fault: 'ended', after: 2, times: 1 })
  expect(await (await ask({ stream: true })).text()).not.toContain('[DONE]')
  expect((await ask()).status).toBe(200)
})

test('runs as a process of its own and ends when told', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts')], {
    env: { ...process.env, AI_SIM_PORT: '0' },
  })
  const line = await new Promise<string>((said) => child.stdout.once('data', (data: Buffer) => said(data.toString())))
  const url = /http:\S+/.exec(line)![0]
  expect((await fetch(url.replace('/v1', '/control/requests'))).status).toBe(200)
  child.kill('SIGTERM')
  expect(await new Promise((ended) => child.once('exit', ended))).toBe(0)
})
