import env from '#start/env'
import { defineConfig, stores } from '@adonisjs/session'
import { appUrl } from '#config/app'
import { sparing } from '#core/web/sparing_sessions'
import { withPerson } from '#identity/sessions'

/** Sessions live in the database: a wiped Redis signs nobody out, and each can be revoked. */
const sessionConfig = defineConfig({
  enabled: true,
  cookieName: 'diwan-session',
  clearWithBrowser: false,
  age: '8h',
  cookie: {
    path: '/',
    httpOnly: true,
    secure: String(appUrl).startsWith('https'),
    sameSite: 'lax',
  },
  store: env.get('SESSION_DRIVER'),
  stores: {
    cookie: stores.cookie(),
    database: withPerson(sparing(stores.database({ tableName: 'sessions' }))),
  },
})

export default sessionConfig
