import type { Role } from '@rosterkit/core'

/** The portal's own roles, beside the kit's Administrator, Support and Viewer. They open no door to other people's accounts. */
export const portalRoles: readonly Role[] = [
  { id: 'dispatcher', name: 'Dispatcher', description: 'Books and follows shipments.', permissions: [] },
  { id: 'billing', name: 'Billing', description: 'Sees and pays invoices.', permissions: [] },
  { id: 'warehouse', name: 'Warehouse', description: 'Confirms what arrives and what leaves.', permissions: [] },
]
