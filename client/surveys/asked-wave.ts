// A wave with what it asks.
import type { AskedWaveData } from '../generated/answers.ts'

export type AskedWave = Extract<NonNullable<AskedWaveData['node']>, { id: string }>

export function isAsked(node: AskedWaveData['node'] | undefined): node is AskedWave {
  return node != null && 'version' in node
}
