import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { neverSignedIn } from './picking-condition.js'
import { catalogueTableNames, ownedTableNames } from './schema.js'

/**
 * How the schema came to be, by name and in order. What has been released is never edited; a change
 * is a new entry.
 */
export function migrationsFor(
  dialect: SqlDialect,
): Readonly<Record<string, (db: Kysely<never>) => Promise<void>>> {
  return {
    '0001_schema': (db) => firstSchema(db, dialect),
    '0002_lookups': lookups,
  }
}

/** What provisioning systems look people up by, and who is in a group. */
async function lookups({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createIndex('users_by_external_id')
    .on('users')
    .columns(['external_id', 'id'])
    .where(sql.ref('external_id'), 'is not', null)
    .execute()
  await schema
    .createIndex('group_memberships_by_group')
    .on('group_memberships')
    .columns(['key', 'user_id'])
    .execute()
}

/**
 * The columns that lists sort by; each has an index over everybody and one within an organization,
 * both ending in the id.
 */
const sortColumns = [
  'sort_given_name',
  'sort_family_name',
  'sort_user_name',
  'sort_primary_email',
  'last_signed_in_at',
  'created_at',
  'updated_at',
  'status',
  'role',
] as const

async function firstSchema(
  db: Kysely<never>,
  { text, integer, ordinal, ordinalIsKey, tableOptions, partitions, search }: SqlDialect,
): Promise<void> {
  const schema = db.schema
  const table = <T extends string>(
    name: T,
    columns: (builder: CreateTableBuilder<T>) => CreateTableBuilder<T, string>,
  ) => columns(schema.createTable(name)).modifyEnd(tableOptions).execute()
  /**
   * A table of what belongs to organizations, whose keys all begin with the organization, so that
   * it can be split by it.
   */
  const splitTable = async <T extends string>(
    name: T,
    by: string,
    columns: (builder: CreateTableBuilder<T>) => CreateTableBuilder<T, string>,
  ) => {
    if (partitions === 0) return table(name, columns)
    await columns(schema.createTable(name))
      .modifyEnd(sql`partition by hash (${sql.ref(by)})`)
      .execute()
    for (let part = 0; part < partitions; part++)
      await sql`create table ${sql.table(`${name}_${part}`)} partition of ${sql.table(name)} for values with (modulus ${sql.lit(partitions)}, remainder ${sql.lit(part)})`.execute(
        db,
      )
  }
  const index = (name: string, on: string, ...columns: string[]) =>
    schema.createIndex(name).on(on).columns(columns)
  /** The key of a table: its primary one, unless that is the ordinal. */
  const keyOf =
    <T extends string, C extends string>(name: string, columns: readonly string[]) =>
    (t: CreateTableBuilder<T, C>): CreateTableBuilder<T, C> =>
      ordinalIsKey
        ? t.addUniqueConstraint(name, columns as never)
        : t.addPrimaryKeyConstraint(name, columns as never)
  const ownKeyOf =
    (name: string) =>
    <T extends string, C extends string>(t: CreateTableBuilder<T, C>): CreateTableBuilder<T, C> =>
      ordinalIsKey
        ? t
        : t.addPrimaryKeyConstraint(`${name}_key`, [
            'user_organization_id',
            'user_id',
            'id',
          ] as never)
  /**
   * Unique by itself; only a table that is split cannot have it so said, because the index does not
   * begin with what splits it.
   */
  const uniqueIndex = (name: string, on: string, ...columns: string[]) =>
    partitions === 0 ? index(name, on, ...columns).unique() : index(name, on, ...columns)

  await table('organizations', (t) =>
    t
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('parent_id', text, (c) => c.references('organizations.id'))
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('depth', integer, (c) => c.notNull())
      .addColumn('sso_provider', text)
      .addColumn('sso_role_mapping', text, (c) => c.notNull())
      .addColumn('locks', text, (c) => c.notNull()),
  )
  await index('organizations_by_parent', 'organizations', 'parent_id').execute()
  await index('organizations_with_locks', 'organizations', 'id')
    .where(sql.ref('locks'), '<>', sql.lit('[]'))
    .execute()

  await table('organization_ancestors', (t) =>
    t
      .addColumn('organization_id', text, (c) => c.notNull().references('organizations.id'))
      .addColumn('ancestor_id', text, (c) => c.notNull().references('organizations.id'))
      .addColumn('distance', integer, (c) => c.notNull())
      .addPrimaryKeyConstraint('organization_ancestors_key', ['organization_id', 'ancestor_id']),
  )
  await index(
    'organization_ancestors_by_ancestor',
    'organization_ancestors',
    'ancestor_id',
    'organization_id',
  ).execute()

  await splitTable('users', 'organization_id', (t) =>
    (ordinalIsKey ? t.addColumn('ordinal', ordinal) : t)
      .addColumn('organization_id', text, (c) => c.notNull().references('organizations.id'))
      .addColumn('id', text, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('user_name', text, (c) => c.notNull())
      .addColumn('given_name', text, (c) => c.notNull())
      .addColumn('family_name', text, (c) => c.notNull())
      .addColumn('emails', text, (c) => c.notNull())
      .addColumn('verified_emails', text, (c) => c.notNull())
      .addColumn('phone_numbers', text, (c) => c.notNull())
      .addColumn('user_type', text)
      .addColumn('locale', text)
      .addColumn('external_id', text)
      .addColumn('attributes', text, (c) => c.notNull())
      .addColumn('owners', text, (c) => c.notNull())
      .addColumn('lifecycle', text, (c) => c.notNull())
      .addColumn('locks', text, (c) => c.notNull())
      .addColumn('password', text, (c) => c.notNull())
      .addColumn('mfa', text, (c) => c.notNull())
      .addColumn('failed_sign_ins', text, (c) => c.notNull())
      .addColumn('inactivity_lock_at', text)
      .addColumn('sign_in_route', text, (c) => c.notNull())
      .addColumn('valid_from_at', text)
      .addColumn('valid_until_at', text)
      .addColumn('last_signed_in_at', text)
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('updated_at', text, (c) => c.notNull())
      .addColumn('user_name_boundary', text, (c) => c.notNull())
      .addColumn('user_name_folded', text, (c) => c.notNull())
      .addColumn('search_text', text, (c) => c.notNull())
      .addColumn('sort_given_name', text)
      .addColumn('sort_family_name', text)
      .addColumn('sort_user_name', text)
      .addColumn('sort_primary_email', text)
      .addColumn('mfa_state', text, (c) => c.notNull())
      .addColumn('status', text, (c) => c.notNull())
      .addColumn('status_from_at', text)
      .addColumn('status_until_at', text)
      .addColumn('role', text)
      .addColumn('role_from_at', text)
      .addColumn('role_until_at', text)
      .addColumn('role_ends_at', text)
      .$call(keyOf('users_key', ['organization_id', 'id'])),
  )
  await uniqueIndex('users_by_id', 'users', 'id').execute()
  for (const column of sortColumns) {
    await index(`users_by_${column}`, 'users', column, 'id').execute()
    await index(
      `users_by_organization_${column}`,
      'users',
      'organization_id',
      column,
      'id',
    ).execute()
  }
  await index('users_by_mfa_state', 'users', 'mfa_state', 'organization_id').execute()
  // Small, because most people have signed in, and have an end of nothing.
  const rare = [
    ['never_signed_in', 'created_at', neverSignedIn],
    ['valid_until_at', 'valid_until_at', sql<boolean>`valid_until_at is not null`],
    ['role_ends_at', 'role_ends_at', sql<boolean>`role_ends_at is not null`],
  ] as const
  for (const [name, column, condition] of rare) {
    await index(`users_by_${name}`, 'users', column).where(condition).execute()
    await index(`users_by_organization_${name}`, 'users', 'organization_id', column)
      .where(condition)
      .execute()
  }
  if (!ordinalIsKey) {
    await splitTable('user_search' as string, 'organization_id', (t) =>
      t
        .addColumn('organization_id', text, (c) => c.notNull())
        .addColumn('user_id', text, (c) => c.notNull())
        .addColumn('search_text', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('user_search_key', ['organization_id', 'user_id'])
        .addForeignKeyConstraint(
          'user_search_of_user',
          ['organization_id', 'user_id'],
          'users',
          ['organization_id', 'id'],
          (c) => c.onUpdate('cascade').onDelete('cascade'),
        ),
    )
  }
  await search.create(db)
  for (const column of ['status_from_at', 'status_until_at', 'role_from_at', 'role_until_at']) {
    await index(`users_by_${column}`, 'users', column)
      .where(sql.ref(column), 'is not', null)
      .execute()
  }

  await table('user_name_reservations', (t) =>
    t
      .addColumn('boundary', text, (c) => c.notNull())
      .addColumn('folded', text, (c) => c.notNull())
      .addColumn('user_id', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('user_name_reservations_key', ['boundary', 'folded']),
  )

  await splitTable('role_assignments', 'user_organization_id', (t) =>
    t
      .addColumn('ordinal', ordinal)
      .addColumn('user_organization_id', text, (c) => c.notNull())
      .addColumn('user_id', text, (c) => c.notNull())
      .addColumn('id', text, (c) => c.notNull())
      .addColumn('role_id', text, (c) => c.notNull())
      .addColumn('organization_id', text, (c) => c.notNull().references('organizations.id'))
      .addColumn('valid_from_at', text)
      .addColumn('valid_until_at', text)
      .$call(ownKeyOf('role_assignments'))
      .addUniqueConstraint('role_assignments_once', [
        'user_organization_id',
        'user_id',
        'role_id',
        'organization_id',
      ])
      .addForeignKeyConstraint(
        'role_assignments_of_user',
        ['user_organization_id', 'user_id'],
        'users',
        ['organization_id', 'id'],
        (c) => c.onUpdate('cascade').onDelete('cascade'),
      ),
  )
  await index('role_assignments_by_user', 'role_assignments', 'user_id', 'role_id').execute()
  await index('role_assignments_by_role', 'role_assignments', 'role_id', 'user_id').execute()
  await index(
    'role_assignments_by_organization',
    'role_assignments',
    'organization_id',
    'role_id',
  ).execute()

  for (const name of ownedTableNames) {
    await splitTable(name, 'user_organization_id', (t) =>
      t
        .addColumn('ordinal', ordinal)
        .addColumn('user_organization_id', text, (c) => c.notNull())
        .addColumn('user_id', text, (c) => c.notNull())
        .addColumn('id', text, (c) => c.notNull())
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('record', text, (c) => c.notNull())
        .$call(ownKeyOf(name))
        .addUniqueConstraint(`${name}_once`, ['user_organization_id', 'user_id', 'key'])
        .addForeignKeyConstraint(
          `${name}_of_user`,
          ['user_organization_id', 'user_id'],
          'users',
          ['organization_id', 'id'],
          (c) => c.onUpdate('cascade').onDelete('cascade'),
        ),
    )
    await index(`${name}_by_user`, name, 'user_id', 'id').execute()
  }

  for (const name of catalogueTableNames) {
    await splitTable(name, 'organization_id', (t) =>
      t
        .addColumn('organization_id', text, (c) => c.notNull().references('organizations.id'))
        .addColumn('id', text, (c) => c.notNull())
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_folded', text, (c) => c.notNull())
        .addColumn('item', text, (c) => c.notNull())
        .addPrimaryKeyConstraint(`${name}_key`, ['organization_id', 'id'])
        .addUniqueConstraint(`${name}_once`, ['organization_id', 'name_folded']),
    )
    await uniqueIndex(`${name}_by_id`, name, 'id').execute()
    await index(`${name}_by_name`, name, 'name_folded', 'id').execute()
  }

  await splitTable('audit_events', 'organization_id', (t) =>
    t
      .addColumn('organization_id', text, (c) => c.notNull())
      .addColumn('sequence', integer, (c) => c.notNull())
      .addColumn('id', text, (c) => c.notNull())
      .addColumn('at', text, (c) => c.notNull())
      .addColumn('event', text, (c) => c.notNull())
      .addColumn('operation', text, (c) => c.notNull())
      .addColumn('outcome', text, (c) => c.notNull())
      .addColumn('failure', text)
      .addColumn('actor', text, (c) => c.notNull())
      .addColumn('subject_kind', text)
      .addColumn('subject_id', text)
      .addColumn('subject_label', text)
      .addColumn('reason', text)
      .addColumn('changes', text, (c) => c.notNull())
      .addColumn('origin', text, (c) => c.notNull())
      .addColumn('previous_hash', text, (c) => c.notNull())
      .addColumn('hash', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('audit_events_key', ['organization_id', 'sequence']),
  )
  await index(
    'audit_events_by_subject',
    'audit_events',
    'organization_id',
    'subject_id',
    'sequence',
  ).execute()

  await table('audit_chains', (t) =>
    t
      .addColumn('organization_id', text, (c) => c.primaryKey())
      .addColumn('sequence', integer, (c) => c.notNull())
      .addColumn('hash', text, (c) => c.notNull()),
  )

  await splitTable('outbox', 'organization_id', (t) =>
    t
      .addColumn('organization_id', text, (c) => c.notNull())
      .addColumn('id', text, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('user_id', text)
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('queued_at', text, (c) => c.notNull())
      .addColumn('due_at', text, (c) => c.notNull())
      .addColumn('record', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('outbox_key', ['organization_id', 'id']),
  )
  await index('outbox_by_id', 'outbox', 'id').execute()
  await index('outbox_by_user', 'outbox', 'user_id', 'id').execute()
  await index('outbox_due', 'outbox', 'due_at', 'id')
    .where(sql.ref('state'), '=', sql.lit('queued'))
    .execute()
  await index('outbox_failed', 'outbox', 'id')
    .where(sql.ref('state'), '=', sql.lit('failed'))
    .execute()

  await splitTable('kept_answers', 'organization_id', (t) =>
    t
      .addColumn('organization_id', text, (c) => c.notNull())
      .addColumn('caller_id', text, (c) => c.notNull())
      .addColumn('key', text, (c) => c.notNull())
      .addColumn('fingerprint', text, (c) => c.notNull())
      .addColumn('answer', text)
      .addColumn('subject_user_id', text)
      .addColumn('expires_at', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('kept_answers_key', ['organization_id', 'caller_id', 'key']),
  )
  await index(
    'kept_answers_by_expiry',
    'kept_answers',
    'organization_id',
    'caller_id',
    'expires_at',
  ).execute()
  await index('kept_answers_by_caller', 'kept_answers', 'caller_id').execute()
  await index('kept_answers_by_subject', 'kept_answers', 'subject_user_id').execute()

  await table('security_key_ids', (t) =>
    t
      .addColumn('credential_id', text, (c) => c.primaryKey())
      .addColumn('user_id', text, (c) => c.notNull()),
  )
  await index('security_key_ids_by_user', 'security_key_ids', 'user_id').execute()

  await table('installation_secrets', (t) =>
    t.addColumn('name', text, (c) => c.primaryKey()).addColumn('value', text, (c) => c.notNull()),
  )
}
