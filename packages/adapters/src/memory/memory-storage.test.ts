import {
  describeAuditStore,
  describeCatalogueStores,
  describeKeptAnswerStore,
  describeOutboxStore,
  describeOrganizationStore,
  describeOwnedRecordStores,
  describeRoleAssignmentStore,
  describeStorage,
  describeUserList,
  describeUserLookup,
  describeUserStore,
} from '@rosterkit/core/testing'
import { describe, expect, it } from 'vitest'
import { memoryStorage } from './memory-storage.js'

const runner = { describe, it, expect }
const open = () => Promise.resolve(memoryStorage())

describeStorage(runner, 'memory', open)
describeOrganizationStore(runner, 'memory', open)
describeUserStore(runner, 'memory', open)
describeUserList(runner, 'memory', open)
describeUserLookup(runner, 'memory', open)
describeRoleAssignmentStore(runner, 'memory', open)
describeAuditStore(runner, 'memory', open)
describeOutboxStore(runner, 'memory', open)
describeKeptAnswerStore(runner, 'memory', open)
describeOwnedRecordStores(runner, 'memory', open)
describeCatalogueStores(runner, 'memory', open)
