/** React Router's framework mode: everything is rendered on the server, into `build/` unless a build asks for elsewhere. */
import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'app',
  // build.ts builds beside the live folder and swaps the two, so that a running server never sees half a build.
  buildDirectory: process.env.WEB_BUILD_DIRECTORY ?? 'build',
  ssr: true,
} satisfies Config
