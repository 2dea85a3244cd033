import { columns, type Contender, type Row } from '../contender.ts'
import { holds, rowsOf } from '../rows.ts'

const height = 40
const drawn = 20

/** The limit: sorted and filtered arrays, twenty rows of plain elements, nothing else. */
export const contender: Contender = {
  async prepare(size) {
    const rows = rowsOf(size)
    const inOrder = () => rows.toSorted((a, b) => (a.userName < b.userName ? -1 : 1))
    let sorted: Row[] | null = null
    return (root) => {
      root.innerHTML = `<input type="search"><div class="frame" style="height:600px;overflow:auto"><button data-heading>Username</button><div class="all" style="position:relative"></div></div>`
      const [input, frame, all, button] = ['input', '.frame', '.all', 'button'].map((selector) =>
        root.querySelector<HTMLElement>(selector)!,
      ) as [HTMLInputElement, HTMLElement, HTMLElement, HTMLElement]
      let order = rows
      let found = rows
      const draw = () => {
        const first = Math.max(0, Math.floor(frame.scrollTop / height) - 2)
        all.style.height = `${found.length * height}px`
        all.innerHTML = found
          .slice(first, first + drawn)
          .map(
            (row, index) =>
              `<div style="position:absolute;top:${(first + index) * height}px;display:flex">${columns.map(([field]) => `<div data-column="${field}" style="width:130px;overflow:hidden">${row[field]}</div>`).join('')}</div>`,
          )
          .join('')
      }
      const look = () => {
        const text = input.value.toLowerCase()
        found = text === '' ? order : order.filter((row) => holds(row, text))
        draw()
      }
      button.addEventListener('click', () => {
        sorted ??= inOrder()
        order = sorted
        look()
      })
      input.addEventListener('input', look)
      frame.addEventListener('scroll', draw)
      draw()
      return {
        sorter: () => button,
        filter: () => input,
        scroller: () => frame,
        shown: () =>
          [...all.querySelectorAll('[data-column="userName"]')].map((cell) => cell.textContent),
      }
    }
  },
}
