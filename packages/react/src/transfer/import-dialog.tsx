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
import { useImport, type ChosenFile, type ImportResult } from './use-import.js'

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
  const { comma } = useMessages().ui
  const organizations = useOperationQuery(listOrganizations, {})
  const [organizationId, setOrganizationId] = useState('')
  const [onExisting, setOnExisting] = useState<'refuse' | 'update'>('refuse')
  const [activation, setActivation] = useState<'later' | 'now'>('later')
  const { state, choose, run, stop, back, again } = useImport()

  const addable = organizations.data?.items.filter((item) => item.can[createUser.name]?.allowed)
  if (addable?.length === 1 && organizationId === '') setOrganizationId(addable[0]!.id)
  const choices: ImportChoices = {
    onExisting,
    activation,
    ...(organizationId ? { organizationId } : {}),
  }
  const waiting =
    state.phase === 'done' &&
    state.dryRun &&
    state.result.counts.created + state.result.counts.updated > 0

  const start = async (chosen: ChosenFile, dryRun: boolean) => {
    const result = await run(chosen, choices, dryRun)
    if (result && !dryRun && result.counts.created + result.counts.updated > 0)
      toast.show({ text: words.told(result.counts.created, result.counts.updated) })
  }
  const title =
    state.phase === 'running'
      ? state.dryRun
        ? words.checking
        : words.importing
      : state.phase === 'done'
        ? titleOf(state.result, state.dryRun, words)
        : words.title

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
            <FileChoice busy={state.phase === 'reading'} onChoose={(file) => void choose(file)} />
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
      ) : state.phase === 'ready' ? (
        <>
          <DialogBody>
            {state.error ? <RefusalCallout error={state.error} /> : null}
            <Recognized chosen={state.chosen} onAnother={again} />
            <OrganizationField
              label={words.organization}
              hint={words.organizationHint}
              optional={state.chosen.columns.some(({ field }) => field === 'organizationId')}
              value={organizationId}
              onValueChange={setOrganizationId}
            />
            <Field label={words.existing} group>
              <RadioGroup
                name="existing"
                cards
                value={onExisting}
                onValueChange={(value) => setOnExisting(value === 'update' ? 'update' : 'refuse')}
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
                value={activation}
                onValueChange={(value) => setActivation(value === 'now' ? 'now' : 'later')}
                options={(['later', 'now'] as const).map((value) => ({
                  value,
                  label: words[value].label,
                  description: words[value].text,
                }))}
              />
            </Field>
          </DialogBody>
          <Footer>
            <Button
              ref={focusOnce}
              variant="primary"
              onClick={() => void start(state.chosen, true)}
            >
              {words.check}
            </Button>
          </Footer>
        </>
      ) : state.phase === 'running' ? (
        <>
          <DialogBody>
            <progress className="rk-meter" aria-label={title} value={state.percent} max={100} />
            <p role="status" className="rk-dialog-text">
              {words.progress(state.lines, state.percent)}
              {state.stopping ? ` ${words.stopping}` : ''}
            </p>
          </DialogBody>
          <DialogFooter>
            <Button ref={focusOnce} busy={state.stopping} onClick={stop}>
              {words.stop}
            </Button>
          </DialogFooter>
        </>
      ) : (
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
              <Button onClick={() => back(state.chosen)}>{words.back}</Button>
              <ImportButton
                result={state.result}
                onImport={() => void start(state.chosen, false)}
              />
            </DialogFooter>
          ) : (
            <Footer close />
          )}
        </>
      )}
    </Dialog>
  )
}

function titleOf(
  { stopped, error }: ImportResult,
  dryRun: boolean,
  words: ReturnType<typeof useTransferMessages>,
): string {
  if (error) return words.brokenOffTitle
  if (stopped) return words.stoppedTitle
  return dryRun ? words.checkedTitle : words.doneTitle
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
