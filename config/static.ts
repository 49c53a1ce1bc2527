import { defineConfig } from '@adonisjs/static'

/** Built assets carry their hash in the name, so a browser may keep them. */
export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  maxAge: '30d',
  headers: (path) => (path.includes('/assets/') ? { 'x-content-type-options': 'nosniff' } : {}),
})
