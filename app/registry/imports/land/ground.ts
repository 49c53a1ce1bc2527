import { VERDICT, type Stage } from '#core/imports/stage'
import { stripsBetween } from '#registry/geo/snap'
import { sharedBetween } from '#registry/geo/shared_area'
import { figure } from '#registry/rules/finding'
import { sentence } from '#core/domain_error'
import { FlatStore, flatOn, groundAt, type Flat } from '#registry/imports/land/ground_plane'
import { Breath } from '#core/imports/breath'
import { LimitCheck } from '#registry/imports/land/limits_check'
import {
  Cells,
  meets,
  recordedAround,
  type RecordedShape,
} from '#registry/imports/land/neighbourhood'
import { note, stateOf, type FiledShape, type LandState } from '#registry/imports/land/state'
import { RANK } from '#registry/imports/land/match'

/** Below this, square metres are the rounding of coordinates and no ground. */
const NOTHING = 0.005
/** Share of common ground from which two shapes are one parcel. */
const SAME_PARCEL = 0.8
const DEGREES_OF_METRE = 1 / 95_000

/** A row with an outline, as the comparison needs it. */
interface Item {
  seq: number
  rowNo: number
  unitId: number
  assetId: number | null
  /** Place of the shape in the state's list. */
  place: number
  shape: FiledShape
}

interface Rejection {
  seq: number
  code: string
  value: string
  recorded: string
}

/**
 * Rules R1 (the unit's ground), R2 and R3 for the outlines of a file: against what is recorded, and
 * against each other in the order of the file. A row without a name of a recorded asset becomes that
 * of the asset whose ground it shares for more than four fifths. The outlines that the file itself
 * replaces do not stand in its way.
 */
export async function judgeGround(stage: Stage): Promise<void> {
  const state = stateOf(stage)
  if (state.shapes.length === 0) return
  const items = await itemsOf(stage, state)
  const rejected = new Map<number, Rejection>()
  await judgeLimits(stage, items, state, rejected)
  judgeExchanged(items, rejected)
  const areas = items.filter(({ shape }) => shape.isPolygon)
  const flats = new FlatStore(state.shapes)
  const shared = await sharedWithRecorded(stage, areas, flats)
  await takeOver(stage, areas, shared)
  judgeRecordedGround(areas, shared, state, rejected)
  await judgeAmongThemselves(areas, flats, state, rejected)
  // Whoever was refused last keeps the outline it has, which may be in the way of others.
  judgeRecordedGround(areas, shared, state, rejected)
  await reject(stage, [...rejected.values()])
}

async function itemsOf(stage: Stage, state: LandState): Promise<Item[]> {
  const items: Item[] = []
  for (let after = 0; ;) {
    const rows = await stage.sql(
      `SELECT s.seq, s.row_no, s.unit_id, s.shape_no, f.asset_id FROM import_stage s
       LEFT JOIN import_found f ON f.seq = s.seq LEFT JOIN import_verdicts x ON x.seq = s.seq
       WHERE s.seq > ${after} AND s.shape_no IS NOT NULL AND x.seq IS NULL ORDER BY s.seq LIMIT 5000`
    )
    if (rows.length === 0) return items
    for (const row of rows) {
      items.push({
        seq: Number(row.seq),
        rowNo: Number(row.row_no),
        unitId: Number(row.unit_id),
        assetId: row.asset_id === null ? null : Number(row.asset_id),
        place: Number(row.shape_no) - 1,
        shape: state.shapes[Number(row.shape_no) - 1]!,
      })
    }
    after = items.at(-1)!.seq
  }
}

async function judgeLimits(
  stage: Stage,
  items: Item[],
  { rules }: LandState,
  rejected: Map<number, Rejection>
): Promise<void> {
  const check = new LimitCheck(stage.trx, rules.R1.unit_margin_m)
  for (const { seq, unitId, shape } of items) {
    const out = shape.isAbroad ? null : await check.outside(unitId, shape)
    if (!out) continue
    const recorded = String(Math.round(out.metres))
    rejected.set(seq, { seq, code: 'outside_unit', value: out.limit.nameAr, recorded })
  }
}

/** Degrees from the middle of the file beyond which nothing of one register lies. */
const FAR = 10

/** Latitude and longitude exchanged in some rows only: exchanged back they lie among the others. */
function judgeExchanged(items: Item[], rejected: Map<number, Rejection>): void {
  const middle = (axis: 0 | 1) =>
    items.map(({ shape }) => shape.box[axis]).sort((a, b) => a - b)[items.length >> 1] ?? 0
  const [lon, lat] = [middle(0), middle(1)]
  for (const { seq, shape } of items) {
    const [x, y] = shape.box
    const isFar = Math.hypot(x - lon, y - lat) > FAR
    if (!isFar || Math.hypot(y - lon, x - lat) > FAR / 5) continue
    const value = `${x.toFixed(5)}, ${y.toFixed(5)}`
    rejected.set(seq, { seq, code: 'axes_exchanged', value, recorded: '' })
  }
}

/** Ground that a row's outline shares with a recorded one, in square metres. */
interface Shared {
  item: Item
  other: Pick<RecordedShape, 'assetId' | 'unitId' | 'code' | 'isOpen'>
  metres: number
  least: number
  union: number
}

async function sharedWithRecorded(
  stage: Stage,
  areas: Item[],
  flats: FlatStore
): Promise<Shared[]> {
  const state = stateOf(stage)
  const found: Shared[] = []
  const margin = state.rules.R3.gap_m * DEGREES_OF_METRE
  const breath = new Breath()
  const asked = areas.map((item, index) => ({ index, shape: item.shape }))
  for await (const { group, recorded } of recordedAround(asked, margin, stage.trx)) {
    if (recorded.length === 0) continue
    const cells = new Cells(recorded.map(({ box }) => box))
    recorded.forEach(({ box }, index) => cells.add(index, box))
    const theirFlats = new Map<string, Flat>()
    for (const { index } of group) {
      await breath.taken()
      const item = areas[index]!
      const seen = new Set<number>()
      for (const place of cells.near(item.shape.box)) {
        const other = recorded[place]!
        if (seen.has(place) || other.level !== item.shape.subtype) continue
        seen.add(place)
        if (!meets(item.shape.box, other.box, margin)) continue
        const own = flats.at(item.place)
        const key = `${own.plane} ${other.assetId}`
        const theirs = theirFlats.get(key) ?? flatOn(own.plane, other.wkb)
        theirFlats.set(key, theirs)
        const metres = sharedGround(own, theirs)
        if (metres <= NOTHING) {
          if (other.assetId !== item.assetId) noteStrip(own, theirs, state)
          continue
        }
        const area = groundOf(theirs)
        const least = Math.min(item.shape.area, area)
        found.push({ item, other, metres, least, union: item.shape.area + area - metres })
      }
    }
  }
  return found
}

/** Rows without a named asset whose ground is recorded become rows of that asset. */
async function takeOver(stage: Stage, areas: Item[], shared: Shared[]): Promise<void> {
  const taken = new Set(areas.map(({ assetId }) => assetId))
  const matched: Item[] = []
  for (const { item, other, metres, union } of shared.toSorted((a, b) => a.item.seq - b.item.seq)) {
    if (item.assetId !== null || taken.has(other.assetId)) continue
    // What another unit holds is not renamed from here: it is an overlap.
    if (metres / union <= SAME_PARCEL || other.unitId !== item.unitId) continue
    item.assetId = other.assetId
    taken.add(other.assetId)
    matched.push(item)
  }
  for (let from = 0; from < matched.length; from += 2000) {
    const slice = matched.slice(from, from + 2000)
    await stage.sql(
      `INSERT INTO import_found (seq, asset_id, strength) VALUES ${slice.map(() => `(?, ?, ${RANK.ground})`).join(', ')}`,
      slice.flatMap(({ seq, assetId }) => [seq, assetId])
    )
  }
}

function judgeRecordedGround(
  areas: Item[],
  shared: Shared[],
  { rules }: LandState,
  rejected: Map<number, Rejection>
): void {
  // Outlines that stay where they are: those of assets whose row of the file was rejected do too.
  const replaced = new Set(
    areas.filter(({ seq }) => !rejected.has(seq)).map(({ assetId }) => assetId)
  )
  for (let again = true; again;) {
    again = false
    for (const { item, other, metres, least } of shared) {
      if (rejected.has(item.seq) || other.assetId === item.assetId) continue
      if (replaced.has(other.assetId)) continue
      if (metres <= Math.max(rules.R2.area_m2, rules.R2.share * least)) continue
      rejected.set(item.seq, {
        seq: item.seq,
        code: 'overlap',
        value: other.isOpen ? other.code : '',
        recorded: metres.toFixed(2),
      })
      // Its own outline stays as well, and may now be in the way of others.
      if (item.assetId !== null && replaced.delete(item.assetId)) again = true
    }
  }
}

/** The first of two rows that share ground lands, the later one does not. */
async function judgeAmongThemselves(
  areas: Item[],
  flats: FlatStore,
  state: LandState,
  rejected: Map<number, Rejection>
): Promise<void> {
  const { R2, R3 } = state.rules
  const margin = R3.gap_m * DEGREES_OF_METRE
  const cells = new Cells(areas.map(({ shape }) => shape.box))
  const seen = new Int32Array(areas.length).fill(-1)
  const breath = new Breath()
  next: for (const [index, item] of areas.entries()) {
    if (rejected.has(item.seq)) continue
    await breath.taken()
    let own: Flat | null = null
    for (const place of cells.near(item.shape.box)) {
      const other = areas[place]!
      if (seen[place] === index || other.shape.subtype !== item.shape.subtype) continue
      seen[place] = index
      if (!meets(item.shape.box, other.shape.box, margin)) continue
      own ??= flats.at(item.place)
      const there = flats.at(other.place)
      const theirs = there.plane === own.plane ? there : flatOn(own.plane, other.shape.wkb)
      const metres = sharedGround(own, theirs)
      const least = Math.min(item.shape.area, other.shape.area)
      if (metres > Math.max(R2.area_m2, R2.share * least)) {
        const recorded = metres.toFixed(2)
        rejected.set(item.seq, {
          seq: item.seq,
          code: 'overlap_in_file',
          value: String(other.rowNo),
          recorded,
        })
        continue next
      }
      noteStrip(own, theirs, state, metres)
    }
    cells.add(index, item.shape.box)
  }
}

function sharedGround(one: Flat, other: Flat): number {
  const shared = sharedBetween(one.edges, other.edges)
  return shared ? shared.area * groundAt(one.plane, shared.middle[0]) : 0
}

function groundOf(flat: Flat): number {
  return sharedGround(flat, flat)
}

/** Rule R3: narrow strips between neighbours are pointed out and land. */
function noteStrip(one: Flat, other: Flat, state: LandState, metres = 0): void {
  const { R3 } = state.rules
  const strip = stripsBetween(one.edges, other.edges, R3.gap_m)
  if (metres <= NOTHING && strip.metres <= R3.edge_m) return
  const [gap, length] = [figure(R3.gap_m), figure(Math.round(strip.metres))]
  note(
    state,
    'R3',
    sentence(
      `شريط أو فراغ ضيق (أقل من ${gap.ar} م) بين قطعتين متجاورتين بطول ${length.ar} م.`,
      `A narrow strip or gap (below ${gap.en} m) between two neighbouring parcels, ${length.en} m long.`
    )
  )
}

async function reject(stage: Stage, rejections: Rejection[]): Promise<void> {
  for (let from = 0; from < rejections.length; from += 2000) {
    const slice = rejections.slice(from, from + 2000)
    await stage.sql(
      `INSERT INTO import_verdicts (seq, verdict, code, field, value, recorded, record_id)
       VALUES ${slice.map(() => `(?, ${VERDICT.rejected}, ?, 'geometry', ?, ?, NULL)`).join(', ')}
       ON DUPLICATE KEY UPDATE import_verdicts.seq = import_verdicts.seq`,
      slice.flatMap(({ seq, code, value, recorded }) => [seq, code, value.slice(0, 190), recorded])
    )
  }
}
