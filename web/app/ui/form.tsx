/**
 * Ordinary HTML forms. `<Form refused={actionData}>` knows what was typed and what was refused; a `<Field>` finds its own
 * error there, and the control inside it its value, so a page only names its fields.
 */
import { createContext, use, useId, type ReactNode } from 'react'
import { IDEMPOTENCY_FIELD, type Refused } from '../forms.ts'
import sending from '../islands/sending.ts?worker&url'
import { usePage, useT } from '../page.tsx'
import { SECOND_FACTOR_FIELD } from '../step-up.ts'
import { cx } from './class.ts'
import { Island } from './island.tsx'
import { Notice } from './states.tsx'

const RefusedContext = createContext<Refused | undefined>(undefined)

interface FormProps {
  /** The page's action data. */
  refused?: Refused | undefined
  /** Where to send it; this page by default. */
  action?: string
  /** `get` for searches: no idempotency key, fields in the address. */
  method?: 'post' | 'get'
  /** The page says itself, above, what was refused; the form only marks its fields. */
  quiet?: boolean
  /** For forms with files. */
  multipart?: boolean
  className?: string
  children: ReactNode
}

export function Form({ refused, action, method = 'post', quiet, multipart, className, children }: FormProps) {
  const t = useT()
  return (
    <RefusedContext value={refused}>
      <form
        method={method}
        action={action}
        encType={multipart ? 'multipart/form-data' : undefined}
        // The API's answers are in the visitor's language and say more than the browser's bubbles.
        noValidate={method === 'post'}
        data-busy={method === 'post' ? t('form.busy') : undefined}
        className={cx('flex flex-col gap-5', className)}
      >
        {method === 'post' && <IdempotencyKey />}
        {!quiet && <FormProblem />}
        <StepUp />
        {children}
      </form>
      {method === 'post' && <Island src={sending} />}
    </RefusedContext>
  )
}

/** Says once what the form is for, so that sending it twice does it once. `<Form>` includes it. */
export function IdempotencyKey() {
  const refused = use(RefusedContext)
  return <input type="hidden" name={IDEMPOTENCY_FIELD} value={refused?.key ?? crypto.randomUUID()} />
}

function FormProblem() {
  const { t, digitsIn } = usePage()
  const refused = use(RefusedContext)
  if (!refused) return null
  const { problem } = refused
  const fields = Object.values(problem.fields)
  // What a field says already is not said twice.
  const title = fields.includes(problem.title) ? '' : problem.title
  // Nothing went wrong: there is one step more.
  if (problem.code === 'identity.step_up_required') return <Notice title={digitsIn(problem.title)} />
  if (problem.code === 'identity.second_factor_wrong' && fields.length > 0) return null
  return (
    <Notice mood="bad" title={digitsIn(title) || t(fields.length ? 'form.invalid' : 'form.failed')}>
      {problem.detail && digitsIn(problem.detail)}
      {problem.status >= 500 && problem.requestId && (
        <p className="text-sm">{t('error.reference', { id: problem.requestId })}</p>
      )}
    </Notice>
  )
}

/** The act wants a fresh proof: one more field, and the same button proves and acts. */
function StepUp() {
  const t = useT()
  const problem = use(RefusedContext)?.problem
  if (problem?.code !== 'identity.step_up_required' && !problem?.fields[SECOND_FACTOR_FIELD]) return null
  return (
    <Field name={SECOND_FACTOR_FIELD} label={t('form.second_factor')} hint={t('form.second_factor.hint')}>
      <SecondFactorInput autoFocus />
    </Field>
  )
}

/** Takes six digits, filled in by what can, or a recovery code. */
export function SecondFactorInput({ autoFocus = false }: { autoFocus?: boolean }) {
  const control = useControl(undefined)
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={20}
      dir="ltr"
      className="control text-center text-2xl tracking-[0.3em] tabular-nums"
      {...control}
      autoFocus={autoFocus || control.autoFocus}
      defaultValue=""
    />
  )
}

interface FieldState {
  readonly id: string
  readonly name: string
  readonly error: string | undefined
  readonly describedBy: string | undefined
  readonly required: boolean
}

const FieldContext = createContext<FieldState | undefined>(undefined)

interface FieldProps {
  /** The name the API's problem document uses for this field. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Marks the field as one that may stay empty. */
  optional?: boolean
  /** False where a field may stay empty without saying so: in a filter, or where another choice decides. */
  required?: boolean
  children: ReactNode
}

/** A label, one control, a hint and the refusal of this field. */
export function Field({ name, label, hint, optional = false, required = !optional, children }: FieldProps) {
  const t = useT()
  const state = useFieldState(name, hint !== undefined, required)
  return (
    <FieldContext value={state}>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={state.id} className="font-semibold">
          {label}
          {optional && <span className="font-normal text-soft"> ({t('form.optional')})</span>}
        </label>
        {hint !== undefined && (
          <p id={`${state.id}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        )}
        {children}
        <FieldError state={state} />
      </div>
    </FieldContext>
  )
}

function useFieldState(name: string, hasHint: boolean, required: boolean): FieldState {
  const id = useId()
  const error = use(RefusedContext)?.problem.fields[name]
  const describedBy = [hasHint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return { id, name, error, describedBy, required }
}

/** For a field of several controls that Choice does not fit: what is chosen, and its refusal to be shown. */
export function useChosen(name: string, initial: string | undefined) {
  const state = useFieldState(name, false, false)
  const refused = use(RefusedContext)
  return {
    id: state.id,
    describedBy: state.describedBy,
    chosen: refused ? refused.values[name]?.[0] : initial,
    refusal: <FieldError state={state} />,
  }
}

function FieldError({ state }: { state: FieldState }) {
  const { digitsIn } = usePage()
  if (!state.error) return null
  return (
    <p id={`${state.id}-error`} className="flex gap-1.5 text-sm font-semibold text-bad">
      <span aria-hidden>!</span>
      {digitsIn(state.error)}
    </p>
  )
}

/** What the control of the surrounding field needs: its name, its id, what was typed before. */
export function useControl(initial: string | undefined) {
  const field = use(FieldContext)
  const refused = use(RefusedContext)
  if (!field) throw new Error('A control belongs inside a <Field>')
  return {
    id: field.id,
    name: field.name,
    required: field.required,
    // The first field that was refused is where the person goes on.
    ...(field.error && Object.keys(refused?.problem.fields ?? {})[0] === field.name ? { autoFocus: true } : {}),
    'aria-invalid': field.error ? (true as const) : undefined,
    'aria-describedby': field.describedBy,
    defaultValue: refused ? (refused.values[field.name]?.[0] ?? '') : initial,
  }
}

interface ChoiceProps {
  name: string
  legend: ReactNode
  hint?: ReactNode
  options: readonly { readonly value: string; readonly label: ReactNode; readonly text?: ReactNode }[]
  initial?: string | readonly string[]
  /** Lets several be taken. */
  many?: boolean
}

/** Chips to choose from: radio buttons, or check boxes when several may be taken. */
export function Choice({ name, legend, hint, options, initial, many = false }: ChoiceProps) {
  const state = useFieldState(name, hint !== undefined, false)
  const refused = use(RefusedContext)
  const chosen = refused ? (refused.values[name] ?? []) : typeof initial === 'string' ? [initial] : (initial ?? [])
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={state.describedBy}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {hint !== undefined && (
        <p id={`${state.id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'flex min-h-12 cursor-pointer items-center gap-2 rounded-control border border-strong-line bg-surface px-4 py-2 has-checked:border-brand has-checked:bg-brand-wash has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              // With a line of their own each they stand below each other, equally wide.
              Boolean(option.text) && 'max-sm:w-full',
            )}
          >
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="size-4 shrink-0 outline-none"
            />
            <span className="flex flex-col">
              {option.label}
              {option.text && <span className="text-sm font-normal text-soft">{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError state={state} />
    </fieldset>
  )
}

/** A few likely answers as large tiles to tap, two to a line: amounts above all. */
export function Tiles({
  name,
  legend,
  options,
  initial,
}: Pick<ChoiceProps, 'name' | 'legend' | 'options'> & { initial: string }) {
  const state = useFieldState(name, false, false)
  const refused = use(RefusedContext)
  const chosen = refused ? refused.values[name]?.[0] : initial
  return (
    <fieldset aria-describedby={state.describedBy}>
      <legend className="mb-2 text-xl font-bold">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(40%,7.5rem)),1fr))] gap-2 *:last:odd:col-span-full">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex min-h-16 cursor-pointer flex-col items-center justify-center rounded-control border-2 border-strong-line bg-surface px-2 py-2 text-center text-lg leading-tight font-bold has-checked:border-brand has-checked:bg-brand-wash has-checked:text-brand has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-control outline-none"
            />
            <span aria-hidden className="absolute end-2 top-1 hidden text-sm peer-checked:block">
              ✓
            </span>
            <span>{option.label}</span>
            {option.text && <span className="text-sm font-semibold">{option.text}</span>}
          </label>
        ))}
      </div>
      <FieldError state={state} />
    </fieldset>
  )
}

/** One yes-or-no. Sends `on` when ticked and nothing otherwise. */
export function Checkbox({
  name,
  label,
  hint,
  initial = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  initial?: boolean
}) {
  const state = useFieldState(name, hint !== undefined, false)
  const refused = use(RefusedContext)
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-12 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          name={name}
          id={state.id}
          aria-describedby={state.describedBy}
          defaultChecked={refused ? (refused.values[name]?.length ?? 0) > 0 : initial}
          className="size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={`${state.id}-hint`} className="-mt-2 ps-8 text-sm text-soft">
          {hint}
        </p>
      )}
      <FieldError state={state} />
    </div>
  )
}
