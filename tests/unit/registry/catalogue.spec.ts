import { existsSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { RULES, ruleOf } from '#registry/rules/catalogue'
import { registryRules } from '#database/reference/registry_rules'

test.group('The table of rules', () => {
  test('names R1 to R30 once each, in both languages, with the file that implements it', ({
    assert,
  }) => {
    assert.deepEqual(
      RULES.map(({ id }) => id),
      Array.from({ length: 30 }, (_, index) => `R${index + 1}`) as never
    )
    for (const { id, name, legal, file } of RULES) {
      assert.match(name.ar, /\p{Script=Arabic}/u, id)
      assert.isNotEmpty(name.en, id)
      assert.isNotEmpty(legal.ar, id)
      assert.include(readFileSync(app.makePath('app', file), 'utf8'), id, file)
      assert.isTrue(existsSync(app.makePath('app', file)), `${id}: ${file}`)
    }
  })

  test('says of the rules with dated limits what the reference data says', ({ assert }) => {
    const dated = RULES.filter(({ hasParameters }) => hasParameters).map(({ id }) => id)
    assert.sameMembers(
      dated,
      registryRules.map(({ id }) => id)
    )
    for (const { id, severity } of registryRules) assert.equal(ruleOf(id).severity, severity, id)
  })
})
