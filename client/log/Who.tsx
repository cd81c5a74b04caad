// Who calls: found by name or number, then recognised.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type CallerData, FindAccountDocument } from '../generated/log.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { Combo } from '../parts/Combo.tsx'
import { useSettled } from '../parts/settled.ts'
import { Icon } from '../shell/Icon.tsx'
import type { LogDraft } from './log-draft.ts'

interface WhoProps {
  draft: LogDraft
  change: (part: Partial<LogDraft>) => void
  account: Extract<NonNullable<CallerData['node']>, { __typename: 'Account' }> | null
  openClaims: number
  fault: string | undefined
}

export function Who({ draft, change, account, openClaims, fault }: WhoProps) {
  const { t } = useTranslation()
  const contacts = account?.contacts.filter(({ active }) => active) ?? []
  return (
    <section className="part">
      <div className="part-name">
        <label htmlFor="caller">{t('log.who')}</label>
        <span className="xs q">{t('log.needed')}</span>
      </div>
      {!account && (
        <div className="field">
          <FindAccount take={(accountId) => change({ accountId, contactId: '' })} invalid={fault !== undefined} />
          {fault && (
            <p className="fault" role="alert">
              <Icon name="warning" />
              {fault}
            </p>
          )}
        </div>
      )}
      {account && (
        <div>
          <div className="caller">
            <Avatar name={account.name} big />
            <div className="ell">
              <bdi className="caller-name">{account.name}</bdi>{' '}
              {account.key && <span className="tag key">{t('common.key')}</span>}
              <br />
              <span className="s m">
                {[account.number, account.region.name, account.consumerTypeLabel].join(' · ')}
              </span>
            </div>
            <span className="space" />
            <button
              type="button"
              className="quiet-link"
              onClick={() => change({ accountId: '', contactId: '', pieces: [] })}
            >
              {t('log.change')}
            </button>
          </div>
          <div className="known s m">
            <label className="row-flex">
              {t('log.contact')}
              <select
                className="input"
                value={draft.contactId}
                onChange={({ target }) => change({ contactId: target.value })}
              >
                <option value="">{t('log.nobody')}</option>
                {contacts.map(({ id, name, jobTitle }) => (
                  <option key={id} value={id}>
                    {jobTitle ? `${name}, ${jobTitle}` : name}
                  </option>
                ))}
              </select>
            </label>
            {openClaims > 0 && <span>{t('log.openClaims', { count: openClaims })}</span>}
            {account.specialPolicy && (
              <span className="warn row-flex">
                <Icon name="warning" />
                <bdi>{account.specialPolicy}</bdi>
              </span>
            )}
          </div>
        </div>
      )}
    </section>
  )
}

function FindAccount({ take, invalid }: { take: (id: string) => void; invalid: boolean }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const asked = useSettled(text.trim(), 200)
  const [{ data, fetching }] = useQuery({ query: FindAccountDocument, variables: { text: asked }, pause: asked === '' })
  const offers =
    asked === ''
      ? []
      : (data?.accounts.nodes ?? []).map(({ id, name, number, region }) => ({
          id,
          label: name,
          hint: `${number} · ${region.name}`,
        }))
  return (
    <Combo
      id="caller"
      label={t('log.account')}
      text={text}
      type={setText}
      offers={offers}
      take={({ id }) => take(id)}
      placeholder={t('log.accountHint')}
      nothing={asked !== '' && !fetching ? t('form.nothingFound') : null}
      invalid={invalid}
    />
  )
}
