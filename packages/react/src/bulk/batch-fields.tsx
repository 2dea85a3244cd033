import { useState, type ReactNode } from 'react'
import type { Act } from '../acts/act.js'
import { useRoleChoice } from '../roles/role-choice.js'
import { MfaField, type MfaRegistration } from '../users/mfa-field.js'
import { AuthenticatorTypesField, type AuthenticatorType } from './authenticator-types-field.js'

/** Fields that only the batch dialog of some acts shows. */
export interface BatchFields {
  readonly fields: ReactNode
  readonly unsaved: boolean
  /**
   * The fields as the command takes them; null while something is missing, which the fields then
   * show.
   */
  readonly read: () => object | null
}

type Kind = NonNullable<NonNullable<Act['batch']>['fields']> | 'none'

/** The hook of each kind of fields. */
export const batchFieldHooks: Readonly<Record<Kind, () => BatchFields>> = {
  none: () => ({ fields: null, unsaved: false, read: () => ({}) }),
  role: useRoleFields,
  mfa: useMfaFields,
  authenticatorTypes: useAuthenticatorTypes,
}

function useRoleFields(): BatchFields {
  const { fields, unsaved, choose } = useRoleChoice(true)
  return { fields, unsaved, read: choose }
}

function useMfaFields(): BatchFields {
  const [registration, setRegistration] = useState<MfaRegistration>('once')
  return {
    fields: <MfaField value={registration} onValueChange={setRegistration} />,
    unsaved: false,
    read: () => ({ registration }),
  }
}

function useAuthenticatorTypes(): BatchFields {
  const [types, setTypes] = useState<readonly AuthenticatorType[] | null>(null)
  const [checked, setChecked] = useState(false)
  return {
    fields: <AuthenticatorTypesField value={types} onValueChange={setTypes} checked={checked} />,
    unsaved: false,
    read: () => {
      setChecked(true)
      if (types === null) return {}
      return types.length === 0 ? null : { types }
    },
  }
}
