/** The portal's name with its sign: a hull over water. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <path d="M7 5v13h18V5M3 24c3 0 3 3 6.500 3s3.500-3 6.500-3 3 3 6.500 3 3.500-3 6.500-3" />
      </svg>
      Harbourline
    </span>
  )
}
