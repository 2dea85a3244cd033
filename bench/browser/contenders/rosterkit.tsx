import '../../../packages/react/dist/styles.css'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { createRoster } from '@rosterkit/core'
import { EndlessUserTable, RosterProvider } from '@rosterkit/react'
import { createRoot } from 'react-dom/client'
import { population, seed } from '../../people.ts'
import type { Contender } from '../contender.ts'

/**
 * Our table, endless, over the client in process: every row is decided, explained and stripped as
 * over HTTP.
 */
export const contender: Contender = {
  async prepare(size) {
    const people = population(size)
    const storage = memoryStorage()
    await seed(storage, people)
    const roster = createRoster({ storage })
    const client = roster.as({ userId: people.administrators.platform.id })
    return (root) => {
      createRoot(root).render(
        <RosterProvider client={client}>
          <EndlessUserTable />
        </RosterProvider>,
      )
      return {
        sorter: () =>
          [...root.querySelectorAll<HTMLElement>('th button')].find((button) =>
            button.textContent.includes('Username'),
          )!,
        filter: () => root.querySelector<HTMLInputElement>('input[type="search"]')!,
        scroller: () =>
          root.querySelector<HTMLElement>('.rk-table-frame') ??
          (document.scrollingElement as HTMLElement),
        shown: () =>
          [...root.querySelectorAll('.rk-table-body .rk-row')]
            .map((row) => row.children[3]?.textContent ?? '')
            .filter((text) => text !== ''),
      }
    }
  },
}
