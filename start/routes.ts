/**
 * Every domain keeps its own routes; this file only gathers them.
 */
import router from '@adonisjs/core/services/router'
import '#core/routes'
import '#reporting/papers/routes'
import '#revenue/routes'
import '#accounts/routes'
import '#registry/routes'
import '#identity/routes'

router
  .get('/health', async () => ({ status: 'ok' }))
  .as('health')
  .forEveryone()
