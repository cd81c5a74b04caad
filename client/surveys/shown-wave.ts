// A wave as its page shows it.
import type { WaveData } from '../generated/surveys.ts'

export type ShownWave = Extract<NonNullable<WaveData['node']>, { id: string }>
