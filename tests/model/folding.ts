// The texts of the model's world with how they compare, by hand: usernames by PRECIS, names and searches by their plain letters.

export const userNames: Readonly<Record<string, string>> = { ada: 'ada', Ada: 'ada', 'Ａda': 'ada', bob: 'bob', BOB: 'bob', 'Łuk': 'łuk', 'łuk': 'łuk', 'eve.x': 'eve.x', mia: 'mia' }

export const givenNames: Readonly<Record<string, string>> = { Ada: 'ada', 'Łukasz': 'lukasz', 'Émile': 'emile', Zoe: 'zoe', zoe: 'zoe' }

export const familyNames: Readonly<Record<string, string>> = { Nowak: 'nowak', 'Ångström': 'angstrom', 'de Vries': 'de vries', Test: 'test' }

export const resourceNames: Readonly<Record<string, string>> = { Sales: 'sales', SALES: 'sales', 'Sälés': 'sales', Ops: 'ops', Zebra: 'zebra' }

/** What is searched for, folded. */
export const searches: Readonly<Record<string, string>> = { ada: 'ada', 'ŁU': 'lu', test: 'test', 'nowak': 'nowak', 'example.com': 'example.com', nobody: 'nobody' }

/** A username folded; the people a world begins with have plain ones. */
export const foldUserName = (text: string) => userNames[text] ?? text

/** The letters of a text as searches and sorts read them. */
export const foldText = (text: string) => givenNames[text] ?? familyNames[text] ?? (text === 'Łuk' || text === 'łuk' ? 'luk' : (userNames[text] ?? text).toLowerCase())
