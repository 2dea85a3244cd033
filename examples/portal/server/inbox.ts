import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import type { CaughtMail } from './mail-catcher.ts'

// What mails bring along may neither run nor fetch anything; their links open in a new tab.
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/**
 * The page at /inbox: what the mail catcher took, newest first. Null when mail goes to a real
 * server.
 */
export function inboxPage(mails: (() => readonly CaughtMail[]) | null): Hono {
  const routes = new Hono()

  routes.get('/', (context) => context.html(page(mails?.() ?? null, null)))

  routes.get('/:id{[0-9]+}', (context) => {
    const mail = find(context)
    return mail ? context.html(page(mails!(), mail)) : context.notFound()
  })

  routes.get('/:id{[0-9]+}/body', (context) => {
    const mail = find(context)
    if (!mail) return context.notFound()
    context.header('content-security-policy', mailPolicy)
    return context.html(
      mail.html
        ? `<base target="_blank">${mail.html}`
        : html`<base target="_blank"><pre style="font: 15px/1.6 system-ui; white-space: pre-wrap">${linked(mail.text)}</pre>`,
    )
  })

  routes.get('/messages.json', (context) => context.json({ messages: mails?.() ?? [] }))

  return routes

  function find(context: Context): CaughtMail | undefined {
    return mails?.().find(({ id }) => id === Number(context.req.param('id')))
  }
}

function linked(text: string) {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
}

function page(mails: readonly CaughtMail[] | null, open: CaughtMail | null) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Inbox · Harbourline</title>
        <link rel="stylesheet" href="/inbox.css" />
      </head>
      <body>
        <header>
          <a href="/">Harbourline</a>
          <h1>Inbox</h1>
          <p>Every mail that this portal sends ends here. It is for trying out: nothing leaves this machine.</p>
        </header>
        <main>
          ${mails === null ? html`<p class="empty">SMTP_URL is set, so mail goes to that server and not here.</p>` : ''}
          ${mails?.length === 0 ? html`<p class="empty">No mail yet. Reload this page after something was sent.</p>` : ''}
          ${mails && mails.length > 0 ? html`<nav aria-label="Mails">${mails.map((mail) => row(mail, open))}</nav>` : ''} ${open ? reader(open) : ''}
        </main>
      </body>
    </html>`
}

function row(mail: CaughtMail, open: CaughtMail | null) {
  return html`<a href="/inbox/${mail.id}" ${mail.id === open?.id ? html`aria-current="true"` : ''}>
    <strong>${mail.subject}</strong>
    <span>${mail.to}</span>
    <time datetime="${mail.receivedAt}">${mail.receivedAt.slice(0, 16).replace('T', ' ')} UTC</time>
  </a>`
}

function reader(mail: CaughtMail) {
  return html`<article>
    <h2>${mail.subject}</h2>
    <dl>
      <dt>From</dt>
      <dd>${mail.from}</dd>
      <dt>To</dt>
      <dd>${mail.to}</dd>
    </dl>
    <iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/inbox/${mail.id}/body"></iframe>
  </article>`
}
