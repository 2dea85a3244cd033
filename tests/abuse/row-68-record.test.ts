import { expect, it } from 'vitest'
import type { Person } from '../oracle/oracle-world.ts'
import type { Portal } from './portal.ts'
import { commands, everyEvent, stageFor } from './staged-command.ts'

// What each command leaves behind when it is carried out stands in row-68-record.txt: its line in
// the record, which sessions the host is told to end, and who is mailed. Whoever changes that file
// decides whether it is still the whole truth.

it('row 68: what stands in the record of every command is what was done, from what to what, and why', async () => {
  const blocks: string[] = []
  for (const { name } of commands) blocks.push([name, ...(await left(name))].join('\n  '))
  await expect(`${blocks.join('\n\n')}\n`).toMatchFileSnapshot('row-68-record.txt')
}, 120_000)

/** What a command leaves behind. */
async function left(name: string): Promise<string[]> {
  const { portal, person, input, sending, revoked } = await stageFor(name)
  const names = namesOf(portal, person)
  const [before, mailsBefore] = await Promise.all([everyEvent(portal), mails(portal)])
  const answer = await portal.call(name, input, sending)
  const lines = answer.status < 300 ? [] : [`refused: ${answer.code}`]
  const known = new Set(before.map(({ id }) => id))
  for (const { id, event, outcome, failure, actor, subject, reason, changes } of await everyEvent(
    portal,
  )) {
    if (known.has(id)) continue
    lines.push(
      `${event}${outcome === 'refused' ? ` (refused: ${failure})` : ''} by ${actor.label} on ${subject ? `${subject.kind} ${subject.label}` : 'nobody'}${reason ? `, because “${reason}”` : ''}`,
    )
    lines.push(
      ...changes.map(
        ({ field, before: from, after }) =>
          `  ${field}: ${JSON.stringify(from)} → ${JSON.stringify(after)}`,
      ),
    )
  }
  lines.push(...revoked)
  const old = new Set(mailsBefore.map(({ id }) => id))
  lines.push(
    ...(await mails(portal))
      .filter(({ id }) => !old.has(id))
      .map(({ task }) =>
        task.kind === 'write'
          ? `a mail “${task.content.occasion}” to ${task.to.address}`
          : task.kind,
      ),
  )
  return names(lines)
}

const mails = (portal: Portal) =>
  portal.storage.read((tx) => tx.outbox.due('2100-01-01T00:00:00.000Z', 10_000))

/**
 * Writes names in the place of ids, so that a page of it can be read; ids without a name are
 * counted in the order in which they appear.
 */
function namesOf(
  portal: Portal,
  { user, belongings }: Person,
): (lines: readonly string[]) => string[] {
  const names = new Map<string, string>(
    [
      ...Object.entries(portal.places),
      ...Object.entries(portal.groups).map(([place, id]) => [`${place}-group`, id]),
      ...Object.entries(portal.applications).map(([place, id]) => [`${place}-application`, id]),
      ...Object.entries(belongings),
      ['ada', user.id],
    ].map(([name, id]) => [id!, `‹${name}›`]),
  )
  const named = (id: string) => names.get(id) ?? names.set(id, `‹${names.size}›`).get(id)!
  return (lines) =>
    lines.map((line) =>
      line.replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, named),
    )
}
