/** Why a storage could not do its work; compare codes, not classes. */
export type StorageErrorCode = 'busy' | 'closed' | 'database_unreadable' | 'schema_newer'

/** A fault of the storage, with a sentence for whoever runs it. */
export class StorageError extends Error {
  override readonly name = 'StorageError'

  constructor(
    readonly code: StorageErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
  }
}

/** Whether something thrown is a {@link StorageError} of this code. */
export function hasCode(thrown: unknown, code: StorageErrorCode): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code
}
