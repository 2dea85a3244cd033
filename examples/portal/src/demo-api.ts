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
  const response = await fetch('/demo/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username }) })
  if (!response.ok) throw new Error(((await response.json()) as { detail: string }).detail)
  return (await response.json()) as DemoPerson
}

export async function signOut(): Promise<void> {
  await fetch('/demo/sign-out', { method: 'POST' })
}
