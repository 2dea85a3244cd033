/** The row that an event came from. */
export const closestRow = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null

/** The element of a row, when it is drawn. */
export const rowElement = (body: HTMLElement | null, id: string) =>
  body?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)

/** What can have the focus in a row. */
export const controlsOf = (row: HTMLElement) =>
  [...row.querySelectorAll<HTMLElement>('button, a[href], input, select, [tabindex]')].filter(
    (control) => !control.matches(':disabled') && control.getClientRects().length > 0,
  )

/** How many rows Page Up and Page Down move. */
export function rowsInView(row: HTMLElement, frame: HTMLElement | null) {
  return Math.max(
    1,
    Math.floor(
      (Math.min(window.innerHeight, frame?.clientHeight ?? Infinity) * 0.8) / row.offsetHeight,
    ),
  )
}
