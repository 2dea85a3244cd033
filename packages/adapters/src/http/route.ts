import type { HttpRoute, Operation } from '@rosterkit/core'

/** The names in braces of a route's path, in order. */
export function pathParameters(route: HttpRoute): string[] {
  return Array.from(route.path.matchAll(/\{(\w+)\}/g), (match) => match[1]!)
}

/** Fills a route's path from an input, and gives what is left for the query string or the body. */
export function fillPath(
  route: HttpRoute,
  input: object,
): { readonly path: string; readonly rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input }
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    // Half a surrogate pair has no encoding; it goes as the query string and the body send it, and
    // the server says what is wrong.
    return encodeURIComponent(String(value).toWellFormed())
  })
  return { path, rest }
}

/** The operation whose route a path matches for each method, with the values of its parameters. */
export interface RouteMatch {
  readonly parameters: Record<string, string>
  readonly byMethod: ReadonlyMap<string, Operation>
}

/** Finds operations by path. */
export function routeTable(operations: readonly Operation[]): (path: string) => RouteMatch | null {
  const routes = new Map<
    string,
    { readonly segments: readonly string[]; readonly byMethod: Map<string, Operation> }
  >()
  for (const operation of operations) {
    if (!operation.http) continue
    const { method, path } = operation.http
    const route = routes.get(path) ?? {
      segments: path.split('/').slice(1),
      byMethod: new Map<string, Operation>(),
    }
    if (route.byMethod.has(method))
      throw new Error(`Two operations have the route ${method} ${path}.`)
    route.byMethod.set(method, operation)
    routes.set(path, route)
  }
  return (path) => {
    const given = path.split('/').slice(1)
    for (const { segments, byMethod } of routes.values()) {
      const parameters = matchSegments(segments, given)
      if (parameters) return { parameters, byMethod }
    }
    return null
  }
}

function matchSegments(
  segments: readonly string[],
  given: readonly string[],
): Record<string, string> | null {
  if (segments.length !== given.length) return null
  const parameters: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const value = decoded(given[index]!)
    if (value === null) return null
    if (segment.startsWith('{')) parameters[segment.slice(1, -1)] = value
    // As it is spelt: a proxy that shuts a path must not be got round by writing the path
    // otherwise.
    else if (segment !== given[index]) return null
  }
  return parameters
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
