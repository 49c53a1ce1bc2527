import type { ApplicationService } from '@adonisjs/core/types'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import edge from 'edge.js'

/**
 * Makes the middleware against forged requests once. It holds nothing of a request, but its own provider
 * makes it, and asks the module loader for the template engine, with every page.
 */
export default class ShieldOnceProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    this.app.container.singleton(ShieldMiddleware, async () => {
      const encryption = await this.app.container.make('encryption')
      return new ShieldMiddleware(this.app.config.get('shield', {}), encryption.use(), edge)
    })
  }
}
