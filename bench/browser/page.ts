import type { Contender, Mounted } from './contender.ts'
import { holds, rowsOf } from './rows.ts'

/** Until the browser has painted what stands in the page now. */
const painted = () =>
  new Promise<number>((resolve) =>
    requestAnimationFrame(() => channel(() => resolve(performance.now()))),
  )

function channel(then: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = then
  port2.postMessage(null)
}

/** From now until a frame in which the page is right. */
async function until(right: () => boolean, began: number, giveUpMs = 20_000): Promise<number> {
  for (;;) {
    const at = await painted()
    if (right()) return at - began
    if (at - began > giveUpMs)
      throw new Error(`The right rows did not come: ${JSON.stringify(table?.shown().slice(0, 3))}.`)
  }
}

let contender: Contender
let table: Mounted | null = null
let mount: ((root: HTMLElement) => Mounted) | null = null
let expected: { readonly sorted: readonly string[]; readonly rows: ReturnType<typeof rowsOf> }

const type = (input: HTMLInputElement, text: string) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What the runner calls, one after the other. */
const bench = {
  async prepare(size: number) {
    const rows = rowsOf(size)
    expected = { rows, sorted: rows.map(({ userName }) => userName).sort() }
    mount = await contender.prepare(size)
  },

  async mount() {
    const began = performance.now()
    table = mount!(document.querySelector<HTMLElement>('#root')!)
    return until(() => table!.shown().length >= 10, began)
  },

  /**
   * The first click of all, when nothing is sorted yet. Locales order some characters differently,
   * so the beginning of the first username is enough.
   */
  async sort() {
    const began = performance.now()
    table!.sorter().click()
    return until(
      () => table!.shown()[0]?.startsWith(expected.sorted[0]!.slice(0, 7)) === true,
      began,
    )
  },

  /** One key: the text as it stands after it. */
  async filter(text: string) {
    matching(text)
    const began = performance.now()
    type(table!.filter(), text)
    // Ours has administrators besides.
    return until(() => {
      const shown = table!.shown().filter((userName) => !userName.startsWith('administrator-'))
      const { all, first } = matching(text)
      return (
        shown[0]?.startsWith(first.slice(0, 5)) === true &&
        shown.every((userName) => all.has(userName))
      )
    }, began)
  },

  async clear() {
    type(table!.filter(), '')
    await until(() => table!.shown().length >= 10, performance.now())
  },

  /**
   * So many frames at so many pixels each: how many were dropped, and the work of a frame, in
   * milliseconds.
   */
  async scroll(frames: number) {
    const frame = table!.scroller()
    let dropped = 0
    let work = 0
    let last = await painted()
    for (let index = 0; index < frames; index++) {
      const began = await new Promise<number>((resolve) =>
        requestAnimationFrame(() => resolve(performance.now())),
      )
      frame.scrollTop += 120
      const ended = await new Promise<number>((resolve) =>
        channel(() => resolve(performance.now())),
      )
      work += ended - began
      dropped += Math.max(0, Math.round((began - last) / (1000 / 60)) - 1)
      last = began
    }
    return { dropped, workMs: work / frames, scrolledTo: frame.scrollTop }
  },

  shown: () => table!.shown().slice(0, 5),
}

const found = new Map<string, { readonly all: ReadonlySet<string>; readonly first: string }>()
/** Everybody whom a text finds, and the first of them by username, by which all are sorted then. */
function matching(text: string) {
  const known = found.get(text)
  if (known) return known
  const all = new Set(
    expected.rows.filter((row) => holds(row, text)).map(({ userName }) => userName),
  )
  const made = { all, first: expected.sorted.find((userName) => all.has(userName))! }
  found.set(text, made)
  return made
}

declare global {
  interface Window {
    bench: typeof bench
  }
}

/** Makes a page that measures one kind of table. */
export function measures(measured: Contender): void {
  contender = measured
  window.bench = bench
}
