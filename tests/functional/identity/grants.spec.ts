import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/fiscal'
import ChangeRole from '#identity/actions/change_role'
import EndGrant from '#identity/actions/end_grant'
import GiveGrant from '#identity/actions/give_grant'
import Grant from '#identity/models/grant'
import Role from '#identity/models/role'
import SignIn from '#identity/models/sign_in'
import type User from '#identity/models/user'
import { assertReaches } from '#identity/reach'
import { aGrant, aPerson, aRole } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

async function roleId(code: string) {
  return (await Role.findByOrFail('code', code)).id
}

async function isSignedIn(user: User) {
  const sessionId = `session-${user.id}-${Math.random()}`
  return SignIn.begin(user, { sessionId, source: '10.0.0.1', agent: 'test' })
}

test.group('Grants', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a grant holds from its first day until the day before its last', async ({ assert }) => {
    const unitId = await aUnit()
    const user = await aPerson({ unitId })
    const day = today()
    const cases = [
      { from: addDays(day, -1), to: null, holds: true },
      { from: day, to: null, holds: true },
      { from: day, to: addDays(day, 1), holds: true },
      { from: addDays(day, 1), to: null, holds: false },
      { from: addDays(day, -9), to: day, holds: false },
    ]
    for (const { from, to, holds } of cases) {
      const id = await aGrant(user.id, 'cashier', unitId, { from, to })
      await user.loadAccess()
      assert.equal(user.can('accounts.receipts.manage', unitId), holds, `${from} – ${to}`)
      assert.equal((await Grant.findOrFail(id)).isInForce(), holds)
      await db.from('grants').where('id', id).delete()
    }
  })

  test('a supervisor gives a role in his units: it holds at once and the trail tells it', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const child = await aUnit(unitId)
    const boss = await aPerson({ unitId, roles: ['system_supervisor'] })
    const user = await aPerson({ unitId: child })
    const session = await isSignedIn(user)
    const grant = await new GiveGrant().handle(
      { userId: user.id, roleId: await roleId('cashier'), unitId: child, reason: 'قرار 77' },
      { by: boss }
    )
    await user.loadAccess()
    assert.isTrue(user.can('accounts.receipts.manage', child))
    assert.isFalse(user.can('accounts.receipts.manage', unitId))
    const [row] = await db.from('trail').where({ unit_id: child, action: 'grant.given' })
    assert.equal(row.actor_id, boss.id)
    assert.equal(row.subject_id, grant.id)
    assert.equal(row.reason, 'قرار 77')
    // His sessions end, so that he comes back with what he may do now.
    await session.refresh()
    assert.equal(session.endedBecause, 'access_changed')
  })

  test('nobody grants himself, by page or by raw SQL', async ({ assert }) => {
    const unitId = await aUnit()
    const boss = await aPerson({ unitId, roles: ['system_supervisor'] })
    const cashier = await roleId('cashier')
    await assert.rejects(
      () => new GiveGrant().handle({ userId: boss.id, roleId: cashier, unitId }, { by: boss }),
      /لا يغيّر أحد صلاحياته/
    )
    await assert.rejects(
      () =>
        db.rawQuery(
          "INSERT INTO grants (user_id, role_id, unit_id, valid_from, granted_by) VALUES (?, ?, ?, '2026-01-01', ?)",
          [boss.id, cashier, unitId, boss.id]
        ),
      /grants_not_to_oneself/
    )
  })

  test('nobody grants what he does not hold in that unit', async ({ assert }) => {
    const unitId = await aUnit()
    const elsewhere = await aUnit()
    const role = await aRole(['identity.grants.manage', 'revenue.charges.read'])
    const granter = await aPerson({ unitId, roles: [role.code] })
    const user = await aPerson({ unitId })
    const reader = await aRole(['revenue.charges.read'])
    const maker = await aRole(['revenue.charges.read', 'revenue.charges.manage'])
    const give = (roleOf: number, unit: number, by: User) =>
      new GiveGrant().handle({ userId: user.id, roleId: roleOf, unitId: unit }, { by })
    await assert.rejects(() => give(maker.id, unitId, granter), /إدارة المستحقات/)
    await assert.rejects(() => give(reader.id, elsewhere, granter), /عرض المستحقات/)
    await give(reader.id, unitId, granter)

    // A supervisor assigns roles that he does not exercise, but in his units alone.
    const boss = await aPerson({ unitId, roles: ['system_supervisor'] })
    await give(maker.id, unitId, boss)
    await assert.rejects(() => give(maker.id, elsewhere, boss), /لا تملك في هذه الوحدة/)
  })

  test('a granter whose own grant has ended grants nothing, even in the same request', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const boss = await aPerson({ unitId })
    const own = await aGrant(boss.id, 'system_supervisor', unitId)
    await boss.loadAccess()
    const user = await aPerson({ unitId })
    await new EndGrant().handle({ grantId: own }, { by: null })
    const cashier = await roleId('cashier')
    await assert.rejects(
      () => new GiveGrant().handle({ userId: user.id, roleId: cashier, unitId }, { by: boss }),
      /لا تملك في هذه الوحدة/
    )
  })

  test('the same role in the same unit is not given twice over one time', async ({ assert }) => {
    const unitId = await aUnit()
    const user = await aPerson({ unitId })
    const cashier = await roleId('cashier')
    const give = (from: string, to: string | null) =>
      new GiveGrant().handle({ userId: user.id, roleId: cashier, unitId, from, to }, { by: null })
    await give('2026-01-01', '2026-07-01')
    await assert.rejects(() => give('2026-06-30', null), /له هذا الدور/)
    await give('2026-07-01', null)
    await assert.rejects(() => give('2027-01-01', '2027-02-01'), /له هذا الدور/)
  })

  test('an ended grant stays on the record, holds no more and ends the sessions', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const boss = await aPerson({ unitId, roles: ['system_supervisor'] })
    const user = await aPerson({ unitId })
    const grantId = await aGrant(user.id, 'cashier', unitId)
    const session = await isSignedIn(user)
    await new EndGrant().handle({ grantId, reason: 'نُقل' }, { by: boss })
    await user.loadAccess()
    assert.isFalse(user.holds('accounts.receipts.manage'))
    const grant = await Grant.findOrFail(grantId)
    assert.equal(grant.revokedBy, boss.id)
    await session.refresh()
    assert.equal(session.endedBecause, 'access_changed')
    await assert.rejects(() => new EndGrant().handle({ grantId }, { by: boss }), /منتهٍ بالفعل/)
  })

  test('a role changes only by one who manages every unit where it is granted and does not hold it', async ({
    assert,
  }) => {
    const [here, there] = [await aUnit(), await aUnit()]
    const boss = await aPerson({ unitId: here, roles: ['system_supervisor'] })
    const role = await aRole(['revenue.charges.read'])
    const holder = await aPerson({ unitId: here, roles: [role.code] })
    const session = await isSignedIn(holder)
    const facts = {
      nameAr: 'دور آخر',
      nameEn: 'Other',
      descriptionAr: '',
      descriptionEn: '',
      permissions: ['revenue.charges.read', 'revenue.differences.read'] as never,
    }
    await new ChangeRole().change(role.id, facts, { by: boss })
    await holder.loadAccess()
    assert.isTrue(holder.can('revenue.differences.read', here))
    await session.refresh()
    assert.equal(session.endedBecause, 'access_changed')

    await aPerson({ unitId: there, roles: [role.code] })
    await assert.rejects(() => new ChangeRole().change(role.id, facts, { by: boss }), /خارج إدارتك/)
    const own = await aRole(['core.jobs.read'])
    await aGrant(boss.id, own.code, here)
    await assert.rejects(() => new ChangeRole().change(own.id, facts, { by: boss }), /ممنوح لك/)
    const cashier = await roleId('cashier')
    await assert.rejects(() => new ChangeRole().change(cashier, facts, { by: boss }), /الثابتة/)
  })

  test('nobody manages the account of a person whose grants reach beyond his own units', async ({
    assert,
  }) => {
    const top = await aUnit()
    const town = await aUnit(top)
    const boss = await aPerson({ unitId: town, roles: ['system_supervisor'] })
    const clerk = await aPerson({ unitId: town, roles: ['cashier'] })
    const governor = await aPerson({ unitId: town })
    await aGrant(governor.id, 'governor', top)
    await assertReaches(boss, clerk)
    await assert.rejects(() => assertReaches(boss, governor), /خارج إدارتك/)
    await assert.rejects(() => assertReaches(boss, boss), /بنفسه/)
  })

  test('the seventeen seeded roles exist, and those who only read hold nothing that changes', async ({
    assert,
  }) => {
    const seeded = await Role.query().where('is_seeded', true)
    assert.equal(seeded.length, 17)
    for (const code of ['governor', 'ministry_auditor']) {
      const permissions = await (await Role.findByOrFail('code', code)).permissions()
      assert.isAbove(permissions.length, 15)
      assert.deepEqual(
        permissions.filter((name) => !/\.(read|see_identity)$/.test(name)),
        []
      )
    }
  })
})
