import type { Trx } from '#core/within'
import { isInside } from '#registry/geo/inside'
import { limitOf, metresOutside, type UnitLimit } from '#registry/geo/limits'
import { polygonsOf, ringsOf, type Shape } from '#registry/geo/types'
import { fromWkb } from '#registry/geo/wkb'
import type { FiledShape } from '#registry/imports/land/state'

const CELL = 0.02

/**
 * Whether shapes lie on the ground of their unit. Limits have thousands of corners, so a cell through
 * which no limit runs is asked once for all shapes that lie wholly in it.
 */
export class LimitCheck {
  readonly #limits = new Map<number, UnitLimit | null>()
  readonly #cells = new Map<string, boolean>()

  constructor(
    readonly trx: Trx,
    readonly margin: number
  ) {}

  /** The limit of a unit and by how many metres the shape leaves it; null when it does not. */
  async outside(
    unitId: number,
    shape: FiledShape
  ): Promise<{ limit: UnitLimit; metres: number } | null> {
    if (!this.#limits.has(unitId))
      this.#limits.set(unitId, await limitOf(unitId, { trx: this.trx }))
    const limit = this.#limits.get(unitId)
    if (!limit || this.#isWellInside(limit, shape.box)) return null
    const metres = metresOutside(fromWkb(shape.wkb), limit.shape, this.margin)
    return metres > this.margin ? { limit, metres } : null
  }

  #isWellInside(limit: UnitLimit, [west, south, east, north]: FiledShape['box']): boolean {
    const [x, y] = [Math.floor(west / CELL), Math.floor(south / CELL)]
    if (Math.floor(east / CELL) !== x || Math.floor(north / CELL) !== y) return false
    const key = `${limit.id} ${x} ${y}`
    const known = this.#cells.get(key)
    if (known !== undefined) return known
    const found = isCellInside(limit.shape, [x * CELL, y * CELL, (x + 1) * CELL, (y + 1) * CELL])
    this.#cells.set(key, found)
    return found
  }
}

function isCellInside(
  limit: Shape,
  [west, south, east, north]: readonly [number, number, number, number]
): boolean {
  for (const ring of ringsOf(limit)) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
      const isApart =
        Math.max(ax, bx) < west ||
        Math.min(ax, bx) > east ||
        Math.max(ay, by) < south ||
        Math.min(ay, by) > north
      if (!isApart) return false
    }
  }
  return isInside([(west + east) / 2, (south + north) / 2], polygonsOf(limit))
}
