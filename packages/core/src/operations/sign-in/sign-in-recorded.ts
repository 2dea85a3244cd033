import { explanationSchema } from '../../domain/users/status.js'
import * as z from 'zod/mini'

export const signInRecordedSchema = z.object({ explanation: explanationSchema })
