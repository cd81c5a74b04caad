// A claim as its page shows it: customer, region, the last ten lines of its history, tasks, and what can be done now.
export const detailDocument = `query Detail($id: ID!) {
  claim(id: $id) {
    id number title state stateLabel severity open revision openedAt dueAt receivedAt whatHappened
    account { id number name country key region { code name } }
    owner { id name }
    history(first: 10) { nodes { id kind event eventLabel fromStates toStates reason byName asRole at } }
    tasks { id number purpose state stateLabel question dueAt department { code name } }
    actions { event label ready requires { code text field hint } }
  }
}`

/** What can be done is not in the database: the peer answers the stored state in its place, which is less work. */
export const detailOfPeer = `query Detail($id: UUID!) {
  serviceCaseByRowId(rowId: $id) {
    rowId number title state severity open revision openedAt dueAt snapshot
    claimByCaseId { receivedAt whatHappened }
    accountByAccountId { rowId number name country key regionByRegionId { code name } }
    personByOwnerId { rowId name }
    historiesByCaseId(first: 10, orderBy: [AT_DESC, ROW_ID_DESC]) {
      nodes { rowId kind event fromStates toStates reason byName asRole at }
    }
    tasksByCaseId(orderBy: [SENT_AT_ASC, ROW_ID_ASC]) {
      nodes { rowId number purpose state question dueAt departmentByDepartmentId { code name } }
    }
  }
}`
