// The views that live in an address: what each page reads from it; what it does not know is left out and told.

import { type ListPage, parseView, type ViewOf } from '../../schema/list-views.ts'
import { type Instrument, instruments } from '../../schema/survey-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import { type ActingPart, actingParts } from '../acting/acting-parts.ts'
import { type AdministrationPart, administrationParts } from '../administration/administration-parts.ts'

/** A view, the kept one it was opened with (`none`: the page as it is), and what of the address was not understood. */
type Search<P extends ListPage> = ViewOf<P> & { saved?: string | undefined; wrong?: string | undefined }

export type ClaimsSearch = Search<'claims'>
export type AccountsSearch = Search<'accounts'>
export type VisitsSearch = Search<'visits'> & {
  /** Opens the form that asks for a visit. */
  ask?: true | undefined
}
export type WorkSearch = Search<'work'>
export type BoardSearch = Search<'board'>

type Raw = Record<string, unknown>

export function visitsSearch({ ask, ...raw }: Raw): VisitsSearch {
  return { ...searchOf('visits', raw), ...(ask === true && { ask }) }
}

export interface VisitCalendarSearch {
  span?: 'month' | 'week' | undefined
  day?: string | undefined
  engineer?: string | undefined
}

export function visitCalendarSearch({ span, day, engineer }: Raw): VisitCalendarSearch {
  return {
    span: oneOf(span, ['month', 'week']),
    day: typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
    engineer: typeof engineer === 'string' && engineer !== '' ? engineer : undefined,
  }
}

export const workSearch = (raw: Raw): WorkSearch => searchOf('work', raw)
export const claimsSearch = (raw: Raw): ClaimsSearch => searchOf('claims', raw)
export const boardSearch = (raw: Raw): BoardSearch => searchOf('board', raw)
export const accountsSearch = (raw: Raw): AccountsSearch => searchOf('accounts', raw)

function searchOf<P extends ListPage>(page: P, { saved, wrong, ...raw }: Raw): Search<P> {
  const { view, refused } = parseView(page, raw)
  const names = refused.join(', ') || (typeof wrong === 'string' ? wrong : '')
  return {
    ...view,
    ...(typeof saved === 'string' && /^[\w-]{1,200}$/.test(saved) && { saved }),
    ...(names !== '' && { wrong: names.slice(0, 200) }),
  }
}

export interface ManagementSearch {
  region?: string | undefined
  consumer?: 'endUser' | 'wholesaler' | undefined
  period?: 'quarter' | 'year' | 'all' | undefined
}

export function managementSearch({ region, consumer, period }: Raw): ManagementSearch {
  return {
    region: typeof region === 'string' && region !== '' ? region : undefined,
    consumer: oneOf(consumer, ['endUser', 'wholesaler']),
    period: oneOf(period, ['quarter', 'year', 'all']),
  }
}

export function administrationSearch({ part }: Raw): { part?: AdministrationPart | undefined } {
  return { part: oneOf(part, administrationParts) }
}

export interface SatisfactionSearch {
  wave?: string | undefined
  region?: string | undefined
  consumer?: 'endUser' | 'wholesaler' | undefined
  /** What people were asked by; the works' own questionnaire unless said. */
  instrument?: Instrument | undefined
}

export function satisfactionSearch({ wave, region, consumer, instrument }: Raw): SatisfactionSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return {
    wave: text(wave),
    region: text(region),
    consumer: oneOf(consumer, ['endUser', 'wholesaler']),
    instrument: oneOf(instrument, words(instruments)),
  }
}

/** `region`: its code. */
export interface QualitySearch {
  region?: string | undefined
  year?: number | undefined
}

export function qualitySearch({ region, year }: Raw): QualitySearch {
  const known = Number.isInteger(year) && Number(year) >= 1970 && Number(year) < 2200
  return { region: idOf(region), year: known ? Number(year) : undefined }
}

export interface SurveysSearch {
  state?: 'planned' | 'open' | 'closed' | 'cancelled' | undefined
}

export function surveysSearch({ state }: Raw): SurveysSearch {
  return { state: oneOf(state, ['planned', 'open', 'closed', 'cancelled']) }
}

export function planSearch({ wave, version }: Raw): { wave?: string | undefined; version?: string | undefined } {
  return { wave: idOf(wave), version: idOf(version) }
}

export function entrySearch({ contact }: Raw): { contact?: string | undefined } {
  return { contact: idOf(contact) }
}

export function questionnaireSearch({ version }: Raw): { version?: string | undefined } {
  return { version: idOf(version) }
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,200}$/.test(value) ? value : undefined
}

export interface ActingSearch {
  part?: ActingPart | undefined
  wave?: string | undefined
  region?: string | undefined
  /** A follow-up that stands first and open. */
  followUp?: string | undefined
  /** What a new theme is to rest on. */
  item?: string | undefined
  response?: string | undefined
  finding?: 'belowThreshold' | undefined
}

export function actingSearch({ part, finding, ...raw }: Raw): ActingSearch {
  const named = ['wave', 'region', 'followUp', 'item', 'response'].flatMap((name) => {
    const value = raw[name]
    return typeof value === 'string' && value !== '' && value.length <= 200 ? [[name, value]] : []
  })
  return { ...Object.fromEntries(named), part: oneOf(part, actingParts), finding: oneOf(finding, ['belowThreshold']) }
}

function oneOf<T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((known) => known === value)
}
