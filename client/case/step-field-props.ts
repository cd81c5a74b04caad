// What one field of a step is given.
import type { FieldFault } from './send-step.ts'
import type { InputField } from './step-input.ts'
import type { Options } from './step-options.ts'

export interface StepFieldProps {
  field: InputField
  value: string
  change: (value: string) => void
  faults: readonly FieldFault[]
  options: Options
  accountId: string
  path: string
}
