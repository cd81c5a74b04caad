// The approval matrix while it is edited: bands from the lowest, the last without a limit.
import { roles } from '../../schema/vocabulary.ts'

/** Positions and roles that can approve a step, as the server takes them. */
export const approvers = ['csLead', 'headOfQuality', 'commercialDirector', 'finance', 'management'] as const
export type Approver = (typeof approvers)[number]

export interface Step {
  needed: number
  of: readonly Approver[]
}

export interface Band {
  key: string
  upTo: string
  steps: readonly Step[]
}

export function approverKey(approver: Approver): string {
  return approver in roles ? `label.role.${approver}` : `label.position.${approver}`
}

/** A new band goes below the last, which has no limit. */
export function withBand(bands: readonly Band[]): Band[] {
  return [...bands.slice(0, -1), { key: crypto.randomUUID(), upTo: '', steps: [] }, ...bands.slice(-1)]
}

export function withStep(band: Band, at: number, step: Step | null): Band {
  const steps = at >= band.steps.length ? [...band.steps, ...(step ? [step] : [])] : replaced(band.steps, at, step)
  return { ...band, steps }
}

export function toggled({ needed, of }: Step, approver: Approver): Step {
  return { needed, of: of.includes(approver) ? of.filter((one) => one !== approver) : [...of, approver] }
}

export function matrixInput(bands: readonly Band[]) {
  return {
    bands: bands.map(({ upTo, steps }, index) => ({
      upTo: index === bands.length - 1 ? null : upTo.trim().replace(',', '.') || null,
      steps: steps.map(({ needed, of }) => ({ needed, of: [...of] })),
    })),
  }
}

function replaced(steps: readonly Step[], at: number, step: Step | null): Step[] {
  return steps.flatMap((one, index) => (index === at ? (step ?? []) : one))
}
