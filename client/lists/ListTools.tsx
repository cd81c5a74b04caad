// Above every list: its views, what of the address could not be understood, and the way into a file.
import { useTranslation } from 'react-i18next'
import type { ListPage } from '../../schema/list-views.ts'
import { useMe } from '../shell/me.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { ViewMenu } from './ViewMenu.tsx'
import './lists.css'

interface ListToolsProps {
  page: ListPage
  view: object
  saved: string | undefined
  /** Names of the address that the page does not know. */
  wrong: string | undefined
  apply: (view: Record<string, unknown>, saved: string) => void
}

export function ListTools({ page, view, saved, wrong, apply }: ListToolsProps) {
  const { t } = useTranslation()
  const { actions } = useMe()
  return (
    <>
      <div className="list-tools">
        {actions.includes('view.keep') && <ViewMenu page={page} view={view} saved={saved} apply={apply} />}
        {page !== 'board' && actions.includes('list.export') && <ExportMenu page={page} view={view} />}
      </div>
      {wrong && (
        <p className="note" role="status">
          {t('lists.wrong', { names: wrong })}
        </p>
      )}
    </>
  )
}
