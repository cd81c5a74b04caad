// What a part of a customer's page that is written in is given.
import type { AccountView } from './AccountFigures.tsx'

export interface WrittenProps {
  account: AccountView
  /** Reads the page anew; left out: the viewer only reads. */
  saved: (() => void) | undefined
}
