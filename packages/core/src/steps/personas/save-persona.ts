import type { Failure } from '../../kernel/failure.js'
import { err, ok, type Result } from '../../kernel/result.js'
import { rightsAt } from '../../domain/roles/rights.js'
import type { UserContext } from '../../context.js'
import { delegates } from '../../domain/personas/delegation.js'
import { viewPersona, type Persona, type PersonaView } from '../../domain/personas/persona.js'

/**
 * Refuses a type that the catalog does not have, and one that a delegated administrator may not
 * manage.
 */
export function guardType(
  { caller, subject, personaTypes, at }: UserContext,
  typeId: string,
): Failure<'invalid_input' | 'grant_exceeds_rights'> | null {
  const type = personaTypes.get(typeId)
  if (!type)
    return {
      code: 'invalid_input',
      details: {
        issues: [
          {
            path: 'typeId',
            code: 'unknown_persona',
            message: 'There is no such persona. Choose one from the list.',
          },
        ],
      },
    }
  if (
    caller.kind === 'system' ||
    rightsAt(
      caller.grants,
      subject.lineage.map(({ id }) => id),
    ).has('persona:assign')
  )
    return null
  if (delegates(caller.personas, subject.personas, typeId, personaTypes, at)) return null
  return {
    code: 'grant_exceeds_rights',
    details: { role: type.name, organization: subject.lineage.at(-1)?.name ?? '' },
  }
}

/** Takes the preference from the user's other personas, so that one at most has it. */
export async function onlyPreferred(
  { tx }: UserContext,
  personas: readonly Persona[],
  preferredId: string,
): Promise<void> {
  for (const other of personas) {
    if (other.preferred && other.id !== preferredId)
      await tx.personas.update(
        { ...other, preferred: false, version: other.version + 1 },
        other.version,
      )
  }
}

/** Records a deed about a persona and shows it as it now is. */
export function recordPersona(
  context: UserContext,
  before: Persona | null,
  after: Persona | null,
  reason?: string | null,
): Result<PersonaView, never> {
  const { subject, personaTypes, at, record } = context
  const persona = (after ?? before)!
  record({
    subject: { ...subject.auditSubject, kind: 'user' },
    organizationId: subject.user.organizationId,
    changes: [
      {
        field: `persona ${persona.typeId}`,
        before: before && auditedPersona(before),
        after: after && auditedPersona(after),
      },
    ],
    reason,
  })
  return ok(viewPersona(persona, personaTypes, at))
}

function auditedPersona({ preferred, scopes, entitlements, validFromAt, validUntilAt }: Persona) {
  return { preferred, scopes, entitlements, validFromAt, validUntilAt }
}

/** The persona of the subject, or the refusal. */
export function personaOf(
  { subject }: UserContext,
  personaId: string,
): Result<Persona, 'not_found'> {
  const persona = subject.personas.find(({ id }) => id === personaId)
  return persona ? ok(persona) : err({ code: 'not_found' })
}
