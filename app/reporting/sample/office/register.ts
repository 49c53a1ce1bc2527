import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import { bbox } from '#registry/geo/shape'
import { splitBy } from '#registry/geo/overlay'
import type { Line, Position, Shape } from '#registry/geo/types'
import RegisterTransaction from '#registry/models/register_transaction'
import { geometryAsOf } from '#registry/register/as_of'
import { neededSteps } from '#registry/register/custody_steps'
import DecideChange from '#registry/register/decide_change'
import ProposeChange, { type WorldDecision } from '#registry/register/propose_change'
import RecordStep from '#registry/register/record_step'
import type { ChangeKindName } from '#registry/register/kinds/kind'
import PersonalCustody from '#registry/personal_custody/personal_custody'
import { hasAny, thingsOf, type Thing } from '#reporting/sample/office/stock'
import type { Staff } from '#reporting/sample/office/staff'

const TOWN = 'EG-FYM-FYM'
const DECREE: WorldDecision = { number: '318', authority: 'محافظ الفيوم' }

/** Transactions of the register: some decided, some waiting for the head of the department. */
export async function workOnRegister({ officer, head }: Staff): Promise<void> {
  if (await hasAny('register_transactions')) return
  const vacant = await thingsOf(TOWN, 'land.vacant', 8)
  const [moved, split, given, stated, resurveyed, corrected, idle] = vacant
  const propose = (thing: Thing, kind: ChangeKindName, proposal: object, days: number) =>
    new ProposeChange().handle(
      {
        unitId: thing.unitId,
        kind,
        // A register counts from the day on which it was brought in.
        effectiveOn: today(),
        proposal: { asset_id: thing.id, ...proposal },
        reason: REASONS[kind],
        decision: { ...DECREE, on: addDays(today(), -days) },
      },
      { by: officer.asActor() as never }
    )
  const approve = (id: number) => new DecideChange().approve(id, { by: head })

  // A small sample has fewer parcels than this: what there is no land for is left out.
  if (moved) {
    const to = { name: 'مديرية الشباب والرياضة بالفيوم' }
    const transfer = await propose(moved, 'custody', { kind: 'use', to }, 40)
    await takeSteps(transfer.id, head)
    await approve(transfer.id)
  }
  const parts = split && (await halves(split))
  if (parts) await approve((await propose(split, 'split', { parts }, 30)).id)
  if (given) {
    const use = { to: { name: 'مديرية الصحة بالفيوم' }, purpose: 'وحدة صحية' }
    await approve((await propose(given, 'allocation', use, 25)).id)
  }
  const surplus = { facts: { life_status: 'surplus' } }
  if (stated) await approve((await propose(stated, 'reclassify', surplus, 20)).id)

  const landmark = { facts: { landmark: 'خلف المدرسة الابتدائية' } }
  if (corrected) await propose(corrected, 'correction', landmark, 4)
  if (idle) await propose(idle, 'reclassify', { facts: { life_status: 'idle' } }, 3)
  const grown = resurveyed && (await widened(resurveyed))
  if (grown) await propose(resurveyed, 'boundary', { geometry: grown, facts: {} }, 2)
}

const REASONS: Partial<Record<ChangeKindName, string>> = {
  custody: 'طلب المديرية بكتابها رقم ٧١٢',
  split: 'تقسيم معتمد من الإدارة الهندسية',
  allocation: 'إقامة مشروع نفع عام',
  reclassify: 'معاينة إدارة الأملاك',
  correction: 'خطأ في القيد الأول',
  boundary: 'رفع مساحي حديث',
}

/** The steps that a transfer needs, a few days between them. */
async function takeSteps(transactionId: number, by: Staff['head']): Promise<void> {
  const change = await RegisterTransaction.findOrFail(transactionId)
  for (const [index, step] of (await db.transaction((trx) => neededSteps(change, trx))).entries()) {
    const on = addDays(today(), -38 + index * 4)
    await new RecordStep().handle(transactionId, { step, on, number: `${index + 41}` }, { by })
  }
}

/** A parcel cut in two from north to south. */
async function halves({ id, name }: Thing) {
  const known = await geometryAsOf(id)
  if (!known || known.shape.type === 'Point') return null
  const [west, south, east, north] = bbox(known.shape)
  const middle = (west + east) / 2
  const line: Line = {
    type: 'LineString',
    coordinates: [
      [middle, south - 0.0005],
      [middle, north + 0.0005],
    ],
  }
  const parts = splitBy(known.shape, line)
  return parts.map((geometry, index) => ({
    facts: { name: `${name} (${index === 0 ? 'أ' : 'ب'})` },
    geometry,
  }))
}

/** The parcel as a later survey drew it, a metre and a half larger to the south-west. */
async function widened({ id }: Thing): Promise<Shape | null> {
  const known = await geometryAsOf(id)
  if (known?.shape.type !== 'Polygon') return null
  const [first, ...others] = known.shape.coordinates[0]!.slice(0, -1) as Position[]
  const corner: Position = [first![0] - 0.000015, first![1] - 0.000015]
  return { type: 'Polygon', coordinates: [[corner, ...others, corner]] }
}

/** Equipment and vehicles in the hands of those who use them. */
export async function handOverEquipment({ officer, surveyor, head }: Staff): Promise<void> {
  if (await hasAny('personal_custodies')) return
  const equipment = await thingsOf(TOWN, 'movable.equipment', 4)
  const vehicles = await thingsOf(TOWN, 'movable.vehicle', 2)
  for (const [index, thing] of [...equipment, ...vehicles].entries()) {
    const holder = index % 2 === 0 ? surveyor : head
    const custody = new PersonalCustody()
    const id = await custody.handOver(
      {
        assetId: thing.id,
        holderUserId: holder.id,
        holderName: holder.fullName,
        holderJob: holder.jobTitle ?? null,
        on: addDays(today(), -90 + index),
        condition: 'جيدة',
      },
      { by: officer.asActor() }
    )
    if (index < 4) await custody.sign(id, { by: holder.asActor() })
  }
}
