import { loadUserSubjects } from '../domain/users/user-subject.js'
import type { Opened, WithSubject } from './state.js'

/** Loads the user or the organization that the call is about. */
export async function loadSubject(state: Opened): Promise<WithSubject> {
  switch (state.request.registration.operation.subject) {
    case 'user':
      return loadUser(state, String(state.input['userId']))
    case 'bearer':
      return loadUser(state, state.bearer?.secret.userId ?? '')
    case 'organization':
      return loadOrganization(state, String(state.input['organizationId']))
    default:
      return withoutSubject(state)
  }
}

function withoutSubject(state: Opened): WithSubject {
  const { caller, unseen } = state
  return { ...state, target: null, subject: {}, seen: { ...unseen, caller } }
}

async function loadUser(state: Opened, userId: string): Promise<WithSubject> {
  const { caller, context } = state
  const known = state.users ?? (await context.tx.users.findWithRoles([userId]))
  const user = known.users.find(({ id }) => id === userId)
  const [subject] = user ? await loadUserSubjects(context, [user], known) : []
  if (!user || !subject) return withoutSubject(state)
  return {
    ...state,
    target: subject.target,
    subject: { subject },
    seen: { caller, organizationId: user.organizationId, subject: subject.auditSubject },
  }
}

async function loadOrganization(state: Opened, organizationId: string): Promise<WithSubject> {
  const { caller, context } = state
  const lineages = await context.tx.organizations.lineages([organizationId])
  const lineage = lineages.get(organizationId)
  if (!lineage) return withoutSubject(state)
  const label = lineage.at(-1)?.name ?? ''
  return {
    ...state,
    target: { lineage },
    subject: { lineage },
    seen: { caller, organizationId, subject: { kind: 'organization', id: organizationId, label } },
  }
}
