// When a strength counts as a core competence.

export interface CompetenceFlags {
  long_term: boolean
  recognised: boolean
  repeatable: boolean
  specific: boolean
  perceived: boolean
}

/** How many may be active before it is warned: a works cannot have many (default of the product). */
export const manyCompetences = 5

export const competenceFlags = ['long_term', 'recognised', 'repeatable', 'specific', 'perceived'] as const

/** Flags that are set, of five: only five of five may become active (ORG-09). */
export function competenceScore(flags: CompetenceFlags): number {
  return competenceFlags.filter((flag) => flags[flag]).length
}
