import { realpathSync } from 'node:fs'
import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

export default defineConfig({
  cacheDir: '.local/vite',
  plugins: [
    adonisjs({
      entryPoints: [
        'resources/js/app.ts',
        'resources/js/field.ts',
        'resources/css/app.css',
        'resources/css/ltr.css',
        'resources/css/field.css',
      ],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  build: {
    // The minifier rewrites light-dark() for older targets and breaks dark surfaces.
    cssTarget: ['chrome130', 'firefox130', 'safari18'],
    // Fonts stay files: an inlined one is sent to everybody and checked by no cache.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    watch: { ignored: ['**/.local/**', '**/coverage/**', '**/storage/**'] },
    // Packages may lie outside the checkout, as in a second worktree that shares them.
    fs: { allow: ['.', realpathSync('node_modules')] },
  },
})
