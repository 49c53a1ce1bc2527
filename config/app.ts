import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/core/http'

export const appUrl = env.get('APP_URL', `http://${env.get('HOST')}:${env.get('PORT')}`)

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: true,
  cookie: {
    domain: '',
    path: '/',
    maxAge: '12h',
    httpOnly: true,
    // Behind TLS in production (APP_URL says so); plain on the machine itself.
    secure: app.inProduction && String(appUrl).startsWith('https'),
    sameSite: 'lax',
  },
})
