import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import env from '#start/env'
import UserCreate from '../../../commands/user_create.js'
import UserGrant from '../../../commands/user_grant.js'
import UserPassword from '../../../commands/user_password.js'
import CreateSampleAccounts from '#identity/actions/create_sample_accounts'
import SignInAttempt from '#identity/actions/sign_in_attempt'
import User from '#identity/models/user'
import { RECORDS } from '#tests/support/records'

/** Runs a command with --json and gives its exit code and the object it printed. */
async function run(command: any, argv: string[]) {
  const printed: string[] = []
  const write = process.stdout.write
  process.stdout.write = ((text: string) => printed.push(text)) as never
  try {
    const instance = await ace.create(command, [...argv, '--json'])
    await instance.exec()
    return { code: instance.exitCode, answer: JSON.parse(printed.join('')) }
  } finally {
    process.stdout.write = write
  }
}

test.group('Commands for people', (group) => {
  group.setup(() => ace.boot())
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an operator opens the first account, grants it a role and gives it a new password', async ({
    assert,
  }) => {
    const email = `first-${Date.now()}@fayoum.example`
    const created = await run(UserCreate, [email, '--name=منى شوقي', '--unit=eg-fym'])
    assert.equal(created.code, 0)
    const user = await User.findByOrFail('email', email)
    assert.isTrue(user.mustChangePassword)
    const source = '192.0.2.1'
    const signIn = (password: string) =>
      new SignInAttempt().handle({ account: email, password, source })
    assert.equal((await signIn(created.answer.temporaryPassword)).id, user.id)

    const granted = await run(UserGrant, [email, '--role=system_supervisor', '--unit=EG-FYM'])
    assert.equal(granted.code, 0)
    await user.loadAccess()
    assert.isTrue(user.can('identity.grants.manage', user.homeUnitId))

    const reset = await run(UserPassword, [email])
    assert.equal(reset.code, 0)
    assert.equal((await signIn(reset.answer.temporaryPassword)).id, user.id)
    await assert.rejects(() => signIn(created.answer.temporaryPassword), /غير صحيح/)
  }).timeout(30_000)

  test('an unknown unit, role or account is refused with a sentence and exit 1; a missing flag with 2', async ({
    assert,
  }) => {
    const refusals: [any, string[]][] = [
      [UserCreate, ['a@b.example', '--name=x', '--unit=EG-NOWHERE']],
      [UserGrant, ['nobody@nowhere.example', '--role=cashier', '--unit=EG-FYM']],
      [UserPassword, ['nobody@nowhere.example']],
    ]
    for (const [command, argv] of refusals) {
      const { code, answer } = await run(command, argv)
      assert.equal(code, 1)
      assert.equal(answer.error.code, 'E_UNKNOWN_NAME')
    }
    const { code } = await run(UserCreate, ['a@b.example', '--name=x'])
    assert.equal(code, 2)
  })

  test('the sample has one account per role and a second of the accounts, with passwords that only the operator can read', async ({
    assert,
  }) => {
    const path = join(env.get('STORAGE_DIR'), 'sample_accounts.json')
    await rm(path, { force: true })
    await assert.rejects(() => new CreateSampleAccounts().handle(), /غير محمَّلة/)

    const fayoum = await db.from('units').where('code', 'EG-FYM').firstOrFail()
    const importId = await RECORDS.imports!.make(fayoum.id, 'sample')
    await db.from('imports').where('id', importId).update({ state: 'committed' })
    const accounts = await new CreateSampleAccounts().handle()
    assert.lengthOf(accounts, 18)
    assert.lengthOf(
      accounts.filter(({ role }) => role === 'accounts_head'),
      2
    )
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), accounts)

    const again = await new CreateSampleAccounts().handle()
    assert.deepEqual(again, accounts)
    const auditor = accounts.find((account) => account.role === 'ministry_auditor')!
    const user = await new SignInAttempt().handle({
      account: auditor.email,
      password: auditor.password,
      source: '192.0.2.2',
    })
    await user.loadAccess()
    assert.isTrue(user.can('revenue.charges.read', fayoum.id))
    assert.isFalse(user.permissions().some((name) => name.endsWith('.manage')))
    await rm(path, { force: true })
  }).timeout(60_000)
})
