/** Everything to pass a pot on: WhatsApp with a ready text, SMS, the phone's own sheet, the link, a QR code, the poster. */
import { usePage } from '../../page.tsx'
import share from '../../islands/share.ts?worker&url'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Island } from '../../ui/island.tsx'
import { Card } from '../../ui/layout.tsx'
import { QrCode } from '../../ui/qr.tsx'
import { potAddress } from './share.tsx'

interface Shared {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly honoree_name: string
}

export function ShareSheet({ pot, primary, title }: { pot: Shared; primary: boolean; title: string }) {
  const { t, publicUrl } = usePage()
  const link = potAddress(publicUrl, pot.slug)
  const text = t('share.text', { name: pot.honoree_name, title: pot.title, link })
  const wide = 'w-full px-2'
  return (
    <Card className={primary ? 'ring-2 ring-festive' : ''}>
      <h2 className="text-xl">{title}</h2>
      <blockquote className="rounded-control bg-sunken p-3 text-sm break-words">{text}</blockquote>
      {/* Leads over an address of ours that counts the share. */}
      <ButtonLink to={`/p/${pot.slug}/share`} tone={primary ? 'primary' : 'secondary'} wide>
        {t('share.whatsapp')}
      </ButtonLink>
      <div className="grid grid-cols-2 gap-2">
        <ButtonLink to={`sms:?&body=${encodeURIComponent(text)}`} tone="secondary" className={wide}>
          {t('share.sms')}
        </ButtonLink>
        <Button type="button" tone="secondary" hidden data-copy={link} data-done={t('share.copied')} className={wide}>
          {t('share.copy')}
        </Button>
        <Button type="button" tone="secondary" hidden data-share={link} className={wide}>
          {t('share.more')}
        </Button>
        <ButtonLink to={`/pots/${pot.id}/poster`} tone="secondary" className={wide}>
          {t('share.poster')}
        </ButtonLink>
      </div>
      <p>
        <a className="link inline-block py-2 break-all" href={`/p/${pot.slug}`}>
          {link}
        </a>
      </p>
      <details className="fold">
        <summary className="text-accent">{t('share.qr')}</summary>
        <QrCode
          text={link}
          label={t('share.qr.label', { name: pot.honoree_name })}
          className="mx-auto w-56 rounded-control"
        />
        <p className="pt-2 text-center text-sm text-soft">{t('share.qr.text')}</p>
      </details>
      <Island src={share} />
    </Card>
  )
}
