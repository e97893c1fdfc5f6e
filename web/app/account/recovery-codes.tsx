/** Recovery codes, the one time they are shown: to be written down before going on. */
import copy from '../islands/copy.ts?worker&url'
import { usePage } from '../page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Island } from '../ui/island.tsx'
import { Column, PageTitle, Stack } from '../ui/layout.tsx'
import { Notice } from '../ui/states.tsx'

export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('recovery.title')} index={false} />
      <PageTitle title={t('recovery.title')} lead={t('recovery.lead')} />
      <Stack gap={6}>
        <ul
          aria-label={t('security.codes')}
          className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-card border border-line bg-surface p-5 text-center font-mono text-lg"
        >
          {codes.map((code) => (
            <li key={code} className="whitespace-nowrap">
              {code}
            </li>
          ))}
        </ul>
        <button
          type="button"
          data-copies={codes.join('\n')}
          data-copied={t('recovery.copied')}
          className="link cursor-pointer self-start py-2 noscript:hidden"
        >
          {t('recovery.copy')}
        </button>
        <Notice mood="festive" title={t('recovery.once')}>
          {t('recovery.once.text')}
        </Notice>
        <ButtonLink to={next} wide>
          {t('recovery.done')}
        </ButtonLink>
      </Stack>
      <Island src={copy} />
    </Column>
  )
}
