import type { OperationError, OrganizationView, ResourceView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { misfits } from '../groups/groups-field.js'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { issueAt } from '../operations/issue-at.js'
import { pathTo } from '../organizations/use-organizations.js'
import { useRoles } from '../roles/role-options.js'
import { noRoleYet, type WantedRole } from '../roles/roles-field.js'

/** Whether a refusal is about the roles or the groups, beside which it then stands. */
const aboutBelongings = (error: OperationError) =>
  error.code === 'grant_exceeds_rights' ||
  groupsNotPermitted(error) ||
  ['roles', 'groupIds'].some((field) => issueAt(error, field))

const groupsNotPermitted = ({ failure }: OperationError) =>
  failure.code === 'not_permitted' && failure.details.permission === 'group:assign'

/**
 * What somebody new is given from the start: roles, of which the first is the main one, and groups.
 * @param refused What the server has refused, to stand beside the choice it is about.
 * @param onChanged Something was chosen anew, so that what was refused is so no longer.
 */
export function useNewBelongings(
  organizations: readonly OrganizationView[],
  home: OrganizationView | undefined,
  refused: OperationError | null,
  onChanged: () => void,
) {
  const { users } = useMessages()
  const { wizard: words } = useUserPageMessages()
  const roles = useRoles()
  const [wanted, setWanted] = useState(noRoleYet)
  const [groups, setGroups] = useState<readonly ResourceView[]>([])
  const [checked, setChecked] = useState(false)
  const path = pathTo(organizations, home?.id ?? null)

  const chosen = chosenRoles(wanted, roles, organizations, home)
  const roleErrors = useRoleErrors(wanted, chosen, checked, refused)
  const groupsRefused =
    refused && groupsNotPermitted(refused) ? refused.message : issueAt(refused, 'groupIds')
  const wrong =
    [...roleErrors.values()].some((error) => error !== undefined) ||
    misfits(groups, path).length > 0
  const named = chosen.map(({ role, place }) =>
    users.table.roleAt(role?.name ?? '', place?.name ?? ''),
  )

  return {
    roles: {
      value: wanted,
      roles,
      organizations,
      home,
      errorOf: (key: number) => roleErrors.get(key),
      onValueChange: (next: readonly WantedRole[]) => (setWanted(next), onChanged()),
    },
    groups: {
      value: groups,
      path,
      error: groupsRefused,
      onValueChange: (next: readonly ResourceView[]) => (setGroups(next), onChanged()),
    },
    input: {
      roles: chosen.map(({ roleId, place }) => ({ roleId, organizationId: place?.id ?? '' })),
      groupIds: groups.map(({ id }) => id),
    },
    dirty: chosen.length > 0 || groups.length > 0,
    /** The server has refused one of these choices. */
    refused: refused !== null && aboutBelongings(refused),
    /** Judges the choices, and says whether nothing is wrong with them. */
    check: () => {
      setChecked(true)
      return (
        !wrong &&
        new Set(chosen.map(({ roleId, place }) => `${place?.id} ${roleId}`)).size === chosen.length
      )
    },
    /** In a line, beside the step that asked. */
    summary: [
      chosen[0]?.role?.name ?? words.noRole,
      ...(chosen.length > 1 ? [users.table.moreRoles(chosen.length - 1)] : []),
    ].join(' '),
    roleNames: named.length > 0 ? named.join('\n') : words.noRole,
    groupNames: groups.map(({ name }) => name),
    reset: () => {
      setWanted(noRoleYet)
      setGroups([])
      setChecked(false)
    },
  }
}

/** The roles to send: those without a role are left out, so the server counts differently. */
function chosenRoles(
  wanted: readonly WantedRole[],
  roles: ReturnType<typeof useRoles>,
  organizations: readonly OrganizationView[],
  home: OrganizationView | undefined,
) {
  return wanted
    .filter(({ roleId }) => roleId !== '')
    .map((one) => ({
      ...one,
      role: roles.find(({ id }) => id === one.roleId),
      place:
        one.organizationId === null
          ? home
          : organizations.find(({ id }) => id === one.organizationId),
    }))
}

/** What is wrong with each role, by its key: what the screen sees, and what the server refused. */
function useRoleErrors(
  wanted: readonly WantedRole[],
  chosen: ReturnType<typeof chosenRoles>,
  checked: boolean,
  refused: OperationError | null,
): ReadonlyMap<number, string | undefined> {
  const { wizard: words } = useUserPageMessages()
  const roleError = (key: number): string | undefined => {
    const at = chosen.findIndex((one) => one.key === key)
    const one = chosen[at]
    if (!one?.place) return undefined
    if (!one.place.grantableRoleIds.includes(one.roleId)) return words.roleBeyond
    if (
      checked &&
      chosen.findIndex((other) => other.roleId === one.roleId && other.place === one.place) < at
    )
      return words.roleTwice
    const failure = refused?.failure
    if (
      failure?.code === 'grant_exceeds_rights' &&
      failure.details.organization === one.place.name &&
      failure.details.role === one.role?.givenName
    )
      return refused?.message
    return issueAt(refused, `roles.${at}`)
  }
  return new Map(wanted.map(({ key }) => [key, roleError(key)]))
}
