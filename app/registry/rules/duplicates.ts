import { fold } from '#core/arabic'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { factLabel } from '#registry/register/attributes'
import type { Facts } from '#registry/register/facts'
import { atMoment, type Finding, type Moment } from '#registry/rules/finding'

/** Numbers that only one asset ever has, those no longer standing among them. */
const UNIQUE: Readonly<Record<string, { table: string; id: string; inUnit?: true }>> = {
  code: { table: 'assets', id: 'id' },
  unified_property_no: { table: 'assets', id: 'id' },
  site_no: { table: 'assets', id: 'id', inUnit: true },
  plate: { table: 'asset_movables', id: 'asset_id' },
  chassis_no: { table: 'asset_movables', id: 'asset_id' },
  power_meter_no: { table: 'asset_sites', id: 'asset_id' },
}

export interface DuplicateQuestion {
  facts: Facts
  unitId: number
  /** The asset itself, where it is recorded already. */
  self?: number
  /** Assets that it replaces: their plot is its own, their numbers stay theirs. */
  replaces?: readonly number[]
  moment: Moment
  trx: Trx
}

/**
 * Rule R24: codes, plates, chassis, meters and national numbers are never given twice, also not those
 * of assets long gone; two current plots of a unit do not share basin, plot, block and sheet.
 */
export async function judgeDuplicates(asked: DuplicateQuestion): Promise<Finding[]> {
  const { facts, unitId, moment, trx, self } = asked
  const findings: Finding[] = []
  for (const [name, { table, id, inUnit }] of Object.entries(UNIQUE)) {
    const value = facts[name]
    if (value === undefined || value === null) continue
    const [rows] = await trx.rawQuery(
      `SELECT a.id, a.code, a.security_class FROM ${table} t JOIN assets a ON a.id = t.${id}
       WHERE t.${name} = ? ${inUnit ? 'AND a.unit_id = ?' : ''} LIMIT 5`,
      [value as string, ...(inUnit ? [unitId] : [])]
    )
    const other = (rows as Twin[]).find((row) => Number(row.id) !== self)
    // The unique keys of the database would refuse it too: nobody can override this.
    if (other) findings.push(duplicate(name, String(value), other, moment, false))
  }
  return [...findings, ...(await twinPlot(asked))]
}

interface Twin {
  id: number
  code: string
  security_class: string
}

async function twinPlot(asked: DuplicateQuestion): Promise<Finding[]> {
  const { facts, unitId, self, replaces = [], moment, trx } = asked
  if (!facts.hod || !facts.plot_no) return []
  const [rows] = await trx.rawQuery(
    `SELECT a.id, a.code, a.security_class FROM asset_lands l JOIN assets a ON a.id = l.asset_id
     WHERE l.hod_folded = ? AND l.plot_no = ? AND l.block_no <=> ? AND l.sheet_no <=> ?
       AND a.unit_id = ? AND a.is_current = 1 LIMIT 20`,
    [
      fold(String(facts.hod)).slice(0, 120),
      facts.plot_no,
      facts.block_no ?? null,
      facts.sheet_no ?? null,
      unitId,
    ] as string[]
  )
  const own = [self, ...replaces]
  const other = (rows as Twin[]).find((row) => !own.includes(Number(row.id)))
  if (!other) return []
  return [duplicate('plot_no', `${facts.hod} / ${facts.plot_no}`, other, moment, true)]
}

function duplicate(
  name: string,
  value: string,
  other: Twin,
  moment: Moment,
  overridable: boolean
): Finding {
  const label = factLabel(name)
  const isOpen = other.security_class === 'normal'
  const who = isOpen
    ? sentence(`للأصل ${other.code}`, `asset ${other.code}`)
    : sentence('لأصل محجوب البيانات', 'an asset whose data are restricted')
  return {
    rule: 'R24',
    severity: atMoment('critical', moment),
    messages: sentence(
      `«${label.ar}» ${value} مسجل من قبل ${who.ar}.`,
      `"${label.en}" ${value} is already recorded for ${who.en}.`
    ),
    cure: sentence(
      'راجع الرقم، أو سجل التغيير على الأصل الموجود.',
      'Check the number, or record the change on the asset that exists.'
    ),
    facts: { name, value, assetId: isOpen ? Number(other.id) : null },
    overridable,
  }
}
