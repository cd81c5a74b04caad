// English labels of settlement, approval, containment and closing.
import type { Labels, settlementLists } from './word-lists.ts'

export const settlementLabels: Labels<typeof settlementLists> = {
  remedy: {
    replacement: 'Replacement',
    priceAllowance: 'Price reduction',
    creditOrRefund: 'Credit or refund',
    rework: 'Rework',
    documents: 'Corrected documents',
    explanation: 'Explanation and improvement',
  },
  settlementKind: {
    creditNoteFull: 'Full credit note',
    priceAllowance: 'Price allowance',
    replacement: 'Replacement',
    returnAndRefund: 'Return and refund',
    returnAndRework: 'Return and rework',
    reworkAtCustomer: 'Rework at the customer',
    scrapAtCustomer: 'Scrap at the customer',
    regrade: 'Regrade',
    divertToOtherOrder: 'Divert to another order',
    useAsIs: 'Use as is',
    additionalDelivery: 'Additional delivery',
    processingCost: 'Processing cost',
    transportCost: 'Transport cost',
    documentReissue: 'Reissue of documents',
    priceCorrection: 'Price correction',
    carrierRecourse: 'Recourse against the carrier',
    supplierRecourse: 'Recourse against the supplier',
    goodwill: 'Goodwill',
    none: 'Nothing',
  },
  proposalState: {
    pending: 'Pending',
    approved: 'Approved',
    sentBack: 'Sent back',
    withdrawn: 'Withdrawn',
    replaced: 'Replaced',
  },
  advice: {
    revise: 'Propose otherwise',
    investigate: 'Investigate further',
    decline: 'Decline the claim',
  },
  containmentOutcome: {
    held: 'Held',
    sorted: 'Sorted',
    released: 'Released',
  },
  selfCheckLine: {
    answeredInTime: 'Every answer was given at the promised time',
    promisesKept: 'Every promise to the customer was kept',
    causeExplained: 'The cause was explained to the customer',
    documentsComplete: 'All documents are in the claim',
    lessonShared: 'Colleagues concerned know what was learnt',
  },
}
