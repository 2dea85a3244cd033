import type { OrganizationView } from '@rosterkit/core/browser'
import { useLocale } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { Callout } from '../ui/callout.js'

/** What {@link SsoNotice} takes. */
export interface SsoNoticeProps {
  /** The organizations in view; those that nobody but us manages are left out. */
  organizations: readonly Pick<OrganizationView, 'name' | 'ssoProvider'>[]
  /** What it means here. Default: what is done there, and what stays here. */
  text?: string | undefined
}

/**
 * Says that an identity provider manages the people of these organizations, which one, and what
 * that means (features row 12). Nothing where none does.
 */
export function SsoNotice({ organizations, text }: SsoNoticeProps) {
  const { sso: words } = useUserPageMessages()
  const { locale } = useLocale()
  const managed = organizations.flatMap(({ name, ssoProvider }) =>
    ssoProvider === null ? [] : [{ name, provider: ssoProvider }],
  )
  const [first] = managed
  if (!first) return null
  const title =
    managed.length === 1
      ? words.title(first.name, first.provider)
      : words.several(
          new Intl.ListFormat(locale).format(
            managed.map(({ name, provider }) => words.one(name, provider)),
          ),
        )
  return (
    <Callout icon="building" title={title}>
      {text ?? words.text}
    </Callout>
  )
}
