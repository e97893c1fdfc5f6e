/**
 * A small behaviour added to a finished page: a plain TypeScript module in `islands/`, its own file, no framework.
 * `import live from '../islands/live.ts?worker&url'`, then `<Island src={live} />`. The page must work without it. It runs once
 * the whole document is there (never `async`: a kept file would run before the rest of a page that comes slowly), and once
 * however often a page names it.
 */
export function Island({ src }: { src: string }) {
  return <script type="module" src={src} />
}
