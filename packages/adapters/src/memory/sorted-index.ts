import type { Position } from '@rosterkit/core/ports'
import { codePointKey } from './code-point-order.js'

/** A row as an index orders it: by the key, rows without one last, then by id. */
export interface Indexed {
  /** The id as {@link codePointKey} gives it. */
  readonly idKey: string
}

/**
 * Rows in order of one key. Sorted when it is first read, kept in order from then on, so that a
 * page of 100,000 people costs a binary search and a change costs a shift.
 */
export class SortedIndex<Row extends Indexed> {
  #valued: Row[] | null = null
  #empty: Row[] = []

  constructor(
    private readonly rows: () => Iterable<Row>,
    /** The row's value as {@link codePointKey} gives it. */
    private readonly keyOf: (row: Row) => string | null,
  ) {}

  add(row: Row): void {
    if (this.#valued === null) return
    const list = this.#listOf(row, this.#valued)
    list.splice(this.#indexOf(list, this.keyOf(row) ?? '', row.idKey), 0, row)
  }

  remove(row: Row): void {
    if (this.#valued === null) return
    const list = this.#listOf(row, this.#valued)
    list.splice(this.#indexOf(list, this.keyOf(row) ?? '', row.idKey), 1)
  }

  /**
   * Puts one state of a row in the place of another. In place when the key is the same, because
   * shifting 100,000 rows costs.
   */
  replace(before: Row, next: Row): void {
    if (this.#valued === null) return
    const key = this.keyOf(before)
    if (key !== this.keyOf(next)) {
      this.remove(before)
      this.add(next)
      return
    }
    const list = this.#listOf(before, this.#valued)
    list[this.#indexOf(list, key ?? '', before.idKey)] = next
  }

  /**
   * The rows behind a position, in order; a descending walk is the ascending one reversed, but for
   * the rows without a value, which come last in both.
   */
  *walk(direction: 'ascending' | 'descending', after: Position | null): Generator<Row> {
    const valued = this.#sorted()
    if (after === null || after.value !== null) yield* this.#walkList(valued, direction, after)
    yield* this.#walkList(this.#empty, direction, after?.value === null ? after : null)
  }

  *#walkList(
    list: Row[],
    direction: 'ascending' | 'descending',
    after: Position | null,
  ): Generator<Row> {
    const key = codePointKey(after?.value ?? '')
    const idKey = codePointKey(after?.id ?? '')
    if (direction === 'ascending') {
      let index = after === null ? 0 : this.#indexOf(list, key, idKey)
      if (
        after !== null &&
        list[index]?.idKey === idKey &&
        (this.keyOf(list[index]!) ?? '') === key
      )
        index++
      for (; index < list.length; index++) yield list[index]!
    } else {
      for (
        let index = (after === null ? list.length : this.#indexOf(list, key, idKey)) - 1;
        index >= 0;
        index--
      )
        yield list[index]!
    }
  }

  #sorted(): Row[] {
    if (this.#valued === null) {
      // Each key is looked up once, and not at every comparison: the first page of 100,000 people
      // waits for this.
      const valued: { readonly key: string; readonly row: Row }[] = []
      const empty: Row[] = []
      for (const row of this.rows()) {
        const key = this.keyOf(row)
        if (key === null) empty.push(row)
        else valued.push({ key, row })
      }
      this.#valued = valued
        .sort((a, b) => order(a.key, b.key) || order(a.row.idKey, b.row.idKey))
        .map(({ row }) => row)
      this.#empty = empty.sort((a, b) => order(a.idKey, b.idKey))
    }
    return this.#valued
  }

  #listOf(row: Row, valued: Row[]): Row[] {
    return this.keyOf(row) === null ? this.#empty : valued
  }

  /** Where the first row stands that is not before the key and id. */
  #indexOf(list: Row[], key: string, idKey: string): number {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(list[middle]!, key, idKey) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #compare(row: Row, key: string, idKey: string): number {
    return order(this.keyOf(row) ?? '', key) || order(row.idKey, idKey)
  }
}

const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
