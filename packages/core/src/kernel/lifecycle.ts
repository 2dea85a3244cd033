/**
 * A state machine as a table that can be read aloud: `{ active: { deactivate: 'deactivated' } }`
 * says that an active one may be deactivated. The same table decides on the server, greys the menu
 * item, enumerates the tests and prints the diagram.
 */
export type Lifecycle<State extends string = string, Event extends string = string> = {
  readonly [From in State]: { readonly [On in Event]?: State }
}

/** The states of a lifecycle table. */
export type StateOf<L> = keyof L & string

/** The events of a lifecycle table. */
export type EventOf<L> = { [From in keyof L]: keyof L[From] & string }[keyof L]

/** Where the event leads from this state, or null when the table has no such arrow. */
export function transition<L extends Lifecycle>(
  lifecycle: L,
  from: StateOf<L>,
  event: EventOf<L>,
): StateOf<L> | null {
  const arrows: Readonly<Record<string, string | undefined>> = lifecycle[from] ?? {}
  return (arrows[event] as StateOf<L> | undefined) ?? null
}

/** Every arrow of the table: from, event, to. Tests and the printed diagrams walk it. */
export function arrows(
  lifecycle: Lifecycle,
): { readonly from: string; readonly event: string; readonly to: string }[] {
  return Object.entries(lifecycle).flatMap(([from, events]) =>
    Object.entries(events).map(([event, to]) => ({ from, event, to: to! })),
  )
}
