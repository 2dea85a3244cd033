import { line } from '../../kernel/text.js'
import { endsAfterItBegins, validityFields } from '../../kernel/validity.js'
import { entitlementSchema } from './persona.js'
import * as z from 'zod/mini'

/** The fields of a persona that are entered. */
export const personaFields = {
  preferred: z._default(z.boolean(), false),
  scopes: z._default(z.array(line(100)).check(z.maxLength(100)), []),
  entitlements: z._default(
    z.array(entitlementSchema.check(endsAfterItBegins)).check(z.maxLength(200)),
    [],
  ),
  validFromAt: z._default(validityFields.validFromAt, null),
  validUntilAt: z._default(validityFields.validUntilAt, null),
}
