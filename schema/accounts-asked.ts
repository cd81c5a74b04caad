// What a view of the customers asks the API for.
import type { ViewOf } from './list-views.ts'

/** The arguments with which the API lists the customers of a view. */
export function accountsAsked({ text, region, consumer, key, status, segment, ...view }: ViewOf<'accounts'>) {
  return {
    text: text ?? null,
    regionId: region ?? null,
    consumerType: consumer ?? null,
    key: key ?? null,
    status: status ?? null,
    segmentId: segment ?? null,
    class: view.class ?? null,
  }
}
