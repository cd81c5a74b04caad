// The filter of the API that a view of claims in the address means: the same for the list and for figures about it.
import type { ClaimsSearch } from '../shell/searches.ts'

export function filterOf(search: ClaimsSearch) {
  const { show = 'open', severity, state, region, consumer, defect, stage, responsible, product, clock } = search
  const { from, before } = search
  return {
    ...(show !== 'all' && { open: show === 'open' }),
    ...(severity && { severity }),
    ...(state && { states: [state] }),
    ...(region && { regionId: region }),
    ...(consumer && { consumerType: consumer }),
    ...(defect && { defect }),
    ...(stage && { stage }),
    ...(responsible && { responsibleId: responsible }),
    ...(product && { productId: product }),
    ...(clock && { clock }),
    ...(from && { openedFrom: `${from}T00:00:00Z` }),
    ...(before && { openedBefore: `${before}T00:00:00Z` }),
  }
}
