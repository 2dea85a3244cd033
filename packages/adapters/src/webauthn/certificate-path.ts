import type { X509Certificate } from 'node:crypto'

// The longest that makers use is three or four.
const longestPath = 8

/**
 * Whether certificates are each issued by the next, all valid at the time, and all but the first
 * allowed to issue (RFC 5280 §6.1, without policies and name constraints, which makers of keys do
 * not use).
 */
export function isPath(certificates: readonly X509Certificate[], at: Date): boolean {
  return (
    certificates.length > 0 &&
    certificates.length <= longestPath &&
    certificates.every((certificate, index) => {
      const next = certificates[index + 1]
      return (
        isValid(certificate, at) &&
        (index === 0 || certificate.ca) &&
        (next === undefined || issued(next, certificate))
      )
    })
  )
}

/**
 * Whether a path leads to one of the roots: one that stands in it, or one that issued a certificate
 * of it.
 *
 * Does not ask for revocation: that would let a registration hang on a stranger's server. Makers
 * withdraw products, not certificates; a host leaves their roots or AAGUIDs out.
 */
export function leadsToRoot(
  path: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
): boolean {
  return (
    isPath(path, at) &&
    path.some((certificate) =>
      roots.some(
        (root) =>
          root.fingerprint256 === certificate.fingerprint256 ||
          (isValid(root, at) && root.ca && issued(root, certificate)),
      ),
    )
  )
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

function isValid({ validFrom, validTo }: X509Certificate, at: Date): boolean {
  return Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo)
}
