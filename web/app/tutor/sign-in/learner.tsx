/**
 * A child signs in: a name and a PIN. The PIN is typed into one field or tapped on the large pad below it, which works without
 * a script: each digit is a choice of its own, and the pad of the next digit takes its place (ui/pieces.css).
 */
import { nextOf, withNext } from '../../account/sign-in/next.ts'
import { api, page } from '../../context.ts'
import { localPath, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { withDigits } from '../../format.ts'
import pinPad from '../../islands/pin-pad.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { PinInput, TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import type { Route } from './+types/learner'

const PIN_MAX = 6
const places = Array.from({ length: PIN_MAX }, (_, place) => `pin_${place + 1}`)
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

export function loader({ context, url }: Route.LoaderArgs) {
  if (page(context).session) throw seeOther(localPath(url.searchParams.get('next'), '/dashboard'))
  return null
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const typed = form.text('pin') || places.map((place) => form.text(place)).join('')
  const result = await api(context).POST('/api/sessions/username', {
    body: { username: form.text('username'), pin: withDigits(typed, 'latn') },
  })
  if (!result.data) return refused(form, problemOf(result), ['pin', ...places])
  return seeOther(nextOf(url) ?? '/dashboard')
}

export default function SignInLearner({ actionData }: Route.ComponentProps) {
  const { t, url, digitsIn } = usePage()
  return (
    <Column width="form">
      <Head title={t('learner_sign_in.title')} description={t('learner_sign_in.lead')} />
      <PageTitle title={t('learner_sign_in.title')} lead={t('learner_sign_in.lead')} />
      <Form refused={actionData}>
        <Field name="username" label={t('learner_sign_in.username')}>
          <TextInput autoComplete="username" autoCapitalize="none" spellCheck={false} dir="auto" />
        </Field>
        <Field name="pin" label={t('learner_sign_in.pin')} hint={t('learner_sign_in.pin.hint')}>
          <PinInput length={PIN_MAX} />
        </Field>
        {/* The same once more, for fingers: keyboards and screen readers have the field above. */}
        <div aria-hidden className="pin-pad" data-pin-pad>
          <p className="pin-dots">
            {places.map((place) => (
              <span key={place} data-place={place} />
            ))}
          </p>
          {places.map((place) => (
            <fieldset key={place} dir="ltr">
              {keys.map((key) => (
                <label key={key}>
                  <input type="radio" name={place} value={key} tabIndex={-1} className="sr-only" />
                  {digitsIn(key)}
                </label>
              ))}
            </fieldset>
          ))}
          <button type="reset" tabIndex={-1} className="min-h-12 w-full cursor-pointer font-semibold text-accent">
            {t('learner_sign_in.clear')}
          </button>
        </div>
        <Button wide className="min-h-14 text-xl">
          {t('learner_sign_in.submit')}
        </Button>
      </Form>
      <p className="mt-4 text-sm text-soft">{t('learner_sign_in.lost')}</p>
      <p className="mt-2 text-center">
        <a className="link inline-block py-2" href={withNext('/sign-in', nextOf(url))}>
          {t('choice.adult')}
        </a>
      </p>
      <Island src={pinPad} />
    </Column>
  )
}
