import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  hooks: {
    init: [
      indexEntities({
        controllers: { source: 'app', glob: ['**/*_controller.ts'], importAlias: '#app' },
        events: { source: 'app', glob: ['**/events/*.ts'], importAlias: '#app' },
        listeners: { source: 'app', glob: ['**/listeners/*.ts'], importAlias: '#app' },
      }),
    ],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands')],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    {
      file: () => import('@adonisjs/core/providers/repl_provider'),
      environment: ['repl', 'test'],
    },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/redis/redis_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('#core/web/shield_once_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('#core/web/assets_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('#identity/access/provider'),
  ],
  preloads: [
    () => import('#start/transactions'),
    () => import('#start/routes'),
    () => import('#start/kernel'),
    () => import('#start/imports'),
    () => import('#start/registry_ports'),
    () => import('#start/accounts_ports'),
    () => import('#start/budget_ports'),
    () => import('#start/rule_tables'),
    () => import('#start/jobs'),
    () => import('#start/view'),
    { file: () => import('#start/warm'), environment: ['web'] },
  ],
  tests: {
    suites: [
      { files: ['tests/unit/**/*.spec.{ts,js}'], name: 'unit', timeout: 20_000 },
      { files: ['tests/functional/**/*.spec.{ts,js}'], name: 'functional', timeout: 60_000 },
      { files: ['tests/scenarios/**/*.spec.{ts,js}'], name: 'scenarios', timeout: 300_000 },
      { files: ['tests/browser/**/*.spec.{ts,js}'], name: 'browser', timeout: 300_000 },
    ],
    forceExit: false,
  },
  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/icons/*.svg', reloadServer: false },
    { pattern: 'resources/lang/**/*.{json,yaml,yml}', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
  ],
})
