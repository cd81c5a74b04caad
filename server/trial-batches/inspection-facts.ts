// Facts of an inspection: the requirement set, the certificate that is named, and the values that it holds.
import { sql } from 'kysely'
import type { FactsRequest } from '../core/engine.ts'
import { known, reading } from '../core/reading.ts'
import type { MeasuredFact, RequirementFact } from '../workflows/trial-facts.ts'

export const inspectionFacts = {
  requirements: ({ subject }: FactsRequest) =>
    reading(
      [
        sql<RequirementFact>`
          select requirement.id, indicator_group as "group", indicator, unit, trim_scale(min_value)::text as min,
            trim_scale(max_value)::text as max
          from trial_requirement as requirement
          join trial_batch on trial_batch.case_id = requirement.case_id and trial_batch.iteration = requirement.iteration
          where requirement.case_id = ${subject.caseId} order by position`,
      ],
      (rows) => rows,
    ),

  certificate: ({ subject, payload }: FactsRequest) => {
    if (typeof payload.certificateId !== 'string') return known(null)
    return reading(
      [
        sql<{ number: string; ofTrial: boolean }>`
          select certificate.number, exists (select from certificate_heat
            join trial_heat on trial_heat.heat_id = certificate_heat.heat_id
            join trial_batch on trial_batch.case_id = trial_heat.case_id and trial_batch.iteration = trial_heat.iteration
            where certificate_heat.certificate_id = certificate.id and trial_heat.case_id = ${subject.caseId}) as "ofTrial"
          from certificate join service_case on service_case.account_id = certificate.account_id
          where certificate.id = ${payload.certificateId} and service_case.id = ${subject.caseId}`,
      ],
      ([row]) => row ?? null,
    )
  },

  certificateValues: ({ subject, payload }: FactsRequest) => {
    if (typeof payload.certificateId !== 'string') return known([])
    return reading(
      [
        sql<MeasuredFact>`
          select requirement.id as "requirementId", trim_scale(measured.number)::text as value, requirement.unit
          from trial_requirement as requirement
          join trial_batch on trial_batch.case_id = requirement.case_id and trial_batch.iteration = requirement.iteration
          join certificate_value as measured on lower(measured.code) = lower(requirement.property)
          where requirement.case_id = ${subject.caseId} and measured.certificate_id = ${payload.certificateId}
            and measured.number is not null and lower(measured.unit) = lower(requirement.unit)
            and (measured.heat is null or exists (select from trial_heat join heat on heat.id = trial_heat.heat_id
              where trial_heat.case_id = requirement.case_id and trial_heat.iteration = requirement.iteration
                and heat.number = measured.heat))
          order by requirement.position, measured.position`,
      ],
      (rows) => rows,
    )
  },
}
