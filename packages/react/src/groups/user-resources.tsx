import {
  assignApplication,
  assignGroup,
  isOperationError,
  listApplications,
  listGroups,
  unassignApplication,
  unassignGroup,
  type UserView,
} from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { QuerySection } from '../operations/query-section.js'
import { useOperation } from '../operations/use-operation.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Button } from '../ui/button.js'
import { Combobox } from '../ui/combobox.js'
import { Field } from '../ui/field.js'
import { RecordItem, RecordList } from '../ui/record-list.js'
import { useToast } from '../ui/toast.js'
import { useWhyNot } from '../users/why-not.js'
import { detailOf, useResourceSearch } from './resource-search.js'

/**
 * The groups that a person is in and the applications they may use (features row 24), chosen by
 * typing.
 */
export function UserResources({ user }: { user: UserView }) {
  return (
    <div className="rk-user-sections">
      <ResourceSection user={user} kind="groups" />
      <ResourceSection user={user} kind="applications" />
    </div>
  )
}

// The two kinds differ in their words and operations only.
const kinds = {
  groups: {
    list: listGroups,
    assign: assignGroup,
    unassign: unassignGroup,
    icon: 'users',
    idOf: (id: string) => ({ groupId: id }),
  },
  applications: {
    list: listApplications,
    assign: assignApplication,
    unassign: unassignApplication,
    icon: 'link',
    idOf: (id: string) => ({ applicationId: id }),
  },
} as const

interface ResourceInput {
  userId: string
  groupId: string
  applicationId: string
}

function ResourceSection({ user, kind }: { user: UserView; kind: keyof typeof kinds }) {
  const { resources } = useUserPageMessages()
  const whyNot = useWhyNot()
  const words = resources[kind]
  const { list, assign, unassign, icon } = kinds[kind]
  const query = useOperationQuery(list, { userId: user.id })
  const { give, take } = useAssignment(user, kind)
  const items = query.data?.items ?? []
  const addRefusal = whyNot(user, assign)
  const load = useResourceSearch(
    kind,
    items,
    user.lineage.map(({ id }) => id),
  )

  return (
    <QuerySection
      title={words.title}
      count={items.length}
      query={query}
      refusedTitle={words.refusedTitle}
      empty={items.length === 0}
      emptyIcon={icon}
      emptyTitle={words.emptyTitle}
      emptyText={words.emptyText}
      before={
        <Field label={words.add} hint={addRefusal} className="rk-resource-choice">
          <Combobox
            value={null}
            placeholder={words.placeholder}
            disabled={addRefusal !== undefined || query.data === undefined}
            load={load}
            onValueChange={(option) => option && give({ id: option.value, name: option.label })}
          />
        </Field>
      }
    >
      <RecordList aria-label={words.title} headings={[words.title]} data-plain="">
        {items.map((resource) => (
          <RecordItem
            key={resource.id}
            title={resource.name}
            detail={detailOf(resource)}
            acts={
              <Button
                size="small"
                aria-label={resources.removeOne(resource.name)}
                disabledReason={whyNot(user, unassign)}
                onClick={() => take(resource)}
              >
                {resources.remove}
              </Button>
            }
          />
        ))}
      </RecordList>
    </QuerySection>
  )
}

/** Assigns a resource, or removes it; a toast says so and takes it back. */
function useAssignment(user: UserView, kind: keyof typeof kinds) {
  const words = useUserPageMessages().resources[kind]
  const toast = useToast()
  const { assign, unassign, idOf } = kinds[kind]
  const add = useOperation(assign)
  const remove = useOperation(unassign)
  type Resource = Readonly<{ id: string; name: string }>
  const run = async (
    command: typeof add | typeof remove,
    resource: Resource,
    text: string,
    onUndo?: () => void,
  ) => {
    try {
      await command.mutateAsync({ userId: user.id, ...idOf(resource.id) } as ResourceInput)
      toast.show({ text, ...(onUndo ? { onUndo } : {}) })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      toast.show({ tone: 'danger', text: thrown.message })
    }
  }
  const added = ({ name }: Resource) => words.added(user.displayName, name)
  const removed = ({ name }: Resource) => words.removed(user.displayName, name)
  return {
    give: (resource: Resource) =>
      void run(add, resource, added(resource), () => void run(remove, resource, removed(resource))),
    take: (resource: Resource) =>
      void run(remove, resource, removed(resource), () => void run(add, resource, added(resource))),
  }
}
