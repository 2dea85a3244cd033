import { useRef, useState, type DragEvent } from 'react'
import { useTransferMessages } from '../messages/transfer-messages.js'
import { Button } from '../ui/button.js'

/** What {@link FileChoice} takes. */
export interface FileChoiceProps {
  onChoose: (file: File) => void
  busy: boolean
}

/** Chooses a file by a button, or by dropping it. */
export function FileChoice({ onChoose, busy }: FileChoiceProps) {
  const words = useTransferMessages()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (files?.[0] && !busy) onChoose(files[0])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className="rk-drop"
      data-state={over ? 'over' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button icon="plus" busy={busy} data-autofocus="" onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <span className="rk-muted">{busy ? words.reading : words.drop}</span>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv"
        aria-label={words.choose}
        hidden
        onChange={(event) => {
          take(event.target.files)
          // The same file may be chosen again once it is corrected.
          event.target.value = ''
        }}
      />
    </div>
  )
}
