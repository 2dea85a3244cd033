/** What a request says of where it comes from. */
export type RequestOrigin = 'own pages' | 'another site' | 'missing'

/**
 * Whose page sent the request (ASVS 3.5.1 to 3.5.3). Browsers say so in Sec-Fetch-Site, and older
 * ones in Origin, with everything that is no GET. Pages without an origin of their own, such as
 * sandboxed frames, say `null`, and are nobody's.
 */
export function originOf(
  request: Request,
  url: URL,
  trustedOrigins: readonly string[],
): RequestOrigin {
  const origin = request.headers.get('origin')
  if (origin === 'null') return 'another site'
  if (origin !== null && trustedOrigins.includes(origin)) return 'own pages'
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none' ? 'own pages' : 'another site'
  if (origin === null) return 'missing'
  // Compared without the scheme: behind a proxy that ends TLS the host sees http.
  return hostOf(origin) === (request.headers.get('host') ?? url.host) ? 'own pages' : 'another site'
}

/**
 * Whether the request shows who sends it by something that no browser adds of its own accord, as it
 * does cookies and the passwords of HTTP Basic, Digest and Negotiate.
 */
export function carriesToken({ headers }: Request): boolean {
  const scheme = headers.get('authorization')?.split(' ', 1)[0]?.toLowerCase()
  return scheme !== undefined && !['', 'basic', 'digest', 'negotiate', 'ntlm'].includes(scheme)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
