import { paragraph } from '../../kernel/text.js'
import * as z from 'zod/mini'

export const ownAuthenticatorInput = z.strictObject({
  authenticatorId: z.uuid(),
  reason: z.optional(paragraph(500)),
})

export const ownAuthenticatorExample = { authenticatorId: '0198f0c0-7e00-7000-8000-000000000006' }
