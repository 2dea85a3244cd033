import { explanationSchema } from '../../domain/users/explanation-view.js'
import * as z from 'zod/mini'

export const signInRecordedSchema = z.object({ explanation: explanationSchema })
