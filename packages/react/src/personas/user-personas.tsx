import {
  assignPersona,
  listPersonas,
  removePersona,
  updatePersona,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { QuerySection } from '../operations/query-section.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { Facts } from '../ui/explanation.js'
import { IconButton } from '../ui/icon-button.js'
import { Menu } from '../ui/menu.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { useValidityWords } from '../users/validity.js'
import { useWhyNot } from '../users/why-not.js'
import { AddPersonaWizard } from './add-persona-wizard.js'
import { EditPersonaDialog } from './edit-persona-dialog.js'
import type { ListedPersona } from './persona-fields.js'

/**
 * A person's personas with validity, scopes and entitlements (features row 13); add, change,
 * remove. As of another instant nothing is offered. Nothing where the host has no types.
 */
export function UserPersonas({ user, asOfAt }: { user: UserView; asOfAt?: string }) {
  const page = useUserPageMessages()
  const whyNot = useWhyNot()
  const words = page.personas
  const query = useOperationQuery(
    listPersonas,
    { userId: user.id, ...(asOfAt === undefined ? {} : { asOfAt }) },
    { keepPrevious: true },
  )
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<ListedPersona | null>(null)
  const [removing, setRemoving] = useState<ListedPersona | null>(null)
  if (!query.error && (query.data?.types.length ?? 0) === 0) return null
  const items = (query.data?.items ?? []).toSorted(
    (a, b) => Number(b.preferred) - Number(a.preferred),
  )
  return (
    <>
      <QuerySection
        title={words.title}
        count={items.length}
        acts={
          query.data && asOfAt === undefined ? (
            <Button
              size="small"
              icon="plus"
              disabledReason={whyNot(user, assignPersona)}
              onClick={() => setAdding(true)}
            >
              {words.add}
            </Button>
          ) : undefined
        }
        query={query}
        refusedTitle={words.refusedTitle}
        empty={items.length === 0}
        emptyIcon="users"
        emptyTitle={words.emptyTitle}
        emptyText={words.emptyText}
      >
        <RecordList aria-label={words.title} headings={[words.type, page.roles.columns.validity]}>
          {items.map((persona) => (
            <PersonaItem
              key={persona.id}
              user={user}
              persona={persona}
              preview={asOfAt !== undefined}
              onEdit={() => setEditing(persona)}
              onRemove={() => setRemoving(persona)}
            />
          ))}
        </RecordList>
      </QuerySection>
      {adding && query.data ? (
        <AddPersonaWizard
          user={user}
          types={query.data.types}
          held={items}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {editing ? (
        <EditPersonaDialog user={user} persona={editing} onClose={() => setEditing(null)} />
      ) : null}
      {removing ? (
        <CommandDialog
          operation={removePersona}
          title={words.removeTitle(removing.typeName, user.displayName)}
          text={words.removeText(removing.entitlements.length)}
          verb={words.removeVerb}
          danger
          toInput={(reason) => ({ userId: user.id, personaId: removing.id, ...reason })}
          doneText={() => words.removed(removing.typeName)}
          onClose={() => setRemoving(null)}
        />
      ) : null}
    </>
  )
}

function PersonaItem({
  user,
  persona,
  preview,
  onEdit,
  onRemove,
}: {
  user: UserView
  persona: ListedPersona
  preview: boolean
  onEdit: () => void
  onRemove: () => void
}) {
  const page = useUserPageMessages()
  const words = page.personas
  const { ui } = useMessages()
  const whyNot = useWhyNot()
  const validity = useValidityWords()
  const { scopes, entitlements } = persona
  const summary = [
    scopes.join(ui.comma),
    entitlements.length > 0 ? words.entitlementCount(entitlements.length) : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <RecordItem
      title={persona.typeName}
      marks={<PersonaMarks persona={persona} />}
      detail={summary || undefined}
      cells={[
        {
          name: page.roles.columns.validity,
          value: validity(persona) ?? <span className="rk-muted">{page.roles.always}</span>,
        },
      ]}
      acts={
        preview ? undefined : (
          <Menu
            label={ui.table.rowActions(persona.typeName)}
            entries={[
              {
                id: 'edit',
                label: words.edit,
                icon: 'edit',
                disabledReason: whyNot(user, updatePersona),
                onSelect: onEdit,
              },
              'separator',
              {
                id: 'remove',
                label: words.remove,
                icon: 'trash',
                tone: 'danger',
                disabledReason: whyNot(user, removePersona),
                onSelect: onRemove,
              },
            ]}
          >
            <IconButton icon="more" label={ui.table.rowActions(persona.typeName)} tooltip={null} />
          </Menu>
        )
      }
      moreLabel={page.details(persona.typeName)}
      more={
        scopes.length + entitlements.length > 0 ? <PersonaFacts persona={persona} /> : undefined
      }
    />
  )
}

function PersonaMarks({ persona }: { persona: ListedPersona }) {
  const { personas: words } = useUserPageMessages()
  return (
    <>
      {persona.preferred ? (
        <Badge tone="accent" icon="check">
          {words.preferred}
        </Badge>
      ) : null}
      {persona.inForce ? null : <Badge icon="clock">{words.notInForce}</Badge>}
    </>
  )
}

function PersonaFacts({ persona }: { persona: ListedPersona }) {
  const { personas: words } = useUserPageMessages()
  const { ui } = useMessages()
  const validity = useValidityWords()
  return (
    <Facts
      facts={[
        { name: words.scopes, value: persona.scopes.join(ui.comma) },
        ...Object.entries(words.kinds).map(([kind, name]) => ({
          name,
          value: persona.entitlements
            .filter((entitlement) => entitlement.kind === kind)
            .map((entitlement) =>
              [
                entitlement.value,
                validity(entitlement),
                entitlement.inForce ? '' : words.notInForce,
              ]
                .filter(Boolean)
                .join(' · '),
            )
            .join('\n'),
        })),
      ]}
    />
  )
}
