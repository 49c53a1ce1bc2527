import { foldName } from '#core/arabic'
import { addDays, today, type Day } from '#core/days'
import { Money } from '#core/money'
import { datedSetting, SettingMissingError } from '#core/settings'
import type { Trx } from '#core/within'
import { legalisationFees } from '#registry/encroachments/legalisation_fees'
import { assetsUnder, filesUnder } from '#registry/encroachments/land'
import type { Shape } from '#registry/geo/shape'
import type { RequestRow } from '#registry/imports/cases/request_plan'

/** Why a request is refused: as {@link Rejected} without its row. */
export interface Refusal {
  code: string
  field: string
  value?: string
  recorded?: string
}

/** The time of filing: requests carried over from Law 144 were filed under that law. */
export async function outsideWindow(row: RequestRow, trx: Trx): Promise<Refusal | null> {
  if (Number(row.carried_over) === 1) return null
  const asked = { on: row.filed_on, unitId: Number(row.unit_id), trx }
  const window = await found<{ opens: Day; closes: Day }>('registry.legalisation.window', asked)
  if (!window) return { code: 'no_window', field: 'filed_on', value: row.filed_on }
  const { opens, closes } = window
  if (row.filed_on >= opens && row.filed_on <= closes) return null
  const recorded = `${opens} – ${closes}`
  return { code: 'window_closed', field: 'filed_on', value: row.filed_on, recorded }
}

/** The fees of the tariff of the day of filing against what the list says was paid. */
export async function wrongFees(row: RequestRow, trx: Trx): Promise<Refusal | null> {
  try {
    const { examination, inspection } = await legalisationFees(
      {
        ground: row.ground,
        areaM2: row.asked_m2,
        filedOn: row.filed_on,
        carriedOver: Number(row.carried_over) === 1,
        unitId: Number(row.unit_id),
      },
      trx
    )
    const due = examination.add(inspection)
    if (row.fee_paid === null || Money.of(row.fee_paid).equals(due)) return null
    const [value, recorded] = [Money.of(row.fee_paid).format('en'), due.format('en')]
    return { code: 'fee_differs', field: 'fee_paid', value, recorded }
  } catch (error) {
    if (!(error instanceof SettingMissingError)) throw error
    return { code: 'no_tariff', field: 'filed_on', value: row.filed_on }
  }
}

/** Another active request on the same ground. */
export async function otherRequest(row: RequestRow, shape: Shape, trx: Trx) {
  const asked = { on: today(), unitId: Number(row.unit_id), trx }
  const [other] = await filesUnder(shape, asked)
  if (!other) return null
  const file = await trx.from('legalisation_files').where('id', other.id).firstOrFail()
  return {
    ...{ code: 'overlaps_request', field: 'geometry', value: file.portal_no as string },
    recorded: metres(other.shared),
  }
}

/** A right that takes the whole of an asset under the request, as of today. */
export async function rightOnGround(
  row: RequestRow,
  shape: Shape | null,
  trx: Trx
): Promise<Refusal | null> {
  const asked = { on: today(), unitId: Number(row.unit_id), trx }
  const assets = shape ? (await assetsUnder(shape, asked)).map(({ id }) => id) : []
  if (!shape && row.asset_id) assets.push(Number(row.asset_id))
  if (assets.length === 0) return null
  const right = await trx
    .from('rights')
    .join('assets', 'assets.id', 'rights.asset_id')
    .whereIn('rights.asset_id', assets)
    .whereIn('rights.status', ['active', 'suspended'])
    .whereNotIn('rights.kind', ['easement', 'mortgage'])
    .where('rights.valid_from', '<=', today())
    .where('rights.valid_to', '>', today())
    .whereNull('rights.area_part_m2')
    .where((whole) => void whole.whereNull('assets.slots').orWhere('assets.slots', '<=', 1))
    .orderBy('rights.id')
    .select('rights.right_no', 'rights.valid_to', 'assets.security_class')
    .first()
  if (!right) return null
  // What is restricted is not told by a list of applicants.
  const isOpen = right.security_class === 'normal'
  return {
    ...{ code: 'has_right', field: 'geometry', value: isOpen ? right.right_no : '' },
    recorded: isOpen && right.valid_to < '9999' ? addDays(right.valid_to, -1) : '',
  }
}

/** Whether two people are one as far as their names tell: «محمد علي» and «محمد علي حسن» may be. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => foldName(name, { titles: true }).split(' '))
  const [short, long] = a!.length <= b!.length ? [a!, b!] : [b!, a!]
  if (short.length < 2) return short.join(' ') === long.join(' ')
  return short.every((word, index) => long[index] === word)
}

export const metres = (shared: number | null) => (shared ?? 0).toFixed(2)

async function found<T>(
  name: string,
  asked: { on: Day; unitId: number; trx: Trx }
): Promise<T | null> {
  try {
    return (await datedSetting<T>(name, asked)).value
  } catch (error) {
    if (error instanceof SettingMissingError) return null
    throw error
  }
}
