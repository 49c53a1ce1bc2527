import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { addDays, today } from '#core/days'
import { SYSTEM } from '#audit/actor'
import MakeToken from '#identity/actions/make_token'
import type User from '#identity/models/user'
import { hashOfSecret } from '#identity/tokens/secret'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const bearer = (secret: string) => `Bearer ${secret}`
const basic = (account: string, secret: string) =>
  `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}`

async function anOfficer(): Promise<{ user: User; secret: string; id: number }> {
  const user = await aPerson({ unitId: await aUnit(), roles: ['property_officer'] })
  const { token, secret } = await new MakeToken().handle(
    user,
    { scope: 'ogc', name: 'QGIS' },
    { by: SYSTEM }
  )
  return { user, secret, id: token.id }
}

const knock = (client: ApiClient, authorization: string, path = '/ogc/collections') =>
  client.get(path).header('Authorization', authorization).accept('json')

test.group('Application passwords', (group) => {
  group.each.setup(async () => {
    await db.from('sign_in_attempts').where('source', 'like', 'token:%').delete()
  })

  test('opens the layers by bearer and by Basic with the account of its owner', async ({
    client,
  }) => {
    const { user, secret } = await anOfficer()
    ;(await knock(client, bearer(secret))).assertStatus(200)
    ;(await knock(client, basic(user.email, secret))).assertStatus(200)
    ;(await knock(client, basic(user.email.toUpperCase(), secret))).assertStatus(200)
  })

  test('only its hash is kept', async ({ assert }) => {
    const { secret, id } = await anOfficer()
    const row = await db.from('api_tokens').where('id', id).firstOrFail()
    assert.isTrue(hashOfSecret(secret).equals(row.hash))
    assert.notInclude(JSON.stringify({ ...row, hash: row.hash.toString('latin1') }), secret)
    assert.match(secret, /^dwn_[A-Za-z0-9]{40}$/)
  })

  test('opens nothing else, not even what its owner may open', async ({ client }) => {
    const { secret } = await anOfficer()
    for (const path of ['/registry/assets', '/account/tokens', '/']) {
      ;(await knock(client, bearer(secret), path)).assertStatus(401)
    }
  })

  test('a wrong one is asked for Basic, and is no session’s neighbour', async ({
    client,
    assert,
  }) => {
    const { user, secret } = await anOfficer()
    for (const header of [
      bearer('dwn_wrong'),
      basic('other@test.example', secret),
      basic(user.email, 'dwn_wrong'),
      'Digest x',
    ]) {
      const response = await knock(client, header)
      response.assertStatus(401)
      assert.match(String(response.header('www-authenticate')), /^Basic realm=/)
    }
    const stranger = await client.get('/ogc').header('Accept', '*/*')
    stranger.assertStatus(401)
    assert.match(String(stranger.header('www-authenticate')), /^Basic/)
    // A session beside a wrong secret does not open the door.
    const both = await client
      .get('/ogc')
      .header('Authorization', bearer('dwn_wrong'))
      .accept('json')
      .loginAs(user)
    both.assertStatus(401)
  })

  test('a browser without a session is led to the sign-in page', async ({ client, assert }) => {
    const response = await client.get('/ogc').header('Accept', 'text/html').redirects(0)
    response.assertStatus(302)
    assert.equal(response.header('location'), '/sign-in')
  })

  test('ends on its day, when it is taken back, and with the suspension of its owner', async ({
    client,
  }) => {
    const expired = await anOfficer()
    await db.from('api_tokens').where('id', expired.id).update({ expires_on: today() })
    ;(await knock(client, bearer(expired.secret))).assertStatus(401)
    await db
      .from('api_tokens')
      .where('id', expired.id)
      .update({ expires_on: addDays(today(), 1) })
    ;(await knock(client, bearer(expired.secret))).assertStatus(200)

    const suspended = await anOfficer()
    await db.from('users').where('id', suspended.user.id).update({ status: 'suspended' })
    ;(await knock(client, bearer(suspended.secret))).assertStatus(401)

    const due = await anOfficer()
    await db.from('users').where('id', due.user.id).update({ must_change_password: 1 })
    ;(await knock(client, bearer(due.secret))).assertStatus(403)
  })

  test('loses the grants of its owner at the next request', async ({ client }) => {
    const { user, secret } = await anOfficer()
    ;(await knock(client, bearer(secret))).assertStatus(200)
    await db.from('grants').where('user_id', user.id).update({ revoked_at: new Date() })
    ;(await knock(client, bearer(secret))).assertStatus(403)
  })

  test('many wrong ones have to wait, while a right one passes and the sign-in page stays open', async ({
    client,
    assert,
  }) => {
    const { user, secret } = await anOfficer()
    let waited = null
    for (let turn = 0; turn < 8 && !waited; turn++) {
      const response = await knock(client, basic(user.email, `dwn_wrong${turn}`))
      if (response.status() === 429) waited = response
    }
    assert.isAbove(Number(waited?.header('retry-after')), 0)
    ;(await knock(client, basic(user.email, secret))).assertStatus(200)
    const attempts = await db.from('sign_in_attempts').where('account', user.email)
    assert.lengthOf(attempts, 0)
  })

  test('a person makes, sees and takes back his own on his page; the trail tells it', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    const user = await aPerson({ unitId, roles: ['property_officer'] })
    const made = await client
      .post('/account/tokens')
      .loginAs(user)
      .withCsrfToken()
      .form({ name: 'QGIS المساحة', days: '90' })
    made.assertStatus(200)
    assert.equal(made.header('cache-control'), 'no-store')
    const secret = /dwn_[A-Za-z0-9]{40}/.exec(made.text())![0]
    ;(await knock(client, bearer(secret))).assertStatus(200)

    const page = await client.get('/account/tokens').loginAs(user)
    page.assertTextIncludes('QGIS المساحة')
    page.assertTextIncludes(secret.slice(-4))
    assert.notInclude(page.text(), secret)
    const { id, expires_on: until } = await db
      .from('api_tokens')
      .where('user_id', user.id)
      .firstOrFail()
    assert.equal(until, addDays(today(), 90))

    const other = await aPerson({ unitId })
    const foreign = await client
      .delete(`/account/tokens/${id}`)
      .loginAs(other)
      .withCsrfToken()
      .redirects(0)
    foreign.assertStatus(404)
    ;(await knock(client, bearer(secret))).assertStatus(200)
    await client.delete(`/account/tokens/${id}`).loginAs(user).withCsrfToken().redirects(0)
    ;(await knock(client, bearer(secret))).assertStatus(401)

    const trail = await db
      .from('trail')
      .where({ unit_id: unitId, subject_type: 'user', subject_id: user.id })
      .orderBy('seq')
    assert.deepEqual(
      trail.map(({ action, actor_id: actor }) => [action, actor]),
      [
        ['token.created', user.id],
        ['token.revoked', user.id],
      ]
    )
    assert.notInclude(JSON.stringify(trail), secret)
  })

  test('no life longer than a year is given', async ({ assert }) => {
    const { user } = await anOfficer()
    for (const expiresOn of [today(), addDays(today(), 367)]) {
      await assert.rejects(
        () => new MakeToken().handle(user, { scope: 'ogc', name: 'x', expiresOn }, { by: SYSTEM }),
        /آخرًا لمدة/
      )
    }
  })
})
