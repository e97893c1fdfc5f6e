// Starts the stand-in of an OpenAI-compatible service as its own process, configured by the environment; see README.md.
import { number, runProcess, text } from '../process.ts'
import { startAi } from './server.ts'

await runProcess('ai', startAi, {
  port: number('AI_SIM_PORT') ?? 4902,
  host: text('AI_SIM_HOST'),
  apiKey: text('AI_SIM_API_KEY'),
  chunkMs: number('AI_SIM_CHUNK_MS') ?? 40,
})
