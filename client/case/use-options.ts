// What the choice fields of the steps offer: departments, people, catalogues, and what belongs to the case.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CaseChoicesDocument } from '../generated/case-choices.ts'
import { ChoicesDocument } from '../generated/choices.ts'
import type { CaseView } from './case-view.ts'
import { asClaim } from './case-view.ts'
import type { Options } from './step-options.ts'

export function useOptions(view: CaseView): Options {
  const { t } = useTranslation()
  const [{ data: common }] = useQuery({ query: ChoicesDocument, requestPolicy: 'cache-first' })
  const [{ data: own }] = useQuery({ query: CaseChoicesDocument, variables: { accountId: view.account.id } })
  return useMemo(() => {
    const people = common?.people?.nodes.map(({ id, name }) => ({ id, label: name }))
    const coded = (entries: readonly { code: string; name: string }[] | undefined) =>
      entries?.map(({ code, name }) => ({ id: code, label: name }))
    const claim = asClaim(view)
    const claims = own?.claims.nodes.filter(({ id }) => id !== view.id)
    const contacts = own?.node?.__typename === 'Account' ? own.node.contacts.filter(({ active }) => active) : []
    return {
      analystId: people,
      ownerId: people,
      personId: people,
      departmentId: common?.departments.map(({ id, name }) => ({ id, label: name })),
      contactId: contacts.map(({ id, name }) => ({ id, label: name })),
      targetId: claims?.map(({ id, number, title }) => ({ id, label: `${number} ${title}` })),
      taskId: view.tasks.map(({ id, number, question }) => ({ id, label: `${number} ${question}` })),
      itemId: claim?.items.map(({ id, position, piece }) => ({
        id,
        label: piece?.number ?? t('form.line', { number: position }),
      })),
      lineId: claim?.settlementLines
        .filter(({ executedAt }) => !executedAt)
        .map(({ id, position, kind }) => ({ id, label: `${position} · ${t(`label.settlementKind.${kind}`)}` })),
      defect: coded(common?.defect),
      occurrenceCause: coded(common?.occurrenceCause),
      causeCode: coded(common?.occurrenceCause),
      escapeCause: coded(common?.escapeCause),
      systemCause: coded(common?.systemCause),
      ground: coded(common?.refusalGround),
    }
  }, [common, own, view, t])
}
