/** Somebody who can be chosen at the demo sign-in. */
export interface DemoPerson {
  readonly username: string
  readonly name: string
  readonly role: string | null
  readonly organization: string
  /** From the platform down to the organization. */
  readonly path: readonly string[]
  /** 0 for the platform itself. */
  readonly depth: number
  readonly status: string
}

export async function fetchPeople(): Promise<readonly DemoPerson[]> {
  const response = await fetch('/demo/people')
  if (!response.ok) throw new Error(`The list of people could not be read (${response.status}).`)
  return ((await response.json()) as { people: DemoPerson[] }).people
}

/** Who is signed in, or null. */
export async function fetchMe(): Promise<DemoPerson | null> {
  const response = await fetch('/demo/me')
  return response.ok ? ((await response.json()) as { person: DemoPerson | null }).person : null
}

export async function signIn(username: string): Promise<DemoPerson> {
  const response = await fetch('/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  })
  if (!response.ok) throw new Error(((await response.json()) as { detail: string }).detail)
  return (await response.json()) as DemoPerson
}

export async function signOut(): Promise<void> {
  await fetch('/demo/sign-out', { method: 'POST' })
}

/** Somewhere people belong. */
export interface DemoOrganization {
  readonly id: string
  readonly name: string
  readonly depth: number
}

/** A second factor that the roster judges at the sign-in. */
export type SecondFactor = 'security_key' | 'totp' | 'secret_code'

/** What comes after a step of the sign-in. */
export type SignInStep =
  | { readonly next: 'entered' }
  | { readonly next: 'new_password'; readonly token: string }
  | { readonly next: 'second_factor'; readonly factors: readonly SecondFactor[] }

export async function fetchOrganizations(): Promise<readonly DemoOrganization[]> {
  const response = await fetch('/demo/organizations')
  if (!response.ok)
    throw new Error(`The list of organizations could not be read (${response.status}).`)
  return ((await response.json()) as { organizations: DemoOrganization[] }).organizations
}

export const signInWithPassword = (entered: {
  username: string
  organizationId: string
  password: string
}): Promise<SignInStep> => step('/demo/password', entered)

export const signInWithCode = (factor: SecondFactor, code: string): Promise<SignInStep> =>
  step('/demo/second-factor', { factor, code })

export async function signInWithSecurityKey(): Promise<SignInStep> {
  const { options } = await post<{ options: PublicKeyCredentialRequestOptionsJSON }>(
    '/demo/security-key',
    {},
  )
  const credential = (await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  })) as PublicKeyCredential
  return step('/demo/second-factor', { factor: 'security_key', response: credential.toJSON() })
}

const step = (path: string, body: object): Promise<SignInStep> => post(path, body)

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(((await response.json()) as { detail: string }).detail)
  return (await response.json()) as T
}
