import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { clock } from '#core/clock'
import SetPassword from '#identity/actions/set_password'
import SignInAttempt, { sourceName } from '#identity/actions/sign_in_attempt'
import { SYSTEM } from '#audit/actor'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'
import { Visitor } from '#tests/support/visitor'

const PASSWORD = 'camel brass window tide'
const attempt = new SignInAttempt()

let sources = 0
/** A source no other test knocks from. */
const aSource = () => `198.51.${(process.pid + sources) % 250}.${++sources % 250}`

async function knock(account: string, password: string, source: string): Promise<string> {
  try {
    await attempt.handle({ account, password, source })
    return 'in'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test.group('Sign-in', (group) => {
  let unitId: number
  group.setup(async () => {
    unitId = await aUnit()
  })
  group.each.teardown(() => clock.restore())

  test('the right account and password open a new session and the home page', async ({
    assert,
  }) => {
    const user = await aPerson({ unitId, roles: ['cashier'], password: PASSWORD })
    const visitor = new Visitor()
    const before = await visitor.get('/units')
    assert.equal(before.status, 302)
    assert.equal(before.location, '/sign-in')
    const planted = visitor.cookies.get('diwan-session')

    const answer = await visitor.signIn(user.email.toUpperCase(), PASSWORD)
    assert.equal(answer.status, 302)
    assert.equal(answer.location, '/units', 'he comes to the page he asked for')
    assert.notEqual(visitor.cookies.get('diwan-session'), planted, 'the session id is new')
    const home = await visitor.get('/')
    assert.equal(home.status, 200)
    assert.include(home.text, user.fullName)
    const [signIn] = await db.from('sign_ins').where('user_id', user.id)
    assert.isNull(signIn.ended_at)
  })

  test('a form without its token is refused, sign-in included', async ({ assert }) => {
    const response = await fetch(`${new Visitor().base}/sign-in`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ account: 'a@b.example', password: 'x' }),
    })
    assert.isAtLeast(response.status, 400)
    assert.isBelow(response.status, 500)
  })

  test('a wrong password, an unknown account and a suspended one get the same words', async ({
    assert,
  }) => {
    const active = await aPerson({ unitId, password: PASSWORD })
    const suspended = await aPerson({ unitId, password: PASSWORD, status: 'suspended' })
    const answers = []
    for (const [account, password] of [
      [active.email, 'not the password'],
      [suspended.email, PASSWORD],
      [`nobody-${process.pid}-${Date.now()}@test.example`, PASSWORD],
    ]) {
      const visitor = new Visitor()
      const answer = await visitor.signIn(account!, password!)
      assert.equal(answer.status, 303)
      const page = await visitor.get('/sign-in')
      answers.push(/role="alert"[\s\S]*?<\/div>\s*<\/div>/.exec(page.text)?.[0])
    }
    assert.include(answers[0]!, 'غير صحيح')
    assert.equal(answers[1], answers[0])
    assert.equal(answers[2], answers[0])
  })

  test('an unknown account takes as long as a known one', async ({ assert }) => {
    const user = await aPerson({ unitId, password: PASSWORD })
    const time = async (account: string) => {
      const began = performance.now()
      await knock(account, 'wrong password here', aSource())
      return performance.now() - began
    }
    await time('warm-up@test.example')
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 5; round++) {
      known.push(await time(user.email))
      unknown.push(await time(`ghost-${process.pid}-${round}@test.example`))
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[2]!
    // Both hash once: far apart would be a factor of a hundred, not of two.
    assert.isBelow(median(known) / median(unknown), 2)
    assert.isBelow(median(unknown) / median(known), 2)
  }).timeout(30_000)

  test('five failures bring a wait that grows; a wiped Redis does not end it; time does', async ({
    assert,
  }) => {
    clock.freeze('2026-11-21T10:00:00Z')
    const user = await aPerson({ unitId, password: PASSWORD })
    const source = aSource()
    for (let round = 0; round < 5; round++) {
      assert.equal(await knock(user.email, 'wrong', source), 'E_SIGN_IN_REFUSED')
    }
    assert.equal(await knock(user.email, PASSWORD, source), 'E_SIGN_IN_THROTTLED')

    await redis.flushdb()
    assert.equal(await knock(user.email, PASSWORD, source), 'E_SIGN_IN_THROTTLED')

    clock.freeze('2026-11-21T10:00:11Z')
    assert.equal(await knock(user.email, 'wrong', source), 'E_SIGN_IN_REFUSED')
    clock.freeze('2026-11-21T10:00:25Z')
    assert.equal(await knock(user.email, PASSWORD, source), 'E_SIGN_IN_THROTTLED', 'now 20 s')
    clock.freeze('2026-11-21T10:00:32Z')
    assert.equal(await knock(user.email, PASSWORD, source), 'in')
    assert.equal(await knock(user.email, 'wrong', source), 'E_SIGN_IN_REFUSED', 'slate clean')
  }).timeout(30_000)

  test('while a guesser waits, the owner comes in from his own machine', async ({ assert }) => {
    clock.freeze('2026-11-21T11:00:00Z')
    const user = await aPerson({ unitId, password: PASSWORD })
    const [guesser, desk] = [aSource(), aSource()]
    for (let round = 0; round < 6; round++) await knock(user.email, 'wrong', guesser)
    assert.equal(await knock(user.email, PASSWORD, guesser), 'E_SIGN_IN_THROTTLED')
    assert.equal(await knock(user.email, PASSWORD, desk), 'in')
  }).timeout(30_000)

  test('guesses from many sources slow strangers down but not the machine the owner is known by', async ({
    assert,
  }) => {
    clock.freeze('2026-11-21T12:00:00Z')
    const user = await aPerson({ unitId, password: PASSWORD })
    const desk = aSource()
    assert.equal(await knock(user.email, PASSWORD, desk), 'in')
    const failures = Array.from({ length: 25 }, (_, index) => ({
      account: user.email,
      source: `203.0.113.${index}`,
      succeeded: 0,
      created_at: clock.now(),
    }))
    await db.insertQuery().table('sign_in_attempts').multiInsert(failures)
    assert.equal(await knock(user.email, PASSWORD, aSource()), 'E_SIGN_IN_THROTTLED')
    assert.equal(await knock(user.email, PASSWORD, desk), 'in')
  }).timeout(30_000)

  test('one source that tries many accounts is slowed down for all of them', async ({ assert }) => {
    clock.freeze('2026-11-21T13:00:00Z')
    const source = aSource()
    const failures = Array.from({ length: 31 }, (_, index) => ({
      account: `victim-${index}@test.example`,
      source,
      succeeded: 0,
      created_at: clock.now(),
    }))
    await db.insertQuery().table('sign_in_attempts').multiInsert(failures)
    assert.equal(await knock('somebody@test.example', 'x', source), 'E_SIGN_IN_THROTTLED')
  })

  test('fifty knocks at the same moment count each other: few reach the password', async ({
    assert,
  }) => {
    clock.freeze('2026-11-21T14:00:00Z')
    const account = `burst-${process.pid}-${Date.now()}@test.example`
    const source = aSource()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => knock(account, 'wrong', source))
    )
    const guessed = answers.filter((answer) => answer === 'E_SIGN_IN_REFUSED').length
    assert.isBelow(guessed, 20)
    assert.isAbove(guessed, 0)
  }).timeout(60_000)

  test('addresses of one machine count as one source', ({ assert }) => {
    assert.equal(sourceName('::ffff:10.1.2.3'), '10.1.2.3')
    assert.equal(sourceName('2001:db8:1:2:aaaa::1'), '2001:db8:1:2::/64')
    assert.equal(sourceName('2001:db8:1:2:bbbb::9'), sourceName('2001:db8:1:2:aaaa::1'))
    assert.notEqual(sourceName('2001:db8:1:3::1'), sourceName('2001:db8:1:2::1'))
    assert.equal(sourceName('::1'), '0:0:0:0::/64')
  })

  test('a temporary password opens nothing but the page that changes it', async ({ assert }) => {
    const user = await aPerson({ unitId, roles: ['system_supervisor'], password: PASSWORD })
    const temporary = await new SetPassword().reset(user, { by: SYSTEM })
    const visitor = new Visitor()
    assert.equal((await visitor.signIn(user.email, temporary)).status, 302)
    const units = await visitor.get('/units')
    assert.equal(units.location, '/account/password')

    await visitor.get('/account/password')
    const change = (password: string) =>
      visitor.submit(
        '/account/password',
        { current_password: temporary, password, password_confirmation: password },
        'PUT'
      )
    await change('Password123456')
    assert.include((await visitor.get('/account/password')).text, 'شائعة')
    const answer = await change('otter lantern granite')
    assert.equal(answer.location, '/')
    assert.equal((await visitor.get('/units')).status, 200)
  }).timeout(30_000)
})
