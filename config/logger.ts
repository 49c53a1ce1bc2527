import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, syncDestination, targets } from '@adonisjs/core/logger'

export default defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'diwan',
      level: env.get('LOG_LEVEL', 'info'),
      destination: !app.inProduction ? await syncDestination() : undefined,
      transport: { targets: [targets.file({ destination: 2 })] },
    },
  },
})
