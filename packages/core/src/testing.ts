// The contracts: a storage adapter that passes all of them keeps the promises that the rules rely
// on
export { describeStorage } from './testing/storage-contract.js'
export { describeUserStore } from './testing/user-store-contract.js'
export { describeUserList } from './testing/user-list-contract.js'
export { describeUserLookup } from './testing/user-lookup-contract.js'
export { describeOrganizationStore } from './testing/organization-store-contract.js'
export { describeRoleAssignmentStore } from './testing/role-assignment-store-contract.js'
export { describeOwnedRecordStores } from './testing/owned-record-store-contract.js'
export { describeCatalogueStores } from './testing/catalogue-store-contract.js'
export { describeAuditStore } from './testing/audit-store-contract.js'
export { describeOutboxStore } from './testing/outbox-store-contract.js'
export { describeKeptAnswerStore } from './testing/kept-answer-store-contract.js'
export {
  describeMailTransport,
  type DeliveredMail,
  type MailTransportWorld,
  type OpenMailTransport,
} from './testing/mail-transport-contract.js'
export type { OpenStorage, TestRunner } from './testing/test-runner.js'

// Examples
export {
  aLock,
  anAuditRecord,
  anOrganization,
  aRoleAssignment,
  aUser,
  exampleId,
  exampleOrganizationId,
} from './testing/examples.js'
export { exampleAt, fixedClock, type FixedClock } from './testing/fixed-clock.js'
