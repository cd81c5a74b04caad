// A certificate that is dropped fills the material in; the file itself stays with the claim. It waits until the customer is known.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { type ImportCertificateData, ImportCertificateDocument } from '../generated/certificate.ts'
import { useMe } from '../shell/me.ts'
import { certificateText } from './certificate-text.ts'

type Answer = ImportCertificateData['importCertificate']
export type CertificatePiece = NonNullable<
  Extract<Answer, { __typename: 'CertificateImport' }>['certificate']
>['pieces']['nodes'][number]

export interface DroppedCertificate {
  read(files: Iterable<File>): void
  /** What came of it. */
  told: string | null
}

export function useCertificate(
  accountId: string,
  take: (pieces: readonly CertificatePiece[]) => void,
): DroppedCertificate {
  const { t } = useTranslation()
  const { actions } = useMe()
  const graph = useClient()
  const [text, setText] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text and customer
  useEffect(() => {
    if (text === null || accountId === '') return
    let wanted = true
    const variables = { input: { accountId, text }, key: crypto.randomUUID() }
    void graph
      .mutation(ImportCertificateDocument, variables)
      .toPromise()
      .then(({ data }) => {
        if (!wanted) return
        setText(null)
        const answer = data?.importCertificate
        if (answer?.__typename !== 'CertificateImport') return setTold(refusalOf(answer) ?? t('common.lost'))
        const pieces = answer.certificate?.pieces.nodes ?? []
        take(pieces)
        const number = answer.certificate?.number ?? ''
        setTold(answer.withoutPieces ?? t('log.certificateTaken', { number, count: pieces.length }))
      })
    return () => {
      wanted = false
    }
  }, [text, accountId])
  return {
    told: text !== null && accountId === '' ? t('log.certificateWaits') : told,
    read(files) {
      if (!actions.includes('material.import')) return
      void Promise.all([...files].filter(mayHoldOne).map(certificateText)).then((texts) => {
        const found = texts.find((one) => one !== null)
        if (found) setText(found)
      })
    },
  }
}

const mostBytes = 5_000_000

function mayHoldOne({ name, type, size }: File): boolean {
  return size <= mostBytes && (/\.(json|pdf)$/i.test(name) || type === 'application/json' || type === 'application/pdf')
}

function refusalOf(answer: Answer | undefined): string | null {
  if (!answer || answer.__typename === 'CertificateImport') return null
  const faults = answer.__typename === 'Invalid' ? answer.fields.slice(0, 3).map(({ text }) => text) : []
  return [answer.text, ...faults].filter(Boolean).join(' ')
}
