// What the API takes of processing at a customer, and of competitors' values beside ours.
import { z } from 'zod'
import { indicatorDirections, processingMeasures } from '../../schema/trial-vocabulary.ts'
import { decimal, line, list, mass, massOrNone, text, whole, word } from '../core/input.ts'
import { nodeId } from '../graphql/input-of.ts'

export const note = text(2_000).nullish().describe('What is to be known of it.')
export const value = () => decimal({ places: 6, min: '-1000000000', max: '1000000000' })
export const heatId = nodeId('Heat').nullish().describe('The heat, where variants are told apart by heat.')

const processed = z.object({
  heatId,
  inputMass: mass().describe('Input in tonnes.'),
  goodMass: massOrNone().describe('Good output in tonnes.'),
  reasonAbove: text(1_000).nullish().describe('Why the output is above the input.'),
  stops: whole(0, 10_000).describe('Stops and breaks.'),
  pieces: whole(1, 10_000).describe('Coils processed.'),
  rating: whole(1, 5).describe('How easily it was processed, 1 to 5.'),
  note,
})

const compared = z.object({
  productId: nodeId('CompetitorProduct').describe("The competitor's product."),
  theirs: value().describe("The competitor's value."),
  measure: word('ProcessingMeasure', processingMeasures)
    .nullish()
    .describe('A measure of processing: name, unit, direction and our value follow from it.'),
  indicator: line(100).nullish().describe('Another indicator.'),
  unit: line(40).nullish().describe('Its unit.'),
  direction: word('IndicatorDirection', indicatorDirections).nullish().describe('Which values are better.'),
  ours: value().nullish().describe('Our value of it.'),
})

/** Of a trial batch, or of an important order that a visit attends. */
export const processingInput = {
  lines: list(processed, 50).describe('The result; one line for each variant.'),
  competitors: list(compared, 50).nullish().describe('Values of competitors, side by side with ours.'),
}
