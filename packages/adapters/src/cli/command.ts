import { parseArgs } from 'node:util'
import { migrateDatabase, type MigrationOptions } from '../kysely/migrate-database.js'

const usage = `rosterkit migrate --url <database> [--dry-run] [--schema <name>] [--partitions <number>]
rosterkit status --url <database> [--schema <name>]

  --url         postgres://user:password@host:5432/database, or the path of a SQLite file
  --dry-run     says what would be changed, and changes nothing
  --schema      PostgreSQL: the schema that holds the tables (rosterkit)
  --partitions  PostgreSQL: split the tables by organization, when they are made`

/**
 * Runs one call of the command line and gives its exit code: 0 when done, 1 when the database
 * refuses, 2 when the call is not understood.
 */
export async function runCommand(
  args: readonly string[],
  say: (line: string) => void,
  complain: (line: string) => void,
): Promise<0 | 1 | 2> {
  const call = callOf(args)
  if (call === 'help') {
    say(usage)
    return 0
  }
  if (typeof call === 'string') {
    complain(`${call}\n\n${usage}`)
    return 2
  }
  try {
    const { before, made } = await migrateDatabase(call.options)
    if (call.command === 'status') {
      for (const name of before) say(`done     ${name}`)
      for (const name of made) say(`pending  ${name}`)
    } else {
      for (const name of made) say(`${call.options.dryRun ? 'would make' : 'made'}  ${name}`)
      if (made.length === 0) say('The database is up to date.')
    }
    return 0
  } catch (error) {
    // A fault of the storage is a sentence for whoever runs it; anything else is ours, and its
    // stack says where.
    complain(
      error instanceof Error
        ? error.name === 'StorageError'
          ? error.message
          : (error.stack ?? error.message)
        : String(error),
    )
    return 1
  }
}

function callOf(
  args: readonly string[],
):
  | 'help'
  | { readonly command: 'migrate' | 'status'; readonly options: MigrationOptions }
  | `Cannot ${string}` {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        schema: { type: 'string' },
        partitions: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return `Cannot read that: ${error instanceof Error ? error.message : String(error)}`
  }
  const { values, positionals } = parsed
  const [command, ...more] = positionals
  if (values.help || command === undefined) return 'help'
  if ((command !== 'migrate' && command !== 'status') || more.length > 0)
    return `Cannot do “${positionals.join(' ')}”.`
  if (!values.url) return 'Cannot tell which database: say --url.'
  const partitions = values.partitions === undefined ? undefined : Number(values.partitions)
  if (
    partitions !== undefined &&
    !(Number.isInteger(partitions) && partitions >= 0 && partitions <= 1024)
  )
    return 'Cannot split into that many: --partitions is a number from 0 to 1024.'
  return {
    command,
    options: {
      url: values.url,
      dryRun: command === 'status' || values['dry-run'],
      ...(values.schema === undefined ? {} : { schema: values.schema }),
      ...(partitions === undefined ? {} : { partitions }),
    },
  }
}
