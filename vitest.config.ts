import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['kernel/testing/cluster.ts'],
    include: ['{kernel,modules,products,simulators,tools,web,bench}/**/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'web/build/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What is waited for comes when the machine gets to it; that it comes at all is what is asked.
    expect: { poll: { timeout: 30_000 } },
    env: { NODE_ENV: 'test' },
  },
})
