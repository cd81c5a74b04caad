// One field of a plan with its label, its hint, and what is wrong with it.
import { type ReactNode, useId } from 'react'
import { Icon } from '../shell/Icon.tsx'

interface PlanFieldProps {
  label: string
  hint?: string | undefined
  fault: string | undefined
  children: (control: {
    id: string
    'aria-invalid': true | undefined
    'aria-describedby': string | undefined
  }) => ReactNode
}

export function PlanField({ label, hint, fault, children }: PlanFieldProps) {
  const id = useId()
  const described = fault ? `${id}-fault` : hint ? `${id}-hint` : undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault ? true : undefined, 'aria-describedby': described })}
      {hint && !fault && (
        <p className="xs q" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" role="alert" id={`${id}-fault`}>
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </div>
  )
}
