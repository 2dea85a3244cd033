import type { RowSelectionState } from '@tanstack/react-table'

/** A selection with these rows added. */
export const withRows = (
  selection: RowSelectionState | undefined,
  ids: readonly string[],
): RowSelectionState => ({
  ...selection,
  ...Object.fromEntries(ids.map((id) => [id, true as const])),
})

/** A selection without these rows. */
export function withoutRows(
  selection: RowSelectionState | undefined,
  ids: readonly string[],
): RowSelectionState {
  const removed = new Set(ids)
  return withRows(
    undefined,
    Object.keys(selection ?? {}).filter((id) => !removed.has(id)),
  )
}
