// Backup codes, shown once: to be copied or printed before going on.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export function BackupCodes({ codes, done }: { codes: readonly string[]; done: () => unknown }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))
  return (
    <div className="access-form">
      <h3>{t('access.backupCodes')}</h3>
      <p className="m s">{t('access.backupCodesHint')}</p>
      <ol className="access-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="row-flex">
        <button type="button" className="btn" onClick={() => void copy().catch(() => undefined)}>
          {t(copied ? 'access.copied' : 'access.copy')}
        </button>
        <button type="button" className="btn main" onClick={() => void done()}>
          {t('access.codesKept')}
        </button>
      </div>
    </div>
  )
}
