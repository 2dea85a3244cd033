/**
 * A ref that gives its element the focus when it appears, in place of what had it and is gone. Only
 * for parts that hand their ref straight on: composed anew, it would take the focus again and
 * again.
 */
export const focusOnce = (element: HTMLElement | null): void => element?.focus()
