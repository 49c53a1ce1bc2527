import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import type { RouteJSON } from '@adonisjs/core/types/http'
import { declarationOf, rowScopes } from '#identity/access/declaration'
import { PERMISSIONS } from '#identity/permissions'
import { BrowserOfMany } from '#tests/support/browser_of_many'
import { aHolder } from '#tests/support/holders'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

/** What hangs on an asset and must not tell of a strategic one. */
const ON_ASSETS = [
  'assets',
  'documents',
  'rights',
  'occupancies',
  'valuations',
  'disposals',
  'asset_orders',
  'personal_custodies',
  'round_lines',
  'register_transactions',
]

const MARK = 'محطة مياه استراتيجية'

/** Every route of the application that names one of those records, by its address or by a field. */
function routesOn(table: string): RouteJSON[] {
  return Object.values(router.toJSON())
    .flat()
    .filter((route) => {
      const declaration = declarationOf(route)
      if (declaration?.for !== 'holders') return false
      return rowScopes(declaration.scope).some(({ of }) => of === table)
    })
}

test.group('Strategic assets', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('who may do all but see restricted ones finds them by no route, nor what hangs on them', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const user = await aHolder(
      PERMISSIONS.filter((name) => name !== 'registry.restricted.read'),
      { unitId }
    )
    const browser = await BrowserOfMany.open()
    const told: string[] = []
    let asked = 0
    for (const table of ON_ASSETS) {
      for (const route of routesOn(table)) {
        const id = await RECORDS[table]!.make(unitId, `${MARK} ${asked}`)
        if (table === 'register_transactions') await onAnAsset(unitId, id)
        await db.from('assets').where('unit_id', unitId).update({ security_class: 'strategic' })
        await db.from('documents').where('unit_id', unitId).update({ security_class: 'strategic' })
        const before = await changesOf(unitId)
        const { path, fields } = await targetOf(route, table, id)
        const session = await browser.session(user)
        const { status, text } = await browser.request(session, route.methods[0]!, path, fields)
        asked++
        if (text.includes(MARK)) told.push(`${route.methods[0]} ${route.pattern} tells its name`)
        if (status !== 404) told.push(`${route.methods[0]} ${route.pattern} answers ${status}`)
        if ((await changesOf(unitId)) !== before) told.push(`${route.pattern} changed something`)
      }
    }
    assert.isAbove(asked, 60)
    assert.deepEqual(told, [])
  }).timeout(120_000)
})

/** The proposal changes an asset of the register. */
async function onAnAsset(unitId: number, id: number): Promise<void> {
  const assetId = await RECORDS.assets!.make(unitId, MARK)
  await db
    .insertQuery()
    .table('transaction_assets')
    .insert({ transaction_id: id, asset_id: assetId, part: 'input' })
}

async function targetOf(route: RouteJSON, table: string, id: number) {
  const declaration = declarationOf(route)!
  const scopes = declaration.for === 'holders' ? rowScopes(declaration.scope) : []
  let path = route.pattern
  const fields: Record<string, string> = {}
  for (const { param, input, of, by = 'id' } of scopes) {
    if (of !== table) continue
    const row = await db.from(table).where('id', id).firstOrFail()
    if (param) path = path.replace(`:${param}`, String(row[by]))
    else fields[input!] = String(row[by])
  }
  return { path, fields }
}

async function changesOf(unitId: number): Promise<string> {
  const [[row]] = await db.rawQuery(
    `SELECT COUNT(*) AS n FROM trail WHERE unit_id = ? AND action NOT LIKE '%.kept'`,
    [unitId]
  )
  return String(row.n)
}
