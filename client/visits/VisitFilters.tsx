// The filters of the list of visits.
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { type ViewOf, viewParams } from '../../schema/list-views.ts'
import { VisitPeopleDocument } from '../generated/visits.ts'
import type { Offer } from '../parts/Offers.tsx'
import { Icon } from '../shell/Icon.tsx'

interface VisitFiltersProps {
  view: ViewOf<'visits'>
  go: (part: ViewOf<'visits'>) => void
}

const { show, state, purpose, origin } = viewParams.visits

export function VisitFilters({ view, go }: VisitFiltersProps) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: VisitPeopleDocument, requestPolicy: 'cache-first' })
  const people = (data?.people?.nodes ?? []).filter(({ active }) => active)
  const offers = <T extends string>(words: readonly T[], label: (word: T) => string) =>
    words.map((id) => ({ id, label: label(id) }))
  return (
    <div className="filters">
      <Choice
        id="visit-show"
        label={t('visits.show')}
        value={view.show ?? 'open'}
        offers={offers(show, (word) => t(`visits.shown.${word}`))}
        change={(chosen) => go({ show: show.find((one) => one === chosen && one !== 'open'), state: undefined })}
      />
      <Choice
        id="visit-state"
        label={t('visits.state')}
        all={t('visits.all')}
        value={view.state ?? ''}
        offers={offers(state, (word) => t(`label.visitState.${word}`))}
        change={(chosen) => go({ state: state.find((one) => one === chosen), ...(chosen && { show: 'all' }) })}
      />
      <Choice
        id="visit-purpose"
        label={t('visits.purpose')}
        all={t('visits.all')}
        value={view.purpose ?? ''}
        offers={offers(purpose, (word) => t(`label.visitPurpose.${word}`))}
        change={(chosen) => go({ purpose: purpose.find((one) => one === chosen) })}
      />
      <Choice
        id="visit-origin"
        label={t('visits.origin')}
        all={t('visits.all')}
        value={view.origin ?? ''}
        offers={offers(origin, (word) => t(`label.visitOrigin.${word}`))}
        change={(chosen) => go({ origin: origin.find((one) => one === chosen) })}
      />
      <Choice
        id="visit-engineer"
        label={t('visits.engineer')}
        all={t('visits.everybody')}
        value={view.engineer ?? ''}
        offers={people.map(({ id, name }) => ({ id, label: name }))}
        change={(chosen) => go({ engineer: chosen })}
      />
      <label className="row-flex only-key">
        <input
          type="checkbox"
          checked={view.key === true}
          onChange={({ target }) => go({ key: target.checked || undefined })}
        />
        {t('visits.onlyKey')}
      </label>
      <label className="row-flex only-key">
        <input
          type="checkbox"
          checked={view.due === 'over'}
          onChange={({ target }) => go({ due: target.checked ? 'over' : undefined })}
        />
        {t('visits.onlyOverdue')}
      </label>
      {view.account && (
        <button type="button" className="btn ghost" onClick={() => go({ account: undefined })}>
          <Icon name="cross" />
          {t('visits.everyAccount')}
        </button>
      )}
    </div>
  )
}

interface ChoiceProps {
  id: string
  label: string
  value: string
  /** What is chosen where nothing narrows; left out where one word always holds. */
  all?: string
  offers: readonly Offer[]
  change: (value: string | undefined) => void
}

function Choice({ id, label, value, all, offers, change }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={value} onChange={({ target }) => change(target.value || undefined)}>
        {all && <option value="">{all}</option>}
        {offers.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {offer.label}
          </option>
        ))}
      </select>
    </div>
  )
}
