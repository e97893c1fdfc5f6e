/** How the pages are built. The server bundle starts at server.ts, so its `handle` is all that the Node side calls. */
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  environments: { ssr: { build: { rollupOptions: { input: './server.ts' } } } },
  // Islands are imported as `./islands/x.ts?worker&url`: own entry files, plain modules.
  worker: { format: 'es' },
  // A data: URL would need a wider content security policy, and a separate file is cached for a year.
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  server: { fs: { allow: ['..'] } },
})
