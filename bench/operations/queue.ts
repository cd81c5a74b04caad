// A department's claims in one state, the most urgent first, with customer, region and clocks.
export const queueDocument = `query Queue($state: ClaimState!, $department: ID!, $after: String) {
  claims(first: 20, after: $after, order: due, filter: { states: [$state], departmentId: $department }) {
    nodes {
      id number title state severity dueAt revision
      account { id name region { code name } }
      deadlines { id clock state startedAt dueAt }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

export const queueOfPeer = `query Queue($state: String!, $department: UUID!, $after: Cursor) {
  allServiceCases(
    first: 20, after: $after, orderBy: [DUE_AT_ASC, ROW_ID_ASC], condition: { kind: "claim", state: $state, open: true },
    filter: { tasksByCaseId: { some: { departmentId: { equalTo: $department } } } }
  ) {
    nodes {
      rowId number title state severity dueAt revision
      accountByAccountId { rowId name regionByRegionId { code name } }
      deadlinesByCaseId(condition: { taskId: null }, orderBy: [STARTED_AT_ASC, ROW_ID_ASC]) {
        nodes { rowId clock startedAt dueAt stoppedAt breachedAt }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
