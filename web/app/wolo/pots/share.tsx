/** Ways to pass a pot's link on: WhatsApp first, then the phone's own sheet, then copying. */
import { usePage } from '../../page.tsx'
import share from '../../islands/share.ts?worker&url'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Island } from '../../ui/island.tsx'
import { Row } from '../../ui/layout.tsx'

/** The public address of a pot: of where the product is, never of where this visitor claims to have asked. */
export function potAddress(publicUrl: string, slug: string): string {
  return `${publicUrl}/p/${slug}`
}

export function ShareButtons({ slug, prominent = false }: { slug: string; prominent?: boolean }) {
  const { t, publicUrl } = usePage()
  const link = potAddress(publicUrl, slug)
  return (
    <>
      <Row gap={2}>
        {/* Leads over an address of ours that counts the share. */}
        <ButtonLink to={`/p/${slug}/share`} tone={prominent ? 'primary' : 'secondary'} className="max-sm:w-full">
          {t('share.whatsapp')}
        </ButtonLink>
        <Button type="button" tone="secondary" hidden data-copy={link} data-done={t('share.copied')}>
          {t('share.copy')}
        </Button>
        <Button type="button" tone="secondary" hidden data-share={link}>
          {t('share.more')}
        </Button>
      </Row>
      <Island src={share} />
    </>
  )
}
