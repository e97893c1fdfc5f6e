/** One exercise as it is asked: its text, its figure, and where the answer goes. */
import type { ReactNode } from 'react'
import { usePage } from '../../page.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { cx } from '../../ui/class.ts'
import { Field, useChosen } from '../../ui/form.tsx'
import { Figure } from './figures.tsx'
import { LEFT_TO_RIGHT, Maths } from './maths.tsx'
import type { Asked } from './shapes.ts'

export function Prompt({ exercise }: { exercise: Pick<Asked, 'prompt' | 'figure'> }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-2xl leading-relaxed font-bold text-pretty">
        <Maths text={exercise.prompt} />
      </p>
      {exercise.figure && <Figure figure={exercise.figure} />}
    </div>
  )
}

/** Choices as large cards, or a field with its pad of keys (islands/practice.ts). */
export function AnswerField({ exercise, typed }: { exercise: Asked; typed?: string | undefined }) {
  return exercise.choices ? (
    <Choices choices={exercise.choices} chosen={typed} />
  ) : (
    <Typed exercise={exercise} typed={typed} />
  )
}

function Choices({ choices, chosen }: { choices: readonly string[]; chosen?: string | undefined }) {
  const { t } = usePage()
  const field = useChosen('answer', chosen)
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby={field.describedBy}>
      <legend className="mb-2 font-semibold">{t('practice.choose')}</legend>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {choices.map((choice, position) => (
          <label
            key={choice}
            className="flex min-h-16 cursor-pointer items-center gap-4 rounded-card border-2 border-line bg-surface px-5 py-3 text-xl font-semibold has-checked:border-brand has-checked:bg-brand-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="answer"
              value={position}
              defaultChecked={field.chosen === String(position)}
              className="size-6 shrink-0 outline-none"
            />
            <span className="min-w-0">
              <Maths text={choice} />
            </span>
          </label>
        ))}
      </div>
      {field.refusal}
    </fieldset>
  )
}

const hints = {
  whole: 'practice.type.whole',
  decimal: 'practice.type.decimal',
  fraction: 'practice.type.fraction',
  set: 'practice.type.set',
} as const

function Typed({ exercise, typed }: { exercise: Asked; typed?: string | undefined }) {
  const { t, digitsIn } = usePage()
  const { answer_kind, lowest_terms } = exercise
  const kind = answer_kind === 'choice' ? 'whole' : answer_kind
  return (
    <div className="flex flex-col gap-3" data-answer-pad>
      <Field name="answer" label={t('practice.answer')} hint={t(lowest_terms ? 'practice.type.lowest' : hints[kind])}>
        <div className={`answer-typed ${LEFT_TO_RIGHT}`}>
          <TextInput
            {...(typed === undefined ? {} : { initial: typed })}
            inputMode="text"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            dir="ltr"
          />
        </div>
      </Field>
      {/* Shown where a script can type with it; until then the phone's own keys do. */}
      <div hidden data-keys className="grid grid-cols-4 gap-2 [direction:ltr]">
        {keysOf(kind, digitsIn('1') === '1' ? '.' : '٫').map((key) =>
          key === 'delete' ? (
            <Key key={key} value="" label={t('practice.key.delete')}>
              ⌫
            </Key>
          ) : (
            <Key key={key} value={digitsIn(key)} wide={key === '0' && kind !== 'whole'}>
              {digitsIn(key)}
            </Key>
          ),
        )}
      </div>
    </div>
  )
}

/** What can be needed for such an answer, in rows of four as on a calculator. */
function keysOf(kind: keyof typeof hints, point: string): readonly string[] {
  const signs = { whole: [], decimal: [point], fraction: ['/'], set: ['،'] }[kind]
  return ['7', '8', '9', 'delete', '4', '5', '6', '−', '1', '2', '3', ...signs, '0']
}

interface KeyProps {
  value: string
  label?: string
  wide?: boolean
  children: ReactNode
}

function Key({ value, label, wide = false, children }: KeyProps) {
  return (
    <button
      type="button"
      data-key={value}
      aria-label={label}
      className={cx(
        'min-h-14 cursor-pointer touch-manipulation rounded-control border border-strong-line bg-surface text-2xl font-bold select-none max-[16rem]:text-lg hover:bg-brand-wash active:bg-brand active:text-on-brand',
        // A zero is under the thumb, whatever else is in its row.
        wide && 'col-span-4',
      )}
    >
      {children}
    </button>
  )
}
