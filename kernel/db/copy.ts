/** PostgreSQL's COPY between a table and a file, which the driver speaks but does not offer: hashed on the way, bounded in memory. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from 'node:fs'
import type pg from 'pg'

export interface Copied {
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** What the driver calls on a query that is running. */
interface Connection {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean }
}

/** Runs `copy … to stdout` into a new file, which is synced. */
export async function copyOut(client: pg.Client, sql: string, path: string): Promise<Copied> {
  const file = openSync(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const rows = await running(client, sql, {
      handleCopyData({ chunk }) {
        // Written at once: the chunk's memory belongs to the driver.
        writeSync(file, chunk)
        hash.update(chunk)
        bytes += chunk.length
      },
    })
    fsyncSync(file)
    return { rows, bytes, sha256: hash.digest('hex') }
  } finally {
    closeSync(file)
  }
}

/** Runs `copy … from stdin` with the content of a file. */
export async function copyIn(client: pg.Client, sql: string, path: string): Promise<Copied> {
  const hash = createHash('sha256')
  let bytes = 0
  const send = async (connection: Connection) => {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      connection.sendCopyFromChunk(chunk)
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    connection.endCopyFrom()
  }
  const rows = await running(client, sql, {
    handleCopyInResponse(connection) {
      send(connection).catch((error: Error) => connection.sendCopyFail(error.message))
    },
  })
  return { rows, bytes, sha256: hash.digest('hex') }
}

interface Handlers {
  handleCopyData?(message: { chunk: Buffer }): void
  handleCopyInResponse?(connection: Connection): void
}

/** One statement through the driver's own protocol hooks; resolves with the number of rows it reports. */
function running(client: pg.Client, sql: string, handlers: Handlers): Promise<number> {
  return new Promise((done, failed) => {
    let rows = 0
    let trouble: Error | undefined
    const nothing = () => {}
    client.query({
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handlePortalSuspended: nothing,
      handleEmptyQuery: nothing,
      handleCopyData: nothing,
      handleCopyInResponse: (connection: Connection) => connection.sendCopyFail('nothing to send'),
      ...handlers,
      submit: (connection: Connection) => connection.query(sql),
      handleCommandComplete: ({ text }: { text: string }) => (rows = Number(/\d+$/.exec(text)?.[0] ?? 0)),
      handleError: (error: Error) => {
        trouble = error
        failed(error)
      },
      handleReadyForQuery: () => trouble ?? done(rows),
      callback: (error: Error | null) => error && failed(error),
    } as unknown as pg.Submittable)
  })
}
