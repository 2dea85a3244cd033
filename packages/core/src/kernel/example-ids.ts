/** The user of the operations' examples. */
export const exampleUserId = '0198f0c0-7e00-7000-8000-000000000001'
/** The organization of the operations' examples. */
export const exampleOrganizationId = '0198f0c0-7e00-7000-8000-000000000002'
/** The group or application of the operations' examples. */
export const exampleResourceId = '0198f0c0-7e00-7000-8000-000000000008'
