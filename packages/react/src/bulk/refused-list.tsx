import { useMessages } from '../messages/messages-provider.js'
import { refusalWords } from '../messages/refusal-words.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import type { ChosenUsers } from './chosen-users.js'
import type { Refused } from './run-bulk.js'

/** More names than anybody reads. */
const mostNamed = 200

/** Who is refused, each with the reason; nothing for nobody. */
export function RefusedList({
  title,
  refused,
  people,
}: {
  title: string
  refused: readonly Refused[]
  people: ChosenUsers
}) {
  const { bulk: words } = useUserPageMessages()
  const messages = useMessages()
  if (refused.length === 0) return null
  return (
    <section aria-label={title} className="rk-refused">
      <h3 className="rk-refused-title">{title}</h3>
      <ul className="rk-refused-list">
        {refused.slice(0, mostNamed).map(({ userId, code, detail, details }) => (
          <li key={userId} className="rk-refused-item">
            <span className="rk-refused-name">
              <bdi>{people.get(userId)?.displayName ?? userId}</bdi>{' '}
              <bdi className="rk-muted">{people.get(userId)?.userName}</bdi>
            </span>
            <span className="rk-muted">
              {refusalWords(messages, { code, details }, { title: '', sentence: detail }).sentence}
            </span>
          </li>
        ))}
      </ul>
      {refused.length > mostNamed ? (
        <p className="rk-dialog-text">{words.moreRefused(refused.length - mostNamed)}</p>
      ) : null}
    </section>
  )
}
