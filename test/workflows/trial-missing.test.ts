// What the events of a trial batch lack, in the words that people read; and which groups conform.
import { describe, expect, test } from 'vitest'
import { verdicts } from '../../server/workflows/trial-conformity.ts'
import { newTrial, trialIn } from './trial-paths.ts'
import { measured, payloads, requirements } from './trial-world.ts'

describe('what is missing', () => {
  const without = (group: string) => payloads.submit.requirements.filter((given) => given.group !== group)

  test('a request: account, product, aim, and the reason with its link', () => {
    const empty = { accountId: '', productId: '', aim: ' ', reasonText: '' }
    expect(newTrial().refused('request', { payload: empty })).toEqual([
      'Account',
      'Product of the trial',
      'Aim of the trial',
      'The reason in words',
    ])
    expect(newTrial().refused('request', { payload: { reason: 'claim' } })).toEqual(['The claim that is the reason'])
    const foreign = { reasonClaim: { number: 'C-2026-000009', sameAccount: false } }
    expect(newTrial().refused('request', { payload: { reason: 'claim', claimId: 'claim-9' }, facts: foreign })).toEqual(
      ['C-2026-000009 is of another account'],
    )
  })

  test('requirements: six groups, units, limits in order, the three offices', () => {
    const at = trialIn('requirements')
    expect(at.refused('submit', { payload: { requirements: without('flatness') } })).toEqual([
      'A requirement in the group: Flatness',
    ])
    const flatness = { group: 'flatness' as const, indicator: 'Flatness', unit: 'mm', max: '8' }
    const wrong = (given: object) => ({
      payload: { requirements: [...without('flatness'), { ...flatness, ...given }] },
    })
    expect(at.refused('submit', wrong({ min: '9' }))).toEqual([
      'Flatness: the lower limit 9 is above the upper limit 8',
    ])
    expect(at.refused('submit', wrong({ unit: '' }))).toEqual(['Unit of Flatness'])
    expect(at.refused('submit', wrong({ max: null }))).toEqual(['At least one limit of Flatness, as a number'])
    expect(at.refused('submit', { facts: { askedOffices: ['production'] } })).toEqual([
      'A task for a department of the office: Order management',
      'A task for a department of the office: Laboratory',
    ])
  })

  test('feasibility: no open task, a cost in a known currency', () => {
    const at = trialIn('feasibility')
    expect(
      at.refused('confirmFeasible', { facts: { openFeasibilityTasks: [{ id: 't', number: 'T-2026-000007' }] } }),
    ).toEqual(['Task T-2026-000007 is open'])
    const unknown = {
      payload: { currency: 'XXX' },
      facts: { cost: { usd: null, limitUsd: '10000.00', within: false } },
    }
    expect(at.refused('confirmFeasible', unknown)).toEqual(['There is no exchange rate for XXX'])
    expect(trialIn('scheduled').refused('start')).toEqual(['Slot in production'])
  })

  test('an inspection needs all six groups, numbers and units; 11 mm of 8 does not pass', () => {
    const at = trialIn('inspection')
    const group = measured().filter(({ requirementId }) => requirementId !== 'flatness')
    expect(at.refused('pass', { payload: { measurements: group } })).toEqual(['Group without values: Flatness'])
    expect(at.refused('fail', { payload: { measurements: group } })).toEqual(['Group without values: Flatness'])
    expect(at.refused('pass', { payload: { measurements: measured({ flatness: '11' }) } })).toEqual([
      'Flatness: Flatness 11 mm is above 8 mm',
      expect.stringMatching(/^It cannot be shipped like this: record that it does not conform, then rework it or ship/),
    ])
    const unitless = measured().map((value) => (value.requirementId === 'flatness' ? { ...value, unit: '' } : value))
    expect(at.refused('pass', { payload: { measurements: unitless } })).toEqual(['Unit of the value of Flatness'])
    const metres = measured().map((value) => (value.requirementId === 'flatness' ? { ...value, unit: 'm' } : value))
    expect(at.refused('pass', { payload: { measurements: metres } })).toEqual([
      'The value of Flatness is to be given in mm',
    ])
    expect(at.refused('pass', { payload: { certificateId: '' } })).toEqual(['Inspection certificate'])
    expect(at.refused('fail', { payload: { measurements: measured() } })).toEqual(['Every value keeps to its limits'])
  })

  test('values of the certificate fill the groups that nobody measured by hand', () => {
    const [chemistry, ...others] = measured()
    const values = chemistry ? [chemistry] : []
    const passed = trialIn('inspection').send('pass', {
      payload: { measurements: others },
      facts: { certificateValues: values },
    })
    expect(passed.states).toEqual(['shipment', 'running'])
  })

  test('a failed group ships only under a concession that names it', () => {
    const at = trialIn('inspection').send('fail', {
      payload: { measurements: measured({ flatness: '11', chemicalComposition: '0.14' }) },
    })
    expect(at.context.failedGroups).toEqual(['chemicalComposition', 'flatness'])
    expect(at.refused('received')).toBe('wrongState')
    expect(at.refused('grantConcession', { payload: { groups: ['chemicalComposition'], signedBy: '' } })).toEqual([
      "The customer's signature for the group: Flatness",
      'Who signed for the customer',
    ])
    expect(at.send('grantConcession').states).toEqual(['shipment', 'running'])
  })

  test('TSK-2e, processing: attendance or the reason, a yield above 100 % with its reason', () => {
    const at = trialIn('atCustomer')
    expect(at.refused('startProcessing', { payload: { attended: false } })).toEqual([
      'Whether our engineer attended, or the reason why not',
    ])
    expect(at.refused('recordProcessing', { payload: { attended: null } })).toEqual([
      'Whether our engineer attended, or the reason why not',
    ])
    const line = { inputMass: '20.0', goodMass: '20.4', stops: 0, pieces: 5, rating: 4 }
    expect(at.refused('recordProcessing', { payload: { lines: [line] } })).toEqual([
      'Line 1: why the good output 20.4 t is above the input 20.0 t',
    ])
    const reasoned = { payload: { lines: [{ ...line, reasonAbove: 'Coated' }] } }
    expect(at.send('recordProcessing', reasoned).states).toEqual(['evaluation', 'running'])
  })

  test('calling off asks what becomes of shipped material, and only then', () => {
    const kept = { payload: { material: null } }
    expect(trialIn('production').send('cancel', kept).states).toEqual(['cancelled', 'running'])
    expect(trialIn('atCustomer').refused('cancel', kept)).toEqual(['What becomes of the shipped material'])
  })

  test('the verdict is signed', () => {
    expect(trialIn('evaluation').refused('approveForSupply', { payload: { signatory: '' } })).toEqual([
      'Who signed the verdict for the customer',
    ])
  })
})

test('TSK-3a: carbon 0.14 % of 0.12 and flatness 11 mm of 8 leave four of six groups', () => {
  const found = verdicts(requirements, measured({ chemicalComposition: '0.14', flatness: '11', tolerances: '2.11' }))
  expect(found).toMatchObject({
    chemicalComposition: 'nonConforming',
    flatness: 'nonConforming',
    tolerances: 'conforming',
  })
  expect(Object.values(found).filter((verdict) => verdict === 'conforming')).toHaveLength(4)
})
