import { useLocale, useMessages } from '../messages/messages-provider.js'
import { useSentence } from '../messages/server-sentence.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { exactInstant } from '../ui/date-time.js'

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/
const shownAtMost = 300

/**
 * Puts the fields and values of an audit event into words. What it does not know it shows as it is
 * kept.
 */
export function useChangeWords() {
  const { activity: words, personas, authenticators, secrets } = useUserPageMessages()
  const { ui, users } = useMessages()
  const inWords = useSentence()
  const { locale, timeZone } = useLocale()

  const field = (name: string) =>
    words.fields[name] ??
    (name.startsWith('persona ') ? words.personaField(name.slice('persona '.length)) : name)
  const text = (value: string) => {
    if (instant.test(value)) return exactInstant(value, locale, timeZone, 'minute')
    return (
      (authenticators.states as Record<string, string>)[value] ??
      (personas.kinds as Record<string, string>)[value] ??
      users.lockKind[value] ??
      users.roles[value] ??
      words.values[value] ??
      (secrets.password.states as Record<string, string>)[value] ??
      inWords(value)
    )
  }
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.nothing
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value))
      return value.length === 0 ? words.nothing : value.map(plain).join('; ')
    if (typeof value !== 'object') return String(value as number)
    if ('label' in value && typeof value.label === 'string') return value.label
    // Ids say nothing to a reader, and what is not set need not be said.
    const shown = Object.entries(value).filter(
      ([key, part]) =>
        part !== null &&
        part !== '' &&
        !(typeof part === 'string' && uuid.test(part)) &&
        key !== 'id' &&
        !(Array.isArray(part) && part.length === 0),
    )
    if (shown.length === 0) return words.nothing
    if (shown.length === 1) return plain(shown[0]![1])
    return shown.map(([key, part]) => `${words.fields[key] ?? key}: ${plain(part)}`).join(ui.comma)
  }
  /** Whether a reader learns anything from it: the ids of sessions say nothing. */
  const tells = ({ before, after }: { readonly before?: unknown; readonly after?: unknown }) =>
    !(isIds(before) && isIds(after))
  const value = (of: unknown) => {
    const all = plain(of)
    return all.length > shownAtMost ? `${all.slice(0, shownAtMost)}…` : all
  }
  return { field, value, tells }
}

const isIds = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && uuid.test(item))
