// Without a schema, so that a page that only names statuses doesn't load the parser.
/**
 * Every effective status, in order of precedence: the first that applies is the one shown (docs/features.md,
 * row 26).
 */
export const statuses = [
  'DELETED',
  'DEACTIVATED',
  'NOT_YET_VALID',
  'NO_LONGER_VALID',
  'LOCKED_BY_ORGANIZATION',
  'LOCKED_BY_ADMIN',
  'AUTO_LOCKED',
  'STAGED',
  'PROVISIONED',
  'RECOVERY',
  'AWAITING_NEW_PASSWORD',
  'ACTIVE',
] as const

/** One effective status; see {@link statuses}. */
export type Status = (typeof statuses)[number]
