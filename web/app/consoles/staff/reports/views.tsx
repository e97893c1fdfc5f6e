/** A person's saved views: rename, share, let a list open with one, delete. Also where lists send what is to be kept. */
import { api } from '../../../context.ts'
import { localPath, need, readForm, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/controls.tsx'
import { Checkbox, Field, Form, IdempotencyKey } from '../../../ui/form.tsx'
import { Row } from '../../../ui/layout.tsx'
import { Badge, EmptyState, Notice } from '../../../ui/states.tsx'
import { acted } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Act, refusedOf, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/views'

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = need(context, await api(context).GET('/api/views'))
  return { views: items.filter((view) => view.mine) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const { headers } = form
  const params = { path: { id: form.text('view') } }
  switch (form.text('act')) {
    case 'save': {
      const [list, query] = [localPath(form.text('list'), '/staff'), form.text('query')]
      const body = { list, query, name: form.text('name'), shared: form.checked('shared') }
      const result = await api(context).POST('/api/views', { headers, body })
      return acted(context, form, result, 'view_saved', query ? `${list}?${query}` : list)
    }
    case 'delete':
      return acted(context, form, await api(context).DELETE('/api/views/{id}', { params, headers }), 'view_deleted')
    case 'first': {
      const body = { opens_first: form.text('on') === 'yes' }
      return acted(context, form, await api(context).PATCH('/api/views/{id}', { params, headers, body }), 'saved')
    }
    case 'change': {
      const body = { name: form.text('name'), shared: form.checked('shared') }
      return acted(context, form, await api(context).PATCH('/api/views/{id}', { params, headers, body }), 'saved')
    }
    default:
      return seeOther('/staff/views')
  }
}

export default function Views({ loaderData: { views }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const notSaved = refusedOf(actionData, 'save')
  return (
    <ConsolePage title={t('views.title')} lead={t('views.lead')}>
      {notSaved && (
        <Form refused={notSaved} className="mb-6 max-w-md">
          {['list', 'query'].map((name) => (
            <input key={name} type="hidden" name={name} value={notSaved.values[name]?.[0] ?? ''} />
          ))}
          <input type="hidden" name="act" value="save" />
          <Field name="name" label={t('views.name')}>
            <TextInput maxLength={60} autoComplete="off" />
          </Field>
          <Checkbox name="shared" label={t('views.shared')} />
          <Button>{t('console.save')}</Button>
        </Form>
      )}
      {actionData && !notSaved && <Notice mood="bad" title={actionData.problem.title} />}
      <Table
        caption={t('views.title')}
        rows={views}
        rowKey={(view) => view.id}
        empty={<EmptyState title={t('views.empty')} text={t('views.empty.text')} />}
        columns={[
          {
            title: t('views.name'),
            cell: (view) => (
              <a href={`${view.list}?${view.query}`} className="link font-semibold">
                {view.name}
              </a>
            ),
          },
          { title: t('views.list'), cell: (view) => word('list.of', view.list.split('/').at(-1) ?? '') },
          {
            title: t('views.seen_by'),
            cell: (view) => (view.shared ? <Badge mood="info">{t('views.team')}</Badge> : t('views.only_me')),
          },
          {
            title: t('views.opens'),
            cell: (view) => (
              <form method="post">
                <IdempotencyKey />
                <input type="hidden" name="act" value="first" />
                <input type="hidden" name="view" value={view.id} />
                <input type="hidden" name="on" value={view.opens_first ? 'no' : 'yes'} />
                <Button tone="quiet" className="min-h-11! px-2!" aria-pressed={view.opens_first}>
                  <span aria-hidden>{view.opens_first ? '★' : '☆'}</span>
                  {t(view.opens_first ? 'views.opens_first' : 'views.open_first')}
                </Button>
              </form>
            ),
          },
          {
            title: t('console.act'),
            cell: (view) => (
              <Row gap={2} className="items-start">
                <Act
                  act="change"
                  hidden={{ view: view.id }}
                  label={t('console.edit')}
                  confirm={t('console.save')}
                  refused={actionData}
                >
                  <Field name="name" label={t('views.name')}>
                    <TextInput initial={view.name} maxLength={60} autoComplete="off" />
                  </Field>
                  <Checkbox name="shared" label={t('views.shared')} initial={view.shared} />
                </Act>
                <Act
                  act="delete"
                  hidden={{ view: view.id }}
                  label={t('views.delete')}
                  confirm={t('views.delete.confirm')}
                  text={t(view.shared ? 'views.delete.shared' : 'views.delete.text')}
                  tone="danger"
                  refused={actionData}
                />
              </Row>
            ),
          },
        ]}
      />
    </ConsolePage>
  )
}
