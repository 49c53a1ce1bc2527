import type { Position } from '#registry/geo/types'

/** The ellipsoids: equatorial radius in metres and first eccentricity squared. */
const HELMERT_1906 = ellipsoid(6_378_200, 298.3)
const WGS84 = ellipsoid(6_378_137, 298.257223563)

interface Ellipsoid {
  a: number
  e2: number
}

type Vector = readonly [number, number, number]

function ellipsoid(a: number, inverseFlattening: number): Ellipsoid {
  const f = 1 / inverseFlattening
  return { a, e2: f * (2 - f) }
}

/**
 * Egypt 1907 (ellipsoid of Helmert 1906) to WGS 84: EPSG 7697, which turns about a pivot in Egypt,
 * with the pivot folded into the translation. Metres, seconds of arc (position vector), parts per
 * million. Copying the seven numbers of EPSG 7697 as if they had no pivot misplaces parcels by 175 m.
 */
const SHIFT: Vector = [-78.9779, -50.7953, -1.4922]
const TURN = [-1.603747, 0.153612, 5.364408].map(
  (seconds) => (seconds / 3600 / 180) * Math.PI
) as unknown as Vector
const SCALE = 1 + 5.33745e-6

const RADIAN = Math.PI / 180

/** Longitude and latitude of Egypt 1907 to WGS 84, degrees. */
export function fromEgypt1907(at: Position): Position {
  const [x, y, z] = geocentric(at, HELMERT_1906)
  const [rx, ry, rz] = TURN
  return geodetic(
    [
      SHIFT[0] + SCALE * (x - rz * y + ry * z),
      SHIFT[1] + SCALE * (rz * x + y - rx * z),
      SHIFT[2] + SCALE * (-ry * x + rx * y + z),
    ],
    WGS84
  )
}

/**
 * Longitude and latitude on WGS 84 to Egypt 1907, degrees: the true inverse of the other direction. A
 * first answer is 4 mm off at most; each correction leaves 3 parts in 100,000 of that.
 */
export function toEgypt1907(at: Position): Position {
  let guess: Position = backwards(at)
  for (let round = 0; round < 2; round++) {
    const there = fromEgypt1907(guess)
    guess = [guess[0] + at[0] - there[0], guess[1] + at[1] - there[1]]
  }
  return guess
}

function backwards(at: Position): Position {
  const [x, y, z] = geocentric(at, WGS84)
  const [rx, ry, rz] = TURN
  const [dx, dy, dz] = [(x - SHIFT[0]) / SCALE, (y - SHIFT[1]) / SCALE, (z - SHIFT[2]) / SCALE]
  return geodetic(
    [dx + rz * dy - ry * dz, -rz * dx + dy + rx * dz, ry * dx - rx * dy + dz],
    HELMERT_1906
  )
}

function geocentric([lon, lat]: Position, { a, e2 }: Ellipsoid): Vector {
  const sin = Math.sin(lat * RADIAN)
  const cos = Math.cos(lat * RADIAN)
  const n = a / Math.sqrt(1 - e2 * sin * sin)
  return [n * cos * Math.cos(lon * RADIAN), n * cos * Math.sin(lon * RADIAN), n * (1 - e2) * sin]
}

/** Bowring's formula, exact to far below a millimetre near the surface; the height is left out. */
function geodetic([x, y, z]: Vector, { a, e2 }: Ellipsoid): Position {
  const p = Math.sqrt(x * x + y * y)
  const b = a * Math.sqrt(1 - e2)
  // Sine and cosine of the reduced latitude without the angle.
  const [up, along] = [z * a, p * b]
  const length = Math.sqrt(up * up + along * along)
  const [sin, cos] = [up / length, along / length]
  const second = (e2 / (1 - e2)) * b
  const lat = Math.atan2(z + second * sin * sin * sin, p - e2 * a * cos * cos * cos)
  return [Math.atan2(y, x) / RADIAN, lat / RADIAN]
}
