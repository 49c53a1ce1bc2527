import type { Owner } from '../owner.js'
import { judgeShape } from '#registry/rules/geometry'
import { toWkb, type Area } from '#registry/geo/shape'
import { spreadOf, round, type BenchResult } from '../harness.js'
import { GROUND, type MadeRegistry } from './world.js'

const CHECKS = 300

/** The check of one new parcel against those that stand, beside the database's own intersection. */
export async function overlapChecks(
  owner: Owner,
  made: MadeRegistry,
  unitId: number
): Promise<BenchResult> {
  const [floor, ours]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < CHECKS; turn++) {
    const shape = newParcel(made, turn)
    const begun = performance.now()
    await owner.query('START TRANSACTION READ ONLY')
    await owner.query(
      `SELECT s.asset_id, ST_Area(ST_Intersection(s.shape, ST_GeomFromWKB(?))) AS shared FROM asset_shapes s
        WHERE MBRIntersects(s.shape, ST_GeomFromWKB(?)) AND s.level = 'land'`,
      [toWkb(shape), toWkb(shape)]
    )
    await owner.query('COMMIT')
    const between = performance.now()
    await judgeShape({ shape, unitId, level: 'land', moment: 'approval' })
    floor.push(between - begun)
    ours.push(performance.now() - between)
  }
  const p99 = (times: number[]) =>
    round([...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!, 2)
  const [floorSpread, oursSpread] = [spreadOf(floor), spreadOf(ours)]
  return {
    name: 'registry/overlap',
    rows: made.parcels,
    unit: 'ms per new parcel',
    floor: { median: floorSpread.median, spread: floorSpread.spread },
    ours: { median: oursSpread.median, spread: oursSpread.spread },
    ratio: round(oursSpread.median / floorSpread.median, 2),
    p99Ms: { floor: p99(floor), ours: p99(ours) },
    peakRssMb: Math.round(process.memoryUsage().rss / 2 ** 20),
  }
}

/** A square that lies over four neighbours of the grid, a little apart for each turn. */
function newParcel({ columns, parcels }: MadeRegistry, turn: number): Area {
  const at = (turn * 7919) % Math.max(1, parcels - columns * 2)
  const west = GROUND.west + ((at % columns) + 0.5) * GROUND.step
  const south = GROUND.south + (Math.floor(at / columns) + 0.5) * GROUND.step
  const [east, north] = [west + GROUND.step, south + GROUND.step]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}
