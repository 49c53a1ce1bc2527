import type { ApplicationService } from '@adonisjs/core/types'
import '#identity/access/declaration'
import '#identity/tokens/scopes'
import { guardRoutes } from '#identity/access/guard_routes'

/** Gives routes their words of access before any is written, and stops the boot on a silent one. */
export default class AccessProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    guardRoutes(await this.app.container.make('router'))
  }
}
