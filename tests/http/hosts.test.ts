import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRosterClient } from '@rosterkit/adapters/client'
import { createRosterHandler } from '@rosterkit/adapters/server'
import { getRequestListener, serve } from '@hono/node-server'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { openWorld, refusalOf } from '../world.ts'

// Each way of mounting that docs/embedding.md shows, on a real server and a real socket.

type Handler = (request: Request) => Promise<Response>

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const hosts: Readonly<Record<string, (handler: Handler) => Promise<number>>> = {
  async 'plain Node'(handler) {
    return listening(
      createServer(
        (request, response) => void getRequestListener(handler)(request, response),
      ).listen(0, '127.0.0.1'),
    )
  },

  async Hono(handler) {
    const app = new Hono()
    app.all('/api/roster/*', (context) => handler(context.req.raw))
    return listening(serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server)
  },

  async 'Express with express.json() for the rest'(handler) {
    const app = express()
    app.all('/api/roster/*path', getRequestListener(handler))
    app.use(express.json())
    app.post('/own', (request, response) => void response.json(request.body))
    return listening(app.listen(0, '127.0.0.1'))
  },

  async 'Fastify with its own parsers for the rest'(handler) {
    const app = fastify()
    app.post('/own', (request) => request.body)
    app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
      scope.all('/api/roster/*', (request, reply) => {
        reply.hijack()
        return getRequestListener(handler)(request.raw, reply.raw)
      })
    })
    closing.push(() => app.close())
    await app.listen({ port: 0, host: '127.0.0.1' })
    return (app.server.address() as AddressInfo).port
  },
}

async function listening(server: Server): Promise<number> {
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

describe.each(Object.entries(hosts))('in %s', (_, mount) => {
  const open = async () => {
    const world = await openWorld()
    const admin = await world.join('admin', 'acme', { roles: ['administrator'] })
    const ada = await world.join('ada', 'acme')
    const handler = createRosterHandler(world.roster, {
      caller: (request) => (request.headers.get('cookie') === 'sid=admin' ? admin.id : null),
    })
    const origin = `http://127.0.0.1:${await mount(handler)}`
    return {
      ...world,
      ada,
      origin,
      client: createRosterClient({
        baseUrl: `${origin}/api/roster`,
        headers: { cookie: 'sid=admin' },
      }),
      stranger: createRosterClient({ baseUrl: `${origin}/api/roster` }),
    }
  }

  it('lists, changes and refuses as everywhere', async () => {
    const { client, stranger, ada } = await open()
    expect((await client.users.list({ search: 'ada' })).items.map(({ id }) => id)).toEqual([ada.id])
    expect(
      (await client.users.lock({ userId: ada.id, reason: 'Lost phone – “Łódź”.' })).status
        .reasons[0],
    ).toMatchObject({ reason: 'Lost phone – “Łódź”.' })
    expect(
      await refusalOf(client.users.update({ userId: ada.id, version: 1, userType: 'x' })),
    ).toBe('stale_version')
    expect(await refusalOf(stranger.users.list())).toBe('unauthenticated')
  })

  it('gives methods, headers and limits through', async () => {
    const { origin, ada } = await open()
    const address = `${origin}/api/roster/users/${ada.id}`
    const head = await fetch(address, { method: 'HEAD', headers: { cookie: 'sid=admin' } })
    expect([head.status, head.headers.get('etag'), head.headers.get('cache-control')]).toEqual([
      200,
      '"1"',
      'no-store',
    ])
    const options = await fetch(address, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([
      204,
      'GET, PATCH, HEAD, OPTIONS',
    ])
    const put = await fetch(address, {
      method: 'PUT',
      body: '{}',
      headers: { 'content-type': 'application/json', cookie: 'sid=admin', origin },
    })
    expect(put.status).toBe(405)
    const patch = (headers: Record<string, string>, body: string) =>
      fetch(address, {
        method: 'PATCH',
        body,
        headers: { 'content-type': 'application/json', cookie: 'sid=admin', ...headers },
      })
    expect(
      (await patch({ origin: 'https://evil.example' }, '{"version":1,"userType":"x"}')).status,
    ).toBe(403)
    expect((await patch({ origin }, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413)
    expect((await patch({ origin, 'if-match': '"1"' }, '{"userType":"x"}')).status).toBe(200)
  })
})

it.each(Object.keys(hosts).filter((name) => name.endsWith('the rest')))(
  'in %s the host’s own routes read bodies as before',
  async (name) => {
    const { roster } = await openWorld()
    const port = await hosts[name]!(createRosterHandler(roster, { caller: () => null }))
    const response = await fetch(`http://127.0.0.1:${port}/own`, {
      method: 'POST',
      body: '{"mine":true}',
      headers: { 'content-type': 'application/json' },
    })
    expect(await response.json()).toEqual({ mine: true })
  },
)
