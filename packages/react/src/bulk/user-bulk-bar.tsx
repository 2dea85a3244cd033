import type { InputOf, listUsers } from '@rosterkit/core/browser'
import { actGroups } from '../acts/act.js'
import { acts, batchActs, batchOf, type BatchAct } from '../acts/acts.js'
import { useDecisionWords } from '../messages/decision-words.js'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { BulkBar } from '../ui/bulk-bar.js'
import { Button } from '../ui/button.js'
import { IconButton } from '../ui/icon-button.js'
import { LinkButton } from '../ui/link-button.js'
import { Menu, type MenuEntry } from '../ui/menu.js'
import { refusalForAll, type ChosenUsers } from './chosen-users.js'
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
  onAct: (act: BatchAct) => void
  /** Exports those chosen, where that is offered. */
  onExport?: (() => void) | undefined
}

const buttons = batchActs.filter((act) => batchOf(act).button)
const menuGroups = actGroups.map((group) =>
  batchActs.filter((act) => acts[act].group === group && !batchOf(act).button),
)

/**
 * The bar over a selection of users: how many, all that match, and what can be done to them at once
 * (features row 31).
 */
export function UserBulkBar(props: UserBulkBarProps) {
  const { chosen, list, filtered, total, onChosenChange, onClear, onAct } = props
  const { bulk: words, acts: actWords } = useUserPageMessages()
  const inWords = useDecisionWords()
  const { ui } = useMessages()
  const entries = useMenuEntries(props)
  const all = useAllMatching(list, (found) => onChosenChange(new Map([...chosen, ...found])))
  const count = total
    ? total.atLeast
      ? ui.pagination.atLeast(total.count)
      : ui.pagination.total(total.count)
    : ''
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
        {buttons.map((act) => (
          <Button
            key={act}
            icon={acts[act].icon}
            disabledReason={inWords(refusalForAll(act, chosen))}
            onClick={() => onAct(act)}
          >
            {actWords[act].menu}
          </Button>
        ))}
        <Menu label={words.more} entries={entries}>
          <IconButton icon="more" variant="secondary" label={words.more} />
        </Menu>
      </BulkBar>
      {all.error ? <RefusalCallout error={all.error} onRetry={() => void all.start()} /> : null}
    </>
  )
}

/** The menu of the acts that have no button of their own, and the export. */
function useMenuEntries({ chosen, onAct, onExport }: UserBulkBarProps): MenuEntry[] {
  const { acts: actWords } = useUserPageMessages()
  const { users } = useMessages()
  const inWords = useDecisionWords()
  const entry = (act: BatchAct): MenuEntry => ({
    id: act,
    label: actWords[act].menu,
    icon: acts[act].icon,
    ...(acts[act].group === 'destroy' ? { tone: 'danger' as const } : {}),
    disabledReason: inWords(refusalForAll(act, chosen)),
    onSelect: () => onAct(act),
  })
  const groups = menuGroups.map((group) => group.map(entry))
  if (onExport)
    groups.push([
      { id: 'export', label: users.table.export, icon: 'arrow-down', onSelect: onExport },
    ])
  return groups.flatMap((group, index) => (index === 0 ? group : ['separator', ...group]))
}
