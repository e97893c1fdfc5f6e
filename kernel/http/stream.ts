/**
 * Answers that come bit by bit, as server-sent events: `text` for each piece (`{"text": "…"}`), then `done` with the body of the
 * answer, or `problem` with a problem document where something ended it. Who does not accept events gets the body alone, at the
 * end. What makes the answer runs to its end although the caller is gone: what was begun is finished and accounted for.
 */
import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { plain } from './plain.ts'
import { problemOf } from './problem.ts'

type Making = AsyncGenerator<string, unknown, void>

export interface Streams {
  /** Sends what `making` yields and returns; what it throws before its first piece is thrown. */
  send(ctx: Context, request: FastifyRequest, reply: FastifyReply, status: number, making: Making): Promise<unknown>
  /** When every answer begun is made, its caller there or not. */
  ended(): Promise<void>
}

/** Proxies let go of a connection on which nothing is said. */
const SILENCE_MS = 10_000
/** A caller that reads no more holds up nothing for longer. */
const UNREAD_MS = 30_000

export function openStreams(): Streams {
  const open = new Set<Promise<void>>()
  return {
    async send(ctx, request, reply, status, making) {
      const first = await making.next()
      if (!acceptsEvents(request.headers.accept)) {
        let step = first
        while (!step.done) step = await making.next()
        return reply.code(status).send(plain(step.value))
      }
      const events = new PassThrough()
      // A caller that goes away ends the stream, not what is made.
      events.on('error', () => {})
      const sending = pump(ctx, events, making, first).finally(() => open.delete(sending))
      open.add(sending)
      return reply
        .code(status)
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(events)
    },
    async ended() {
      await Promise.allSettled(open)
    },
  }
}

/** True when events are asked for by name. */
function acceptsEvents(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some((range) => range.split(';')[0]!.trim().toLowerCase() === 'text/event-stream')
}

async function pump(
  ctx: Context,
  events: PassThrough,
  making: Making,
  first: IteratorResult<string, unknown>,
): Promise<void> {
  const silence = setInterval(() => void (events.destroyed || events.write(': \n\n')), SILENCE_MS)
  try {
    let step = first
    for (; !step.done; step = await making.next()) await write(events, 'text', { text: step.value })
    await write(events, 'done', plain(step.value))
  } catch (error) {
    const { document, bug } = problemOf(error, ctx.locale, ctx.requestId)
    if (bug) ctx.log.error({ err: error, request_id: ctx.requestId }, 'an answer broke off')
    await write(events, 'problem', document)
  } finally {
    clearInterval(silence)
    events.end()
  }
}

async function write(events: PassThrough, event: string, data: unknown): Promise<void> {
  if (events.destroyed || events.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) return
  const waited = new AbortController()
  await Promise.race([
    new Promise<void>((resolve) => {
      events.once('drain', resolve)
      events.once('close', resolve)
    }),
    sleep(UNREAD_MS, undefined, { signal: waited.signal }).then(
      () => void events.destroy(),
      () => {},
    ),
  ])
  waited.abort()
}
