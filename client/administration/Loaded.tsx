// Shows a part once its rows are there, or why they are not.
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { Bones, Failure } from '../parts/Notices.tsx'

interface LoadedProps<D> {
  data: D | undefined
  error: CombinedError | undefined
  again: () => void
  children: (data: D) => ReactNode
}

export function Loaded<D>({ data, error, again, children }: LoadedProps<D>) {
  if (data) return children(data)
  return error ? <Failure error={error} retry={again} /> : <Bones />
}
