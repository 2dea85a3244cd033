// The texts of the model's world with how they compare, by hand: usernames by PRECIS, names and
// searches by their plain letters.

export const userNames: Readonly<Record<string, string>> = {
  ada: 'ada',
  Ada: 'ada',
  Ａda: 'ada',
  bob: 'bob',
  BOB: 'bob',
  Łuk: 'łuk',
  łuk: 'łuk',
  'eve.x': 'eve.x',
  mia: 'mia',
}

export const givenNames: Readonly<Record<string, string>> = {
  Ada: 'ada',
  Łukasz: 'lukasz',
  Émile: 'emile',
  Zoe: 'zoe',
  zoe: 'zoe',
}

export const familyNames: Readonly<Record<string, string>> = {
  Nowak: 'nowak',
  Ångström: 'angstrom',
  'de Vries': 'de vries',
  Test: 'test',
}

export const resourceNames: Readonly<Record<string, string>> = {
  Sales: 'sales',
  SALES: 'sales',
  Sälés: 'sales',
  Ops: 'ops',
  Zebra: 'zebra',
}

/**
 * What people type as passwords: in normal form, how long by code points, and whether it is one
 * that nobody may have, however long.
 */
export const passwords: Readonly<
  Record<string, { readonly plain: string; readonly length: number; readonly barred?: true }>
> = {
  'seven quiet lanterns': { plain: 'seven quiet lanterns', length: 20 },
  'nine loud mountains': { plain: 'nine loud mountains', length: 19 },
  'Gr\u00fc\u00dfe vom Caf\u00e9!': { plain: 'Gr\u00fc\u00dfe vom Caf\u00e9!', length: 15 },
  'Gru\u0308\u00dfe vom Cafe\u0301!': { plain: 'Gr\u00fc\u00dfe vom Caf\u00e9!', length: 15 },
  'a key \u{1f511} of 14c': { plain: 'a key \u{1f511} of 14c', length: 14 },
  'eight ch': { plain: 'eight ch', length: 8 },
  'seven c': { plain: 'seven c', length: 7 },
  'Correct Horse Battery Staple': {
    plain: 'Correct Horse Battery Staple',
    length: 28,
    barred: true,
  },
  'harbourline-harbourline': { plain: 'harbourline-harbourline', length: 23, barred: true },
}

/** What is on the block list of the model's world. */
export const blockList = { has: (plain: string) => plain === 'correct horse battery staple' }

/** What people choose as secret codes, and whether it has the form that is asked for. */
export const secretCodes: Readonly<Record<string, boolean>> = {
  '482093': true,
  '730518': true,
  '111111': false,
  '12345': false,
}

/** What is searched for, folded. */
export const searches: Readonly<Record<string, string>> = {
  ada: 'ada',
  ŁU: 'lu',
  test: 'test',
  nowak: 'nowak',
  'example.com': 'example.com',
  nobody: 'nobody',
}

/** A username folded; the people a world begins with have plain ones. */
export const foldUserName = (text: string) => userNames[text] ?? text

/** The letters of a text as searches and sorts read them. */
export const foldText = (text: string) =>
  givenNames[text] ??
  familyNames[text] ??
  (text === 'Łuk' || text === 'łuk' ? 'luk' : (userNames[text] ?? text).toLowerCase())
