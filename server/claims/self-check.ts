// The five lines of the self-check before a claim is closed, as input.
import { z } from 'zod'
import { type SelfCheckLine, selfCheckLines } from '../../schema/claim-vocabulary.ts'
import { words } from '../../schema/vocabulary.ts'

const answers = Object.fromEntries(
  words(selfCheckLines).map((line) => [line, z.boolean().optional().describe(selfCheckLines[line])]),
) as Record<SelfCheckLine, z.ZodOptional<z.ZodBoolean>>

export const selfCheckInput = z.object(answers).describe('The self-check, each line answered.')
