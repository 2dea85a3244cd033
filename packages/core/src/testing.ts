// The contracts: a storage adapter that passes all of them keeps the promises that the rules rely
// on
export { describeStorage } from './storage-contract.js'
export { describeUserStore } from './users/user-store-contract.js'
export { describeUserList } from './users/user-list-contract.js'
export { describeUserLookup } from './users/user-lookup-contract.js'
export { describeOrganizationStore } from './organizations/organization-store-contract.js'
export { describeRoleAssignmentStore } from './roles/role-assignment-store-contract.js'
export { describeOwnedRecordStores } from './testing/owned-record-store-contract.js'
export { describeCatalogueStores } from './testing/catalogue-store-contract.js'
export { describeAuditStore } from './audit/audit-store-contract.js'
export { describeMailStore } from './mail/mail-store-contract.js'
export { describeKeptAnswerStore } from './idempotency/kept-answer-store-contract.js'
export {
  describeMailTransport,
  type DeliveredMail,
  type MailTransportWorld,
  type OpenMailTransport,
} from './mail/mail-transport-contract.js'
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
