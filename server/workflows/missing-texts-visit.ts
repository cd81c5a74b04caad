// English texts of what an event of a visit can lack; {name} stands for a parameter.

export const visitMissingTexts = {
  visitReason: 'What the visit is for',
  wishedBackwards: 'The wished days end before they begin',
  engineer: 'Engineer',
  keyVisitsWait: 'Visits of key accounts wait: {visits}. Reason for putting them behind',
  visitStart: 'When the visit begins',
  visitStartPassed: 'The proposed time has passed',
  visitEnd: 'When the visit ends',
  visitEndsBefore: 'The visit ends before it begins',
  visitPlace: 'Where the visit takes place',
  personBusy: '{person} is in visit {visit} at that time',
  host: 'Host',
  room: 'Room',
  blockEmpty: 'Block {number} is empty: {visitBlock}',
  findingText: 'Text of finding {number}',
  finding: 'Which finding',
  findingUnknown: 'The visit has no such finding',
  findingConfirmation: "Date of the customer's confirmation, or the lead's reason why none came",
  confirmedInFuture: 'The date of the confirmation lies in the future',
  findingOpen: 'Finding {number}: confirmation or reason',
  whose: 'Whose doing it was',
} as const
