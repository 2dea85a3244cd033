import { readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'oxc-parser'
import type { Plugin } from 'esbuild'

/**
 * What only servers read of an operation: the documentation, the refusals, the state it needs and
 * the shape of its answer. Pages send operations and never read these. With the schemas that they
 * bring along they would be 9 of a page's 70 kB.
 */
const serverFields = new Set(['summary', 'example', 'failures', 'possible', 'output', 'showsOnce'])

/** Forms check the input of commands; only the server checks that of queries. */
const serverFieldsOfQueries = new Set([...serverFields, 'input'])

/** Leaves {@link serverFields} out of every object that `satisfies Operation`. */
export const withoutServerFields: Plugin = {
  name: 'without-server-fields',
  setup(build) {
    build.onLoad({ filter: /[/\\](?:operations|batch)[/\\].*\.ts$/ }, ({ path }) => ({
      contents: stripped(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

function stripped(path: string, source: string): string {
  const cuts: { readonly start: number; readonly end: number }[] = []
  new Visitor({
    TSSatisfiesExpression({ expression, typeAnnotation, ...node }) {
      if (source.slice(typeAnnotation.start, typeAnnotation.end) !== 'Operation') return
      const object = expression.type === 'TSAsExpression' ? expression.expression : expression
      if (object.type !== 'ObjectExpression')
        throw new Error(`${path}:${node.start}: an operation must be a plain object.`)
      const text = source.slice(object.start, object.end)
      const fields = /\bkind: 'query'/.test(text) ? serverFieldsOfQueries : serverFields
      for (const property of object.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
        if (fields.has(property.key.name)) cuts.push(property)
      }
    },
  }).visit(parseSync(path, source).program)
  // From the end, so that the places before stay right; with the comma behind.
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''),
      source,
    )
}
