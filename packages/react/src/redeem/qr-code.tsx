import { useMemo } from 'react'
import { encode } from 'uqr'

/** The white margin that scanners need, in modules (ISO/IEC 18004 §9.1). */
const margin = 4

/**
 * A QR code: dark on light in every theme, because not every scanner reads it the other way round.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: margin })
    return {
      size: code.size,
      path: code.data
        .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
        .join(''),
    }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="rk-qr"
    >
      <path d={path} className="rk-qr-path" />
    </svg>
  )
}
