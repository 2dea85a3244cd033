import type { ComponentType } from 'react'
import { lazyPart } from '../ui/lazy-part.js'
import type { ActDialogProps } from './act.js'
import type * as Dialogs from './dialogs.js'

/** A dialog of an act, whose code comes when it is first shown. */
export const actDialog = (pick: (dialogs: typeof Dialogs) => ComponentType<ActDialogProps>) =>
  lazyPart<ActDialogProps>(() => import('./dialogs.js').then(pick))
