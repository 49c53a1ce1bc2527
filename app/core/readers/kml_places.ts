import type { XmlHandlers } from '#core/readers/xml_pump'

type Position = [number, number]

interface Geometry {
  type: string
  coordinates: unknown
}

/** A Placemark: its attributes and its outline as the text of GeoJSON. */
export interface Place {
  attributes: [string, string][]
  geometry: string | null
}

/** Gathers Placemarks while the tags of KML go by. */
export class KmlPlaces implements XmlHandlers {
  #ready: Place[] = []
  #place: Place | null = null
  #geometries: Geometry[] = []
  #rings: Position[][] = []
  #positions: Position[] = []
  #dataName = ''
  #path: string[] = []

  open(name: string, attributes: Record<string, string>): void {
    this.#path.push(name)
    if (name === 'Placemark') {
      this.#place = { attributes: [], geometry: null }
      this.#geometries = []
    } else if (name === 'Polygon') this.#rings = []
    else if (name === 'Data' || name === 'SimpleData') this.#dataName = attributes.name ?? ''
  }

  close(name: string, text: string): void {
    this.#path.pop()
    if (!this.#place) return
    if (name === 'Placemark') this.#finish()
    else if (name === 'coordinates') this.#positions = positions(text)
    else if (name === 'LinearRing' && this.#path.includes('Polygon'))
      this.#rings.push(this.#positions)
    else if (name === 'Polygon')
      this.#geometries.push({ type: 'Polygon', coordinates: this.#rings })
    else if (name === 'Point')
      this.#geometries.push({ type: 'Point', coordinates: this.#positions[0] ?? [] })
    else if (name === 'LineString')
      this.#geometries.push({ type: 'LineString', coordinates: this.#positions })
    else if (name === 'SimpleData') this.#attribute(this.#dataName, text)
    else if (name === 'value' && this.#path.at(-1) === 'Data') this.#attribute(this.#dataName, text)
    else if (this.#path.at(-1) === 'Placemark' && (name === 'name' || name === 'description')) {
      this.#attribute(name, text)
    }
  }

  /** The places that are complete now. */
  take(): Place[] {
    const taken = this.#ready
    this.#ready = []
    return taken
  }

  #attribute(name: string, text: string): void {
    if (name) this.#place!.attributes.push([name, text.trim()])
  }

  #finish(): void {
    const place = this.#place!
    place.geometry = this.#geometries.length > 0 ? JSON.stringify(together(this.#geometries)) : null
    this.#ready.push(place)
    this.#place = null
  }
}

/** Several polygons are one shape of several parts; anything else mixed stays a collection. */
function together(geometries: Geometry[]): object {
  if (geometries.length === 1) return geometries[0]!
  if (geometries.every(({ type }) => type === 'Polygon')) {
    return { type: 'MultiPolygon', coordinates: geometries.map(({ coordinates }) => coordinates) }
  }
  return { type: 'GeometryCollection', geometries }
}

/** `lon,lat[,height]` parted by blanks; what is no number stays NaN and is judged later. */
function positions(text: string): Position[] {
  return text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((triple) => {
      const [lon, lat] = triple.split(',')
      return [Number(lon || Number.NaN), Number(lat || Number.NaN)]
    })
}
