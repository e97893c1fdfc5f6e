/** Reads server-sent events: the data of each, whatever the borders of the bytes it came in. */

/** More than any event of a chat completion has. */
const EVENT_CHARACTERS_MAX = 200_000

/** `heard` is called for every piece of bytes, comments that keep the connection alive included. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncIterable<string> {
  const decoder = new TextDecoder()
  let waiting = ''
  let data: string[] = []
  for await (const bytes of body) {
    heard()
    waiting += decoder.decode(bytes, { stream: true })
    if (waiting.length > EVENT_CHARACTERS_MAX) return
    const lines = waiting.split(/\r\n|\n|\r(?!$)/)
    waiting = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield data.join('\n')
        data = []
      } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
    }
  }
  // The last event may lack its empty line.
  if (waiting.startsWith('data:')) data.push(waiting.slice(5).replace(/^ /, ''))
  if (data.length > 0) yield data.join('\n')
}
