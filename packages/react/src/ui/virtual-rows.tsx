import { Fragment, useEffect, useLayoutEffect, useState } from 'react'
import type { WindowedRows } from './data-table-types.js'

/**
 * Rows are drawn by so many at a time, and so many more on either side, so that a scroll of a few
 * pixels draws nothing anew.
 */
const step = 4
/** The next rows are asked for when so many are left. */
const ahead = 25
/** Until the first row has been measured. */
const comfortable = 40

/**
 * Of a long list the rows that are in view, a few around them, and the active one, so that the
 * focus is never lost. The others are held open by empty space. All rows are as high as the first:
 * what does not fit a cell is cut.
 */
export function VirtualRows<Row>({ rows, frame, activeIndex, draw, onEnd }: WindowedRows<Row>) {
  const [{ start, end, height }, setView] = useState({
    start: 0,
    end: 4 * step,
    height: comfortable,
  })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () => {
      const row = element.querySelector<HTMLElement>('[data-row]')
      const next = row?.offsetHeight || comfortable
      // The heading covers what it takes at the top.
      const first = Math.floor(element.scrollTop / next / step) * step
      const last = Math.ceil((element.scrollTop + element.clientHeight) / next / step) * step
      const view = { start: Math.max(0, first - step), end: last + step, height: next }
      setView((former) =>
        former.start === view.start && former.end === view.end && former.height === view.height
          ? former
          : view,
      )
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [frame, rows.length])
  useEffect(() => {
    if (end >= rows.length - ahead) onEnd?.()
  }, [end, rows.length, onEnd])

  const drawn = rows.slice(start, end).map((_, place) => start + place)
  if (activeIndex >= 0 && activeIndex < start) drawn.unshift(activeIndex)
  if (activeIndex >= end) drawn.push(activeIndex)
  return (
    <>
      {drawn.map((index, place) => (
        <Fragment key={index}>
          <Gap height={(index - (drawn[place - 1] ?? -1) - 1) * height} />
          {draw(rows[index]!, index)}
        </Fragment>
      ))}
      <Gap height={(rows.length - 1 - (drawn.at(-1) ?? -1)) * height} />
    </>
  )
}

function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr role="presentation" aria-hidden="true" className="rk-row-gap" style={{ height }} />
  ) : null
}
