import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Remembered, dataState, forgetOldMarks } from '#core/rarely_changed'
import User from '#identity/models/user'
import { aGrant, aPerson, aRole } from '#tests/support/people'
import { aServerProcess } from '#tests/support/server_process'
import { aUnit } from '#tests/support/units'
import { Visitor } from '#tests/support/visitor'

const PASSWORD = 'camel brass window tide'

test.group('What changes rarely is remembered', () => {
  test('until units, grants, roles or heads change, by whatever way', async ({ assert }) => {
    let reads = 0
    const kept = new Remembered(async () => ++reads)
    const unitId = await aUnit()
    await kept.get()
    await kept.get()
    assert.equal(reads, 1)

    const role = await aRole(['revenue.charges.read'])
    const user = await aPerson({ unitId })
    const changes = [
      () => db.from('units').where('id', unitId).update({ name_en: 'Renamed' }),
      () => aGrant(user.id, role.code, unitId),
      () => db.from('role_permissions').where('role_id', role.id).delete(),
      () =>
        db
          .from('revenue_heads')
          .limit(1)
          .update({ name_en: db.raw('CONCAT(name_en, " ")') }),
      () => db.from('revenue_heads').update({ name_en: db.raw('TRIM(name_en)') }),
    ]
    for (const [index, change] of changes.entries()) {
      await kept.get()
      const before = reads
      await change()
      assert.equal(await kept.get(), before + 1, `change ${index}`)
    }
  })

  test('a query that loads it runs once, however often it is asked for', async ({ assert }) => {
    let runs = 0
    const kept = new Remembered(() => {
      const query = db.from('revenue_heads').select('code')
      const run = query.then.bind(query)
      query.then = ((...given: Parameters<typeof run>) => {
        runs++
        return run(...given)
      }) as typeof query.then
      return query
    })
    for (let turn = 0; turn < 3; turn++) assert.isArray(await kept.get())
    assert.equal(runs, 1)
  })

  test('a change that is taken back changes nothing, and two at once both count', async ({
    assert,
  }) => {
    const units = [await aUnit(), await aUnit()]
    const before = await dataState()
    const trx = await db.transaction()
    await trx.from('units').where('id', units[0]!).update({ name_en: 'Never' })
    await trx.rollback()
    assert.equal(await dataState(), before)

    // The one that began first ends last: neither waits for the other, neither is missed.
    const first = await db.transaction()
    await first.from('units').where('id', units[0]!).update({ name_en: 'First' })
    await db.from('units').where('id', units[1]!).update({ name_en: 'Second' })
    const between = await dataState()
    await first.commit()
    assert.notEqual(between, before)
    assert.notEqual(await dataState(), between)
  })

  test('marks that are taken away never bring an old state back', async ({ assert }) => {
    const unitId = await aUnit()
    const seen = new Set<string>()
    for (let turn = 0; turn < 4; turn++) {
      await db
        .from('units')
        .where('id', unitId)
        .update({ name_en: `Turn ${turn}` })
      await forgetOldMarks('0 SECOND')
      const state = await dataState()
      assert.isFalse(seen.has(state))
      seen.add(state)
    }
    const [{ n }] = await db.from('data_changes').count('* as n')
    assert.isAtMost(Number(n), 51)
  })

  test('a grant that is revoked shuts the next page of every process', async ({ assert }) => {
    const unitId = await aUnit()
    const role = await aRole(['revenue.charges.read'])
    const user = await aPerson({ unitId, password: PASSWORD, roles: [role.code] })
    const server = await aServerProcess({ SESSION_DRIVER: 'database' })
    try {
      const visitor = new Visitor(server.base)
      await visitor.signIn(user.email, PASSWORD)
      assert.equal((await visitor.get('/revenue/charges')).status, 200)
      assert.equal((await visitor.get('/revenue/charges')).status, 200)

      await db.from('grants').where('user_id', user.id).update({ revoked_at: new Date() })
      assert.equal((await visitor.get('/revenue/charges')).status, 403)
      await aGrant(user.id, role.code, unitId)
      assert.equal((await visitor.get('/revenue/charges')).status, 200)

      await db.from('users').where('id', user.id).update({ status: 'suspended' })
      assert.equal((await visitor.get('/revenue/charges')).location, '/sign-in')
    } finally {
      await server.stop()
    }
  }).timeout(90_000)

  test('one person never meets the access of another', async ({ assert }) => {
    const [here, there] = [await aUnit(), await aUnit()]
    const { code } = await aRole(['revenue.charges.read'])
    const one = await aPerson({ unitId: here, roles: [code] })
    const other = await aPerson({ unitId: there, roles: [code] })
    for (let turn = 0; turn < 3; turn++) {
      const [a, b] = await Promise.all([User.withAccess(one.id), User.withAccess(other.id)])
      assert.deepEqual(a.unitIds('revenue.charges.read'), [here])
      assert.deepEqual(b.unitIds('revenue.charges.read'), [there])
    }
  })
})
