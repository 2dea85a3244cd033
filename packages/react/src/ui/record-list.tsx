import {
  forwardRef,
  useId,
  useState,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ReactNode,
} from 'react'
import { classes } from './classes.js'
import { IconButton } from './icon-button.js'

export interface RecordListProps extends ComponentPropsWithoutRef<'ul'> {
  /**
   * What the cells of each record say, in order, beginning with the record itself. Shown above them
   * where there is room.
   */
  headings: readonly string[]
}

/**
 * The list of what belongs to a person: a line each, in columns; under 640 px the columns fold in
 * below the name. Holds `RecordItem`s.
 */
export const RecordList = forwardRef<HTMLUListElement, RecordListProps>(function RecordList(
  { headings, className, style, children, ...props },
  ref,
) {
  return (
    <div className="rk-records-frame">
      <ul
        {...props}
        ref={ref}
        className={classes('rk-records', className)}
        style={{ ...style, '--rk-cells': headings.length - 1 } as CSSProperties}
      >
        <li aria-hidden="true" role="presentation" className="rk-records-head">
          {headings.map((heading) => (
            <span key={heading} className="rk-record-heading">
              {heading}
            </span>
          ))}
        </li>
        {children}
      </ul>
    </div>
  )
})

/** One value of a record. */
export interface RecordCell {
  readonly name: string
  readonly value: ReactNode
  /** The value says by itself what it is, as a badge does: its name is only spoken. */
  readonly selfEvident?: boolean
}

export interface RecordItemProps extends Omit<ComponentPropsWithoutRef<'li'>, 'title'> {
  title: ReactNode
  /** Badges beside the title. */
  marks?: ReactNode
  /** A muted line under the title. */
  detail?: ReactNode
  /**
   * One for each heading after the first; the name is said to screen readers, and shown where the
   * list is narrow.
   */
  cells?: readonly RecordCell[]
  /** What can be done: a menu's button, or the one act there is. */
  acts?: ReactNode
  /** Opens below the line. */
  more?: ReactNode
  /** Names the button that opens it. */
  moreLabel?: string | undefined
}

/** One line of a {@link RecordList}. */
export const RecordItem = forwardRef<HTMLLIElement, RecordItemProps>(function RecordItem(
  { title, marks, detail, cells = [], acts, more, moreLabel, className, ...props },
  ref,
) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <li
      {...props}
      ref={ref}
      data-state={open ? 'open' : 'closed'}
      className={classes('rk-record', className)}
    >
      <div className="rk-record-main">
        {more ? (
          <IconButton
            icon="chevron-right"
            size="small"
            label={moreLabel ?? ''}
            tooltip={null}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            className="rk-record-opener"
            onClick={() => setOpen(!open)}
          />
        ) : null}
        <div className="rk-record-words">
          <div className="rk-record-line">
            <span className="rk-record-title">{title}</span>
            {marks}
          </div>
          {detail ? <div className="rk-record-detail">{detail}</div> : null}
        </div>
      </div>
      {cells.map(({ name, value, selfEvident }) => (
        <div key={name} className="rk-record-cell">
          <span className="rk-record-cell-name" data-spoken={selfEvident ? '' : undefined}>
            {name}
          </span>
          {value}
        </div>
      ))}
      <div className="rk-record-acts">{acts}</div>
      {more && open ? (
        <div id={id} className="rk-record-more">
          {more}
        </div>
      ) : null}
    </li>
  )
})
