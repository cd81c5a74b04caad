// Refuses a file in which the scanner found a virus, or which it does not take.
import { refuseField } from '../core/refusal.ts'
import type { VirusScanner } from '../core/virus-scanner.ts'

export async function refuseInfected(scanner: VirusScanner, path: string): Promise<void> {
  const verdict = await scanner.scan(path)
  if (verdict === 'infected') throw refuseField('file', 'infected')
  if (verdict === 'tooLarge') throw refuseField('file', 'tooLargeToScan')
}
