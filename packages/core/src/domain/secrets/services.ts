import type { OneTimePasswords } from '../authenticators/one-time-passwords.js'
import type { SecurityKeyCeremony } from '../authenticators/security-key-ceremony.js'
import type { PasswordBlockList, SecretHasher } from '../credentials/secret-hasher.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err, type Result } from '../../kernel/result.js'
import type { Seal } from '../../kernel/seal.js'
import { serviceNames, type ServiceName } from '../../kernel/service-name.js'
import type { MailBrand, MailTemplates } from '../mail/mail-content.js'
import type { MailTransport } from '../mail/mail-transport.js'

/** What the host provides for secrets, messages and ceremonies; null for what it doesn't. */
export interface Services {
  /** The page that links lead to, such as `https://portal.example/redeem`. */
  readonly redeemAddress: string | null
  readonly hasher: SecretHasher | null
  readonly blockList: PasswordBlockList | null
  readonly mail: MailTransport | null
  readonly brand: MailBrand
  readonly templates: MailTemplates
  readonly securityKeys: SecurityKeyCeremony | null
  readonly oneTimePasswords: OneTimePasswords | null
  readonly seal: Seal | null
}

/** The refusal that meets a command whose services the host has not set up; null when it has. */
export function missing(
  services: Services,
  { needs = [] }: Pick<Operation, 'needs'>,
): Failure<'not_configured'> | null {
  const name = needs.find((candidate) => services[candidate] === null)
  return name === undefined
    ? null
    : { code: 'not_configured', details: { needed: serviceNames[name] } }
}

/** The service, or the refusal that says what is missing. */
export function needed<N extends ServiceName>(
  services: Services,
  name: N,
): Result<NonNullable<Services[N]>, 'not_configured'> {
  const service = services[name]
  return service === null
    ? err({ code: 'not_configured', details: { needed: serviceNames[name] } })
    : { ok: true, value: service }
}
