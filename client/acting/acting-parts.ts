// The parts of acting on answers, as they stand in an address.
export const actingParts = ['followUps', 'themes', 'focus', 'settings'] as const
export type ActingPart = (typeof actingParts)[number]
