// What the view of a list asks the API for.
import type { ViewOf } from './list-views.ts'

/** The filter and order with which the API lists the claims of a view. */
export function claimsAsked(view: ViewOf<'claims'>) {
  const { show = 'open', state, severity, due, clock, region, account, from, before } = view
  return {
    filter: {
      ...(show !== 'all' && { open: show === 'open' }),
      ...(state && { states: [state] }),
      ...(severity && { severity }),
      ...(clock && { clock }),
      ...(region && { regionId: region }),
      ...(account && { accountId: account }),
      ...(due && { due }),
      ...(view.consumer && { consumerType: view.consumer }),
      ...(view.defect && { defect: view.defect }),
      ...(view.stage && { stage: view.stage }),
      ...(view.responsible && { responsibleId: view.responsible }),
      ...(view.product && { productId: view.product }),
      ...(view.stopped && { stoppedClock: view.stopped }),
      ...(view.missed && { missedClock: view.missed }),
      ...(view.left && { leftState: view.left }),
      ...(view.currency && view.sum && { money: { currency: view.currency, sum: view.sum } }),
      ...(view.trial && { trialMaterial: true }),
      ...(from && { openedFrom: `${from}T00:00:00Z` }),
      ...(before && { openedBefore: `${before}T00:00:00Z` }),
    },
    order: view.order ?? (show === 'open' ? ('due' as const) : ('newest' as const)),
  }
}

/** The filter and order with which the API lists the visits of a view. */
export function visitsAsked(view: ViewOf<'visits'>) {
  const { show = 'open', state, purpose, origin, engineer, account, key, due, from, before } = view
  return {
    filter: {
      ...(show !== 'all' && { open: show === 'open' }),
      ...(state && { states: [state] }),
      ...(purpose && { purpose }),
      ...(origin && { origin }),
      ...(engineer && { engineerId: engineer }),
      ...(account && { accountId: account }),
      ...(key && { key }),
      ...(due && { overdue: true }),
      ...(from && { from: `${from}T00:00:00Z` }),
      ...(before && { before: `${before}T00:00:00Z` }),
    },
    order: view.order ?? (show === 'open' ? ('due' as const) : ('newest' as const)),
  }
}
