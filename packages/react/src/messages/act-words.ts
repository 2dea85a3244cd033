import type { ActName } from '../acts/act.js'

/**
 * The words of every act, and of opening a user: at least what its menu item says. An act without
 * words does not compile.
 */
export type ActsWords = Readonly<
  Record<ActName | 'view', { readonly menu: string; readonly [more: string]: unknown }>
>
