import { openApiDocument } from '@rosterkit/adapters/server'
import {
  failuresOf,
  operations,
  parseInput,
  permissions,
  takesPlan,
  type Operation,
} from '@rosterkit/core'
import { describe, expect, it } from 'vitest'

// Every door of the house. A new line here deserves a second pair of eyes.
const doors = `
GET    /caller                                                   caller.get                        —
GET    /organizations                                            organizations.list                organization:read
POST   /organizations/{organizationId}/organizations             organizations.create              organization:create
PATCH  /organizations/{organizationId}                           organizations.update              organization:update
POST   /organizations/{organizationId}/lock                      organizations.lock                organization:lock
POST   /organizations/{organizationId}/unlock                    organizations.unlock              organization:lock
POST   /organizations/{organizationId}/move                      organizations.move                organization:move
GET    /roles                                                    roles.list                        role:read
POST   /users/{userId}/roles                                     roles.assign                      role:assign
POST   /users/{userId}/roles/{assignmentId}/unassign             roles.unassign                    role:assign
POST   /users/{userId}/roles/{assignmentId}/validity             roles.setValidity                 role:assign
GET    /users                                                    users.list                        user:read
GET    /users/counts                                             users.count                       user:read
GET    /users/{userId}                                           users.get                         user:read
POST   /users                                                    users.create                      user:create
PATCH  /users/{userId}                                           users.update                      user:update
POST   /users/{userId}/activate                                  users.activate                    user:create
POST   /users/{userId}/activation/resend                         users.resendActivation            user:create
POST   /users/{userId}/lock                                      users.lock                        user:lock
POST   /users/{userId}/unlock                                    users.unlock                      user:lock
POST   /users/{userId}/deactivate                                users.deactivate                  user:deactivate
POST   /users/{userId}/reactivate                                users.reactivate                  user:deactivate
POST   /users/{userId}/validity                                  users.setValidity                 user:update
POST   /users/{userId}/mfa                                       users.requireMfa                  mfa:require
POST   /users/{userId}/move                                      users.move                        user:move
POST   /users/{userId}/delete                                    users.delete                      user:delete
POST   /users/{userId}/restore                                   users.restore                     user:delete
POST   /users/{userId}/purge                                     users.purge                       user:delete
GET    /organizations/{organizationId}/user-names/{userName}     users.checkUserName               user:create
POST   /imports                                                  users.import                      user:create
GET    /users/{userId}/personas                                  personas.list                     persona:read
POST   /users/{userId}/personas                                  personas.assign                   persona:assign
PATCH  /users/{userId}/personas/{personaId}                      personas.update                   persona:assign
POST   /users/{userId}/personas/{personaId}/remove               personas.remove                   persona:assign
GET    /users/{userId}/authenticators                            authenticators.list               authenticator:read
POST   /users/{userId}/authenticators/{authenticatorId}/lock     authenticators.lock               authenticator:lock
POST   /users/{userId}/authenticators/{authenticatorId}/unlock   authenticators.unlock             authenticator:lock
POST   /users/{userId}/authenticators/{authenticatorId}/delete   authenticators.delete             authenticator:delete
POST   /users/{userId}/authenticators/reset                      authenticators.reset              authenticator:reset
POST   /users/{userId}/security-keys/options                     authenticators.beginSecurityKey   authenticator:enrol
POST   /users/{userId}/security-keys                             authenticators.finishSecurityKey  authenticator:enrol
POST   /users/{userId}/enrolment-link                            authenticators.issueEnrolmentLink authenticator:enrol
GET    /caller/authenticators                                    authenticators.listOwn            —
POST   /caller/authenticators/{authenticatorId}/lock             authenticators.lockOwn            —
POST   /caller/authenticators/{authenticatorId}/unlock           authenticators.unlockOwn          —
POST   /users/{userId}/password/reset                            passwords.sendReset               password:reset
POST   /users/{userId}/password/temporary                        passwords.setTemporary            password:reset
POST   /users/{userId}/password/remove                           passwords.remove                  password:reset
POST   /users/{userId}/password/expire                           passwords.expire                  password:reset
POST   /users/{userId}/reset-code                                secretCodes.issueResetCode        authenticator:enrol
GET    /users/{userId}/secrets                                   secrets.list                      user:read
GET    /users/{userId}/mails                                     mails.ofUser                      user:read
GET    /users/{userId}/sessions                                  sessions.list                     session:read
POST   /users/{userId}/sessions/{sessionId}/end                  sessions.end                      session:end
POST   /users/{userId}/sessions/end                              sessions.endAll                   session:end
GET    /groups                                                   groups.search                     group:read
GET    /users/{userId}/groups                                    groups.list                       group:read
POST   /organizations/{organizationId}/groups                    groups.create                     group:manage
POST   /users/{userId}/groups                                    groups.assign                     group:assign
POST   /users/{userId}/groups/{groupId}/unassign                 groups.unassign                   group:assign
GET    /applications                                             applications.search               application:read
GET    /users/{userId}/applications                              applications.list                 application:read
POST   /organizations/{organizationId}/applications              applications.create               application:manage
POST   /users/{userId}/applications                              applications.assign               application:assign
POST   /users/{userId}/applications/{applicationId}/unassign     applications.unassign             application:assign
GET    /users/{userId}/audit                                     audit.ofUser                      audit:read
GET    /organizations/{organizationId}/audit/verification        audit.verify                      audit:read
POST   /bulk/lock                                                 bulk.lock                    user:lock
POST   /bulk/unlock                                               bulk.unlock                  user:lock
POST   /bulk/deactivate                                           bulk.deactivate              user:deactivate
POST   /bulk/reactivate                                           bulk.reactivate              user:deactivate
POST   /bulk/delete                                               bulk.delete                  user:delete
POST   /bulk/restore                                              bulk.restore                 user:delete
POST   /bulk/reset-authenticators                                 bulk.resetAuthenticators     authenticator:reset
POST   /bulk/mfa                                                  bulk.requireMfa              mfa:require
POST   /bulk/resend-activation                                    bulk.resendActivation        user:create
POST   /bulk/end-sessions                                         bulk.endSessions             session:end
POST   /bulk/roles                                                bulk.assignRole              role:assign
POST   /redeem/open                                              redeem.open                       —
POST   /redeem/onboarding                                        redeem.finishOnboarding           —
POST   /redeem/password                                          redeem.setPassword                —
POST   /redeem/security-key/options                              redeem.beginSecurityKey           —
POST   /redeem/security-key                                      redeem.finishSecurityKey          —
POST   /redeem/totp/options                                      redeem.beginTotp                  —
POST   /redeem/totp                                              redeem.finishTotp                 —
POST   /redeem/secret-code                                       redeem.chooseSecretCode           —
POST   /redeem/reset-code                                        redeem.resetSecretCode            —
POST   /redeem/recovery                                          redeem.requestRecovery            —
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/).join(' '))

/** Whether what it takes opens something for whoever reads it in a log. */
function carriesSecret({ example }: Operation): boolean {
  return ['token', 'password', 'code', 'secretCode'].some((field) => field in example)
}

describe('the doors', () => {
  it('are exactly these, each with its permission', () => {
    expect(
      operations.flatMap(({ name, permission, http }) =>
        http ? [`${http.method} ${http.path} ${name} ${permission ?? '—'}`] : [],
      ),
    ).toEqual(doors)
  })

  it('are exactly those of the OpenAPI document', () => {
    const document = openApiDocument({ operations, basePath: '/api/roster' }) as {
      paths: Record<string, Record<string, { operationId: string; 'x-permission'?: string }>>
    }
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, door]) =>
          `${method.toUpperCase()} ${path} ${door.operationId} ${door['x-permission'] ?? '—'}`,
      ),
    )
    const plans = doors
      .filter((door) =>
        operations.some(
          (operation) => takesPlan(operation) && door.includes(` ${operation.name} `),
        ),
      )
      .map((door) => door.replace(/^(\w+) (\S+) (\S+)/, '$1 /plans$2 $3.plan'))
    expect(plans.length).toBeGreaterThan(50)
    expect(described.sort()).toEqual([...doors, ...plans].sort())
  })

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s says what it is',
    (_, operation) => {
      expect(operation.summary).toMatch(/^[A-Z].*\.$/)
      expect(parseInput(operation.input, operation.example)).toMatchObject({ ok: true })
      expect([null, ...Object.keys(permissions)]).toContain(operation.permission)
      // A query is a GET, unless it takes what must not stand in an address (security row 49).
      const query = carriesSecret(operation) ? /^POST\.query$/ : /^GET\.query$/
      expect(
        operation.kind === 'command' ? operation.event : `${operation.http?.method}.query`,
      ).toMatch(operation.kind === 'command' ? /^[a-z_]+\.[a-z_]+$/ : query)
      expect(failuresOf(operation).length).toBeGreaterThan(0)
    },
  )

  it('without a permission are for what is one’s own, for whoever holds a link, and for two requests that tell a stranger nothing', () => {
    const open = operations.filter(({ permission }) => permission === null)
    expect(open.filter(({ subject }) => subject === 'caller').map(({ name }) => name)).toEqual([
      'caller.get',
      'authenticators.listOwn',
      'authenticators.lockOwn',
      'authenticators.unlockOwn',
    ])
    expect(open.filter(({ subject }) => subject === 'anyone').map(({ name }) => name)).toEqual([
      'redeem.resetSecretCode',
      'redeem.requestRecovery',
    ])
    const byLink = open.filter(({ subject }) => subject !== 'caller' && subject !== 'anyone')
    expect(
      byLink.filter(
        ({ subject, links = [], example }) =>
          subject !== 'bearer' || links.length === 0 || !('token' in example),
      ),
    ).toEqual([])
  })

  it('of commands name only queries that exist as made old', () => {
    const queries = operations
      .filter(({ kind }) => kind === 'query')
      .map(({ name }) => name as string)
    for (const { invalidates = [] } of operations)
      expect(queries).toEqual(expect.arrayContaining([...invalidates]))
  })
})
