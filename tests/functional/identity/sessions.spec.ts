import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import ChangeUser from '#identity/actions/change_user'
import EndGrant from '#identity/actions/end_grant'
import GiveGrant from '#identity/actions/give_grant'
import SetPassword from '#identity/actions/set_password'
import Role from '#identity/models/role'
import User from '#identity/models/user'
import { aGrant, aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'
import { Visitor } from '#tests/support/visitor'

const PASSWORD = 'camel brass window tide'

async function signedIn(user: User, password = PASSWORD): Promise<Visitor> {
  const visitor = new Visitor()
  await visitor.signIn(user.email, password)
  return visitor
}

async function isIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/account')).status === 200
}

test.group('Sessions', (group) => {
  let unitId: number
  group.setup(async () => {
    unitId = await aUnit()
  })

  test('signing out ends the session for good, whatever cookie comes back', async ({ assert }) => {
    const user = await aPerson({ unitId, password: PASSWORD })
    const visitor = await signedIn(user)
    assert.isTrue(await isIn(visitor))
    const stolen = new Map(visitor.cookies)
    await visitor.submit('/sign-out')
    assert.isFalse(await isIn(visitor))
    const cookie = [...stolen].map(([name, value]) => `${name}=${value}`).join('; ')
    const replayed = await fetch(`${visitor.base}/account`, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
    })
    assert.equal(replayed.status, 302)
    const [row] = await db.from('sign_ins').where('user_id', user.id)
    assert.equal(row.ended_because, 'sign_out')
  })

  test('a person sees his sessions, ends one, or all the others', async ({ assert }) => {
    const user = await aPerson({ unitId, password: PASSWORD })
    const [first, second, third] = [
      await signedIn(user),
      await signedIn(user),
      await signedIn(user),
    ]
    const page = await first.get('/account/sessions')
    const endable = [...page.text.matchAll(/action="\/account\/sessions\/(\d+)\?/g)]
    assert.lengthOf(endable, 2)

    const newest = endable[0]![1]!
    await first.submit(`/account/sessions/${newest}`, {}, 'DELETE')
    assert.isFalse(await isIn(third))
    assert.isTrue(await isIn(second))

    await first.submit('/account/sessions', {}, 'DELETE')
    assert.isFalse(await isIn(second))
    assert.isTrue(await isIn(first))
  }).timeout(30_000)

  test('nobody ends a session of another person', async ({ assert }) => {
    const [one, other] = [
      await aPerson({ unitId, password: PASSWORD }),
      await aPerson({ unitId, password: PASSWORD }),
    ]
    const [visitor, victim] = [await signedIn(one), await signedIn(other)]
    const { id } = await db.from('sign_ins').where('user_id', other.id).firstOrFail()
    const answer = await visitor.submit(`/account/sessions/${id}`, {}, 'DELETE')
    assert.equal(answer.status, 404)
    assert.isTrue(await isIn(victim))
  })

  const changes: [string, (user: User) => Promise<unknown>][] = [
    [
      'a role is given to him',
      async (user) =>
        new GiveGrant().handle(
          {
            userId: user.id,
            roleId: (await Role.findByOrFail('code', 'cashier')).id,
            unitId: user.homeUnitId,
          },
          { by: null }
        ),
    ],
    [
      'a role of his ends',
      async (user) =>
        new EndGrant().handle(
          { grantId: await aGrant(user.id, 'storekeeper', user.homeUnitId) },
          { by: null }
        ),
    ],
    ['his password is reset', (user) => new SetPassword().reset(user, { by: SYSTEM })],
    ['his account is suspended', (user) => new ChangeUser().suspend(user, { by: SYSTEM })],
  ]
  for (const [change, make] of changes) {
    test(`every session of a person ends at once when ${change}`, async ({ assert }) => {
      const user = await aPerson({ unitId, password: PASSWORD })
      const visitors = [await signedIn(user), await signedIn(user)]
      for (const visitor of visitors) assert.isTrue(await isIn(visitor))
      await make(user)
      for (const visitor of visitors) assert.isFalse(await isIn(visitor))
    }).timeout(30_000)
  }

  test('the person’s own password change keeps the session in which he made it', async ({
    assert,
  }) => {
    const user = await aPerson({ unitId, password: PASSWORD })
    const [desk, other] = [await signedIn(user), await signedIn(user)]
    await desk.get('/account/password')
    const wanted = 'otter lantern granite'
    await desk.submit(
      '/account/password',
      { current_password: PASSWORD, password: wanted, password_confirmation: wanted },
      'PUT'
    )
    assert.isTrue(await isIn(desk))
    assert.isFalse(await isIn(other))
    assert.isTrue(await isIn(await signedIn(user, wanted)))
  }).timeout(30_000)

  test('a session row written back by a late request does not revive an ended session', async ({
    assert,
  }) => {
    const user = await aPerson({ unitId, password: PASSWORD })
    const visitor = await signedIn(user)
    // The memory store of the tests keeps the row, as a late write would bring it back.
    await db.from('sign_ins').where('user_id', user.id).update({ ended_at: new Date() })
    assert.isFalse(await isIn(visitor))
  })

  test('language and appearance stay with the person, on whatever machine he signs in', async ({
    assert,
  }) => {
    const user = await aPerson({ unitId, password: PASSWORD })
    const visitor = await signedIn(user)
    await visitor.get('/account')
    await visitor.submit('/preferences', { locale: 'en' })
    await visitor.submit('/preferences', { theme: 'dark' })
    const fresh = await User.findOrFail(user.id)
    assert.equal(fresh.locale, 'en')
    assert.equal(fresh.theme, 'dark')
    const elsewhere = await signedIn(user)
    const page = await elsewhere.get('/account')
    assert.include(page.text, 'lang="en"')
    assert.include(page.text, 'data-theme="dark"')
  })
})
