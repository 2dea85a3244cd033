import { useCallback, useState } from 'react'
import type { MenuAnchor } from './menu.js'

/** Which row's menu is open, and where. One menu serves the whole table. */
export function useRowMenuAnchor<Row>() {
  const [menu, setMenu] = useState<{
    readonly row: Row
    readonly anchor: MenuAnchor
    readonly byKeyboard: boolean
  } | null>(null)
  const closeMenu = useCallback(() => setMenu(null), [])
  return { menu, setMenu, closeMenu }
}
