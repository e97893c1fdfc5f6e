/** A legal text exactly as it is signed: each line that stands alone before a paragraph is its heading. */
import { Stack } from '../../ui/layout.tsx'

interface Shown {
  readonly language: string
  readonly body: string
}

/** Numbers stay as they are: the hash is over these very letters. */
export function LegalBody({ text: { language, body } }: { text: Shown }) {
  return (
    <Stack gap={3} className="max-w-prose">
      {body.split('\n\n').map((paragraph) => {
        const [head, ...lines] = paragraph.split('\n')
        return (
          <div key={paragraph} lang={language} dir="auto">
            {lines.length > 0 ? (
              <>
                <p className="font-bold">{head}</p>
                <p>{lines.join(' ')}</p>
              </>
            ) : (
              <p>{head}</p>
            )}
          </div>
        )
      })}
    </Stack>
  )
}
