/**
 * What the steps of making a pot share: who is making it, what is written down so far, where they are, saving and going on.
 * Each step is a plain form; what it says is kept on the server before the next one is shown.
 */
import type { ReactNode } from 'react'
import { Link, type RouterContextProvider } from 'react-router'
import { api, page } from '../../../context.ts'
import { need, problemOf, refused, seeOther, type Refused, type Submitted } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class.ts'
import { Form } from '../../../ui/form.tsx'
import { Head } from '../../../ui/head.tsx'
import { Column, Stack } from '../../../ui/layout.tsx'

export const steps = ['goal', 'words', 'cover', 'rules'] as const
export type StepName = (typeof steps)[number]

const paths: Record<StepName | 'preview', string> = {
  goal: '/pots/new',
  words: '/pots/new/words',
  cover: '/pots/new/cover',
  rules: '/pots/new/rules',
  preview: '/pots/new/preview',
}

export function pathOf(step: StepName | 'preview'): string {
  return paths[step]
}

const order: readonly (StepName | 'preview')[] = [...steps, 'preview']

type Context = Readonly<RouterContextProvider>

/** Who makes the pot, the rules it will have, and the draft, if there is one. Leads to sign-in and to the first questions. */
export async function loadMaking(context: Context) {
  const client = api(context)
  const { url } = page(context)
  const draft = need(context, await client.GET('/api/me/pot-draft')).draft
  const profile = await client.GET('/api/me/profile')
  if (profile.response.status === 404)
    throw seeOther(`/welcome?${new URLSearchParams({ next: url.pathname + url.search })}`)
  const rules = need(context, await client.GET('/api/pots/rules'))
  return { profile: need(context, profile), rules, draft }
}

export type Making = Awaited<ReturnType<typeof loadMaking>>
export type Draft = NonNullable<Making['draft']>

/** A later step: nobody comes here without having said what the pot is for. */
export async function loadStep(context: Context) {
  const { draft, ...rest } = await loadMaking(context)
  if (!draft || (!draft.pack_id && !draft.target_minor)) throw seeOther(pathOf('goal'))
  return { ...rest, draft }
}

type DraftBody = Omit<Draft, 'step' | 'created_at' | 'updated_at'>

/** Keeps what the step says, then goes where the person wants: on, back, to the preview they came from, or away for now. */
export async function saveStep(context: Context, form: Submitted, step: StepName, body: DraftBody) {
  const at = steps.indexOf(step)
  const saved = await api(context).PATCH('/api/me/pot-draft', {
    body: { ...body, step: (at + 1) as 1 | 2 | 3 | 4 },
  })
  if (!saved.data) return refused(form, problemOf(saved))
  const go = form.text('go')
  if (go === 'later') return seeOther('/dashboard?done=draft')
  if (go === 'back') return seeOther(pathOf(order[Math.max(0, at - 1)]!))
  const fromPreview = page(context).url.searchParams.get('from') === 'preview'
  return seeOther(pathOf(fromPreview ? 'preview' : order[at + 1]!))
}

/** Whether the person goes on: then the step must be complete; else what there is, is kept. */
export const goesOn = (form: Submitted) => form.text('go') !== 'back' && form.text('go') !== 'later'

/** One step: where one is, its one question, its form. */
export function StepPage({
  step,
  reached,
  refusal,
  lead,
  before,
  multipart = false,
  children,
}: {
  step: StepName
  /** How far the draft has come, 1 to 4. */
  reached: number
  refusal: Refused | undefined
  lead?: ReactNode
  /** Stands between the question and the form. */
  before?: ReactNode
  multipart?: boolean
  children: ReactNode
}) {
  const { t, url } = usePage()
  const fromPreview = url.searchParams.get('from') === 'preview'
  return (
    <Column width="text" className="py-4 sm:py-8">
      <Head title={`${t(`making.${step}.title`)} – ${t('new_pot.title')}`} index={false} />
      <Stack gap={6}>
        <Steps current={step} reached={reached} />
        <header className="flex flex-col gap-1.5">
          <h1 className="text-3xl sm:text-4xl">{t(`making.${step}.title`)}</h1>
          {lead && <p className="text-lg text-soft">{lead}</p>}
        </header>
        {before}
        <Form refused={refusal} multipart={multipart} className="gap-6">
          {children}
          <div className="flex flex-col gap-2 border-t border-line pt-5 sm:flex-row-reverse sm:flex-wrap">
            <Button className="sm:px-8">{t(fromPreview ? 'making.to_preview' : 'making.next')}</Button>
            {step !== 'goal' && (
              <Button name="go" value="back" tone="secondary">
                {t('making.back')}
              </Button>
            )}
            <Button name="go" value="later" tone="quiet" className="sm:me-auto">
              {t('making.later')}
            </Button>
          </div>
        </Form>
      </Stack>
    </Column>
  )
}

/** Where one is among the steps; those one has been to lead back there. */
export function Steps({ current, reached }: { current: StepName | 'preview'; reached: number }) {
  const { t } = usePage()
  const at = order.indexOf(current)
  return (
    <nav aria-label={t('making.steps')} className="flex flex-col gap-2">
      <p className="font-semibold text-brand">
        {current === 'preview' ? t('making.preview.eyebrow') : t('making.at', { step: at + 1 })}
      </p>
      <ol className="grid grid-cols-4 gap-1.5 sm:gap-3">
        {steps.map((step, position) => {
          const label = (
            <>
              <span
                aria-hidden
                className={cx(
                  'block h-2 rounded-full',
                  position < at ? 'bg-good' : position === at ? 'bg-brand' : 'bg-sunken',
                )}
              />
              <span className={cx('block pt-1.5 text-sm leading-tight', position === at ? 'font-bold' : 'text-soft')}>
                {t(`making.${step}`)}
                {position < at && <span className="sr-only"> ({t('timeline.done')})</span>}
              </span>
            </>
          )
          return (
            <li key={step}>
              {position !== at && position < Math.max(reached, at) ? (
                <Link to={pathOf(step)} className="block min-h-11 hover:underline">
                  {label}
                </Link>
              ) : (
                <span className="block min-h-11" aria-current={position === at ? 'step' : undefined}>
                  {label}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
