/** A person as the other tables take them: nine plain columns. */
export interface Row {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly userName: string
  readonly status: string
  readonly role: string
  readonly primaryEmail: string
  readonly lastSignedInAt: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** The columns of all tables, in order. */
export const columns = [
  ['givenName', 'First name'],
  ['familyName', 'Last name'],
  ['userName', 'Username'],
  ['status', 'Status'],
  ['role', 'Role'],
  ['primaryEmail', 'Email'],
  ['lastSignedInAt', 'Last signed in'],
  ['createdAt', 'Added'],
  ['updatedAt', 'Modified'],
] as const satisfies readonly (readonly [keyof Row, string])[]

/** A table on the page, as the measurements drive it. */
export interface Mounted {
  /** The heading to click, which sorts by the username. */
  readonly sorter: () => HTMLElement
  /** Where one types to filter. */
  readonly filter: () => HTMLInputElement
  readonly scroller: () => HTMLElement
  /** The usernames of the rows that stand on the page, from the top. */
  readonly shown: () => string[]
}

/** One kind of table. */
export interface Contender {
  /** Everything that comes before the clock starts: data, stores. */
  prepare(size: number): Promise<(root: HTMLElement) => Mounted>
}
