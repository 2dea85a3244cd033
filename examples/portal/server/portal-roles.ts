import type { PersonaType, Role } from '@rosterkit/core'

/**
 * The portal's own roles, beside the kit's Administrator, Support and Viewer. They open no door to
 * other people's accounts.
 */
export const portalRoles: readonly Role[] = [
  {
    id: 'dispatcher',
    name: 'Dispatcher',
    description: 'Books and follows shipments.',
    permissions: [],
  },
  { id: 'billing', name: 'Billing', description: 'Sees and pays invoices.', permissions: [] },
  {
    id: 'warehouse',
    name: 'Warehouse',
    description: 'Confirms what arrives and what leaves.',
    permissions: [],
  },
]

/** The sides that a person may have for the portal's applications. */
export const portalPersonas: readonly PersonaType[] = [
  { id: 'employee', name: 'Employee', description: 'Works for the company.' },
  { id: 'carrier', name: 'Carrier', description: 'Drives or sails for us.' },
  { id: 'auditor', name: 'Auditor', description: 'Looks at books, from outside.' },
  {
    id: 'carrier-manager',
    name: 'Carrier manager',
    description: 'Manages the carriers of their region.',
    delegation: { personaTypes: ['carrier'] },
  },
]
