import type { InputOf, listUsers } from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import { useDecisionWords } from '../messages/decision-words.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { BulkBar } from '../ui/bulk-bar.js'
import { Button } from '../ui/button.js'
import { IconButton } from '../ui/icon-button.js'
import { LinkButton } from '../ui/link-button.js'
import { Menu, type MenuEntry } from '../ui/menu.js'
import { bulkActs, refusalForAll, type BulkAct, type ChosenUsers } from './bulk-acts.js'
import { useAllMatching } from './use-all-matching.js'

/** What {@link UserBulkBar} takes. */
export interface UserBulkBarProps {
  chosen: ChosenUsers
  /** The list from which was chosen, and how many it has. */
  list: InputOf<typeof listUsers>
  filtered: boolean
  total: { readonly count: number; readonly atLeast: boolean } | undefined
  onChosenChange: (chosen: ChosenUsers) => void
  onClear: () => void
  onAct: (act: BulkAct) => void
  /** Exports those chosen, where that is offered. */
  onExport?: (() => void) | undefined
}

/** The acts that stand beside the menu of all others: those of every day. */
const direct = ['lock', 'unlock', 'deactivate'] as const satisfies readonly BulkAct[]
const groups = [
  ['resend', 'reactivate', 'restore'],
  ['giveRole'],
  ['requireMfa', 'resetAuthenticators', 'endSessions'],
  ['delete'],
] as const satisfies readonly (readonly BulkAct[])[]

/**
 * The bar over a selection of people: how many, all that match, and what can be done to them at
 * once (features row 31).
 */
export function UserBulkBar({
  chosen,
  list,
  filtered,
  total,
  onChosenChange,
  onClear,
  onAct,
  onExport,
}: UserBulkBarProps) {
  const { bulk: words } = useUserPageMessages()
  const inWords = useDecisionWords()
  const { users, ui } = useMessages()
  const all = useAllMatching(list, (found) => onChosenChange(new Map([...chosen, ...found])))
  const count = total
    ? total.atLeast
      ? ui.pagination.atLeast(total.count)
      : ui.pagination.total(total.count)
    : ''
  const entry = (act: BulkAct): MenuEntry => ({
    id: act,
    label: users.menu[act],
    icon: bulkActs[act].icon,
    ...(act === 'delete' ? { tone: 'danger' as const } : {}),
    disabledReason: inWords(refusalForAll(act, chosen)),
    onSelect: () => onAct(act),
  })
  return (
    <>
      <BulkBar
        selectedCount={chosen.size}
        onClear={onClear}
        more={
          all.found !== null ? (
            <>
              <span role="status" className="rk-muted">
                {words.selecting(all.found, count)}
              </span>
              <LinkButton onClick={all.stop}>{words.stop}</LinkButton>
            </>
          ) : total && total.count > chosen.size ? (
            <LinkButton onClick={() => void all.start()}>
              {filtered ? words.selectMatching(count) : words.selectAll(count)}
            </LinkButton>
          ) : null
        }
      >
        {direct.map((act) => (
          <Button
            key={act}
            icon={bulkActs[act].icon}
            disabledReason={inWords(refusalForAll(act, chosen))}
            onClick={() => onAct(act)}
          >
            {users.menu[act]}
          </Button>
        ))}
        <Menu
          label={words.more}
          entries={[
            ...groups.flatMap((acts, index) => [
              ...(index > 0 ? ['separator' as const] : []),
              ...acts.map(entry),
            ]),
            ...(onExport
              ? [
                  'separator' as const,
                  {
                    id: 'export',
                    label: users.table.export,
                    icon: 'arrow-down' as const,
                    onSelect: onExport,
                  },
                ]
              : []),
          ]}
        >
          <IconButton icon="more" variant="secondary" label={words.more} />
        </Menu>
      </BulkBar>
      {all.error ? <RefusalCallout error={all.error} onRetry={() => void all.start()} /> : null}
    </>
  )
}
