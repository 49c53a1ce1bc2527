import { writtenFeddan } from '#registry/geo/feddan'
import { ellipsoidArea, type Position } from '#registry/geo/shape'
import type { Polygon } from '#registry/geo/types'
import type { Place } from '#reporting/sample/places'
import type { Random } from '#reporting/sample/random'

/** A parcel of state land as the property department has it in its register. */
export interface Parcel {
  place: Place
  no: string
  name: string
  /** Name of its class. */
  kind: string
  hod: string
  plot: string
  domain: string
  use: string
  irrigation: string | null
  planned: string | null
  shape: Polygon
  /** Of the deed, in m² with four decimals, and as the deed writes it. */
  deedM2: string
  deedFeddan: string
  sides: { north: string; south: string; east: string; west: string }
  holder: string
}

interface LandUse {
  kind: string
  domain: string
  uses: readonly string[]
  weight: number
  irrigation?: string
  planned?: string
}

const USES: readonly LandUse[] = [
  {
    kind: 'أرض فضاء',
    domain: 'خاص',
    uses: ['فضاء', 'ساحة', 'تشوينات'],
    weight: 40,
    planned: 'سكني',
  },
  { kind: 'أرض بناء', domain: 'خاص', uses: ['مخطط سكني', 'خدمي'], weight: 25, planned: 'سكني' },
  { kind: 'أرض زراعية', domain: 'خاص', uses: ['محاصيل', 'بساتين'], weight: 25, irrigation: 'ترعة' },
  { kind: 'حديقة', domain: 'عام', uses: ['حديقة عامة'], weight: 10 },
]

const HODS = [
  'البحرية',
  'القبلية',
  'الرزقة',
  'الساقية',
  'الجزيرة',
  'العزبة',
  'داير الناحية',
  'السيالة',
  'الوسطاني',
  'خارج الزمام',
]
const OUTSIDE = ['شارع عرض ٨ م', 'ترعة', 'مصرف', 'ملك الأهالي', 'طريق ترابي']

/** A hod's plots are surveyed as a net of so many columns. */
const COLUMNS = 4
/** Metres to a degree of latitude, near enough to lay out plots. */
const DEGREE = 110_900

/**
 * So many parcels of a unit, hod by hod: plots of a hod share their sides exactly, as a cadastre has
 * them, and some plots of the net belong to others and are left out.
 */
export function parcelsOf(place: Place, count: number, random: Random): Parcel[] {
  const parcels: Parcel[] = []
  for (let hod = 0; parcels.length < count; hod++) {
    parcels.push(...hodOf(place, hod, Math.min(12, count - parcels.length), random))
  }
  return parcels
}

function hodOf(place: Place, serial: number, count: number, random: Random): Parcel[] {
  const hod = HODS[serial % HODS.length]!
  const at = corner(place, serial, random)
  const rows = Math.ceil((count * 1.25) / COLUMNS) + 1
  const nodes = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: COLUMNS + 1 }, (__, column) => at(column, row))
  )
  const cells = Array.from({ length: rows * COLUMNS }, (_, index) => ({
    row: Math.floor(index / COLUMNS),
    column: index % COLUMNS,
    plot: index + 1,
  }))
  const ours = random.shuffle([...cells]).slice(0, count)
  const plots = new Set(ours.map(({ plot }) => plot))
  const beside = (row: number, column: number) => {
    const inside = row >= 0 && row < rows && column >= 0 && column < COLUMNS
    if (!inside) return random.pick(OUTSIDE)
    const plot = row * COLUMNS + column + 1
    return plots.has(plot) ? `قطعة رقم ${plot}` : 'ملك الأهالي'
  }
  return ours
    .sort((a, b) => a.plot - b.plot)
    .map(({ row, column, plot }) => {
      const use = random.weighted(USES.map((one) => [one, one.weight] as const))
      const shape: Polygon = {
        type: 'Polygon',
        coordinates: [
          [
            nodes[row]![column]!,
            nodes[row]![column + 1]!,
            nodes[row + 1]![column + 1]!,
            nodes[row + 1]![column]!,
            nodes[row]![column]!,
          ],
        ],
      }
      const deed = deedOf(ellipsoidArea(shape), random)
      return {
        place,
        no: `ض-${place.digit}${String(serial + 1).padStart(2, '0')}-${String(plot).padStart(3, '0')}`,
        name: `${use.kind} قطعة ${plot} حوض ${hod}`,
        kind: use.kind,
        hod,
        plot: String(plot),
        domain: use.domain,
        use: random.pick(use.uses),
        irrigation: use.irrigation ?? null,
        planned: use.planned ?? null,
        shape,
        deedM2: deed,
        deedFeddan: writtenFeddan(deed),
        sides: {
          north: beside(row + 1, column),
          south: beside(row - 1, column),
          east: beside(row, column + 1),
          west: beside(row, column - 1),
        },
        holder: `الوحدة المحلية لمركز ومدينة ${place.nameAr}`,
      }
    })
}

/** Corners of a hod's net: plots of 20 to 60 metres, turned a little, no side quite straight. */
function corner(place: Place, serial: number, random: Random) {
  const turned = (random.next() - 0.5) * 0.6
  const [width, depth] = [random.int(22, 48), random.int(28, 60)]
  // Hods lie round the town, half a kilometre apart, so that no two can meet.
  const angle = place.digit * 0.8 + serial * 2.4
  const away = 900 + serial * 500
  const south = place.latitude + (Math.sin(angle) * away) / DEGREE
  const eastDegree = DEGREE * Math.cos((place.latitude * Math.PI) / 180)
  const west = place.longitude + (Math.cos(angle) * away) / eastDegree
  return (column: number, row: number): Position => {
    const x = column * width + (random.next() - 0.5) * 6
    const y = row * depth + (random.next() - 0.5) * 6
    const east = x * Math.cos(turned) - y * Math.sin(turned)
    const north = x * Math.sin(turned) + y * Math.cos(turned)
    return [rounded(west + east / eastDegree), rounded(south + north / DEGREE)]
  }
}

/** Deeds were measured with a chain: a little off, and here and there by more than is borne. */
function deedOf(squareMetres: number, random: Random): string {
  const off = random.chance(0.06) ? 1.12 : 1 + (random.next() - 0.5) * 0.01
  return String(Math.round(squareMetres * off))
}

/** Seven decimals: a centimetre, as surveys give degrees. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}
