import * as RadixDialog from '@radix-ui/react-dialog'
import {
  createContext,
  forwardRef,
  useContext,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import { classes } from './classes.js'
import { IconButton } from './icon-button.js'
import { PopupContainerProvider, usePortalRoot } from './theme-root.js'

type ContentProps = Omit<ComponentPropsWithoutRef<typeof RadixDialog.Content>, 'title'>

export interface DialogProps extends ContentProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A question with the person's name: "Lock Ada Lovelace?" */
  title: ReactNode
  /** One sentence of consequences, with real numbers. */
  description?: ReactNode
  /** 400, 440 or 640 px. Default: `medium`. */
  size?: 'small' | 'medium' | 'wide'
  /** Under 640 px it fills the screen. */
  fullScreenWhenNarrow?: boolean
  /** Something is under way: the dialog cannot be left. */
  busy?: boolean
  /** Something typed would be lost: leaving asks first. */
  unsaved?: boolean
  /** What it asks then. Default: whether to discard what was entered. */
  leaving?: LeavingWords | undefined
  /**
   * Called before it closes by Escape, the cross, a press outside or `DialogClose`. `false` keeps
   * it open.
   */
  onBeforeClose?: () => boolean
}

/** The question before something is lost: what would be, and the two answers. */
export interface LeavingWords {
  readonly title: string
  readonly text: string
  readonly keep: string
  readonly leave: string
}

const CloseContext = createContext<() => void>(() => undefined)

/** Closes the dialog around it, after asking where asking is due. */
export const useCloseDialog = () => useContext(CloseContext)

/**
 * A modal dialog: title, a sentence, then `DialogBody` and `DialogFooter`, or a `DialogForm` around
 * both. Focus is kept inside and goes back where it came from. Leaving with unsaved input asks
 * first.
 */
export const Dialog = forwardRef<HTMLDivElement, DialogProps>(function Dialog(
  { open, onOpenChange, busy = false, unsaved = false, leaving, onBeforeClose, ...content },
  ref,
) {
  const { container, attributes } = usePortalRoot()
  const [asking, setAsking] = useState(false)
  if (asking && !open) setAsking(false)

  const close = () => {
    if (busy || onBeforeClose?.() === false) return
    if (unsaved) setAsking(true)
    else onOpenChange(false)
  }

  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => (next ? onOpenChange(true) : close())}>
      <RadixDialog.Portal container={container}>
        <div {...attributes}>
          <CloseContext.Provider value={close}>
            <DialogContent {...content} busy={busy} ref={ref} />
          </CloseContext.Provider>
          {asking ? (
            <LeavingQuestion
              words={leaving}
              onKeep={() => setAsking(false)}
              onLeave={() => onOpenChange(false)}
            />
          ) : null}
        </div>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
})

type DialogContentProps = Omit<
  DialogProps,
  'open' | 'onOpenChange' | 'unsaved' | 'leaving' | 'onBeforeClose'
>

const DialogContent = forwardRef<HTMLDivElement, DialogContentProps>(function DialogContent(
  {
    title,
    description,
    size = 'medium',
    fullScreenWhenNarrow = false,
    busy = false,
    className,
    children,
    ...props
  },
  ref,
) {
  const { ui } = useMessages()
  const close = useCloseDialog()
  const [popups, setPopups] = useState<HTMLElement | null>(null)
  // Dialogs here are opened by state, not by a Radix trigger. Where the focus was is noted on the
  // first render, before a field with `autoFocus` has taken it.
  const [opener] = useState(() => document.activeElement)

  return (
    <RadixDialog.Overlay className="rk-overlay">
      <RadixDialog.Content
        {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        aria-busy={busy || undefined}
        {...props}
        ref={ref}
        data-size={size}
        data-narrow={fullScreenWhenNarrow ? 'full' : undefined}
        className={classes('rk-dialog', className)}
        onOpenAutoFocus={(event) => {
          props.onOpenAutoFocus?.(event)
          const start =
            event.currentTarget instanceof HTMLElement ? startOf(event.currentTarget) : null
          if (event.defaultPrevented || !start) return
          event.preventDefault()
          start.focus()
        }}
        onPointerDownOutside={(event) => {
          props.onPointerDownOutside?.(event)
          if (isFloating(event.target)) event.preventDefault()
        }}
        onCloseAutoFocus={(event) => {
          props.onCloseAutoFocus?.(event)
          if (event.defaultPrevented || !(opener instanceof HTMLElement) || !opener.isConnected)
            return
          event.preventDefault()
          opener.focus()
        }}
      >
        <PopupContainerProvider value={popups}>
          <div className="rk-dialog-head">
            <RadixDialog.Title className="rk-dialog-title">{title}</RadixDialog.Title>
            <IconButton
              icon="close"
              size="small"
              label={ui.close}
              tooltip={null}
              data-close=""
              onClick={close}
            />
            {description === undefined ? null : (
              <RadixDialog.Description className="rk-dialog-description">
                {description}
              </RadixDialog.Description>
            )}
          </div>
          {children}
        </PopupContainerProvider>
      </RadixDialog.Content>
      {/* What floats above the dialog is mounted here: inside what may scroll, outside what would clip it. What lies beside a modal dialog is hidden
          from screen readers, but for live regions: silent as it is, this one keeps its suggestions readable. */}
      <div ref={setPopups} aria-live="off" className="rk-popups" />
    </RadixDialog.Overlay>
  )
})

function LeavingQuestion({
  words,
  onKeep,
  onLeave,
}: {
  words: LeavingWords | undefined
  onKeep: () => void
  onLeave: () => void
}) {
  const { dialog } = useMessages().ui
  const { title, text, keep, leave } = words ?? {
    title: dialog.discardTitle,
    text: dialog.discardText,
    keep: dialog.keepEditing,
    leave: dialog.discard,
  }
  return (
    <Dialog
      open
      role="alertdialog"
      size="small"
      onOpenChange={onKeep}
      title={title}
      description={text}
    >
      <DialogFooter>
        <Button onClick={onKeep}>{keep}</Button>
        <Button variant="danger" onClick={onLeave}>
          {leave}
        </Button>
      </DialogFooter>
    </Dialog>
  )
}

/** What is between the title and the buttons; scrolls when there is too much of it. */
export const DialogBody = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function DialogBody({ className, ...props }, ref) {
    return <div {...props} ref={ref} className={classes('rk-dialog-body', className)} />
  },
)

/** The buttons at the end: cancel, then the verb itself. */
export const DialogFooter = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function DialogFooter({ className, ...props }, ref) {
    return <div {...props} ref={ref} className={classes('rk-dialog-foot', className)} />
  },
)

/**
 * A form around body and footer, so that Enter submits. The browser's own validation bubbles are
 * off.
 */
export const DialogForm = forwardRef<HTMLFormElement, ComponentPropsWithoutRef<'form'>>(
  function DialogForm({ className, ...props }, ref) {
    return <form noValidate {...props} ref={ref} className={classes('rk-dialog-form', className)} />
  },
)

/** The button that leaves the dialog around it: "Cancel" unless it says something else. */
export const DialogClose = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<typeof Button>>(
  function DialogClose({ children, onClick, ...props }, ref) {
    const close = useCloseDialog()
    const { ui } = useMessages()
    return (
      <Button
        {...props}
        ref={ref}
        onClick={(event) => {
          onClick?.(event)
          if (!event.defaultPrevented) close()
        }}
      >
        {children ?? ui.cancel}
      </Button>
    )
  },
)

// The first field; else the first button at the end, which is the harmless one; the cross comes
// last.
function startOf(dialog: HTMLElement): HTMLElement | null {
  const chosen = dialog.querySelector<HTMLElement>('[autofocus], [data-autofocus]')
  if (chosen) return chosen
  const fields = dialog.querySelector<HTMLElement>(
    'input:not([disabled], [type="radio"]), input:checked:not([disabled]), select:not([disabled]), textarea:not([disabled])',
  )
  return fields ?? dialog.querySelector<HTMLElement>('.rk-dialog-foot button:not([disabled])')
}

// Tooltips and toasts lie outside the dialog's element and are no press outside it.
const isFloating = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.rk-tooltip, .rk-toasts') !== null
