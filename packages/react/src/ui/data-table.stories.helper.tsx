import { useMemo, useState } from 'react'
import { Badge } from './badge.js'
import { Button } from './button.js'
import { ColumnsMenu, type ColumnChoice } from './columns-menu.js'
import { ConfirmDialog } from './confirm-dialog.js'
import { CellStack } from './data-table-row.js'
import type { DataTableColumn, DataTableProps, DataTableSort } from './data-table-types.js'
import { DataTable } from './data-table.js'
import { DateTime } from './date-time.js'
import { EmptyState } from './empty-state.js'
import { Explanation, Facts, PanelText, PanelTitle } from './explanation.js'
import { Facet } from './facet.js'
import { Field } from './field.js'
import type { MenuEntry } from './menu.js'
import { Pagination } from './pagination.js'
import { SearchInput } from './search-input.js'
import { Textarea } from './textarea.js'
import { useToast } from './toast.js'
import { BulkBar } from './bulk-bar.js'
import { LinkButton } from './link-button.js'
import { Toolbar, ToolbarEnd } from './toolbar.js'
import { Truncate } from './truncate.js'

export interface Person {
  id: string
  first: string
  last: string
  username: string
  email: string
  status: Status
  role: string
  organization: string
  lastSignedInAt: string | null
  addedAt: string
  modifiedAt: string
}

const firstNames = [
  'Ada',
  'Łukasz',
  'María José',
  'Ngọc Anh',
  'Søren',
  'Fatima',
  'Yuki',
  'Olumide',
  'Chloë',
  'Dmitri',
  'Aarav',
  'Ingrid',
  'Tomás',
  'Leila',
  'Wei',
  'Grace',
]
const lastNames = [
  'Lovelace',
  'Wójcik',
  'García Hernández',
  'Trần',
  'Kierkegaard',
  'Al-Fihri',
  '田中',
  'Adeyemi',
  'Dubois',
  'Sokolov',
  'Krishnamurthy',
  'Østergård',
  'Ó Murchú',
  'Hosseini',
  'Zhang',
  'Wolfeschlegelsteinhausen',
]
const statuses = [
  'ACTIVE',
  'ACTIVE',
  'ACTIVE',
  'LOCKED',
  'ACTIVE',
  'PROVISIONED',
  'ACTIVE',
  'AUTO_LOCKED',
  'ACTIVE',
  'STAGED',
  'ACTIVE',
  'AWAITING',
  'DEACTIVATED',
] as const
type Status = (typeof statuses)[number]
const roles = ['Viewer', 'Administrator', 'Viewer', 'Support', 'Viewer']
const organizations = [
  'Alster Clinics',
  'Elbe Logistics',
  'Nordwind Distribution',
  'Hafenblick Partner',
]

const plain = (text: string) =>
  text
    .replace('Ł', 'L')
    .replace('ø', 'o')
    .replace('Ø', 'O')
    .normalize('NFKD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase() || 'tanaka'
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

export const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => {
    const first = firstNames[index % firstNames.length]!
    const last = lastNames[(index * 5 + Math.floor(index / 16)) % lastNames.length]!
    const username = `${plain(first)}.${plain(last)}${index > 15 ? index : ''}`
    return {
      id: String(index + 1),
      first,
      last,
      username,
      email: `${username}@${index % 4 === 1 ? 'elbe-logistics.example' : 'alster.example'}`,
      status: statuses[index % statuses.length]!,
      role: roles[index % roles.length]!,
      organization: organizations[index % organizations.length]!,
      lastSignedInAt:
        statuses[index % statuses.length] === 'PROVISIONED' ||
        statuses[index % statuses.length] === 'STAGED'
          ? null
          : daysAgo((index * index) / 3 + 0.001),
      addedAt: daysAgo(40 + index * 9),
      modifiedAt: daysAgo(index * 1.7 + 0.2),
    }
  })

const looks = {
  ACTIVE: { tone: 'plain', word: 'Active' },
  LOCKED: { tone: 'danger', icon: 'lock', word: 'Locked' },
  AUTO_LOCKED: { tone: 'danger', icon: 'lock', word: 'Locked automatically' },
  STAGED: { tone: 'neutral', dot: 'ring', word: 'Staged' },
  PROVISIONED: { tone: 'accent', word: 'Provisioned' },
  AWAITING: { tone: 'warning', icon: 'key', word: 'Awaiting new password' },
  DEACTIVATED: { tone: 'neutral', icon: 'pause', word: 'Deactivated' },
} as const satisfies Record<Status, { tone: string; word: string; icon?: string; dot?: string }>

function StatusBadge({ person }: { person: Person }) {
  const { word, ...look } = looks[person.status]
  if (person.status === 'ACTIVE') {
    return (
      <Badge {...look} className="story-active">
        {word}
      </Badge>
    )
  }
  return (
    <Explanation
      {...look}
      description={`${word} by Grace Hopper, because the laptop was stolen.`}
      content={() => (
        <>
          <PanelTitle>{word}</PanelTitle>
          <Facts
            facts={[
              { name: 'By', value: 'Grace Hopper' },
              { name: 'Why', value: 'Laptop stolen on the train' },
              { name: 'Since', value: <DateTime value={person.modifiedAt} format="exact" /> },
            ]}
          />
          <PanelText>
            {person.first} cannot sign in until an administrator unlocks the account.
          </PanelText>
        </>
      )}
    >
      {word}
    </Explanation>
  )
}

export const personColumns: DataTableColumn<Person>[] = [
  {
    id: 'name',
    heading: 'Name',
    width: 200,
    sortable: true,
    rowHeader: true,
    narrow: 'title',
    cell: (person) => (
      <CellStack title={`${person.first} ${person.last}`} detail={person.username} />
    ),
  },
  {
    id: 'status',
    heading: 'Status',
    width: 176,
    sortable: true,
    narrow: 'state',
    cell: (person) => <StatusBadge person={person} />,
  },
  { id: 'role', heading: 'Role', width: 112, sortable: true, cell: (person) => person.role },
  {
    id: 'organization',
    heading: 'Organization',
    width: 152,
    cell: (person) => person.organization,
  },
  {
    id: 'email',
    heading: 'Primary email',
    width: 200,
    sortable: true,
    narrow: 'detail',
    cell: (person) => <Truncate text={person.email} at="middle" />,
  },
  {
    id: 'signed-in',
    heading: 'Last signed in',
    width: 124,
    sortable: true,
    cell: (person) => <DateTime value={person.lastSignedInAt} />,
  },
  {
    id: 'added',
    heading: 'Added',
    width: 112,
    sortable: true,
    cell: (person) => <DateTime value={person.addedAt} />,
  },
  {
    id: 'modified',
    heading: 'Modified',
    headingNote: 'CET',
    width: 132,
    sortable: true,
    cell: (person) => <DateTime value={person.modifiedAt} />,
  },
]

export const personMenu = (person: Person, onLock: () => void): MenuEntry[] => [
  { id: 'open', label: 'View details', icon: 'user', onSelect: () => undefined },
  { id: 'edit', label: 'Edit', icon: 'edit', onSelect: () => undefined },
  {
    id: 'resend',
    label: 'Resend new user email',
    icon: 'mail',
    disabledReason:
      person.status === 'PROVISIONED' ? undefined : `${person.first} has already signed in.`,
    onSelect: () => undefined,
  },
  { id: 'reset', label: 'Reset MFA', icon: 'shield', onSelect: () => undefined },
  {
    id: 'role',
    label: 'Change role',
    icon: 'users',
    disabledReason:
      person.organization === 'Elbe Logistics'
        ? 'Roles of Elbe Logistics are managed by Okta.'
        : undefined,
    onSelect: () => undefined,
  },
  'separator',
  { id: 'lock', label: 'Lock', icon: 'lock', tone: 'danger', onSelect: onLock },
  { id: 'delete', label: 'Delete', icon: 'trash', tone: 'danger', onSelect: () => undefined },
]

/** The table with what an owner keeps for it: the sort and the selection. */
export function PeopleTable(props: Partial<DataTableProps<Person>> & { selectable?: boolean }) {
  const { selectable = true, ...rest } = props
  const [sort, setSort] = useState<DataTableSort>({ column: 'name', direction: 'ascending' })
  const [selected, setSelected] = useState<Set<string>>(() => new Set())
  return (
    <DataTable
      label="Users"
      columns={personColumns}
      rows={undefined}
      rowId={(person) => person.id}
      rowLabel={(person) => `${person.first} ${person.last}`}
      sort={sort}
      onSortChange={setSort}
      rowMenu={(person) => personMenu(person, () => undefined)}
      {...(selectable ? { selected, onSelectedChange: setSelected } : {})}
      {...rest}
    />
  )
}

const rowId = (person: Person) => person.id
const rowLabel = (person: Person) => `${person.first} ${person.last}`

/** A whole Users screen of parts, without any data behind it. */
export function UsersPlayground({
  count = 50,
  initialSelected = [],
}: {
  count?: number
  initialSelected?: string[]
}) {
  const [all] = useState(() => people(count))
  const [query, setQuery] = useState('')
  const [status, setStatus] = useState<string[]>([])
  const [role, setRole] = useState<string[]>([])
  const [sort, setSort] = useState<DataTableSort>({ column: 'name', direction: 'ascending' })
  const [selected, setSelected] = useState<Set<string>>(() => new Set(initialSelected))
  const [choices, setChoices] = useState<ColumnChoice[]>(() =>
    personColumns.map(({ id, heading }) => ({
      id,
      label: heading,
      visible: true,
      fixed: id === 'name',
    })),
  )
  const [locking, setLocking] = useState<Person | null>(null)
  const { show } = useToast()

  const columns = useMemo(
    () =>
      choices
        .filter(({ visible }) => visible)
        .map(({ id }) => personColumns.find((column) => column.id === id)!),
    [choices],
  )
  const rows = useMemo(() => {
    const sought = query.toLowerCase()
    const found = all.filter(
      (person) =>
        `${person.first} ${person.last} ${person.username} ${person.email}`
          .toLowerCase()
          .includes(sought) &&
        (status.length === 0 || status.includes(person.status)) &&
        (role.length === 0 || role.includes(person.role)),
    )
    const key = (person: Person) =>
      ({
        name: person.last,
        status: person.status,
        role: person.role,
        email: person.email,
        'signed-in': person.lastSignedInAt ?? '',
        added: person.addedAt,
        modified: person.modifiedAt,
      })[sort.column] ?? ''
    return found.sort(
      (a, b) => key(a).localeCompare(key(b)) * (sort.direction === 'ascending' ? 1 : -1),
    )
  }, [all, query, role, sort, status])
  const filtered = query !== '' || status.length + role.length > 0
  const clear = () => {
    setQuery('')
    setStatus([])
    setRole([])
  }

  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
      {selected.size > 0 ? (
        <BulkBar
          selectedCount={selected.size}
          more={<LinkButton>Select all 1,204 that match</LinkButton>}
          onClear={() => setSelected(new Set())}
        >
          <Button icon="lock">Lock</Button>
          <Button icon="shield">Reset MFA</Button>
        </BulkBar>
      ) : (
        <Toolbar aria-label="Filters">
          <SearchInput label="Search users" value={query} onValueChange={setQuery} />
          <Facet
            label="Status"
            options={Object.entries(looks).map(([value, { word }]) => ({
              value,
              label: word,
              count: { value: all.filter((person) => person.status === value).length, exact: true },
            }))}
            chosen={status}
            onChosenChange={setStatus}
          />
          <Facet
            label="Role"
            options={['Administrator', 'Support', 'Viewer'].map((value) => ({
              value,
              label: value,
            }))}
            chosen={role}
            onChosenChange={setRole}
          />
          {filtered ? (
            <Button variant="ghost" onClick={clear}>
              Clear
            </Button>
          ) : null}
          <ToolbarEnd>
            <ColumnsMenu columns={choices} onColumnsChange={setChoices} />
            <Button variant="primary" icon="plus">
              Add user
            </Button>
          </ToolbarEnd>
        </Toolbar>
      )}
      <DataTable
        label="Users"
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowLabel={rowLabel}
        sort={sort}
        onSortChange={setSort}
        onRowOpen={(person) => show({ text: `${person.first} ${person.last} opens.` })}
        rowMenu={(person) => personMenu(person, () => setLocking(person))}
        selected={selected}
        onSelectedChange={setSelected}
        empty={
          <EmptyState
            icon="search"
            title={`No user matches “${query}”`}
            actions={<Button onClick={clear}>Clear filters</Button>}
          >
            {all.length} users are hidden by the filter.
          </EmptyState>
        }
      />
      <Pagination
        from={1}
        count={rows.length}
        total={{ count: filtered ? rows.length : 2_000 }}
        onNext={() => undefined}
        pageSize={50}
        pageSizes={[25, 50, 100]}
      />
      {locking ? (
        <ConfirmDialog
          open
          onOpenChange={() => setLocking(null)}
          danger
          title={`Lock ${locking.first} ${locking.last}?`}
          description="Ends 3 sessions and 1 open link. They cannot sign in until an administrator unlocks them."
          confirmLabel="Lock user"
          onConfirm={() => {
            setLocking(null)
            show({
              text: `${locking.first} ${locking.last} is locked. 3 sessions ended.`,
              onUndo: () => undefined,
            })
          }}
        >
          <Field
            label="Reason"
            required
            hint="Other administrators see it, and it is kept in the audit log."
          >
            <Textarea />
          </Field>
        </ConfirmDialog>
      ) : null}
    </div>
  )
}
