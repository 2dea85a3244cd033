// The numbered rows of what Rosterkit must withstand, in short, with the requirement behind each:
// ASVS 5.0 unless another standard is named. And what stands in the way of the rows that no test is
// about yet. Read by scripts/security-map.ts.

/** One row. */
export interface SecurityRow {
  readonly number: number
  readonly section: keyof typeof sections
  readonly requirement: string
  readonly tried: string
}

/** Where the rows come from. */
export const sections = {
  A: 'Authorisation and scope (ASVS V8, V15.3)',
  B: 'Sessions (ASVS V7)',
  C: 'Passwords, codes, recovery (ASVS V6; SP 800-63B-4)',
  D: 'Input, output, web (ASVS V1, V2, V3, V4, V16; RFC 9457)',
  E: 'Concurrency and atomicity (ASVS 2.3.3, 2.3.4, 15.4.2)',
  F: 'SCIM (RFC 7643, 7644)',
  G: 'WebAuthn Level 3, registration',
} as const

const written = `
A 1 | 8.2.1 | every operation without a session
A 2 | 8.2.1 | every operation by every tier, scope and rank
A 3 | 8.2.2, 8.4.1 | every id replaced by a neighbour’s
A 4 | 8.4.1 | list, search, count, sort, audit of a foreign scope
A 5 | 8.2.2 | one subject in the address, another in the body
A 6 | 15.3.3 | each field that is the server’s own
A 7 | 8.2.1 | giving more than one’s own rights, by every route
A 8 | 8.2.2 | acting on a peer and on a superior
A 9 | 2.3.2 | acting on oneself; the last administrator
A 10 | 8.3.2 | demoting an administrator who has a live session
A 11 | 8.3.2 | the edges of what is in force for a time
A 12 | 8.4.1 | moving somebody to another organization
A 13 | 15.3.1 | each answer compared with its list of fields
A 14 | 15.3.5 | ids of other types
A 15 | 15.3.6 | \`__proto__\`, \`constructor\`, \`prototype\`
A 16 | 15.3.7 | repeated parameters and names
A 17 | CVE class 55670 | an id used again
B 18 | 7.4.2 | everything that is open after loss of access
B 19 | 7.4.3 | other sessions after a change of password
B 20 | 7.4.5 | ending one person’s, or one organization’s sessions
B 21 | 7.2.3 | 100,000 ids of sessions
B 22 | 7.2.4 | a planted session id
B 23 | 7.5.1, 7.5.3 | sensitive changes without a fresh proof
B 24 | 7.4.1 | a session replayed after its end, and after a restart
B 25 | CVE class 55987 | signing in by another route when shut out
C 26 | SP 800-63B-4 §3.1.1.2 | the least lengths, by code point
C 27 | 6.2.9 | 64 characters to 1 MB
C 28 | 6.2.5 | one class of characters, spaces, any script
C 29 | 6.2.8 | a difference in the 73rd byte
C 30 | 6.2.4, 6.2.11 | the 3,000 commonest; names
C 31 | SP 800-63B-4 §3.1.1.2 | normal forms
C 32 | SP 800-63B-4 §3.1.1.2 | what is stored
C 33 | 6.2.10 | 400 days later
C 34 | 6.4.1 | a temporary password, twice, late, and kept
C 35 | 6.4.6 | a password of the administrator’s choice
C 36 | 6.3.8 | whether somebody is known
C 37 | 6.5.1 | each code twice, and 50 times at once
C 38 | 6.5.1 | the one before, once a new one was issued
C 39 | SP 800-63B-4 §4.2.1.2 | the last second of a code
C 40 | SP 800-63B-4 §4.1.2.2 | what binds a device
C 41 | 6.5.2 | codes in databases, logs, mail queues
C 42 | 6.5.3, 6.5.4 | 100,000 codes
C 43 | 6.6.3; SP 800-63B-4 §3.2.2 | 200 guesses at once
C 44 | 6.1.1 | locking somebody out by guessing
C 45 | 6.3.7; SP 800-63B-4 §4.6 | notices to every verified address
C 46 | SP 800-63B-4 §4.1.2.1 | binding from a weaker session
C 47 | SP 800-63B-4 §4.4, §4.5 | an authenticator after deletion, expiry, an administrator’s lock
C 48 | SP 800-63B-4 §4.1 | the record of a removed authenticator
C 49 | 14.2.1 | tokens in addresses
C 50 | — | a mail scanner
C 51 | 4.1.3 | forged Host and forwarding headers
C 52 | 6.6.2 | a token for another purpose, place or address
C 53 | CVE class fmh4 | an invitation opened in somebody else’s session
C 54 | CVE class 27946 | setting a verified flag
D 55 | 1.2.4 | payloads in sort, filter, search, page size, cursor
D 56 | CVE class Fleet | sorting by what one may not read
D 57 | CVE class Kratos | an edited, forged, spliced, borrowed cursor
D 58 | 1.2.10 | names that a spreadsheet would run
D 59 | 1.3.11 | line ends, commas, comments in addresses
D 60 | 1.2.1 | markup and overrides in names
D 61 | 1.2.2 | \`javascript:\` and \`//host\` as addresses
D 62 | 1.3.12 | every regular expression; 100 kB in each field
D 63 | 2.4.1 | 10 MB, depth 10,000, 100,000 items, a slow body
D 64 | 2.2.1 | NUL, surrogates, zero width in usernames
D 65 | 4.1.4 | other methods; overriding headers
D 66 | 3.5.1 to 3.5.3 | changes from another site
D 67 | 4.1.1 | content type and caching of each answer
D 68 | 16.2.1, 16.3.1 to 16.3.3 | one event for each command
D 69 | 16.2.5 | secrets in the audit
D 70 | 16.4.1 | line ends and JSON in what is recorded
D 71 | 16.4.2 | an event changed behind the API
D 72 | 16.5.1 to 16.5.4 | each call to the store and the services throws
D 73 | RFC 9457 | the form of each refusal
D 74 | RFC 9457 | a client that is given nonsense
D 75 | 6.3.2 | a fresh installation
E 76 | 2.3.4, 15.4.2 | all administrators taken away at once
E 77 | 2.3.4, 15.4.2 | one name, created at once
E 78 | 2.3.3, 15.4.2 | one token, 50 at once
E 79 | 2.3.3, 15.4.2 | a lock beside a sign-in
E 80 | 2.3.3, 15.4.2 | two editors with one version
E 81 | 2.3.3 | one idempotency key, twice
E 82 | 8.3.2 | a role taken away during a batch
E 83 | 2.3.3 | a serialisation failure on each write
F 84 | RFC 7644 §3.3 | an id of the client’s choice
F 85 | RFC 7644 §3.3 | a username twice
F 86 | RFC 7643 §4.1.1 | reading a password
F 87 | RFC 7644 §3.5.2 | a PATCH that fails half-way
F 88 | RFC 7644 §3.5.2 | a second primary address
F 89 | RFC 7644 §3.4.2.2 | broken filters
F 90 | RFC 7644 §3.4.2.4 | odd page sizes
F 91 | RFC 7644 §3.9 | chosen attributes
F 92 | RFC 7644 §2, §3.12 | a bad token
F 93 | RFC 7644 §3.7 | bulk over its limits
F 94 | CVE-2025-41115 | an externalId that is somebody’s id
F 95 | 8.2.2 | another tenant’s id
F 96 | 7.4.2 | \`active: false\`
G 97 | WebAuthn L3 §7.1 | another type, challenge or person
G 98 | WebAuthn L3 §7.1 | another origin, frame or website
G 99 | WebAuthn L3 §7.1 | flags
G 100 | WebAuthn L3 §7.1 | algorithms and formats not offered
G 101 | WebAuthn L3 §7.1, §8 | a proof of make that does not hold
G 102 | WebAuthn L3 §7.1 | a credential id too long, taken, or another
G 103 | WebAuthn L3 §7.1 | data that is not whole, or too much
G 104 | WebAuthn L3 §7.1, §16 | extensions; the specification’s vectors
`

/** Every row, in order. */
export const securityRows: readonly SecurityRow[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', requirement = '', tried = ''] = line.split(' | ')
    const [section, number] = name.split(' ') as [keyof typeof sections, string]
    return { section, number: Number(number), requirement, tried }
  })

/** Tests of a row that do not carry its number: the file, and how the test's name begins. */
export const provedElsewhere: Readonly<
  Record<number, readonly (readonly [file: string, test: string])[]>
> = {
  2: [
    ['tests/oracle/people.test.ts', 'end as the matrix says, cell by cell'],
    ['tests/oracle/organizations.test.ts', 'end as the matrix says, cell by cell'],
    ['tests/oracle/delegation.test.ts', 'reaches as far as the matrix says'],
    ['tests/oracle/links.test.ts', 'open what the matrix says'],
    ['tests/oracle/lists.test.ts', '%s holds what is in sight of each tier'],
    ['tests/oracle/lists.test.ts', 'has a row for every operation of the contract'],
  ],
  3: [['tests/oracle/people.test.ts', 'end as the matrix says, cell by cell']],
  7: [['tests/oracle/giving.test.ts', 'never goes beyond the giver’s own rights']],
  8: [
    [
      'tests/domain/rank-and-scope.test.ts',
      'lets nobody who is under an organization take themselves out',
    ],
  ],
  9: [
    ['tests/oracle/last-administrator.test.ts', 'of %s stays, unless somebody from above'],
    [
      'tests/oracle/last-administrator.test.ts',
      'stays one while they must choose a new password, which',
    ],
    ['tests/domain/rank-and-scope.test.ts', 'lets nobody weaken how they themselves sign in'],
  ],
  11: [
    ['tests/domain/people.test.ts', 'judges validity to the second'],
    ['tests/domain/belongings.test.ts', 'show what will be in force as of another time'],
  ],
  14: [['tests/domain/bad-input.test.ts', 'refuses what is wrong with any field']],
  15: [['tests/domain/bad-input.test.ts', 'refuses what is wrong with any field']],
  18: [
    ['tests/domain/secrets.test.ts', '%s does, and nothing brings it back'],
    ['tests/domain/belongings.test.ts', 'that the host keeps elsewhere are ended in the end'],
  ],
  23: [['tests/domain/rank-and-scope.test.ts', 'lets nobody weaken how they themselves sign in']],
  31: [['tests/domain/secrets.test.ts', 'are the same in every normal form']],
  32: [
    ['packages/adapters/src/argon2/argon2-hasher.test.ts', ''],
    ['tests/stores/secrets-at-rest.test.ts', 'in a SQLite file'],
    ['tests/stores/secrets-at-rest.test.ts', 'in a PostgreSQL database'],
  ],
  36: [
    ['tests/oracle/links.test.ts', 'a recovery mail is promised to everybody'],
    ['tests/domain/secrets.test.ts', 'take the same work for nobody'],
  ],
  40: [['tests/domain/code-strength.test.ts', 'tokens have 256 random bits']],
  41: [
    ['tests/stores/secrets-at-rest.test.ts', 'in a SQLite file'],
    ['tests/stores/secrets-at-rest.test.ts', 'in a PostgreSQL database'],
  ],
  42: [
    ['tests/domain/code-strength.test.ts', '%s: every character at every place'],
    ['tests/domain/code-strength.test.ts', 'temporary passwords have 80 bits'],
  ],
  43: [['tests/domain/secrets.test.ts', 'of two hundred guesses at once']],
  45: [['tests/domain/secrets.test.ts', 'tells every verified address']],
  52: [['tests/oracle/links.test.ts', 'open nothing when their hash is put']],
  59: [['tests/mail/smtp-mail.test.ts', 'leaves no header that a name or subject wrote']],
  60: [['tests/e2e/markup.spec.ts', 'whatever people and what is theirs are called']],
  69: [
    ['tests/stores/secrets-at-rest.test.ts', 'in a SQLite file'],
    ['tests/stores/secrets-at-rest.test.ts', 'in a PostgreSQL database'],
  ],
  71: [['tests/domain/lock.test.ts', 'names the first event that was edited']],
  72: [
    ['tests/stores/kills.test.ts', 'leaves a SQLite file with all that was confirmed'],
    ['tests/mail/outbox-faults.test.ts', '%s and then recovers: the mail arrives once'],
  ],
  74: [['tests/http/handler.test.ts', 'says “unavailable” for %s']],
  75: [['tests/domain/people.test.ts', 'has nobody, and begins with the administrator']],
  76: [['tests/stores/races.test.ts', 'stays, whichever way all of them are taken away']],
  77: [['tests/stores/races.test.ts', 'is given once, in whatever case']],
  78: [['tests/stores/races.test.ts', 'is redeemed once']],
  79: [['tests/stores/races.test.ts', 'leaves no session, and lets none begin after it']],
  80: [['tests/stores/races.test.ts', 'end with one change and the others told so']],
  104: [['tests/webauthn/specification.test.ts', '']],
}

/** Rows without a test, and rows of which a part waits; each with the reason. */
export const notYet: Readonly<Record<number, string>> = {
  4: 'There is no CSV yet; the other lists are covered.',
  7: 'There is no import yet; the routes that exist are covered.',
  18: 'The roster has no refresh tokens: sessions of both kinds are asked about with each request.',
  21: 'The roster’s ids of sessions are names (UUIDv7, 74 random bits) that administrators see, not what a browser holds. That is the host’s own cookie: 128 random bits or a signature, as `docs/embedding.md` says.',
  36: 'The tests compare time by the median of 300 pairs and by the work done. The Kolmogorov-Smirnov test stands beside them, because of honest runs one in a hundred fails it: `pnpm timing` asks 2,000 times each, in turns, for somebody unknown, known, locked and disabled. For a forgotten password on two shared, busy cores it found p = 0.92, 0.79 and 0.99 against the unknown one, and gaps of medians of at most 0.003 ms.',
  46: 'No operation binds an authenticator on the strength of a session of the account’s own, so none can be too weak for it. An administrator binds one with the key in hand, never for themselves, or makes a link, which binds whoever holds it until it is used or over. How an administrator has signed in only the host knows; it can ask them for a fresh proof (`stepUp`, row 23).',
  58: 'Nothing is written for spreadsheets, nor read from them: export and import are not built (features row 32). Until then a name that a spreadsheet would run is text like any other, and one of the payloads of row 60.',
  104: 'Of the fifteen published registrations twelve are accepted, and their uses too: those without a proof of make, with one of their own, with `packed` and with `fido-u2f`. The tests hold the four that can be made anew from the specification’s rules. Three are refused: `tpm`, because its certificate names the maker `id:00000000`, which is in no register of TPM makers (§8.3.1); `apple` and `android-key`, because the library judges the path as well as the signature, and theirs ends at the specification’s own root and not at Apple’s or Google’s. To take them would mean to take any key that calls itself one of theirs.',
  86: 'A password that a client sends is passed over, because nobody chooses another’s (`changePassword` is announced as not supported), so there is none to return.',
}
