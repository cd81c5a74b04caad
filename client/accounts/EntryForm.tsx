// The form of an entry with its words and choices, loaded when it is first opened.
import { lazy, Suspense } from 'react'
import { useQuery } from 'urql'
import type { Options } from '../case/step-options.ts'
import { EntryChoicesDocument } from '../generated/account.ts'
import { ChoicesDocument } from '../generated/choices.ts'
import { withWords } from '../words/with-words.ts'
import type { EntryDialogProps } from './EntryDialog.tsx'

const EntryDialog = lazy(
  withWords(['accounts', 'field', 'entry'], () =>
    import('./EntryDialog.tsx').then(({ EntryDialog }) => ({ default: EntryDialog })),
  ),
)

export function EntryForm({ options = {}, ...entry }: Omit<EntryDialogProps, 'options'> & { options?: Options }) {
  const [{ data }] = useQuery({ query: EntryChoicesDocument, requestPolicy: 'cache-first' })
  const [{ data: common }] = useQuery({ query: ChoicesDocument, requestPolicy: 'cache-first' })
  const named = (rows: readonly { id: string; name: string }[] | undefined) =>
    rows?.map(({ id, name }) => ({ id, label: name }))
  const choices: Options = {
    departmentId: named(data?.departments),
    regionId: named(data?.regions),
    segmentId: named(data?.segments),
    managerId: named(common?.people?.nodes),
    competenceIds: data?.coreCompetences
      .filter(({ active }) => active)
      .map(({ id, wording }) => ({ id, label: wording })),
    ...options,
  }
  return (
    <Suspense>
      <EntryDialog {...entry} options={choices} />
    </Suspense>
  )
}
