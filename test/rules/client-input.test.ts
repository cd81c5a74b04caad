// What the client makes of a filled form, of masses and of lengths of time; worked by hand.
import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../client/case/field-faults.ts'
import { massSums } from '../../client/case/mass.ts'
import { type FieldValues, fieldsOf, inputOf } from '../../client/case/step-input.ts'
import { durationText } from '../../client/parts/duration-text.ts'

describe('the input of a step', () => {
  const fields = fieldsOf('concludeClaim')

  it('leaves out what was left empty and keeps decimals as text', () => {
    const values: FieldValues = {
      systemCause: ' ',
      ourFault: 'false',
      shares: [{ departmentId: 'D', percent: '62,5' }, {}],
    }
    expect(inputOf(fields, values)).toEqual({ ourFault: false, shares: [{ departmentId: 'D', percent: '62.5' }] })
  })

  it('names what must be filled, inside lines too', () => {
    const values = {
      occurrenceCause: 'rollWear',
      escapeCause: 'limit',
      systemCause: 'training',
      chainStage: 'rail',
      qualityLayer: 'transport',
      ourFault: 'true',
      shares: [{ departmentId: '', percent: '100' }],
    }
    const needed = (field: string) => ({ field, text: 'form.needed' })
    const faults = (written: FieldValues) => faultsOf(fields, written, (key) => key)
    expect(faults(values)).toEqual([needed('shares.0.departmentId')])
    expect(faults({ ...values, shares: [], ourFault: '' })).toEqual([needed('ourFault'), needed('shares')])
    const wrong = { ...values, shares: [{ departmentId: 'D', percent: 'most of it' }] }
    expect(faults(wrong)).toEqual([{ field: 'shares.0.percent', text: 'form.notNumber' }])
  })

  it('takes one question per line', () => {
    expect(inputOf(fieldsOf('requestInformation'), { questions: 'Which side?\n\nHow deep?' })).toEqual({
      questions: ['Which side?', 'How deep?'],
    })
  })
})

describe('masses', () => {
  it('are summed to the kilogram, and open while one is not decided', () => {
    const item = (claimedMass: string, acceptedMass: string | null) => ({
      claimedMass,
      inspectedMass: null,
      acceptedMass,
    })
    expect(massSums([item('0.1', '0.1'), item('0.2', null)])).toEqual({
      claimed: '0.300',
      inspected: '0.000',
      accepted: '0.100',
      open: true,
    })
  })
})

describe('a length of time', () => {
  const words = { 'clock.day': 'd', 'clock.hour': 'h', 'clock.minute': 'min' }
  const t = ((key: keyof typeof words, { count }: { count: number }) => `${count} ${words[key]}`) as never

  it.each([
    [0, 480, '0 min'],
    [80, 480, '1 h 20 min'],
    [480, 480, '1 d'],
    [1680, 480, '3 d 4 h'],
    [1680, 1440, '1 d 4 h'],
    [14_910, 480, '31 d'],
  ])('of %d minutes with days of %d is %s', (minutes, day, text) => {
    expect(durationText(minutes, day, t)).toBe(text)
  })
})

it('asks what is needed before what may stay empty, and lines after single fields', () => {
  const asked = (step: Parameters<typeof fieldsOf>[0]) => fieldsOf(step).map(({ name }) => name)
  expect(asked('acknowledgeClaim')).toEqual(['promisedAnswerAt', 'letter'])
  expect(asked('changeClaimSeverity')).toEqual(['severity', 'reason'])
  expect(asked('chooseImprovementActions')).toEqual(['escapeEvidence', 'occurrenceEvidence', 'actions'])
  expect(asked('answerTask')).toEqual(['text', 'causeCode', 'proposedMeasure', 'values'])
})
