/** Pure: what an export's file is called. How its lines are written: kernel/csv.ts. */

/** `gifts-2026-12-12.csv`, from the path of its list. */
export function fileNameOf(list: string, day: Temporal.PlainDate): string {
  const name = list
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '')
  return `${name}-${day.toString()}.csv`
}
