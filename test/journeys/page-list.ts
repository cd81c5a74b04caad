// Each address of the client that is looked at by axe in all looks, and by which journey; test/contract/journey-pages.test.ts holds it whole.

/** Addresses as the router has them. */
export const lookedAt = {
  pages: [
    '/',
    '/claims',
    '/cases/$number',
    '/log',
    '/board',
    '/trials',
    '/visits',
    '/visits/calendar',
    '/visits/$number/dossier',
    '/accounts',
    '/accounts/$id',
    '/accounts/mine',
    '/accounts/segments',
    '/recommendations',
    '/satisfaction',
    '/satisfaction/acting',
    '/satisfaction/quality',
    '/management',
    '/administration',
    '/waiting',
    '/me',
  ],
  surveys: [
    '/surveys',
    '/surveys/plan',
    '/surveys/waves/$id',
    '/surveys/waves/$id/enter',
    '/surveys/waves/$id/import',
    '/surveys/questionnaires',
    '/surveys/questionnaires/$id',
  ],
} as const
