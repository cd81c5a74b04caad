// A plan as its form holds it, and as it is sent.
import type { PlanWaveVariables, WavePlanData } from '../generated/surveys.ts'
import { localMoment } from '../words/local-moment.ts'
import { momentOf } from '../words/time-zone.ts'

export interface Plan {
  name: string
  kind: 'planned' | 'afterContact'
  respondents: 'customers' | 'staff'
  versionId: string
  regionIds: readonly string[]
  consumerTypes: readonly ('endUser' | 'wholesaler')[]
  keyOnly: boolean
  productIds: readonly string[]
  sampleSize: string
  mobileChannel: 'phone' | 'sms' | 'message'
  quietDays: string
  reminderDays: string
  linkDays: string
  /** Moments on the clocks of the viewer's zone, as yyyy-mm-ddThh:mm. */
  opensAt: string
  closesAt: string
}

export type KeptPlan = Extract<NonNullable<WavePlanData['node']>, { id: string }>

const day = 86_400_000

export function newPlan(now: Date): Plan {
  return {
    name: '',
    kind: 'planned',
    respondents: 'customers',
    versionId: '',
    ...{ regionIds: [], consumerTypes: [], keyOnly: false, productIds: [], sampleSize: '' },
    ...{ mobileChannel: 'phone', quietDays: '90', reminderDays: '5, 10', linkDays: '30' },
    opensAt: localMoment(now.toISOString()),
    closesAt: `${localMoment(new Date(now.getTime() + 30 * day).toISOString()).slice(0, 10)}T18:00`,
  }
}

export function planOf(kept: KeptPlan): Plan {
  const { population, mobileChannel, closesAt } = kept
  return {
    name: kept.name,
    kind: kept.kind,
    respondents: kept.respondents,
    versionId: kept.version?.id ?? '',
    regionIds: population?.regionIds ?? [],
    consumerTypes: population?.consumerTypes ?? [],
    keyOnly: population?.keyOnly ?? false,
    productIds: population?.productIds ?? [],
    sampleSize: kept.sampleSize === null ? '' : String(kept.sampleSize),
    mobileChannel: mobileChannel === 'sms' || mobileChannel === 'message' ? mobileChannel : 'phone',
    quietDays: String(kept.quietDays),
    reminderDays: kept.reminderDays.join(', '),
    linkDays: String(kept.linkDays),
    opensAt: localMoment(kept.opensAt),
    closesAt: closesAt === null ? '' : localMoment(closesAt),
  }
}

export function populationOf({ regionIds, consumerTypes, keyOnly, productIds }: Plan) {
  return {
    ...(regionIds.length > 0 && { regionIds }),
    ...(consumerTypes.length > 0 && { consumerTypes }),
    ...(keyOnly && { keyOnly }),
    ...(productIds.length > 0 && { productIds }),
  }
}

/** Its times are those of the viewer's clocks. */
export function planInput(plan: Plan): PlanWaveVariables['input'] {
  const { mobileChannel, opensAt, closesAt } = plan
  return {
    name: plan.name.trim(),
    kind: plan.kind,
    respondents: plan.respondents,
    versionId: plan.versionId,
    population: populationOf(plan),
    sampleSize: wholeOf(plan.sampleSize),
    mobileChannel: mobileChannel === 'phone' ? null : mobileChannel,
    quietDays: wholeOf(plan.quietDays),
    reminderDays: remindersOf(plan.reminderDays),
    linkDays: wholeOf(plan.linkDays),
    opensAt: momentOf(opensAt).toISOString(),
    closesAt: closesAt === '' ? null : momentOf(closesAt).toISOString(),
  }
}

/** Fields that cannot be sent as they are; the server judges everything else. */
export function planFaults(plan: Plan): (keyof Plan)[] {
  const whole = (['sampleSize', 'quietDays', 'linkDays'] as const).filter((name) => !/^\d*$/.test(plan[name].trim()))
  return [
    ...(['name', 'versionId', 'opensAt'] as const).filter((name) => plan[name].trim() === ''),
    ...(plan.kind === 'planned' && plan.closesAt === '' ? (['closesAt'] as const) : []),
    ...whole,
    ...(/^[\d\s,;]*$/.test(plan.reminderDays) ? [] : (['reminderDays'] as const)),
  ]
}

function wholeOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}

function remindersOf(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
}
