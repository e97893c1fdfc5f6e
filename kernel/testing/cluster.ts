/** One PostgreSQL for a whole test run: started before the first test file, gone after the last. */
import { startEmbedded } from '../db/embedded.ts'

export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    process.env['TERANGA_TEST_ADMIN_URL'] = given
    return async () => {}
  }
  const cluster = await startEmbedded({ durable: false })
  process.env['TERANGA_TEST_ADMIN_URL'] = cluster.url('postgres')
  return () => cluster.stop()
}
