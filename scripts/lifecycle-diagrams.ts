// Prints each lifecycle table of the domain as a diagram and a table into docs/lifecycles.md.
// `--check` only says whether the page is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { authenticatorLifecycle } from '../packages/core/src/domain/authenticators/authenticator-lifecycle.ts'
import { userLifecycle } from '../packages/core/src/domain/users/user-lifecycle.ts'

const page = fileURLToPath(new URL('../docs/lifecycles.md', import.meta.url))

const lifecycles: {
  title: string
  source: string
  text: string
  table: Record<string, Record<string, string>>
}[] = [
  {
    title: 'User',
    source: 'packages/core/src/users/user-lifecycle.ts',
    text: 'One of several independent dimensions: locks, validity, password and organizations above are not states here. See `explain`.',
    table: userLifecycle,
  },
  {
    title: 'Authenticator',
    source: 'packages/core/src/authenticators/authenticator-lifecycle.ts',
    text: 'An administrator’s lock outranks the person’s own and only an administrator lifts it.',
    table: authenticatorLifecycle,
  },
]

/** The whole page. */
export function lifecyclePage(): string {
  const sections = lifecycles.map(({ title, source, text, table }) => {
    const arrows = Object.entries(table).flatMap(([from, events]) =>
      Object.entries(events).map(([event, to]) => ({ from, event, to })),
    )
    return [
      `## ${title}`,
      `Table: \`${source}\`. ${text}`,
      [
        '```mermaid',
        'stateDiagram-v2',
        ...arrows.map(({ from, event, to }) => `  ${from} --> ${to}: ${event}`),
        '```',
      ].join('\n'),
      [
        '| From | Event | To |',
        '|---|---|---|',
        ...arrows.map(({ from, event, to }) => `| ${from} | ${event} | ${to} |`),
      ].join('\n'),
    ].join('\n\n')
  })
  return `# Lifecycles\n\nPrinted from the tables by \`pnpm lifecycles\`; do not edit. What an arrow does not name is impossible. A test fails when this page and the tables differ.\n\n${sections.join('\n\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) writeFileSync(page, lifecyclePage())
  else if (readFileSync(page, 'utf8') !== lifecyclePage()) {
    console.error('docs/lifecycles.md is out of date: run `pnpm lifecycles`.')
    process.exit(1)
  }
}
