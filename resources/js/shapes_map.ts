import 'leaflet/dist/leaflet.css'
import L from 'leaflet'
import { endsWithPage, grid } from './map'
import { scaleBar } from './scale_bar'

interface DrawnShape {
  label: string
  tone: string
  shape: GeoJSON.Geometry
  isGround?: boolean
  /** Where a click leads: a row of the same page. */
  url?: string
  /** Drawn in its middle in place of a dot. */
  sign?: string
}

/** Shapes over the ground of a unit: each in the colour of its words beside the map. */
export async function drawShapes(element: HTMLElement): Promise<L.Map> {
  const { shapes } = JSON.parse(element.dataset.shapesMap!) as { shapes: DrawnShape[] }
  // A picture that stands in for the map without scripts.
  element.replaceChildren()
  const map = L.map(element, { attributionControl: false, scrollWheelZoom: false })
  endsWithPage(map)
  map.setView([27, 30], 5)
  grid(map)
  const seen = L.featureGroup()
  for (const { shape, tone, label, isGround, url, sign } of shapes) {
    const layer = L.geoJSON(shape, {
      interactive: !isGround,
      style: { className: `drawn ${tone}` },
      pointToLayer: (_feature, at) => L.circleMarker(at, { radius: 8, className: `drawn ${tone}` }),
    })
    if (label) layer.bindTooltip(textOf(label))
    if (url) layer.on('click', () => location.assign(url))
    layer.addTo(map)
    if (!isGround) seen.addLayer(layer)
    // A parcel of a few metres cannot be seen beside another hundreds of kilometres away.
    if (!isGround && (shape.type !== 'Point' || sign)) {
      const middle = layer.getBounds().getCenter()
      const mark = sign
        ? L.marker(middle, {
            icon: L.divIcon({ className: `map-sign ${tone}`, html: textOf(sign) }),
            alt: label,
          })
        : L.circleMarker(middle, { radius: 6, className: `drawn ${tone}` })
      mark
        .bindTooltip(textOf(label))
        .on('click', () => (url ? location.assign(url) : map.fitBounds(layer.getBounds().pad(0.5))))
        .addTo(map)
    }
  }
  if (seen.getLayers().length > 0) map.fitBounds(seen.getBounds().pad(0.3), { maxZoom: 17 })
  scaleBar(L).addTo(map)
  return map
}

function textOf(label: string): HTMLElement {
  const span = document.createElement('span')
  span.textContent = label
  return span
}
