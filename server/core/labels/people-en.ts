// English labels of people, offices and accounts.
import type { Labels, peopleLists } from './word-lists.ts'

export const peopleLabels: Labels<typeof peopleLists> = {
  role: {
    csEngineer: 'Customer service engineer',
    csLead: 'Customer service lead',
    analyst: 'Analyst',
    departmentResponder: 'Department responder',
    departmentHead: 'Department head',
    keyCustomerManager: 'Key customer manager',
    management: 'Management',
    administrator: 'Administrator',
    customerContact: 'Customer contact',
    system: 'System',
  },
  position: {
    headOfQuality: 'Head of quality',
    commercialDirector: 'Commercial director',
    finance: 'Finance approver',
  },
  signInChange: {
    passwordGiven: 'Was given a password',
    passwordChosen: 'Chose an own password',
    secondFactorOn: 'Set up a second factor',
    secondFactorOff: 'Took the second factor away',
    secondFactorReset: 'Second factor was reset',
    backupCodesMade: 'Made new backup codes',
    backupCodeUsed: 'Signed in with a backup code',
  },
  office: {
    frontOffice: 'Front office',
    backOffice: 'Back office',
    production: 'Production',
    laboratory: 'Laboratory',
    logistics: 'Logistics',
    orderManagement: 'Order management',
    finance: 'Finance',
  },
  consumerType: {
    endUser: 'End user',
    wholesaler: 'Wholesaler',
  },
  accountStatus: {
    potential: 'Potential',
    active: 'Active',
    dormant: 'Dormant',
    lost: 'Lost',
  },
  language: {
    en: 'English',
    ru: 'Russian',
    kk: 'Kazakh',
    fa: 'Persian',
    zh: 'Chinese',
    de: 'German',
    ko: 'Korean',
    ar: 'Arabic',
  },
}
