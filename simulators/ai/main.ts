// Starts the stand-in of an OpenAI-compatible service as its own process, configured by the environment; see README.md.
import { startAi } from './server.ts'

const { AI_SIM_PORT = '4902', AI_SIM_HOST, AI_SIM_API_KEY, AI_SIM_CHUNK_MS = '40' } = process.env
const [port, chunkMs] = [Number(AI_SIM_PORT), Number(AI_SIM_CHUNK_MS)]
if (![port, chunkMs].every((value) => Number.isInteger(value) && value >= 0)) {
  console.error('AI_SIM_PORT and AI_SIM_CHUNK_MS must be whole numbers')
  process.exit(2)
}
try {
  const ai = await startAi({
    port,
    chunkMs,
    ...(AI_SIM_HOST ? { host: AI_SIM_HOST } : {}),
    ...(AI_SIM_API_KEY ? { apiKey: AI_SIM_API_KEY } : {}),
  })
  console.log(`ai simulator listening on ${ai.url}`)
  const stop = () => void ai.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  console.error(`ai simulator could not start: ${(error as Error).message}`)
  process.exit(1)
}
