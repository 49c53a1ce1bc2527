import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: ['resources/js/app.ts', 'resources/css/app.css'],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  build: {
    // The minifier rewrites light-dark() for older targets and breaks the dark sidebar.
    cssTarget: ['chrome130', 'firefox130', 'safari18'],
  },
  server: { watch: { ignored: ['**/.local/**', '**/coverage/**'] } },
})
