// What the works of the demo world make, on which lines, and which defects such material is claimed for.
import type { PieceKind } from '../../../schema/vocabulary.ts'

export interface DemoProduct {
  code: string
  name: string
  grade: string
  norm: string
  kind: PieceKind
  lines: string[]
  /** USD per tonne */
  price: number
  /** Mass of a piece in tonnes, from and to */
  mass: [number, number]
  defects: string[]
}

const always = ['wrongLabel', 'shortMass', 'wrongDocuments', 'packagingDamage', 'transportDamage']
const surface = ['scratch', 'dent', 'rust', 'oilStain']
const rolled = [...surface, 'wavyEdge', 'edgeCrack', 'thickness', 'width', 'flatness', 'telescopedCoil', ...always]
const coated = ['coatingPeel', 'coatingPeel', ...surface, 'thickness', 'flatness', 'telescopedCoil', ...always]
const heavy = ['lamination', 'inclusion', 'thickness', 'flatness', 'mechanical', 'chemistry', 'rust', ...always]
const long = ['shape', 'mechanical', 'chemistry', 'inclusion', 'rust', ...always]

export const demoProducts: DemoProduct[] = [
  coil('HR-S235', 'Hot-rolled coil', 'S235JR', 'EN 10025-2', ['HRM-1', 'HRM-2'], 610, rolled),
  coil('HR-S355', 'Hot-rolled coil', 'S355J2', 'EN 10025-2', ['HRM-1', 'HRM-2'], 655, rolled),
  coil('HR-DD11', 'Hot-rolled pickled coil', 'DD11', 'EN 10111', ['PKL-1', 'PKL-2'], 690, rolled),
  coil('CR-DC01', 'Cold-rolled coil', 'DC01', 'EN 10130', ['CRM-1', 'CRM-2'], 735, rolled),
  coil('CR-DC04', 'Cold-rolled coil', 'DC04', 'EN 10130', ['CRM-2', 'CRM-3'], 770, rolled),
  coil('HDG-DX51', 'Galvanised coil', 'DX51D+Z', 'EN 10346', ['HDG-1', 'HDG-2'], 860, coated),
  coil('HDG-S320', 'Galvanised coil', 'S320GD+Z', 'EN 10346', ['HDG-2', 'HDG-3'], 890, coated),
  coil('PPGI-25', 'Colour-coated coil', 'DX51D+Z/PE', 'EN 10169', ['CCL-1', 'CCL-2'], 1040, coated),
  coil('TIN-TH415', 'Tinplate coil', 'TH415', 'EN 10202', ['TIN-1'], 1180, coated),
  other('PL-S355', 'Heavy plate', 'S355NL', 'EN 10025-3', 'pack', ['PLM-1'], 780, [4, 14], heavy),
  other('PL-P265', 'Boiler plate', 'P265GH', 'EN 10028-2', 'pack', ['PLM-1', 'PLM-2'], 835, [4, 12], heavy),
  other('RB-B500', 'Reinforcing bar', 'B500B', 'EN 10080', 'bundle', ['BAR-1', 'BAR-2'], 575, [2, 5], long),
  other('SEC-S275', 'Sections', 'S275JR', 'EN 10025-2', 'bundle', ['SEC-1'], 690, [3, 8], long),
  other('TUB-S235', 'Welded tube', 'S235JRH', 'EN 10219-1', 'bundle', ['TUB-1'], 820, [1.5, 4], long),
]

function coil(
  code: string,
  name: string,
  grade: string,
  norm: string,
  lines: string[],
  price: number,
  defects: string[],
) {
  return { code, name, grade, norm, kind: 'coil' as const, lines, price, mass: [6, 24] as [number, number], defects }
}

function other(
  code: string,
  name: string,
  grade: string,
  norm: string,
  kind: PieceKind,
  lines: string[],
  price: number,
  mass: [number, number],
  defects: string[],
): DemoProduct {
  return { code, name, grade, norm, kind, lines, price, mass, defects }
}
