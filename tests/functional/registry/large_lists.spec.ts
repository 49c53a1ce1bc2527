import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { askedDuring, BigTables, sorting, withoutKey } from '#tests/support/big_tables'
import { aHolder } from '#tests/support/holders'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

const TABLES = [
  'assets',
  'asset_classes',
  'asset_completeness',
  'asset_lands',
  'asset_movables',
  'units',
  'parties',
  'rights',
  'right_shares',
  'encroachment_cases',
  'encroachment_assets',
  'usage_accruals',
  'rounds',
  'round_lines',
  'round_teams',
  'round_team_members',
  'round_findings',
  'register_transactions',
  'transaction_assets',
  'import_vanished',
  'import_sightings',
  'imports',
  'users',
]

const ROWS = 30_000
const READS = [
  'registry.assets.read',
  'registry.rights.read',
  'registry.encroachments.read',
  'registry.rounds.read',
  'registry.restricted.read',
] as const

/** Pages and the filters people use on them: no page sorts the whole table, no filter reads all of it. */
const LISTS: Record<string, (units: readonly number[], round: number) => string[]> = {
  '/registry/assets': ([unit]) => [
    '',
    'sort=-site_no',
    `unit=${unit}`,
    'class=land.vacant',
    'domain=public',
    'life_status=idle',
    'record_status=surveyed',
    'in_use=0',
    `unit=${unit}&class=land.vacant&domain=private`,
  ],
  '/registry/rights': ([unit]) => [
    '',
    'sort=-right_no',
    'sort=-valid_from',
    'sort=period_amount',
    `unit=${unit}`,
  ],
  '/registry/encroachments': ([unit]) => [
    '',
    'sort=detected_on',
    'status=issued',
    `unit=${unit}`,
    `unit=${unit}&status=detected`,
    'band=d30',
    'band=more',
  ],
  '/registry/round-lines': (_, round) => [
    '',
    'sort=-line',
    `round=${round}`,
    `round=${round}&status=listed`,
  ],
  '/registry/transactions': ([unit]) => ['', `unit=${unit}`],
}

test.group('Lists over tens of thousands of rows', (group) => {
  let big: BigTables
  const units: number[] = []
  let governorate: number
  let round: number

  group.setup(async () => {
    await testUtils.db().wrapInGlobalTransaction()
    governorate = await aUnit()
    for (let at = 0; at < 6; at++) units.push(await aUnit(governorate))
    round = await RECORDS.rounds!.make(units[0]!, 'حصر')
    big = await BigTables.make(TABLES)
    await big.fill(rowsIn(units, round), TABLES)
    return async () => {
      await big.drop()
      await db.rollbackGlobalTransaction()
    }
  })

  for (const [path, questions] of Object.entries(LISTS)) {
    test(`${path} and its main filters follow keys`, async ({ client, assert }) => {
      const reader = await aHolder([...READS], { unitId: governorate })
      for (const query of questions(units, round)) {
        const asked = await askedDuring(async () => {
          const page = await client.get(`${path}?${query}`).loginAs(reader)
          page.assertStatus(200)
        })
        const page = asked.find(({ sql }) => sql.includes('`_key`'))!
        const count = asked.find(({ sql }) => sql.includes('AS counted'))!
        const plan = await big.plan(page)
        assert.deepEqual(withoutKey(plan), [], `${path}?${query}: ${page.sql}`)
        // Whole lists are counted up to a bound, filtered ones are sought.
        if (/^(sort=[-\w]*)?$/.test(query)) {
          assert.deepEqual(sorting(plan), [], `${path}?${query}: ${page.sql}`)
        } else if (!query.startsWith('band=')) {
          // An age is reckoned from two days of the case, which no key knows: those are counted by reading.
          const counting = withoutKey(await big.plan(count))
          assert.deepEqual(counting, [], `${path}?${query}: ${count.sql}`)
        }
      }
    })
  }
})

/** A register of tens of thousands of assets with rights, cases and a round, in these units. */
function rowsIn(units: readonly number[], round: number): string[] {
  const unit = `ELT(1 + s.seq MOD ${units.length}, ${units.join(', ')})`
  const of = process.env.DB_DATABASE
  return [
    `INSERT INTO asset_classes SELECT * FROM ${of}.asset_classes`,
    `SET @land = (SELECT id FROM asset_classes WHERE code = 'land.vacant')`,
    `INSERT INTO units (id, code, kind, name_ar, name_en, search_text)
       VALUES ${units.map((id) => `(${id}, 'U${id}', 'city', 'وحدة', 'Unit', 'u')`).join(', ')}`,
    `INSERT INTO assets (id, code, unit_id, class_id, site_no, name, search_text, domain, life_status, record_status, is_in_use)
       SELECT s.seq, CONCAT('A', s.seq), ${unit}, IF(s.seq MOD 5 = 0, @land, 1 + s.seq MOD 20), CONCAT('N', s.seq), CONCAT('أصل ', s.seq), CONCAT('اصل ', s.seq),
         ELT(1 + s.seq DIV 7 MOD 3, 'public', 'private', 'private'), IF(s.seq DIV 11 MOD 6 = 0, 'idle', 'in_service'),
         ELT(1 + s.seq DIV 13 MOD 4, 'recorded', 'recorded', 'surveyed', 'verified'), s.seq DIV 3 MOD 2
       FROM seq_1_to_${ROWS} s`,
    `INSERT INTO asset_completeness (asset_id, unit_id, score, missing) SELECT id, unit_id, id MOD 100, 'photos' FROM assets`,
    `INSERT INTO parties (id, unit_id, party_no, kind, name, folded_name)
       SELECT s.seq, ${unit}, CONCAT('P', s.seq), 'person', 'مستأجر', 'مستاجر' FROM seq_1_to_${ROWS} s`,
    `INSERT INTO rights (id, unit_id, asset_id, party_id, right_no, kind, valid_from, valid_to, billing, period_amount, status)
       SELECT s.seq, ${unit}, s.seq, s.seq, CONCAT('R', s.seq), 'lease', '2024-01-01' + INTERVAL s.seq MOD 900 DAY, '2030-01-01', 'monthly', 500, 'active'
       FROM seq_1_to_${ROWS} s`,
    `INSERT INTO encroachment_cases (id, unit_id, case_no, status, status_since, source, kind, ground, description, asset_id, occupier_name, folded_occupier, detected_on, closed_on)
       SELECT s.seq, ${unit}, CONCAT('C', s.seq), ELT(1 + s.seq DIV 5 MOD 4, 'detected', 'issued', 'removed', 'in_court'), '2026-01-01', 'inspection', 'building', 'urban', 'تعد', s.seq,
         'حائز', 'حايز', CURRENT_DATE - INTERVAL s.seq MOD 1500 DAY, IF(s.seq DIV 5 MOD 4 = 2, CURRENT_DATE, NULL)
       FROM seq_1_to_${ROWS} s`,
    `INSERT INTO rounds (id, unit_id, number, fiscal_year, title, status)
       SELECT ${round} + s.seq, ${unit}, s.seq, '2026-2027', 'حصر', 'counting' FROM seq_0_to_5 s`,
    `INSERT INTO round_lines (id, round_id, unit_id, asset_id, class_id, asset_code, name, status)
       SELECT s.seq, ${round} + s.seq MOD 6, ${unit}, s.seq, 1, CONCAT('A', s.seq), 'أصل', ELT(1 + s.seq DIV 7 MOD 3, 'listed', 'assigned', 'verified')
       FROM seq_1_to_${ROWS} s`,
    `INSERT INTO register_transactions (id, unit_id, kind, number, fiscal_year, status, effective_on, made_by)
       SELECT s.seq, ${unit}, 'correction', s.seq, '2026-2027', ELT(1 + s.seq MOD 3, 'draft', 'proposed', 'approved'), '2026-01-01', 1 FROM seq_1_to_${ROWS} s`,
  ]
}
