import { createHash, randomBytes } from 'node:crypto'
import { clientByToken, createScimHandler, type ScimClient } from '@rosterkit/adapters/scim'
import type { Roster } from '@rosterkit/core'

/**
 * Whom the example's identity provider provisions, and where its service account stands: above
 * them, so that it outranks their administrators too.
 */
const places = { provisioned: 'Lyon Silk & Thread', account: 'Rhône Logistics' } as const

/**
 * SCIM below /scim/v2 for one of the example's tenants. A real portal keeps the SHA-256 of each
 * token that it gives out, with its client, in its database.
 */
export function portalScim(
  roster: Roster,
  baseUrl: string,
  token = process.env['SCIM_TOKEN'] ?? randomBytes(24).toString('base64url'),
) {
  const tokenSha256 = createHash('sha256').update(token).digest('hex')
  // The account is made by the first request, so that who never tries it has nobody more in the
  // roster.
  let client: Promise<ScimClient> | undefined
  const opened = () =>
    (client ??= openClient(roster).catch(
      (thrown: unknown) => ((client = undefined), Promise.reject(thrown as Error)),
    ))
  const known = clientByToken(() => [{ tokenSha256, client: { userId: '' } }])
  const handler = createScimHandler(roster, {
    baseUrl,
    client: async (request) => ((await known(request)) ? opened() : null),
  })
  return { handler, token, tenant: places.provisioned }
}

async function openClient(roster: Roster): Promise<ScimClient> {
  const system = roster.as('system')
  const { items } = await system.organizations.list()
  const idOf = (name: string) => items.find((organization) => organization.name === name)!.id
  const [organizationId, home] = [idOf(places.provisioned), idOf(places.account)]
  const [there] = (await system.users.list({ search: 'scim.lyon', organization: [home] })).items
  if (there) return { userId: there.id, organizationId }
  const { id: userId } = await system.users.create({
    organizationId: home,
    userName: 'scim.lyon',
    name: { givenName: 'Lyon', familyName: 'Provisioning' },
    emails: [{ value: 'it@rhone-logistics.example', primary: true }],
    roles: [{ roleId: 'administrator', organizationId: home }],
    federatedOnly: true,
  })
  await roster.signIn.completeOnboarding({ userId })
  return { userId, organizationId }
}
