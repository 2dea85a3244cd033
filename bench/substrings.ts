import type { User } from '@rosterkit/core/ports'
import { type Population, random } from './people.ts'

/**
 * Parts of names, usernames and addresses of the population, as they would be typed; the same each
 * time.
 */
export function substrings(people: Population, count: number): string[] {
  const next = random(11)
  const users: User[] = []
  for (const { user } of people.people()) {
    users.push(user)
    if (users.length === 5_000) break
  }
  return Array.from({ length: count }, () => {
    const user = users[Math.floor(next() * users.length)]!
    const fields = [user.name.givenName, user.name.familyName, user.userName, user.emails[0]!.value]
    const field = [...fields[Math.floor(next() * fields.length)]!]
    const length = Math.min(field.length, 1 + Math.floor(next() * 8))
    const start = Math.floor(next() * (field.length - length + 1))
    return field.slice(start, start + length).join('')
  })
}
