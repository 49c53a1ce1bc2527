const RADIUS = 6_378_137
const FLATTENING = 1 / 298.257223563
const E2 = FLATTENING * (2 - FLATTENING)
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres that a degree of longitude and of latitude are long at a latitude, on the ellipsoid. */
function degreeAt(latitude: number): { x: number; y: number } {
  const sin = Math.sin(radians(latitude))
  const root = Math.sqrt(1 - E2 * sin * sin)
  return {
    x: (Math.PI / 180) * (RADIUS / root) * Math.cos(radians(latitude)),
    y: ((Math.PI / 180) * RADIUS * (1 - E2)) / root ** 3,
  }
}

/** Length of a line of degrees in metres; each edge by the degrees of its own middle. */
export function lengthOf(line: GeoJSON.Position[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const degree = degreeAt((a[1]! + b[1]!) / 2)
    sum += Math.hypot((b[0]! - a[0]!) * degree.x, (b[1]! - a[1]!) * degree.y)
  }
  return sum
}

/** Area of a ring of degrees in square metres, on the plane that touches the ellipsoid in its middle. */
export function areaOf(ring: GeoJSON.Position[]): number {
  const middle = ring.reduce((sum, at) => sum + at[1]!, 0) / ring.length
  const degree = degreeAt(middle)
  const [x0, y0] = ring[0]!
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[(i + 1) % ring.length]!
    twice += (ax! - x0!) * (by! - y0!) - (bx! - x0!) * (ay! - y0!)
  }
  return Math.abs((twice / 2) * degree.x * degree.y)
}
