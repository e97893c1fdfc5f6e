/** The words of a PDF that pdfkit wrote, page by page: its streams, and its fonts' own tables from glyph to letter. */
import { inflateSync } from 'node:zlib'

export function readPdf(file: Buffer): string[] {
  const text = file.toString('latin1')
  const objects = new Map<string, { head: string; stream: string }>()
  for (const [, id, body] of text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body!.indexOf('stream\n')
    const head = at < 0 ? body! : body!.slice(0, at)
    const raw = at < 0 ? '' : body!.slice(at + 7, body!.lastIndexOf('\nendstream'))
    const packed = head.includes('/FlateDecode')
    const stream = packed ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(id!, { head, stream })
  }
  const refer = (head: string, name: string) => objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '')
  const fonts = new Map<string, Map<number, string>>()
  for (const { head } of objects.values())
    for (const [, list] of head.matchAll(/\/Font <<([\s\S]*?)>>/g))
      for (const [, name] of list!.matchAll(/\/(F\d+) \d+ 0 R/g))
        fonts.set(name!, lettersOf(refer(refer(list!, name!)?.head ?? '', 'ToUnicode')?.stream ?? ''))
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => wordsOf(refer(head, 'Contents')?.stream ?? '', fonts))
}

function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, from, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [position, [, hex]] of [...list!.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      letters.set(
        Number.parseInt(from!, 16) + position,
        Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      )
  return letters
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined
  const words: string[] = []
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/gi)) {
    if (name) font = fonts.get(name)
    else {
      const hex = [...shown!.matchAll(/<([0-9a-f]*)>/gi)].map(([, part]) => part).join('')
      words.push((hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(Number.parseInt(glyph, 16)) ?? '\uFFFD').join(''))
    }
  }
  return words.join(' ')
}
