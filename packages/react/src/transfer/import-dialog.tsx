import {
  createUser,
  listOrganizations,
  refusedLines,
  userColumns,
  type ImportChoices,
} from '@rosterkit/core/browser'
import { useState, type ReactNode } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useTransferMessages } from '../messages/transfer-messages.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { OrganizationField } from '../organizations/organization-field.js'
import { Button } from '../ui/button.js'
import { Callout } from '../ui/callout.js'
import { Dialog, DialogBody, DialogClose, DialogFooter } from '../ui/dialog.js'
import { Field } from '../ui/field.js'
import { focusOnce } from '../ui/focus-once.js'
import { LinkButton } from '../ui/link-button.js'
import { RadioGroup } from '../ui/radio-group.js'
import { useToast } from '../ui/toast.js'
import { FileChoice } from './file-choice.js'
import { FileRefusalCallout } from './file-refusal-callout.js'
import { ImportOutcome } from './import-result.js'
import { saveFile } from './save-file.js'
import { useImport, type ChosenFile, type ImportResult, type ImportState } from './use-import.js'

/** What {@link ImportDialog} takes. */
export interface ImportDialogProps {
  onClose: () => void
}

const headings = userColumns.flatMap(({ heading, field }) => (field ? [heading] : []))

/**
 * Imports people from a CSV file (features row 32): choose it, say what becomes of whom, see what
 * would be done line by line, and do it. Can be stopped; what was not done is said, and refused
 * lines come back as a file to correct.
 */
export function ImportDialog({ onClose }: ImportDialogProps) {
  const words = useTransferMessages()
  const toast = useToast()
  const organizations = useOperationQuery(listOrganizations, {})
  const [choices, setChoices] = useState<Choices>(standardChoices)
  const { state, choose, run, stop, back, again } = useImport()

  const addable = organizations.data?.items.filter((item) => item.can[createUser.name]?.allowed)
  if (addable?.length === 1 && choices.organizationId === '')
    setChoices({ ...choices, organizationId: addable[0]!.id })
  const waiting =
    state.phase === 'done' &&
    state.dryRun &&
    state.result.counts.created + state.result.counts.updated > 0

  const start = async (chosen: ChosenFile, dryRun: boolean) => {
    const result = await run(chosen, inputOf(choices), dryRun)
    if (result && !dryRun && result.counts.created + result.counts.updated > 0)
      toast.show({ text: words.told(result.counts.created, result.counts.updated) })
  }
  const title = titleOf(state, words)
  return (
    <Dialog
      open
      size="wide"
      fullScreenWhenNarrow
      title={title}
      description={state.phase === 'choosing' || state.phase === 'reading' ? words.text : undefined}
      busy={state.phase === 'running'}
      unsaved={waiting}
      leaving={words.leaving}
      onOpenChange={onClose}
    >
      {addable?.length === 0 ? (
        <>
          <DialogBody>
            <Callout tone="warning" title={words.notPermittedTitle}>
              {words.notPermitted}
            </Callout>
          </DialogBody>
          <Footer close />
        </>
      ) : state.phase === 'choosing' || state.phase === 'reading' ? (
        <ChoosingPart
          state={state}
          organizations={organizations}
          onChoose={(file) => void choose(file)}
        />
      ) : state.phase === 'ready' ? (
        <ReadyPart
          state={state}
          choices={choices}
          onChoicesChange={setChoices}
          onAnother={again}
          onCheck={() => void start(state.chosen, true)}
        />
      ) : state.phase === 'running' ? (
        <RunningPart state={state} title={title} onStop={stop} />
      ) : (
        <DonePart
          state={state}
          onBack={() => back(state.chosen)}
          onImport={() => void start(state.chosen, false)}
        />
      )}
    </Dialog>
  )
}

type Phase<Name extends ImportState['phase']> = Extract<ImportState, { readonly phase: Name }>

/** What the reader chooses about an import. */
interface Choices {
  readonly organizationId: string
  readonly onExisting: 'refuse' | 'update'
  readonly activation: 'later' | 'now'
}

const standardChoices: Choices = { organizationId: '', onExisting: 'refuse', activation: 'later' }

const inputOf = ({ organizationId, ...rest }: Choices): ImportChoices => ({
  ...rest,
  ...(organizationId ? { organizationId } : {}),
})

function titleOf(state: ImportState, words: ReturnType<typeof useTransferMessages>): string {
  if (state.phase === 'running') return state.dryRun ? words.checking : words.importing
  if (state.phase !== 'done') return words.title
  const { stopped, error } = state.result
  if (error) return words.brokenOffTitle
  if (stopped) return words.stoppedTitle
  return state.dryRun ? words.checkedTitle : words.doneTitle
}

function ChoosingPart({
  state,
  organizations,
  onChoose,
}: {
  state: Phase<'choosing' | 'reading'>
  organizations: ReturnType<typeof useOperationQuery<typeof listOrganizations>>
  onChoose: (file: File) => void
}) {
  const words = useTransferMessages()
  const { comma } = useMessages().ui
  return (
    <>
      <DialogBody>
        {state.phase === 'choosing' && state.refusal ? (
          <FileRefusalCallout refusal={state.refusal} />
        ) : null}
        {organizations.error ? (
          <RefusalCallout
            error={organizations.error}
            onRetry={() => void organizations.refetch()}
          />
        ) : null}
        <FileChoice busy={state.phase === 'reading'} onChoose={onChoose} />
        <p className="rk-dialog-text">
          {words.headings(headings.join(comma))}{' '}
          <LinkButton
            onClick={() => saveFile(words.templateName, [`\uFEFF${headings.join(',')}\r\n`])}
          >
            {words.template}
          </LinkButton>
        </p>
      </DialogBody>
      <Footer />
    </>
  )
}

function ReadyPart({
  state,
  choices,
  onChoicesChange,
  onAnother,
  onCheck,
}: {
  state: Phase<'ready'>
  choices: Choices
  onChoicesChange: (choices: Choices) => void
  onAnother: () => void
  onCheck: () => void
}) {
  const words = useTransferMessages()
  return (
    <>
      <DialogBody>
        {state.error ? <RefusalCallout error={state.error} /> : null}
        <Recognized chosen={state.chosen} onAnother={onAnother} />
        <OrganizationField
          label={words.organization}
          hint={words.organizationHint}
          optional={state.chosen.columns.some(({ field }) => field === 'organizationId')}
          value={choices.organizationId}
          onValueChange={(organizationId) => onChoicesChange({ ...choices, organizationId })}
        />
        <Field label={words.existing} group>
          <RadioGroup
            name="existing"
            cards
            value={choices.onExisting}
            onValueChange={(value) =>
              onChoicesChange({ ...choices, onExisting: value === 'update' ? 'update' : 'refuse' })
            }
            options={(['refuse', 'update'] as const).map((value) => ({
              value,
              label: words[value].label,
              description: words[value].text,
            }))}
          />
        </Field>
        <Field label={words.activation} group>
          <RadioGroup
            name="activation"
            cards
            value={choices.activation}
            onValueChange={(value) =>
              onChoicesChange({ ...choices, activation: value === 'now' ? 'now' : 'later' })
            }
            options={(['later', 'now'] as const).map((value) => ({
              value,
              label: words[value].label,
              description: words[value].text,
            }))}
          />
        </Field>
      </DialogBody>
      <Footer>
        <Button ref={focusOnce} variant="primary" onClick={onCheck}>
          {words.check}
        </Button>
      </Footer>
    </>
  )
}

function RunningPart({
  state,
  title,
  onStop,
}: {
  state: Phase<'running'>
  title: string
  onStop: () => void
}) {
  const words = useTransferMessages()
  return (
    <>
      <DialogBody>
        <progress className="rk-meter" aria-label={title} value={state.percent} max={100} />
        <p role="status" className="rk-dialog-text">
          {words.progress(state.lines, state.percent)}
          {state.stopping ? ` ${words.stopping}` : ''}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button ref={focusOnce} busy={state.stopping} onClick={onStop}>
          {words.stop}
        </Button>
      </DialogFooter>
    </>
  )
}

function DonePart({
  state,
  onBack,
  onImport,
}: {
  state: Phase<'done'>
  onBack: () => void
  onImport: () => void
}) {
  const words = useTransferMessages()
  return (
    <>
      <DialogBody>
        <ImportOutcome chosen={state.chosen} result={state.result} dryRun={state.dryRun} />
        {state.result.refused.length > 0 ? (
          <p className="rk-dialog-text">
            <LinkButton
              onClick={() =>
                saveFile(words.downloadName, [
                  '\uFEFF',
                  refusedLines(state.chosen.columns, state.result.refused),
                ])
              }
            >
              {words.download(state.result.refused.length)}
            </LinkButton>{' '}
            <span className="rk-muted">{words.downloadHint}</span>
          </p>
        ) : null}
      </DialogBody>
      {state.dryRun ? (
        <DialogFooter>
          <Button onClick={onBack}>{words.back}</Button>
          <ImportButton result={state.result} onImport={onImport} />
        </DialogFooter>
      ) : (
        <Footer close />
      )}
    </>
  )
}

/**
 * Carries out what was checked; of a file that was not checked to its end there is nothing to carry
 * out.
 */
function ImportButton({
  result: { counts, error, stopped },
  onImport,
}: {
  result: ImportResult
  onImport: () => void
}) {
  const words = useTransferMessages()
  const count = counts.created + counts.updated
  return (
    <Button
      ref={focusOnce}
      variant="primary"
      disabledReason={
        count === 0 ? words.nothingToImport : error || stopped ? words.stoppedText : undefined
      }
      onClick={onImport}
    >
      {words.confirm(count)}
    </Button>
  )
}

function Footer({ close = false, children }: { close?: boolean; children?: ReactNode }) {
  const words = useTransferMessages()
  return (
    <DialogFooter>
      {close ? (
        <DialogClose ref={focusOnce} variant="primary">
          {words.close}
        </DialogClose>
      ) : (
        <DialogClose />
      )}
      {children}
    </DialogFooter>
  )
}

function Recognized({
  chosen: { file, columns },
  onAnother,
}: {
  chosen: ChosenFile
  onAnother: () => void
}) {
  const words = useTransferMessages()
  const { comma } = useMessages().ui
  const named = (imported: boolean) =>
    columns
      .flatMap(({ heading, field }) => ((field !== undefined) === imported ? [heading] : []))
      .join(comma)
  return (
    <Callout
      tone="success"
      title={<bdi>{file.name}</bdi>}
      actions={<LinkButton onClick={onAnother}>{words.another}</LinkButton>}
    >
      {words.recognized(named(true))}
      {named(false) ? <div>{words.notImported(named(false))}</div> : null}
    </Callout>
  )
}
