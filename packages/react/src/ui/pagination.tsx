import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import { classes } from './classes.js'
import { Select } from './select.js'

export interface PaginationProps extends ComponentPropsWithoutRef<'nav'> {
  /** Number of the first row shown, from 1. */
  from: number
  /** How many rows are shown. */
  count: number
  /** How many there are; `atLeast` when counting stopped early; nothing when unknown. */
  total?: { count: number; atLeast?: boolean | undefined } | undefined
  /** Left out when there is no such page. */
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  pageSize?: number | undefined
  pageSizes?: readonly number[] | undefined
  onPageSizeChange?: ((pageSize: number) => void) | undefined
}

/**
 * Where one is in a long list, and the way on: "1–50 of 2,000", Previous, Next. Made for pages by
 * cursor, which have no numbers.
 */
export const Pagination = forwardRef<HTMLElement, PaginationProps>(function Pagination(
  {
    from,
    count,
    total,
    onPrevious,
    onNext,
    pageSize,
    pageSizes,
    onPageSizeChange,
    className,
    ...props
  },
  ref,
) {
  const { ui } = useMessages()
  const { pagination } = ui
  const to = from + count - 1
  const range =
    count === 0
      ? pagination.none
      : total
        ? pagination.range(
            from,
            to,
            total.atLeast ? pagination.atLeast(total.count) : pagination.total(total.count),
          )
        : pagination.openRange(from, to)
  return (
    <nav
      aria-label={pagination.label}
      {...props}
      ref={ref}
      className={classes('rk-pagination', className)}
    >
      <span aria-live="polite" className="rk-pagination-range">
        {range}
      </span>
      {pageSizes && pageSize !== undefined ? (
        <label className="rk-pagination-size">
          <span className="rk-pagination-words">{pagination.pageSize}</span>
          <Select
            value={pageSize}
            options={pageSizes.map((size) => ({
              value: String(size),
              label: pagination.total(size),
            }))}
            onChange={(event) => onPageSizeChange?.(Number(event.target.value))}
          />
        </label>
      ) : null}
      {onPrevious || onNext || pageSizes ? (
        <span className="rk-pagination-steps">
          <Button icon="chevron-left" disabled={!onPrevious} onClick={onPrevious}>
            <span className="rk-pagination-words">{pagination.previous}</span>
          </Button>
          <Button iconEnd="chevron-right" disabled={!onNext} onClick={onNext}>
            <span className="rk-pagination-words">{pagination.next}</span>
          </Button>
        </span>
      ) : null}
    </nav>
  )
})
