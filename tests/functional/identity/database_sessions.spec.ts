import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import GiveGrant from '#identity/actions/give_grant'
import Role from '#identity/models/role'
import { aPerson } from '#tests/support/people'
import { aServerProcess, type ServerProcess } from '#tests/support/server_process'
import { aUnit } from '#tests/support/units'
import { Visitor } from '#tests/support/visitor'

const PASSWORD = 'camel brass window tide'

/** The sessions of real life lie in MariaDB; other tests keep theirs in memory. */
test.group('Sessions in the database', (group) => {
  let servers: ServerProcess[] = []
  group.setup(async () => {
    servers = [
      await aServerProcess({ SESSION_DRIVER: 'database' }),
      await aServerProcess({ SESSION_DRIVER: 'database' }),
    ]
  })
  group.teardown(async () => {
    for (const server of servers) await server.stop()
  })

  test('a session opened at one web process holds at another and outlives a wiped Redis; it ends everywhere when a role is given', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const user = await aPerson({ unitId, password: PASSWORD })
    const here = new Visitor(servers[0]!.base)
    await here.signIn(user.email, PASSWORD)
    const rows = await db.from('sessions').where('user_id', String(user.id))
    assert.lengthOf(rows, 1)
    assert.notInclude(String(rows[0].data), PASSWORD)

    const there = here.at(servers[1]!.base)
    assert.equal((await there.get('/account')).status, 200)
    await redis.flushdb()
    assert.equal((await there.get('/account')).status, 200)

    const { id: roleId } = await Role.findByOrFail('code', 'cashier')
    await new GiveGrant().handle({ userId: user.id, roleId, unitId }, { by: null })
    assert.lengthOf(await db.from('sessions').where('user_id', String(user.id)), 0)
    assert.equal((await here.get('/account')).location, '/sign-in')
    assert.equal((await there.get('/account')).location, '/sign-in')
  }).timeout(60_000)
})
