// Holds given answers against the items that were asked: each kind has its own form and limits.
import type { SurveyOption } from '../../schema/json.ts'
import { agreements, type ItemKind } from '../../schema/survey-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'
import type { FieldFault } from '../core/refusal.ts'
import { compareDecimals, isDecimal } from '../workflows/decimal.ts'

export interface AskedItem {
  id: string
  code: string
  kind: ItemKind
  scaleMin: number | null
  scaleMax: number | null
  decimals: boolean
  obligatory: boolean
  asksImportance: boolean
  tiesAllowed: boolean
  options: readonly SurveyOption[]
}

/** What was answered to one item; which of the values is used depends on the item's kind. */
export interface GivenAnswer {
  /** Code of the item. */
  item: string
  /** A mark, as decimal text. */
  number?: string | null
  /** How important the item is, on the item's own scale. */
  importance?: string | null
  /** Codes of the chosen options; of an agreement: yes, partly or no. */
  words?: readonly string[] | null
  /** Of a ranking: option and rank, 1 the most important. */
  ranks?: readonly { option: string; rank: number }[] | null
  /** Own words; beside any other kind, a comment. */
  text?: string | null
}

type Fault = (code: string, params?: FieldFault['params']) => void
/** Where the faults of one value of an answer are put. */
type At = (value: string) => Fault

/** Everything that is wrong with the answers, by field `answers.<index>.<value>`. `complete`: obligatory items must be there. */
export function answerFaults(
  items: readonly AskedItem[],
  given: readonly GivenAnswer[],
  { complete }: { complete: boolean },
): FieldFault[] {
  const faults: FieldFault[] = []
  const byCode = new Map(items.map((item) => [item.code, item]))
  const seen = new Set<string>()
  for (const [index, answer] of given.entries()) {
    const at: At =
      (value) =>
      (code, params = {}) => {
        faults.push({ field: `answers.${index}.${value}`, code, params })
      }
    const item = byCode.get(answer.item)
    const fault = at('item')
    if (!item) fault('unknownItem')
    else if (seen.has(item.code)) fault('answeredTwice')
    else checkAnswer(item, answer, at)
    seen.add(answer.item)
  }
  return complete ? [...faults, ...unanswered(items, given)] : faults
}

/** Whether anything was answered at all. */
export function isAnswered({ number, words, ranks, text }: GivenAnswer): boolean {
  return number != null || (words?.length ?? 0) > 0 || (ranks?.length ?? 0) > 0 || Boolean(text?.trim())
}

function unanswered(items: readonly AskedItem[], given: readonly GivenAnswer[]): FieldFault[] {
  const answered = new Set(given.filter(isAnswered).map(({ item }) => item))
  return items
    .filter(({ code, obligatory }) => obligatory && !answered.has(code))
    .map((item) => ({ field: 'answers', code: 'notAnswered', params: { item: item.code } }))
}

function checkAnswer(item: AskedItem, answer: GivenAnswer, at: At): void {
  if (answer.number != null) checkMark(item, isMarked(item), answer.number, at('number'))
  if (answer.importance != null) checkMark(item, item.asksImportance, answer.importance, at('importance'))
  if (answer.words != null) checkWords(item, answer.words, at('words'))
  if (answer.ranks != null) checkRanks(item, answer.ranks, at('ranks'))
}

function isMarked({ kind }: AskedItem): boolean {
  return kind === 'rating' || kind === 'recommendation'
}

function checkMark(item: AskedItem, asked: boolean, mark: string, fault: Fault): void {
  const { scaleMin, scaleMax, decimals } = item
  const places = mark.split('.')[1]?.length ?? 0
  if (!asked || scaleMin === null || scaleMax === null) fault('notAllowedHere')
  else if (!isDecimal(mark)) fault('notADecimal')
  else if (!decimals && places > 0) fault('notWhole')
  else if (places > 3) fault('tooManyDecimals', { places: 3 })
  else if (compareDecimals(mark, String(scaleMin)) < 0 || compareDecimals(mark, String(scaleMax)) > 0) {
    fault('offScale', { min: scaleMin, max: scaleMax })
  }
}

function checkWords({ kind, options }: AskedItem, chosen: readonly string[], fault: Fault): void {
  if (kind !== 'agreement' && kind !== 'choice' && kind !== 'choices') {
    fault('notAllowedHere')
    return
  }
  const offered = kind === 'agreement' ? words(agreements) : options.map(({ code }) => code)
  if (kind !== 'choices' && chosen.length > 1) fault('tooMany', { max: 1 })
  if (new Set(chosen).size < chosen.length) fault('answeredTwice')
  if (chosen.some((word) => !offered.some((one) => one === word))) fault('unknownOption')
}

function checkRanks(
  { kind, options, tiesAllowed }: AskedItem,
  ranks: readonly { option: string; rank: number }[],
  fault: Fault,
): void {
  if (kind !== 'ranking') {
    fault('notAllowedHere')
    return
  }
  const offered = new Set(options.map(({ code }) => code))
  const places = ranks.map(({ rank }) => rank)
  if (ranks.some(({ option }) => !offered.has(option))) fault('unknownOption')
  if (new Set(ranks.map(({ option }) => option)).size < ranks.length) fault('answeredTwice')
  if (places.some((rank) => !Number.isInteger(rank) || rank < 1 || rank > options.length)) {
    fault('badRank', { max: options.length })
  }
  if (!tiesAllowed && new Set(places).size < places.length) fault('tiedRanks')
}
