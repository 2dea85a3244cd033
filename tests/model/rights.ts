// What each role and each operation comes to, written by hand beside the code; the model reads this
// and never the catalogue in core.

const looking =
  'user:read role:read persona:read authenticator:read session:read group:read application:read organization:read audit:read'
const everything = `${looking} user:create user:update user:lock user:deactivate user:delete user:move role:assign persona:assign authenticator:lock authenticator:delete authenticator:reset authenticator:enrol password:reset session:end group:assign group:manage application:assign application:manage mfa:require organization:create organization:update organization:lock organization:move`

/** The rights of each role of the model's world. */
export const rightsOf: Readonly<Record<string, readonly string[]>> = {
  administrator: everything.split(' '),
  support:
    `${looking} user:lock authenticator:lock authenticator:reset authenticator:enrol password:reset session:end`.split(
      ' ',
    ),
  viewer: looking.split(' '),
  helper: 'user:read user:create user:update role:read role:assign organization:read'.split(' '),
  mapper: 'organization:read organization:update role:assign'.split(' '),
}

/** The host's own roles of the model's world. */
export const hostRoles = ['helper', 'mapper'].map((id) => ({
  id,
  name: id,
  description: `The host’s ${id}.`,
  permissions: rightsOf[id]! as never,
}))

/** What a persona of each type lets its holder manage, and whether it delegates at all. */
export const delegationOf: Readonly<Record<string, 'all' | readonly string[] | null>> = {
  employee: null,
  contractor: null,
  manager: 'all',
  'contractor-manager': ['contractor'],
}

export const personaTypes = Object.entries(delegationOf).map(([id, delegation]) => ({
  id,
  name: id,
  ...(delegation === null ? {} : { delegation: { personaTypes: delegation } }),
}))

/**
 * One operation as the model knows it: what it is about, the right it takes, and what stands in its
 * way.
 */
export interface OperationLaw {
  readonly about: 'user' | 'organization' | 'scope' | 'caller' | 'bearer' | 'anyone'
  readonly kind: 'query' | 'command'
  readonly right: string | null
  /** Nobody does it to themselves. */
  readonly notSelf: boolean
  /** Single sign-on refuses it. */
  readonly notSso: boolean
  /** A delegated administrator's persona stands in for right and sight. */
  readonly delegable: boolean
  /** Only the host's own code. */
  readonly host: boolean
}

const rows = `
users.get              user          query    user:read
users.update           user          command  user:update            notSso
users.lock             user          command  user:lock              notSelf
users.unlock           user          command  user:lock              notSelf
users.activate         user          command  user:create            notSelf notSso
users.resendActivation user          command  user:create            notSelf notSso
users.deactivate       user          command  user:deactivate        notSelf
users.reactivate       user          command  user:deactivate        notSelf
users.setValidity      user          command  user:update            notSelf
users.requireMfa       user          command  mfa:require            notSelf
users.move             user          command  user:move              notSelf notSso
users.delete           user          command  user:delete            notSelf notSso
users.restore          user          command  user:delete            notSso
users.purge            user          command  user:delete            notSelf notSso
roles.assign           user          command  role:assign            notSelf notSso
roles.unassign         user          command  role:assign            notSelf notSso
roles.setValidity      user          command  role:assign            notSelf notSso
personas.list          user          query    persona:read           delegable
personas.assign        user          command  persona:assign         notSelf delegable
personas.update        user          command  persona:assign         notSelf delegable
personas.remove        user          command  persona:assign         notSelf delegable
authenticators.list    user          query    authenticator:read
authenticators.lock    user          command  authenticator:lock
authenticators.unlock  user          command  authenticator:lock     notSelf
authenticators.delete  user          command  authenticator:delete
authenticators.reset   user          command  authenticator:reset    notSelf
authenticators.beginSecurityKey   user  command  authenticator:enrol    notSelf
authenticators.finishSecurityKey  user  command  authenticator:enrol    notSelf
authenticators.issueEnrolmentLink user  command  authenticator:enrol    notSelf
passwords.sendReset    user          command  password:reset         notSelf notSso
passwords.setTemporary user          command  password:reset         notSelf notSso
passwords.remove       user          command  password:reset         notSelf notSso
passwords.expire       user          command  password:reset         notSelf notSso
secretCodes.issueResetCode user      command  authenticator:enrol    notSelf
secrets.list           user          query    user:read
mails.ofUser           user          query    user:read
sessions.list          user          query    session:read
sessions.end           user          command  session:end
sessions.endAll        user          command  session:end
groups.list            user          query    group:read
groups.assign          user          command  group:assign
groups.unassign        user          command  group:assign
applications.list      user          query    application:read
applications.assign    user          command  application:assign
applications.unassign  user          command  application:assign
audit.ofUser           user          query    audit:read
organizations.create   organization  command  organization:create
organizations.update   organization  command  organization:update
organizations.lock     organization  command  organization:lock      notSelf
organizations.unlock   organization  command  organization:lock
organizations.move     organization  command  organization:move
users.create           organization  command  user:create            notSso
users.checkUserName    organization  query    user:create
groups.create          organization  command  group:manage
applications.create    organization  command  application:manage
audit.verify           organization  query    audit:read
users.list             scope         query    user:read
users.count            scope         query    user:read
organizations.list     scope         query    organization:read
roles.list             scope         query    role:read
groups.search          scope         query    group:read
applications.search    scope         query    application:read
caller.get             caller        query    -
authenticators.listOwn    caller     query    -
authenticators.lockOwn    caller     command  -
authenticators.unlockOwn  caller     command  -
signIn.check           caller        query    -                      host
signIn.recordSuccess   user          command  -                      host
signIn.recordFailure   user          command  -                      host
signIn.applySsoGroups  user          command  -                      host
sessions.start         user          command  -                      host
sessions.check         caller        query    -                      host
authenticators.register   user       command  -                      host
authenticators.recordUse  user       command  -                      host
users.claimFields      user          command  -                      host
signIn.completeOnboarding user       command  -                      host
signIn.verifyPassword  caller        command  -                      host
signIn.verifySecretCode user         command  -                      host
signIn.verifyTotp      user          command  -                      host
signIn.beginSecurityKey   user       command  -                      host
signIn.finishSecurityKey  user       command  -                      host
redeem.open               bearer     query    -
redeem.finishOnboarding   bearer     command  -
redeem.setPassword        bearer     command  -
redeem.beginSecurityKey   bearer     command  -
redeem.finishSecurityKey  bearer     command  -
redeem.beginTotp          bearer     command  -
redeem.finishTotp         bearer     command  -
redeem.chooseSecretCode   bearer     command  -
redeem.resetSecretCode    anyone     command  -
redeem.requestRecovery    anyone     command  -
`

/** Which links each operation takes. */
export const linksOf: Readonly<Record<string, readonly string[]>> = {
  'redeem.open': ['activation', 'recovery', 'enrolment', 'new_password'],
  'redeem.finishOnboarding': ['activation'],
  'redeem.setPassword': ['recovery', 'new_password'],
  'redeem.beginSecurityKey': ['activation', 'enrolment'],
  'redeem.finishSecurityKey': ['activation', 'enrolment'],
  'redeem.beginTotp': ['activation', 'enrolment'],
  'redeem.finishTotp': ['activation', 'enrolment'],
  'redeem.chooseSecretCode': ['activation', 'enrolment'],
}

/** Every operation that the model calls. */
export const laws: Readonly<Record<string, OperationLaw>> = Object.fromEntries(
  rows
    .trim()
    .split('\n')
    .map((row): [string, OperationLaw] => {
      const [name, about, kind, right, ...flags] = row.split(/\s+/)
      const has = (flag: string) => flags.includes(flag)
      return [
        name!,
        {
          about: about as OperationLaw['about'],
          kind: kind as OperationLaw['kind'],
          right: right === '-' ? null : right!,
          notSelf: has('notSelf'),
          notSso: has('notSso'),
          delegable: has('delegable'),
          host: has('host'),
        },
      ]
    }),
)

export const operationNames = Object.keys(laws)
