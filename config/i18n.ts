import app from '@adonisjs/core/services/app'
import { defineConfig, loaders } from '@adonisjs/i18n'
import { rememberingMessages } from '#core/web/messages'

/** Arabic first; English is the switch. Texts live in resources/lang/{ar,en}/DOMAIN.json. */
export default defineConfig({
  defaultLocale: 'ar',
  supportedLocales: ['ar', 'en'],
  formatter: rememberingMessages(),
  loaders: [loaders.fs({ location: app.languageFilesPath() })],
})
