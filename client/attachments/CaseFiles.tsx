// The files of a case: pictures to look at, the rest to save; added, taken off and put back here.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import type { CaseView } from '../case/case-view.ts'
import { RemoveFileDocument, RestoreFileDocument, ShowFileDocument } from '../generated/case.ts'
import { Undo } from '../parts/Undo.tsx'
import { Icon } from '../shell/Icon.tsx'
import type { CaseFile } from './case-file.ts'
import { FileDrop } from './FileDrop.tsx'
import { fileSize } from './file-size.ts'
import { Lightbox } from './Lightbox.tsx'
import { useWaitingFiles } from './use-waiting-files.ts'
import { WaitingFileList } from './WaitingFileList.tsx'

export function CaseFiles({ view, refresh }: { view: CaseView; refresh: () => void }) {
  const { t } = useTranslation()
  const waiting = useWaitingFiles({ caseId: view.id })
  const [looked, setLooked] = useState<string | null>(null)
  const [removed, setRemoved] = useState<CaseFile | null>(null)
  const [, remove] = useMutation(RemoveFileDocument)
  const [, restore] = useMutation(RestoreFileDocument)
  const [, show] = useMutation(ShowFileDocument)
  const files = view.attachments.nodes
  const pictures = files.filter(({ previewUrl }) => previewUrl !== null)
  const takeOff = async (file: CaseFile) => {
    setLooked(null)
    const { data } = await remove({ id: file.id, key: crypto.randomUUID() })
    if (data?.removeAttachment.__typename === 'AttachmentWritten') setRemoved(file)
    refresh()
  }
  const putBack = async (file: CaseFile) => {
    setRemoved(null)
    await restore({ id: file.id, key: crypto.randomUUID() })
    refresh()
  }
  const tell = async (file: CaseFile) => {
    await show({ id: file.id, shown: !file.forCustomer, key: crypto.randomUUID() })
    refresh()
  }
  const body = (
    <>
      {pictures.length > 0 && (
        <ul className="file-tiles">
          {pictures.map((file) => (
            <li key={file.id}>
              <button type="button" onClick={() => setLooked(file.id)}>
                <img src={file.previewUrl ?? ''} alt={file.name} loading="lazy" />
                {file.asRole === 'customerContact' && <span className="xs from">{t(`label.role.${file.asRole}`)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="file-list">
        {files
          .filter(({ previewUrl }) => previewUrl === null)
          .map((file) => (
            <FileRow key={file.id} file={file} takeOff={() => void takeOff(file)} tell={() => void tell(file)} />
          ))}
      </ul>
      {files.length === 0 && waiting.files.length === 0 && <p className="s q">{t('files.none')}</p>}
      <WaitingFileList files={waiting.files} />
    </>
  )
  return (
    <section className="case-files" id="files">
      <div className="section-head">
        <h2>
          {t('files.title')} {files.length > 0 && <span className="q">{files.length}</span>}
        </h2>
      </div>
      {view.uploadUrl ? (
        <FileDrop add={waiting.add} label={t('files.title')}>
          {body}
        </FileDrop>
      ) : (
        body
      )}
      {looked && (
        <Lightbox
          pictures={pictures}
          shown={looked}
          show={setLooked}
          takeOff={(file) => void takeOff(file)}
          tell={(file) => void tell(file)}
        />
      )}
      {removed && (
        <Undo
          text={t('files.removed', { name: removed.name })}
          undo={() => putBack(removed)}
          done={() => setRemoved(null)}
        />
      )}
    </section>
  )
}

function FileRow({ file, takeOff, tell }: { file: CaseFile; takeOff: () => void; tell: () => void }) {
  const { t } = useTranslation()
  const { name, bytes, url, duplicateOf, mayRemove, mayShow, forCustomer, previewComing, asRole, byName } = file
  return (
    <li className="file-row">
      <Icon name={previewComing ? 'photo' : 'file'} />
      <span className="file-name">
        <a className="l" href={url} download>
          <bdi>{name}</bdi>
        </a>
        {asRole === 'customerContact' && (
          <span className="xs q">
            {t(`label.role.${asRole}`)} · <bdi>{byName}</bdi>
          </span>
        )}
        {duplicateOf && <span className="xs q">{t('files.duplicate', { name: duplicateOf })}</span>}
      </span>
      <span className="xs q">{fileSize(bytes)}</span>
      {mayShow && (
        <button type="button" className="btn ghost" aria-pressed={forCustomer ?? false} onClick={tell}>
          <Icon name="eye" title={`${t(forCustomer ? 'files.hide' : 'files.show')}: ${name}`} />
        </button>
      )}
      {mayRemove && (
        <button type="button" className="btn ghost" onClick={takeOff}>
          <Icon name="cross" title={`${t('form.remove')} ${name}`} />
        </button>
      )}
    </li>
  )
}
