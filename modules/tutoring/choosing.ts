/** Which helper answers: the service that is set, else the built-in tutor. */
import type { Context } from '../../kernel/context.ts'
import { builtIn } from './builtin/tutor.ts'
import { configOf } from './config.ts'
import type { Helper } from './port.ts'
import { openAiCompatible } from './openai/model.ts'

export function chosenHelper(ctx: Context): Helper {
  const { aiUrl, aiKey, aiModel, aiProvider, aiTimeoutMs } = configOf(ctx)
  if (aiUrl === undefined) return builtIn()
  return openAiCompatible({ url: aiUrl, key: aiKey, model: aiModel, provider: aiProvider, timeoutMs: aiTimeoutMs })
}
