import { readdirSync, readFileSync } from 'node:fs'
import { en } from '@rosterkit/react'
import { ar } from '@rosterkit/react/messages/ar'
import { de } from '@rosterkit/react/messages/de'
import { es } from '@rosterkit/react/messages/es'
import { fr } from '@rosterkit/react/messages/fr'
import { ja } from '@rosterkit/react/messages/ja'
import { describe, expect, it } from 'vitest'
import { failures } from '../../packages/core/src/kernel/failure.ts'
import { redeem } from '../../packages/react/src/messages/en-redeem.ts'
import { transfer } from '../../packages/react/src/messages/en-transfer.ts'
import { userPage } from '../../packages/react/src/messages/en-user-page.ts'

type Leaf = string | ((...args: unknown[]) => string)

function leavesOf(tree: object, path = ''): Map<string, Leaf> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
      const here = path ? `${path}.${key}` : key
      return typeof value === 'object' && value !== null
        ? [...leavesOf(value, here)]
        : [[here, value as Leaf]]
    }),
  )
}

const english = leavesOf({ ui: en.ui, users: en.users, userPage, redeem, transfer })

/**
 * Words that are spelt alike in English and another language, names of things, and the plain forms
 * of numbers.
 */
const alike = new Set([
  'AAGUID',
  'Status',
  'Support',
  'Administrator',
  'Organisation',
  'Name',
  'Token',
  'Browser',
  'Link',
  'Code',
  'Access',
  'Actions',
  'Notifications',
  'Pages',
  'Cause',
  'Organization',
  'Sessions',
  'Invitation',
  'Type',
  'Application',
  'Applications',
  'Persona',
  'Personas',
  'Action',
  'No',
  'Roles',
  'Details',
  'optional',
  'Active',
  'Activation',
])

const numbers = [0, 1, 2, 3, 11, 100]

describe.each(Object.entries({ de, fr, es, ja, ar }))('%s', (name, language) => {
  const wholeOf = async () =>
    leavesOf({
      ...language.words,
      failures: {},
      sentences: {},
      userPage: await language.userPage(),
      redeem: await language.redeem(),
      transfer: await language.transfer(),
    })

  it('says everything that English says, and nothing else', async () => {
    expect([...(await wholeOf()).keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('is told as much as English is', async () => {
    const theirs = await wholeOf()
    const shapeOf = (leaf: Leaf | undefined) =>
      typeof leaf === 'function' ? `told ${leaf.length}` : typeof leaf
    const shapes = (words: Map<string, Leaf>) =>
      Object.fromEntries([...english.keys()].map((path) => [path, shapeOf(words.get(path))]))
    expect(shapes(theirs)).toEqual(shapes(english))
  })

  it('leaves nothing in English', async () => {
    const theirs = await wholeOf()
    // What has no letters, such as the comma between names, may well be the same.
    const left = [...english].flatMap(([path, leaf]) =>
      typeof leaf === 'string' &&
      /\p{L}/u.test(leaf) &&
      theirs.get(path) === leaf &&
      !alike.has(leaf)
        ? [`${path}: ${leaf}`]
        : [],
    )
    expect(left).toEqual([])
  })

  it('has a sentence for every number', async () => {
    const sayings = [...(await wholeOf())].flatMap(([path, leaf]) =>
      typeof leaf === 'function'
        ? numbers.map((count) => `${path} of ${count}: ${said(leaf, count)}`)
        : [],
    )
    expect(sayings.filter((saying) => /#|undefined|NaN|\[object/.test(saying))).toEqual([])
  })

  it('counts as its grammar does', () => {
    const found = numbers.map((count) => language.words!.ui.combobox.found(count))
    expect(found[5]).toContain('100')
    const forms = new Set(found.map((text) => text.replaceAll(/\d+/g, '#')))
    expect(forms.size).toBe({ de: 2, fr: 2, es: 2, ja: 1, ar: 6 }[name])
  })

  it('has words for every refusal and every sentence of the server', () => {
    expect(Object.keys(language.words!.failures).toSorted()).toEqual(
      Object.keys(failures).toSorted(),
    )
    const known = new Set(Object.keys(language.words!.sentences))
    expect(sentencesOfTheServer().filter((sentence) => !known.has(sentence))).toEqual([])
  })
})

/** What is said of a number, or of words, where it is told words. */
function said(leaf: (...args: unknown[]) => string, count: number): string {
  const told = (value: unknown) => leaf(...Array.from({ length: leaf.length }, () => value))
  try {
    return told(count)
  } catch {
    return told(String(count))
  }
}

/** The sentences that stand in the sources of the rules, as the screens look them up. */
function sentencesOfTheServer(): string[] {
  const folder = new URL('../../packages/core/src/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/test|testing|contract\.ts$|mail\//.test(file),
  )
  const stated = files.flatMap((file) =>
    [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(
        /(?:error|message): (['`])((?:(?!\1).)+)\1/g,
      ),
    ].map(([, , text = '']) => text),
  )
  return [...new Set(stated.map((text) => text.replaceAll(/\$\{[^}]+\}|\d+/g, '#')))].filter(
    (text) => text.includes(' '),
  )
}
