/** The controls that stand inside a `<Field>`: text, phone, amount, date, choice from a list, file. */
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { phone } from '../format.ts'
import { usePage } from '../page.tsx'
import { useControl } from './form.tsx'

/** The field owns these; a page cannot set them by mistake. */
type Owned = 'name' | 'id' | 'defaultValue' | 'value' | 'required' | 'className'

interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, Owned> {
  initial?: string | undefined
}

export function TextInput({ initial, type = 'text', ...props }: TextInputProps) {
  const control = useControl(initial)
  return (
    <input
      type={type}
      className="control"
      {...props}
      {...control}
      // A password is typed again rather than sent back.
      {...(type === 'password' ? { defaultValue: undefined } : {})}
    />
  )
}

export function TextArea({
  initial,
  rows = 4,
  ...props
}: Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Owned> & { initial?: string | undefined }) {
  return <textarea rows={rows} className="control" {...props} {...useControl(initial)} />
}

/** Takes a number as people write it here (77 123 45 67) or with a country code; the API makes it canonical. */
export function PhoneInput({ initial, ...props }: Omit<TextInputProps, 'type'>) {
  const { profile } = usePage()
  const control = useControl(initial === undefined ? undefined : phone(initial, profile))
  return (
    <input
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      dir="ltr"
      placeholder={profile.phoneExample}
      className="control"
      {...props}
      {...control}
    />
  )
}

/** A whole amount in the product's currency. Spaces are welcome; `amountOf` in amount.ts takes them out. */
export function MoneyInput({ initial, ...props }: Omit<TextInputProps, 'type'>) {
  const { money } = usePage()
  const control = useControl(initial)
  const unit = money(0).replace(/[\d\s.,]/gu, '')
  return (
    <span className="relative block">
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className="control pe-14 tabular-nums"
        {...props}
        {...control}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-4 flex items-center font-semibold text-soft"
      >
        {unit}
      </span>
    </span>
  )
}

export function DateInput({ initial, ...props }: Omit<TextInputProps, 'type'>) {
  return <input type="date" className="control" {...props} {...useControl(initial)} />
}

/** A one-time code: digits on the keypad, filled in from the message by phones that can. */
export function CodeInput({ length = 6 }: { length?: number }) {
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={length}
      dir="ltr"
      className="control text-center text-2xl tracking-[0.5em] tabular-nums"
      {...useControl(undefined)}
      defaultValue=""
    />
  )
}

/** A PIN: digits on the keypad, hidden as they are typed. */
export function PinInput({ length }: { length: number }) {
  return (
    <input
      type="password"
      inputMode="numeric"
      autoComplete="current-password"
      maxLength={length}
      dir="ltr"
      className="control text-center text-3xl tracking-[0.5em]"
      {...useControl(undefined)}
      defaultValue=""
    />
  )
}

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, Owned> {
  initial?: string | undefined
  children: ReactNode
}

export function Select({ initial, children, ...props }: SelectProps) {
  return (
    <select className="control" {...props} {...useControl(initial)}>
      {children}
    </select>
  )
}

/** A picture or document. Needs `<Form multipart>`; browsers never fill it in again. */
export function FileInput({ accept }: { accept: string }) {
  const { defaultValue: _, ...control } = useControl(undefined)
  return <input type="file" accept={accept} className="control" {...control} />
}
