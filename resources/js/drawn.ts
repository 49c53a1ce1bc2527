/** What was drawn on the map, on its way to the form that asks for it. */
interface Drawing {
  coordinates?: GeoJSON.Geometry
  line?: GeoJSON.Geometry
  /** Codes of the other parcels of a merger. */
  codes?: string
}

const KEY = 'diwan.drawn'

/** Keeps a drawing until the next form of a change takes it. */
export function keepDrawing(drawing: Drawing) {
  sessionStorage.setItem(KEY, JSON.stringify(drawing))
}

/** Puts a kept drawing into the fields of a form, as a person would type it: degrees, a corner a line. */
export function takeDrawing(field: HTMLTextAreaElement) {
  const kept = sessionStorage.getItem(KEY)
  if (!kept || field.value.trim() !== '') return
  const drawing = JSON.parse(kept) as Drawing
  const text = textOf(drawing[field.name as keyof Drawing])
  if (!text) return
  sessionStorage.removeItem(KEY)
  field.value = text
  const form = field.form
  choose(form?.elements.namedItem('grid'), '4326')
  choose(form?.elements.namedItem('method'), 'digitised')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function choose(select: unknown, value: string) {
  if (select instanceof HTMLSelectElement) select.value = value
}

/** Corners of outlines and holes, an empty line between two of them; the closing corner is left out. */
export function textOf(part: GeoJSON.Geometry | string | undefined): string {
  if (!part || typeof part === 'string') return part ?? ''
  const lines = (corners: GeoJSON.Position[]) =>
    corners.map(([x, y]) => `${x!.toFixed(8)} ${y!.toFixed(8)}`).join('\n')
  switch (part.type) {
    case 'LineString':
      return lines(part.coordinates)
    case 'Polygon':
      return part.coordinates.map((ring) => lines(ring.slice(0, -1))).join('\n\n')
    case 'MultiPolygon':
      return part.coordinates
        .flat()
        .map((ring) => lines(ring.slice(0, -1)))
        .join('\n\n')
    default:
      return ''
  }
}
