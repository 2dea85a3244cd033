/** The services that a host may leave out, and what a refusal calls each of them. */
export const serviceNames = {
  redeemAddress: 'the portal’s own address (baseUrl)',
  hasher: 'a hasher for passwords and codes',
  mail: 'a mail transport',
  securityKeys: 'registration of security keys',
  oneTimePasswords: 'one-time passwords',
  seal: 'a sealing key',
} as const

/** A service that a host may leave out. */
export type ServiceName = keyof typeof serviceNames
