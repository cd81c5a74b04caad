// Which material: found by any number, or offered when its number stands in the line.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ChoicesDocument } from '../generated/choices.ts'
import { type FindMaterialData, FindMaterialDocument } from '../generated/find-material.ts'
import { Combo } from '../parts/Combo.tsx'
import { useSettled } from '../parts/settled.ts'
import { Icon } from '../shell/Icon.tsx'
import { decimal } from '../words/dates.ts'
import { type LogDraft, numbersIn, type TakenPiece } from './log-draft.ts'

type FoundPiece = FindMaterialData['findMaterial']['nodes'][number]

interface MaterialProps {
  draft: LogDraft
  change: (part: Partial<LogDraft>) => void
}

export function Material({ draft, change }: MaterialProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const asked = useSettled(text.trim(), 250)
  const accountId = draft.accountId || null
  const [{ data, fetching }] = useQuery({
    query: FindMaterialDocument,
    variables: { text: asked, accountId },
    pause: asked.length < 2,
  })
  const found = asked.length < 2 ? [] : (data?.findMaterial.nodes ?? [])
  const take = (piece: FoundPiece) => {
    setText('')
    const known = draft.pieces.some(({ id }) => id === piece.id)
    const row: TakenPiece = {
      id: piece.id,
      number: piece.number,
      mass: piece.mass,
      claimedMass: piece.mass,
      defect: '',
    }
    change({
      accountId: draft.accountId || (piece.account?.id ?? ''),
      pieces: known ? draft.pieces : [...draft.pieces, row],
    })
  }
  return (
    <section className="part">
      <div className="part-name">
        <label htmlFor="material">{t('log.material')}</label>
        <span className="xs q">{t('log.canWait')}</span>
      </div>
      <div className="material">
        <Combo
          id="material"
          label={t('log.material')}
          text={text}
          type={setText}
          offers={found.map(({ id, number, mass, heat, product, account }) => ({
            id,
            label: number,
            hint: [
              t('common.heat', { number: heat.number }),
              product?.grade,
              `${mass} t`,
              draft.accountId ? null : account?.name,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          take={({ id }) => {
            const piece = found.find((one) => one.id === id)
            if (piece) take(piece)
          }}
          placeholder={t('log.materialHint')}
          nothing={asked.length >= 2 && !fetching ? t('log.noMaterial') : null}
        />
        {numbersIn(draft.whatHappened).map((number) => (
          <Mentioned key={number} number={number} draft={draft} take={take} />
        ))}
        {draft.pieces.length > 0 && <Pieces pieces={draft.pieces} change={(pieces) => change({ pieces })} />}
      </div>
    </section>
  )
}

/** A number in the caller's words that is a piece of ours, to be taken in one press. */
function Mentioned({ number, draft, take }: { number: string; draft: LogDraft; take: (piece: FoundPiece) => void }) {
  const { t } = useTranslation()
  const asked = useSettled(number, 300)
  const [{ data }] = useQuery({
    query: FindMaterialDocument,
    variables: { text: asked, accountId: draft.accountId || null },
  })
  const piece = data?.findMaterial.nodes.find((one) => one.number === asked)
  if (!piece || draft.pieces.some(({ id }) => id === piece.id)) return null
  return (
    <button type="button" className="mention" onClick={() => take(piece)}>
      {t('log.take', { number: piece.number })}
    </button>
  )
}

function Pieces({ pieces, change }: { pieces: TakenPiece[]; change: (pieces: TakenPiece[]) => void }) {
  const { t } = useTranslation()
  const [{ data: choices }] = useQuery({ query: ChoicesDocument, requestPolicy: 'cache-first' })
  const set = (id: string, part: Partial<TakenPiece>) =>
    change(pieces.map((piece) => (piece.id === id ? { ...piece, ...part } : piece)))
  return (
    <div className="pieces">
      <div className="piece head xs q" aria-hidden="true">
        <span>{t('common.coil')}</span>
        <span className="r">{t('log.delivered')}</span>
        <span>{t('log.defect')}</span>
        <span>{t('log.claimedT')}</span>
      </div>
      {pieces.map(({ id, number, mass, claimedMass, defect }) => (
        <div className="piece" key={id}>
          <span className="md">{number}</span>
          <span className="r">{decimal(mass, 3)}</span>
          <select
            className="input"
            aria-label={`${t('log.defect')} ${number}`}
            value={defect}
            onChange={({ target }) => set(id, { defect: target.value })}
          >
            <option value="">{t('form.choose')}</option>
            {choices?.defect.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <input
            className="input r"
            aria-label={`${t('log.claimedT')} ${number}`}
            inputMode="decimal"
            value={claimedMass}
            onChange={({ target }) => set(id, { claimedMass: target.value })}
          />
          <button type="button" className="btn ghost" onClick={() => change(pieces.filter((piece) => piece.id !== id))}>
            <Icon name="cross" title={`${t('form.remove')} ${number}`} />
          </button>
        </div>
      ))}
    </div>
  )
}
