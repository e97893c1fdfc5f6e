/** A sheet to print and hang up: what is celebrated, a QR code that a phone reads from two metres away, and how to give. */
import { api, page } from '../../context.ts'
import { need, notFound, seeOther } from '../../forms.ts'
import print from '../../islands/print.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Row } from '../../ui/layout.tsx'
import { QrCode } from '../../ui/qr.tsx'
import { DateText } from '../../ui/values.tsx'
import { Cover } from '../covers/covers.tsx'
import sheet from './poster.css?url'
import type { Route } from './+types/poster'

const STEPS = [1, 2, 3] as const
/** Letters from which the title is set smaller, and smaller again. */
const LONG = [22, 46] as const
const SCALLOPS = 18

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const pot = need(context, await api(context).GET('/api/pots/{id}', { params: { path: { id } } }))
  if (pot.role === 'staff') notFound()
  // A code on paper that leads to a pot that takes no gifts would only disappoint.
  if (pot.ended_at) throw seeOther(`/pots/${id}`)
  const address = `${page(context).publicUrl}/p/${pot.slug}`
  return { pot, address }
}

export default function Poster({ loaderData: { pot, address }, params }: Route.ComponentProps) {
  const { t } = usePage()
  const long = LONG.filter((letters) => pot.title.length >= letters).length
  return (
    <main id="main" tabIndex={-1} className="flex flex-1 flex-col items-center gap-5 p-4 outline-none print:p-0">
      <Head title={t('poster.title')} index={false} />
      <link rel="stylesheet" href={sheet} precedence="page" />
      <div className="flex w-full max-w-[44rem] flex-col gap-3 print:hidden">
        <p className="text-soft">{t('poster.hint')}</p>
        <Row>
          <Button type="button" hidden data-print>
            {t('poster.print')}
          </Button>
          <ButtonLink to={`/pots/${params.id}`} tone="secondary">
            {t('poster.back')}
          </ButtonLink>
        </Row>
        <noscript>
          <p>{t('poster.no_script')}</p>
        </noscript>
      </div>
      <div className="poster-room shadow-card print:shadow-none">
        <article className="poster" aria-label={t('poster.title')}>
          <div className="poster-art">
            <Cover name={pot.cover ?? ''} eager sizes="44rem" />
            <Scallops />
          </div>
          <p className="poster-when">
            {t.rich('poster.when', { name: pot.honoree_name, date: <DateText value={pot.birthday} /> })}
          </p>
          <h1 className="poster-title" data-long={long}>
            {pot.title}
          </h1>
          <div className="poster-code">
            <QrCode text={address} label={t('poster.code', { address: shown(address) })} />
          </div>
          <ol className="poster-steps">
            {STEPS.map((step) => (
              <li key={step}>
                <b aria-hidden>{step}</b>
                <strong>{t(`poster.step_${step}`)}</strong>
                <span>{t(`poster.step_${step}.text`)}</span>
              </li>
            ))}
          </ol>
          <div className="poster-foot">
            <p>
              <small>{t('poster.or')}</small>
              {shown(address)}
            </p>
            <p className="poster-mark">
              <svg aria-hidden viewBox="0 0 32 32">
                <path d="M3 15h26a13 13 0 0 1-26 0Z" className="fill-cream" />
                <path d="M5 19.5h22a13 13 0 0 1-2.2 3.5H7.2A13 13 0 0 1 5 19.5Z" className="fill-clay" />
                <circle cx="16" cy="7.5" r="4.5" className="fill-saffron" />
              </svg>
              Wolo
            </p>
          </div>
        </article>
      </div>
      <Island src={print} />
    </main>
  )
}

/** An address as people type it. */
function shown(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

/** Paper cut in waves, with a row of seeds above. */
function Scallops() {
  const side = 100 / SCALLOPS
  const arcs = `a${side / 2} ${side / 2} 0 0 1 ${side} 0`.repeat(SCALLOPS)
  return (
    <svg aria-hidden viewBox={`0 0 100 ${side / 2}`}>
      <path d={`M0 ${side / 2}${arcs}Z`} />
      {Array.from({ length: SCALLOPS }, (_, i) => (
        <circle key={i} cx={side * (i + 0.5)} cy={side * 0.28} r={side * 0.11} className="poster-seeds" />
      ))}
    </svg>
  )
}
