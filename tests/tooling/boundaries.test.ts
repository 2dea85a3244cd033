import { describe, expect, it } from 'vitest'
import { boundaryViolations } from '../../scripts/boundaries.mjs'
import { parseModule } from '../../scripts/module-graph.mjs'

const violations = (files: Record<string, string>): string[] =>
  boundaryViolations(Object.entries(files).map(([path, source]) => parseModule(path, source)))

describe('the boundaries', () => {
  it('lets adapters and react import core, and core import zod', () => {
    expect(
      violations({
        'packages/core/src/index.ts': `import * as z from 'zod'; export { lock } from './domain/users/lock-user.js'`,
        'packages/core/src/domain/users/lock-user.ts': `import { err } from '../../kernel/result.js'; export const lock = err`,
        'packages/core/src/kernel/result.ts': `export const err = 1`,
        'packages/adapters/src/server.ts': `import { lock } from '@rosterkit/core'`,
        'packages/react/src/index.ts': `import { lock } from '@rosterkit/core/contract'; import { useState } from 'react'`,
      }),
    ).toEqual([])
  })

  it.each([
    [
      'core that imports a library',
      { 'packages/core/src/index.ts': `import ky from 'ky'` },
      'make it a port',
    ],
    [
      'core that imports an adapter',
      { 'packages/core/src/index.ts': `import '@rosterkit/adapters/server'` },
      'Arrows point at core only',
    ],
    [
      'react that imports adapters',
      { 'packages/react/src/index.ts': `export * from '@rosterkit/adapters/client'` },
      'Arrows point at core only',
    ],
    [
      'a lazy import that reaches out',
      { 'packages/react/src/index.ts': `void import('@rosterkit/adapters/client')` },
      'Arrows point at core only',
    ],
    [
      'a path into another package',
      {
        'packages/react/src/a.ts': `import '../../core/src/b.js'`,
        'packages/core/src/b.ts': `export {}`,
      },
      'by its package name',
    ],
    [
      'a layer of core that imports one above it',
      {
        'packages/core/src/domain/users/a.ts': `import type { B } from '../../steps/users/b.js'`,
        'packages/core/src/steps/users/b.ts': `export interface B {}`,
      },
      'which is above it',
    ],
    [
      'a file of core in no layer',
      {
        'packages/core/src/helpers/a.ts': `import '../kernel/b.js'`,
        'packages/core/src/kernel/b.ts': `export {}`,
      },
      'is in no layer',
    ],
    [
      'an operation that imports another one',
      {
        'packages/core/src/operations/users/a.ts': `import { b } from './b.js'`,
        'packages/core/src/operations/users/b.ts': `export const b = {} satisfies Operation`,
      },
      'imports the operation in',
    ],
    [
      'a contract that lists an operation of another feature',
      {
        'packages/core/src/operations/users/contract.ts': `import { b } from '../groups/b.js'`,
        'packages/core/src/operations/groups/b.ts': `export const b = {} satisfies Operation`,
      },
      'imports the operation in',
    ],
    [
      'a circle of types alone',
      {
        'packages/core/src/domain/a.ts': `import type { B } from './b.js'; export interface A {}`,
        'packages/core/src/domain/b.ts': `import type { A } from './a.js'; export interface B {}`,
      },
      'a circle of imports',
    ],
    [
      'an inner barrel',
      { 'packages/core/src/users/index.ts': `export {}` },
      'an index file inside a package',
    ],
    [
      'a package that imports its own index',
      {
        'packages/core/src/index.ts': `export {}`,
        'packages/core/src/domain/users/a.ts': `import '../../index.js'`,
      },
      'its own package',
    ],
    [
      'a package that imports itself by name',
      { 'packages/core/src/domain/users/a.ts': `import '@rosterkit/core'` },
      'its own package by name',
    ],
    [
      'a kernel that imports a feature',
      {
        'packages/core/src/kernel/a.ts': `import '../domain/users/b.js'`,
        'packages/core/src/domain/users/b.ts': `export {}`,
      },
      'the kernel imports',
    ],
    [
      'a part in ui/ that asks for data',
      {
        'packages/react/src/ui/a.tsx': `import '../operations/b.js'`,
        'packages/react/src/operations/b.ts': `export {}`,
      },
      'Ask in the screen',
    ],
    [
      'a circle of imports',
      {
        'packages/core/src/domain/users/a.ts': `import { b } from './b.js'; export const a = b`,
        'packages/core/src/domain/users/b.ts': `import { a } from './a.js'; export const b = a`,
      },
      'a circle of imports',
    ],
  ])('refuses %s', (_, files, sentence) => {
    expect(violations(files as Record<string, string>)).toEqual([expect.stringContaining(sentence)])
  })
})
