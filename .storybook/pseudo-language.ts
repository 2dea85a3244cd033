import { failures } from '../packages/core/src/kernel/failure.ts'
import { builtInRoles } from '../packages/core/src/domain/roles/role.ts'
import { en, type Language, type LanguageWords } from '@rosterkit/react'
import { de } from '@rosterkit/react/messages/de'
import { redeem } from '../packages/react/src/messages/en-redeem.ts'
import { transfer } from '../packages/react/src/messages/en-transfer.ts'
import { userPage } from '../packages/react/src/messages/en-user-page.ts'

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  d: 'ď',
  e: 'é',
  i: 'í',
  l: 'ł',
  n: 'ñ',
  o: 'ö',
  r: 'ř',
  s: 'š',
  t: 'ť',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  C: 'Ç',
  D: 'Ď',
  E: 'É',
  I: 'Í',
  L: 'Ł',
  N: 'Ñ',
  O: 'Ö',
  R: 'Ř',
  S: 'Š',
  T: 'Ť',
  U: 'Ü',
  Y: 'Ý',
  Z: 'Ž',
}

/** English that nobody would mistake for English: accented, a third longer, between brackets. */
const disguise = (text: string) =>
  text === ''
    ? ''
    : `⟦${text.replaceAll(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)}${'·'.repeat(Math.ceil(text.length * 0.35))}⟧`

type Say = (...args: unknown[]) => string

/** The same of a sentence with something in it: what was put in stays as it was. */
const disguised = (say: Say): Say => {
  const pseudo = (...args: unknown[]) => {
    const kept: string[] = []
    // What is handed in as text is data, or has its own disguise already.
    const held = args.map((arg) =>
      typeof arg === 'string' && arg !== ''
        ? `\uE000${String.fromCodePoint(0xe100 + kept.push(arg) - 1)}\uE001`
        : arg,
    )
    return disguise(say(...held)).replaceAll(
      /\uE000(.)\uE001/gu,
      (_, mark: string) => kept[mark.codePointAt(0)! - 0xe100]!,
    )
  }
  return Object.defineProperty(pseudo, 'length', { value: say.length })
}

function inDisguise<Tree>(tree: Tree): Tree {
  if (typeof tree === 'string') return disguise(tree) as Tree
  if (typeof tree === 'function') return disguised(tree as unknown as Say) as Tree
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, inDisguise(value as unknown)]),
  ) as Tree
}

const sentences = Object.fromEntries(
  Object.keys(de.words?.sentences ?? {}).map((english) => [english, disguise(english)]),
) as LanguageWords['sentences']

const refusals = Object.fromEntries(
  Object.entries(failures).map(([code, { title, sentence }]) => [
    code,
    {
      title: disguise(title),
      text: (details: object) => disguise((sentence as (of: object) => string)(details)),
    },
  ]),
) as unknown as LanguageWords['failures']

/** The language of the test that no word stands outside the messages; in the toolbar too. */
export const pseudo: Language = {
  locale: 'en',
  direction: 'ltr',
  words: { ui: inDisguise(en.ui), users: inDisguise(en.users), failures: refusals, sentences },
  userPage: () => Promise.resolve(inDisguise(userPage)),
  redeem: () => Promise.resolve(inDisguise(redeem)),
  transfer: () => Promise.resolve(inDisguise(transfer)),
}

const roleWords = new Set<string>(
  builtInRoles.flatMap(({ name, description }) => [name, description]),
)

/**
 * Whether a server says this in English and a screen in the language in force: the sentences and
 * the roles of the kit itself.
 */
export const hasMessage = (text: string) =>
  roleWords.has(text) || text.replaceAll(/\d+/g, '#') in sentences
