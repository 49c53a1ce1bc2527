import { test } from '@japa/runner'
import { Router } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { assertRoutesDeclared, guardRoutes } from '#identity/access/guard_routes'

async function aRouter() {
  const encryption = await app.container.make('encryption')
  return new Router(app as never, encryption as never, router.qs)
}

test.group('Undeclared routes', () => {
  test('the routes of this application all declare who may come', ({ assert }) => {
    assert.doesNotThrow(() => assertRoutesDeclared(router))
  })

  test('a route that declares nothing stops the boot with its name', async ({ assert }) => {
    const fresh = await aRouter()
    guardRoutes(fresh)
    fresh.get('/open', () => '').forEveryone()
    fresh.get('/salaries', () => '').as('salaries.index')
    assert.throws(() => fresh.commit(), /GET\|HEAD \/salaries \(salaries\.index\)/)
  })

  test('a scope that names a parameter the address lacks stops the boot', async ({ assert }) => {
    const fresh = await aRouter()
    guardRoutes(fresh)
    fresh
      .get('/charges/:id', () => '')
      .may('revenue.charges.read', { param: 'ident', of: 'charges' })
    assert.throws(() => fresh.commit(), /:ident/)
  })

  test('access is declared once, or it would be unclear which holds', async ({ assert }) => {
    const fresh = await aRouter()
    const route = fresh.get('/twice', () => '').forEveryone()
    assert.throws(() => route.forSignedIn(), /declares its access twice/)
  })
})
