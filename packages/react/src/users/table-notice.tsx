import { SsoNotice } from '../organizations/sso-notice.js'
import { useOrganizations } from '../organizations/use-organizations.js'

/**
 * Says so where everybody whom the reader may see is managed by single sign-on (features row 12).
 */
export function TableNotice() {
  const organizations = useOrganizations()
  return organizations.every(({ ssoProvider }) => ssoProvider !== null) ? (
    <SsoNotice organizations={organizations} />
  ) : null
}
