import type { OutboxItem, MessageView } from './outbox-item.js'

/** A message as administrators see it; nothing for an item that isn't a message. */
export function viewMessage({
  id,
  task,
  state,
  queuedAt,
  sentAt,
  attempts,
  dueAt,
  lastError,
}: OutboxItem): MessageView[] {
  return task.kind === 'write'
    ? [
        {
          id,
          occasion: task.content.occasion,
          address: task.to.address,
          state,
          queuedAt,
          sentAt,
          attempts,
          dueAt: state === 'queued' ? dueAt : null,
          lastError,
        },
      ]
    : []
}
