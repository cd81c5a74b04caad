// Rows of products, orders, shipments, heats, pieces and certificates.

import type { Generated } from 'kysely'
import type { PieceKind } from './vocabulary.ts'

export interface ProductRow {
  id: Generated<string>
  code: string
  name: string
  grade: string | null
  norm: string | null
}

export interface CustomerOrderRow {
  id: Generated<string>
  number: string
  account_id: string
  product_id: string | null
  ordered_mass: string | null
  price_per_tonne: string | null
  currency: string | null
  placed_on: string | null
  application_due_on: string | null
  applied_on: string | null
}

export interface ProductCostRow {
  id: Generated<string>
  product_id: string
  cost_index: string
  target: string
  set_by: string | null
  set_at: Date
}

export interface ShipmentRow {
  id: Generated<string>
  number: string
  account_id: string
  order_id: string | null
  transport: string | null
  promised_on: string | null
  dispatched_on: string | null
  arrived_on: string | null
}

export interface HeatRow {
  id: Generated<string>
  number: string
  grade: string | null
  cast_on: string | null
}

export interface PieceRow {
  id: Generated<string>
  number: string
  kind: PieceKind
  heat_id: string
  account_id: string
  order_id: string | null
  shipment_id: string | null
  product_id: string | null
  line: string | null
  mass: string
}

export interface CertificateRow {
  id: Generated<string>
  number: string
  account_id: string
  order_id: string | null
  document_type: string
  en10204: string | null
  schema_version: string
  issuer: string
  purchaser_order: string | null
  works_order: string | null
  product_name: string
  piece_count: number | null
  theoretical_mass: string | null
  actual_mass: string | null
  issued_on: string | null
  sha256: string
  raw: Buffer
  imported_by: string
  imported_at: Generated<Date>
}

export interface CertificateHeatRow {
  certificate_id: string
  heat_id: string
}

export interface CertificateValueRow {
  id: Generated<string>
  certificate_id: string
  position: number
  value_group: 'chemistry' | 'tensile' | 'impact' | 'hardness' | 'otherMechanical' | 'other'
  code: string
  name: string | null
  heat: string | null
  piece: string | null
  raw_text: string
  number: string | null
  unit: string | null
  min_value: string | null
  max_value: string | null
}
