import { test } from '@japa/runner'
import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { declarationOf, rowScopes } from '#identity/access/declaration'
import { isShared, placeAsked, placeOfRow } from '#identity/access/row_units'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

test.group('The place of a row that an address names', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('read with the session it is what the door asks for, for every table that a route names', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const seen = new Set<string>()
    for (const route of Object.values(router.toJSON()).flat()) {
      const declaration = declarationOf(route)
      if (declaration?.for !== 'holders') continue
      const scope = rowScopes(declaration.scope).find(({ param }) => param)
      if (!scope || isShared(scope.of) || seen.has(`${scope.of}.${scope.by}`)) continue
      seen.add(`${scope.of}.${scope.by}`)
      const id = await RECORDS[scope.of]!.make(unitId, `PLACE-${seen.size}`)
      const made = await db.from(scope.of).where({ id }).firstOrFail()
      const told = { [scope.param!]: String(made[scope.by ?? 'id']) }
      const asked = placeAsked({ route, params: told } as never as HttpContext)!
      const read = await answerOf(asked)
      const place = await placeOfRow(asked.scope, asked.value)
      const { place_unit: unit, place_secret: secret } = read
      assert.deepEqual([unit, Boolean(secret)], [place!.unit, place!.needs !== null], scope.of)
      assert.isNull((await answerOf({ ...asked, value: '999999999999' })).place_found)
    }
    assert.isAbove(seen.size, 40)
  })

  test('a secret one is told as such, a number that is none is not asked for', async ({
    assert,
  }) => {
    const id = await RECORDS.assets!.make(await aUnit(), 'محطة مياه')
    await db.from('assets').where({ id }).update({ security_class: 'strategic' })
    const route = Object.values(router.toJSON())
      .flat()
      .find((one) => {
        const declaration = declarationOf(one)
        return (
          declaration?.for === 'holders' &&
          rowScopes(declaration.scope).some(
            ({ of, param, by }) => of === 'assets' && param === 'id' && !by
          )
        )
      })
    const asked = (value: string) =>
      placeAsked({ route, params: { id: value } } as never as HttpContext)
    assert.equal((await answerOf(asked(String(id))!)).place_secret, 1)
    for (const none of [`${id}abc`, '', '0', '-1', `${id} OR 1`]) assert.isNull(asked(none))
  })
})

/** The answer as it comes along with the session. */
async function answerOf({ sql, value }: { sql: string; value: string }) {
  const [[row]] = await db.rawQuery(
    `SELECT p.* FROM (SELECT 1 AS one) s LEFT JOIN (${sql}) p ON TRUE`,
    [value]
  )
  return row
}
