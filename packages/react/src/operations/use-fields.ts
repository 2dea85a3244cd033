import { parseInput, type Operation, type OperationError } from '@rosterkit/core/browser'
import { useRef, useState, type ChangeEvent } from 'react'
import { useSentence } from '../messages/server-sentence.js'

/**
 * What a form holds: texts and ticks, each under the path that it has in the operation's input,
 * such as `name.givenName`.
 */
export type FieldValues = Readonly<Record<string, string | boolean>>

type NameOf<Values, Kind> = {
  [Name in keyof Values & string]: Values[Name] extends Kind ? Name : never
}[keyof Values & string]

/**
 * The fields of a form, judged by an operation's own input schema, so that the screen and the
 * server say the same: each on leaving it and from then on at every letter, all that are asked for
 * at `check`. What the server refuses stands beside its field until that is changed.
 * @param toInput Makes the operation's input of the values; called while rendering.
 */
export function useFields<Values extends FieldValues>(
  operation: Operation,
  blank: Values,
  toInput: (values: Values) => object,
) {
  const [values, setValues] = useState(blank)
  const [start, setStart] = useState(blank)
  const [judged, setJudged] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const elements = useRef(new Map<string, HTMLElement>())
  const issueAt = useIssues(operation, toInput(values))

  const set = <Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
    setValues((former) => ({ ...former, [name]: value }))
    setRefused(({ [name]: _, ...others }) => others)
  }
  const focus = (name: string) => elements.current.get(name)?.focus()

  return {
    values,
    /** Something has been changed. */
    dirty: Object.keys(blank).some((name) => values[name] !== start[name]),
    set,
    /** Fills a field in where there is nothing to choose, which is no change of anybody's. */
    begin: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
      set(name, value)
      setStart((former) => ({ ...former, [name]: value }))
    },
    focus,
    errorAt: (name: keyof Values & string): string | undefined =>
      refused[name] ?? (judged.includes(name) ? issueAt(name) : undefined),
    setError: (name: keyof Values & string, message: string) =>
      setRefused((former) => ({ ...former, [name]: message })),
    /** The props of a text input. */
    text: (name: NameOf<Values, string>) => ({
      name,
      value: values[name] as string,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
        set(name, target.value as Values[typeof name]),
      onBlur: () => setJudged((former) => [...former, name]),
      ref: (element: HTMLElement | null) => void (element && elements.current.set(name, element)),
    }),
    /** The props of a checkbox. */
    tick: (name: NameOf<Values, boolean>) => ({
      name,
      checked: values[name] as boolean,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
        set(name, target.checked as Values[typeof name]),
    }),
    /** Judges these fields, puts the focus on the first that is wrong, and says whether none is. */
    check: (names: readonly (keyof Values & string)[]): boolean => {
      setJudged((former) => [...former, ...names])
      const wrong = names.find((name) => refused[name] ?? issueAt(name))
      if (wrong !== undefined) focus(wrong)
      return wrong === undefined
    },
    /**
     * Puts a server's refusal beside the fields it names, with the focus on the first; false when
     * it names none of these, so that the form shows it as a whole.
     */
    refuse: (error: OperationError, names: readonly (keyof Values & string)[]): boolean => {
      const { messages, first } = refusalsAt(error, names)
      setRefused(messages)
      if (first) focus(first)
      return first !== undefined
    },
    /** Begins anew. */
    reset: (next: Values = blank) => {
      setValues(next)
      setStart(next)
      setJudged([])
      setRefused({})
    },
  }
}

/** What is wrong with the whole of several fields is said at each of them. */
const belongs = (path: string, name: string) =>
  path === name || path.startsWith(`${name}.`) || name.startsWith(`${path}.`)

/** What a server's refusal says of these fields, and the first that it names. */
function refusalsAt<Name extends string>(error: OperationError, names: readonly Name[]) {
  const issues =
    error.failure.code === 'invalid_input'
      ? error.failure.details.issues
      : error.failure.code === 'user_name_taken'
        ? [{ path: 'userName', message: error.message }]
        : []
  const named = names.flatMap((name) =>
    issues.filter(({ path }) => belongs(path, name)).map(({ message }) => [name, message] as const),
  )
  return { messages: Object.fromEntries(named.toReversed()), first: named[0]?.[0] }
}

/** What the operation's schema says of a field. */
function useIssues(operation: Operation, input: object) {
  const inWords = useSentence()
  const parsed = parseInput(operation.input, input)
  return (name: string) => {
    const issue = parsed.ok ? undefined : parsed.issues.find(({ path }) => belongs(path, name))
    return issue && inWords(issue.message)
  }
}
