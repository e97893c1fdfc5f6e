/** The key of learning. */
import { defineConfig } from '../../kernel/setting.ts'

export const config = defineConfig({
  exerciseKey: {
    env: 'LEARNING_EXERCISE_KEY',
    kind: 'key',
    generate: true,
    secret: true,
    meaning:
      'Signs exercises, so that who answers cannot choose the numbers. Changing it voids exercises not yet answered.',
  },
})
