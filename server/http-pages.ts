/** Serves the built client; where there is none, a plain page that says what runs here and lets people sign in. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { AUTH_PATH } from './core/authentication.ts'
import { escaped } from './core/html-text.ts'
import { GRAPHQL_PATH } from './graphql/yoga.ts'
import { contentPolicy } from './http-security-headers.ts'

export const CLIENT_DIRECTORY = join(import.meta.dirname, '../client/dist')

/** A person of the demo world, shown to everybody with the password. */
export interface DemoSignIn {
  name: string
  email: string
  roles: readonly string[]
  password: string
}

/** `signIns` is empty outside of the demo. */
export function pages({ directory, signIns }: { directory: string; signIns: readonly DemoSignIn[] }): RequestHandler {
  const index = join(directory, 'index.html')
  if (!existsSync(index)) return startPage(signIns)
  const router = Router()
  router.get('/demo-sign-ins', (_request, response) => void response.json(signIns))
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  router.use(express.static(directory, { index: false, maxAge: 0 }))
  router.get('/{*path}', (request, response, next) => {
    if (!request.accepts('html')) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(index)
  })
  return router
}

/** The pages of respondents and of customers, whatever their links say: they ask for themselves what a link opens. */
export function linkedPages(directory: string): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true })
  const shown =
    (name: string): RequestHandler =>
    (_request, response, next) => {
      const page = join(directory, name)
      if (!existsSync(page)) return next()
      response.setHeader('Cache-Control', 'no-store')
      response.setHeader('X-Robots-Tag', 'noindex')
      response.sendFile(page)
    }
  router.get(['/s/:token', '/s/:token/stop'], shown('survey.html'))
  router.get('/c/:token', shown('claim.html'))
  router.get('/v/:token', shown('visit.html'))
  return router
}

function startPage(signIns: readonly DemoSignIn[]): RequestHandler {
  const page = html(signIns)
  const policy = contentPolicy(`'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`)
  return (request, response, next) => {
    if (request.path !== '/' || request.method !== 'GET') return next()
    response.setHeader('Content-Security-Policy', policy)
    response.type('html').send(page)
  }
}

const SCRIPT = `
const form = document.querySelector('form')
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const body = JSON.stringify(Object.fromEntries(new FormData(form)))
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('${AUTH_PATH}/sign-in/email', { method: 'POST', headers, body })
  const said = await response.json().catch(() => null)
  form.querySelector('output').textContent = response.ok ? 'Signed in.' : (said?.message ?? 'That did not work.')
})
`

function html(signIns: readonly DemoSignIn[]): string {
  const names = signIns.map(({ email }) => `<li>${escaped(email)}</li>`).join('')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Customer service group</title>
<h1>Customer service group</h1>
<p>Claims, trial batches, visits and customer satisfaction. This server speaks GraphQL at <a href="${GRAPHQL_PATH}">${GRAPHQL_PATH}</a>.</p>
<form>
<p><label>E-mail <input name="email" type="email" autocomplete="username" required></label>
<p><label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<p><button>Sign in</button> <output></output>
</form>
${names && `<h2>People of the demo</h2><ul>${names}</ul>`}
<script>${SCRIPT}</script>
</html>
`
}
