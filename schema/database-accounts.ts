// Rows of regions, accounts, contacts and granted roles.

import type { Generated, JSONColumnType } from 'kysely'
import type { Translations } from './json.ts'
import type { AccountStatus, Channel, ConsumerType, GrantableRole } from './vocabulary.ts'

export interface RegionRow {
  id: Generated<string>
  code: string
  name: JSONColumnType<Translations>
  position: Generated<number>
}

export interface AccountRow {
  id: Generated<string>
  number: string
  name: string
  region_id: string
  consumer_type: ConsumerType
  status: Generated<AccountStatus>
  key: Generated<boolean>
  critical: Generated<boolean>
  manager_id: string | null
  country: string
  language: Generated<string>
  time_zone: Generated<string>
  currency: Generated<string>
  replacement_days: number | null
  silence_accepts: Generated<boolean>
  special_policy: string | null
  contract_number: string | null
  segment_id: string | null
  /** Day of the first order of a customer that was potential. */
  converted_on: string | null
  preferred_channel: Channel | null
  created_at: Generated<Date>
}

export interface ContactRow {
  id: Generated<string>
  account_id: string
  name: string
  job_title: string | null
  email: string | null
  phone: string | null
  language: Generated<string>
  active: Generated<boolean>
  /** Null: as its customer prefers. */
  preferred_channel: Channel | null
}

export interface RoleGrantRow {
  id: Generated<string>
  person_id: string
  role: GrantableRole
  department_id: string | null
  region_id: string | null
  account_id: string | null
  granted_by: string | null
  granted_at: Generated<Date>
}
