import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import GiveGrant from '#identity/actions/give_grant'
import Role from '#identity/models/role'
import RequestCommitment from '#budget/commitments/request_commitment'
import { aBudgetLine, pounds } from '#tests/support/budget'
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

  test('the row of the address, read together with the session, is judged as ever: a foreign or missing one is not found', async ({
    assert,
  }) => {
    const own = await aBudgetLine('100.00')
    const foreign = await aBudgetLine('100.00')
    const user = await aPerson({
      unitId: own.unitId,
      password: PASSWORD,
      roles: ['finance_officer'],
    })
    const asked = async ({ lineId }: { lineId: number }) => {
      const input = { lineId, amount: pounds('1.00'), purpose: 'ورق طباعة' }
      const by = user.asActor() as { id: number; name: string }
      return (await new RequestCommitment().handle(input, { by })).id
    }
    const [mine, theirs] = [await asked(own), await asked(foreign)]
    const visitor = new Visitor(servers[0]!.base)
    await visitor.signIn(user.email, PASSWORD)
    const answers = []
    for (const id of [mine, theirs, 999_999_999, `${mine}abc`]) {
      answers.push((await visitor.get(`/budget/commitments/${id}`)).status)
    }
    assert.deepEqual(answers, [200, 404, 404, 404])
    await db.from('grants').where('user_id', user.id).update({ revoked_at: new Date() })
    assert.equal((await visitor.get(`/budget/commitments/${mine}`)).status, 403)
  }).timeout(60_000)
})
