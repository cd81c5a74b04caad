// Writes a version: its outline, the entry that is open, the phone that shows it, and what stands in the way of publishing it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftHint } from '../device/DraftHint.tsx'
import { useDraft } from '../device/use-draft.ts'
import { PublishVersionDocument, type VersionContents, WriteVersionDocument } from '../generated/questionnaires.ts'
import { Icon } from '../shell/Icon.tsx'
import { languageName } from '../words/dates.ts'
import { BuilderFaults, type PlacedFault } from './BuilderFaults.tsx'
import { type Contents, contentsOf, writtenOf } from './contents.ts'
import { EntryEditor } from './EntryEditor.tsx'
import { LanguageTabs } from './LanguageTabs.tsx'
import { missingTexts, type Place } from './missing-texts.ts'
import { Outline } from './Outline.tsx'
import { SurveyPreview } from './SurveyPreview.tsx'
import { type FieldFault, useSurveyCommand } from './use-survey-command.ts'

interface BuilderProps {
  version: VersionContents
  writes: boolean
  again: () => void
}

export function Builder({ version, writes, again }: BuilderProps) {
  const { t } = useTranslation()
  const send = useSurveyCommand()
  const kept = useDraft<Contents>(`builder:${version.id}`, contentsOf(version), version.revision)
  const contents = writes ? kept.value : contentsOf(version)
  const [place, setPlace] = useState<Place>({ section: 0, item: contents.sections[0]?.items.length ? 0 : null })
  const [language, setLanguage] = useState<string>(contents.languages[0] ?? 'en')
  const [faults, setFaults] = useState<readonly PlacedFault[]>([])
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const missing = missingTexts(contents)
  const change = (next: Contents) => {
    kept.change(next)
    setTold('')
  }
  const refuse = (text: string, given: readonly FieldFault[]) => {
    setFaults(given.map(placed))
    setTold(given.length > 0 ? t('questionnaires.refused', { count: given.length }) : text)
  }
  const write = async (): Promise<number | null> => {
    const outcome = await send(WriteVersionDocument, {
      versionId: version.id,
      revision: version.revision,
      ...writtenOf(contents),
    })
    if (outcome.kind === 'refused') {
      refuse(outcome.text, outcome.faults)
      return null
    }
    kept.clear()
    setFaults([])
    return outcome.answer.revision
  }
  const carryOut = async (publish: boolean) => {
    if (busy) return
    setBusy(true)
    const revision = kept.draft ? await write() : version.revision
    if (revision !== null && publish) {
      const outcome = await send(PublishVersionDocument, { versionId: version.id, revision })
      if (outcome.kind === 'refused') refuse(outcome.text, outcome.faults)
      else setTold('')
    } else if (revision !== null) setTold('')
    setBusy(false)
    again()
  }
  return (
    <>
      <LanguageTabs
        contents={contents}
        language={language}
        choose={setLanguage}
        missing={missing}
        change={writes ? change : null}
      />
      <div className="builder-columns">
        <Outline
          contents={contents}
          place={place}
          choose={setPlace}
          change={writes ? change : null}
          language={language}
          missing={missing}
        />
        <div className="builder-middle">
          <BuilderFaults
            faults={faults}
            missing={missing}
            told={told}
            writes={writes}
            go={(to, spoken) => {
              setPlace(to)
              if (spoken) setLanguage(spoken)
            }}
          />
          <EntryEditor
            contents={contents}
            place={place}
            choose={setPlace}
            language={language}
            change={writes ? change : null}
            faults={faults}
          />
        </div>
        <SurveyPreview contents={contents} language={language} />
      </div>
      {writes && (
        <div className="plan-send builder-send">
          <button
            type="button"
            className="btn main"
            aria-disabled={busy || undefined}
            onClick={() => void carryOut(true)}
          >
            {busy && <span className="spin" />}
            {t('questionnaires.publish')}
          </button>
          <button
            type="button"
            className="btn"
            aria-disabled={!kept.draft || busy || undefined}
            onClick={() => kept.draft && void carryOut(false)}
          >
            {t('questionnaires.save')}
          </button>
          {missing.length > 0 && (
            <span className="s warn row-flex">
              <Icon name="warning" />
              {t('questionnaires.missing', { count: missing.length })}{' '}
              {[...new Set(missing.map((one) => languageName(one.language)))].join(', ')}
            </span>
          )}
          <span className="space" />
          <DraftHint {...kept} />
        </div>
      )}
    </>
  )
}

/** `sections.0.items.2.wording` as a place in the outline. */
function placed({ field, text, code }: FieldFault): PlacedFault {
  const [, section, item] = /^sections\.(\d+)(?:\.items\.(\d+))?/.exec(field ?? '') ?? []
  const place =
    section === undefined ? null : { section: Number(section), item: item === undefined ? null : Number(item) }
  return { place, field: field ?? '', code, text }
}
