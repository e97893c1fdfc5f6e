/** Where measurements run: an embedded server of their own with everything durable on, and products on it as in production. */
import { bootProduct, migrateProduct, type Runtime, type Urls } from '../kernel/boot.ts'
import { systemClock } from '../kernel/clock.ts'
import { loadConfig } from '../kernel/config.ts'
import { startEmbedded } from '../kernel/db/embedded.ts'
import { ensureRoles } from '../kernel/db/roles.ts'
import { createLog } from '../kernel/log.ts'
import type { Product } from '../kernel/module.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Stage {
  /** Migrates and boots `product` in a database called `name`; nothing listens and no job runs. */
  boot(product: Product, name: string): Promise<{ runtime: Runtime; urls: Urls }>
  /** Another server on a database that was booted before. */
  again(product: Product, urls: Pick<Urls, 'appUrl' | 'jobsUrl'>): Promise<Runtime>
  close(): Promise<void>
}

export const IN_FLIGHT = 8

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'teranga-bench-'))
  const cluster = await startEmbedded({ dataDir: folder, durable: true })
  const running: Runtime[] = []
  const again = async (product: Product, urls: Pick<Urls, 'appUrl' | 'jobsUrl'>): Promise<Runtime> => {
    const modules = Object.fromEntries(product.modules.flatMap((m) => (m.config ? [[m.name, m.config]] : [])))
    const config = loadConfig(
      { NODE_ENV: 'test', TERANGA_POOL_SIZE: String(IN_FLIGHT) },
      { products: { [product.name]: 0 }, modules },
    )
    const log = createLog('silent', product.name)
    const runtime = await bootProduct(product, {
      config,
      urls,
      clock: systemClock(),
      publicUrl: 'http://localhost',
      log,
    })
    running.push(runtime)
    return runtime
  }
  return {
    async boot(product, name) {
      const urls = await ensureRoles(cluster.url('postgres'), product.name, { database: name })
      await migrateProduct(product, urls)
      return { runtime: await again(product, urls), urls }
    },
    again,
    async close() {
      for (const runtime of running) await runtime.close()
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
      rmSync(cluster.folder, { recursive: true, force: true })
    },
  }
}
