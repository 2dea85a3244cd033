import type { Resource } from './attributes.js'
import { integerOf, type ScimAnswer, type ScimRequest } from './request.js'
import { answer } from './route.js'
import { ScimRefusal } from './scim-refusal.js'
import { urn } from './schemas.js'

/** One operation of a bulk request. */
interface Step {
  readonly method: string
  readonly path: string
  readonly bulkId: string | undefined
  readonly version: string | undefined
  readonly data: Resource
}

interface StepAnswer {
  readonly method: string
  readonly bulkId?: string
  readonly location?: string
  readonly version?: string
  readonly status: string
  readonly response?: object
}

const reference = /bulkId:([^/"\s]+)/g

/**
 * Carries out several operations, each of them all or nothing by itself (RFC 7644 §3.7). One that
 * names what another makes (`bulkId:…`) waits for it; those that wait for each other, or for what
 * could not be made, are refused. Throws 413 for more than the limits allow.
 * @param fault Told of what breaks inside one operation, which is then answered as unavailable.
 */
export async function bulk(
  request: ScimRequest,
  body: Resource,
  fault: (thrown: unknown) => void,
): Promise<ScimAnswer> {
  if (!Array.isArray(body['schemas']) || !body['schemas'].includes(urn.bulk))
    throw new ScimRefusal(
      400,
      'invalidSyntax',
      `A bulk request says in schemas that it is a ${urn.bulk}.`,
    )
  const operations = body['Operations']
  if (!Array.isArray(operations))
    throw new ScimRefusal(400, 'invalidSyntax', 'A bulk request has a list of Operations.')
  if (operations.length > request.limits.maxOperations)
    throw new ScimRefusal(
      413,
      'tooMany',
      `A bulk request has at most ${request.limits.maxOperations} operations.`,
    )
  const failOnErrors = integerOf('failOnErrors', body['failOnErrors']) ?? Number.POSITIVE_INFINITY
  const steps = operations.map(stepOf)
  const names = steps.flatMap(({ bulkId }) => bulkId ?? [])
  if (new Set(names).size < names.length)
    throw new ScimRefusal(400, 'invalidValue', 'A bulkId stands there twice.')

  /** The ids of what has been made so far, by bulkId. */
  const made = new Map<string, string>()
  const answers = new Map<Step, StepAnswer>()
  let failed = 0
  const run = async (step: Step) => {
    const done = await oneStep(request, step, made, fault)
    answers.set(step, done)
    if (Number(done.status) >= 400) failed++
  }
  let waiting: readonly Step[] = steps
  while (waiting.length > 0 && failed < failOnErrors) {
    const later: Step[] = []
    for (const step of waiting) {
      if (failed >= failOnErrors) break
      if (namesIn(step).every((name) => made.has(name))) await run(step)
      else later.push(step)
    }
    // Nothing more can be made: what still waits is refused as it stands.
    if (later.length === waiting.length) {
      for (const step of later) if (failed < failOnErrors) await run(step)
      break
    }
    waiting = later
  }
  return {
    status: 200,
    body: {
      schemas: [urn.bulkAnswer],
      Operations: steps.flatMap((step) => answers.get(step) ?? []),
    },
  }
}

function stepOf(operation: unknown): Step {
  const { method, path, bulkId, version, data } = (
    typeof operation === 'object' && operation !== null ? operation : {}
  ) as Readonly<Record<string, unknown>>
  const wrong = (what: string) =>
    new ScimRefusal(400, 'invalidSyntax', `An operation of a bulk request has ${what}.`)
  if (
    typeof method !== 'string' ||
    !['POST', 'PUT', 'PATCH', 'DELETE'].includes(method.toUpperCase())
  )
    throw wrong('a method: POST, PUT, PATCH or DELETE')
  if (typeof path !== 'string') throw wrong('a path, such as /Users')
  if (
    (bulkId !== undefined && typeof bulkId !== 'string') ||
    (version !== undefined && typeof version !== 'string')
  )
    throw wrong('bulkId and version as text')
  if (method.toUpperCase() === 'POST' && !bulkId) throw wrong('a bulkId where it makes something')
  if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data)))
    throw wrong('an object as its data')
  return { method: method.toUpperCase(), path, bulkId, version, data: (data ?? {}) as Resource }
}

/** What an operation needs to have been made before it. */
function namesIn({ path, data }: Step): string[] {
  return [...`${path} ${JSON.stringify(data)}`.matchAll(reference)].map(([, name]) => name!)
}

async function oneStep(
  request: ScimRequest,
  step: Step,
  made: Map<string, string>,
  fault: (thrown: unknown) => void,
): Promise<StepAnswer> {
  const { method, bulkId } = step
  const told = { method, ...(bulkId === undefined ? {} : { bulkId }) }
  try {
    if (namesIn(step).some((name) => !made.has(name)))
      throw new ScimRefusal(
        409,
        'invalidValue',
        'It names by bulkId what was not made by this request, or what waits for it in turn.',
      )
    const resolved = (text: string) =>
      text.replaceAll(reference, (_, name: string) => made.get(name) ?? '')
    const {
      status,
      headers = {},
      body,
    } = await answer(request, {
      method,
      path: resolved(step.path),
      query: {},
      body: JSON.parse(resolved(JSON.stringify(step.data))) as Resource,
      ifMatch: step.version ?? null,
      ifNoneMatch: null,
    })
    const id = (body as { readonly id?: string } | null)?.id
    if (bulkId !== undefined && method === 'POST' && id !== undefined) made.set(bulkId, id)
    const location = headers['location'] ?? `${request.base}${resolved(step.path)}`
    return {
      ...told,
      location,
      ...(headers['etag'] ? { version: headers['etag'] } : {}),
      status: String(status),
    }
  } catch (thrown) {
    if (!(thrown instanceof ScimRefusal)) fault(thrown)
    const refusal =
      thrown instanceof ScimRefusal
        ? thrown
        : new ScimRefusal(500, null, 'Something went wrong here. Try again in a moment.')
    return {
      ...told,
      ...(method === 'POST' ? {} : { location: `${request.base}${step.path}` }),
      status: String(refusal.status),
      response: refusal.body,
    }
  }
}
