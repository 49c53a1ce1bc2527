import app from '@adonisjs/core/services/app'
import { defineConfig, formatters, loaders } from '@adonisjs/i18n'

/** Arabic first; English is the switch. Texts live in resources/lang/{ar,en}/DOMAIN.json. */
export default defineConfig({
  defaultLocale: 'ar',
  supportedLocales: ['ar', 'en'],
  formatter: formatters.icu(),
  loaders: [loaders.fs({ location: app.languageFilesPath() })],
})
