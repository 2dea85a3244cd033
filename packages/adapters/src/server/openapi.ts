import {
  failuresOf,
  failureTitle,
  permissions,
  planSchema,
  takesIdempotencyKey,
  takesPlan,
  type FailureCode,
  type Operation,
} from '@rosterkit/core'
import * as z from 'zod/mini'
import { planHeader, plansPath } from '../http/plan.js'
import { pathParameters } from '../http/route.js'
import { failureStatus } from './problem.js'

type Json = Record<string, unknown>

/**
 * The OpenAPI 3.1 document of the operations that have a route, derived from their definitions:
 * every path, parameter, body, answer and refusal, with the permission each needs.
 */
export function openApiDocument({
  operations,
  basePath,
  title = 'Rosterkit',
  version = '1',
}: {
  readonly operations: readonly Operation[]
  readonly basePath: string
  readonly title?: string
  readonly version?: string
}): Json {
  const doors = operations.filter((operation) => operation.http !== undefined)
  const schemas = componentSchemas(doors)
  const paths: Record<string, Json> = {}
  for (const operation of doors) {
    const { method, path } = operation.http!
    const described = describe(operation, schemas)
    paths[path] = { ...paths[path], [method.toLowerCase()]: described }
    if (takesPlan(operation))
      paths[plansPath + path] = {
        ...paths[plansPath + path],
        [method.toLowerCase()]: describePlan(operation, described),
      }
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version,
      description:
        'User administration: people, roles in a tree of organizations, explained status. Refusals are problem documents (RFC 9457) with a stable `code`.',
    },
    servers: [{ url: basePath }],
    paths,
    components: { schemas: { ...schemas.all, Plan: planOutput, Problem: problemSchema } },
  }
}

function describe(operation: Operation, schemas: ComponentSchemas): Json {
  const { method, creates } = operation.http!
  const inPath = pathParameters(operation.http!)
  const input = schemas.inputOf(operation)
  const properties = (input['properties'] ?? {}) as Record<string, Json>
  const required = (input['required'] ?? []) as string[]
  const others = Object.keys(properties).filter((name) => !inPath.includes(name))
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: properties[name],
    ...(properties[name]?.['type'] === 'array' ? { style: 'form', explode: false } : {}),
  })
  const { example } = operation as { example: Record<string, unknown> }
  const body = {
    ...input,
    properties: Object.fromEntries(others.map((name) => [name, properties[name]])),
    required: required.filter((name) => !inPath.includes(name)),
  }
  const bodyExample = Object.fromEntries(
    Object.entries(example).filter(([name]) => !inPath.includes(name)),
  )
  return {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]],
    summary: operation.summary,
    ...(operation.permission
      ? {
          'x-permission': operation.permission,
          description: `Needs the permission \`${operation.permission}\`: ${permissions[operation.permission].toLowerCase()}.`,
        }
      : {}),
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...(method === 'GET' ? others.map((name) => parameter(name, 'query')) : []),
      ...(takesIdempotencyKey(operation) ? [idempotencyKey] : []),
      ...(takesPlan(operation) ? [planParameter] : []),
    ],
    ...(method !== 'GET' && others.length > 0
      ? {
          requestBody: {
            required: body.required.length > 0,
            content: { 'application/json': { schema: body, example: bodyExample } },
          },
        }
      : {}),
    responses: {
      [creates ? '201' : '200']: {
        description: 'Done.',
        content: { 'application/json': { schema: schemas.outputOf(operation) } },
      },
      ...refusals(failuresOf(operation)),
    },
  }
}

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 255 },
  description:
    'Sent again with the same key, a request that was carried out is answered as before and does nothing.',
}

const planParameter: Json = {
  name: planHeader,
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 4096 },
  description:
    'The plan that was looked at, from the same path below `/plans`. The command is carried out only as long as the plan is true, and refused as `stale_plan` else.',
}

const planOutput = withoutEnvelope(z.toJSONSchema(planSchema) as Json)

/** What a command would do is asked like the command itself, and answered with a plan. */
function describePlan(
  operation: Operation,
  { responses: _, parameters, ...described }: Json,
): Json {
  const unasked: unknown[] = [idempotencyKey, planParameter]
  return {
    ...described,
    operationId: `${operation.name}.plan`,
    summary: `The plan of this command, which is not carried out: ${operation.summary}`,
    parameters: (parameters as unknown[]).filter((parameter) => !unasked.includes(parameter)),
    responses: {
      200: {
        description: 'The plan.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Plan' } } },
      },
      ...refusals(failuresOf(operation)),
    },
  }
}

function refusals(codes: readonly FailureCode[]): Json {
  const byStatus = new Map<number, FailureCode[]>()
  for (const code of codes)
    byStatus.set(failureStatus[code], [...(byStatus.get(failureStatus[code]) ?? []), code])
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, those]) => [
        String(status),
        {
          description: those.map((code) => `\`${code}\`: ${failureTitle(code)}`).join('; '),
          content: {
            'application/problem+json': {
              schema: {
                allOf: [
                  { $ref: '#/components/schemas/Problem' },
                  { properties: { code: { enum: those } } },
                ],
              },
            },
          },
        },
      ]),
  )
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: {
      type: 'string',
      description: 'A sentence for the person: what happened and what to do next.',
    },
    code: { type: 'string', description: 'The stable code to compare.' },
    details: { type: 'object', description: 'What the code carries.' },
    requestId: {
      type: 'string',
      description: 'To quote to whoever runs the server; also in the X-Request-Id header.',
    },
  },
}

interface ComponentSchemas {
  readonly all: Record<string, Json>
  readonly inputOf: (operation: Operation) => Json
  readonly outputOf: (operation: Operation) => Json
}

/**
 * One component per answer; operations that answer with the same schema share it, under the name of
 * the first.
 */
function componentSchemas(operations: readonly Operation[]): ComponentSchemas {
  const names = new Map<unknown, string>()
  const registry = z.registry<{ id: string }>()
  for (const operation of operations) {
    if (names.has(operation.output)) continue
    const id = `${operation.name
      .split('.')
      .map((word) => word[0]!.toUpperCase() + word.slice(1))
      .join('')}Output`
    names.set(operation.output, id)
    registry.add(operation.output, { id })
  }
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
  }) as unknown as { schemas: Record<string, Json> }
  return {
    all: Object.fromEntries(
      Object.entries(schemas).map(([id, schema]) => [id, withoutEnvelope(schema)]),
    ),
    inputOf: (operation) =>
      withoutEnvelope(
        z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Json,
      ),
    outputOf: (operation) => ({ $ref: `#/components/schemas/${names.get(operation.output)}` }),
  }
}

function withoutEnvelope({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema
}
