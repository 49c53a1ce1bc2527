import 'leaflet/dist/leaflet.css'
import L from 'leaflet'
import { grid } from './map'
import { scaleBar } from './scale_bar'

interface DrawnShape {
  label: string
  tone: string
  shape: GeoJSON.Geometry
  isGround?: boolean
}

/** Shapes over the ground of a unit: each in the colour of its words beside the map. */
export async function drawShapes(element: HTMLElement): Promise<L.Map> {
  const { shapes } = JSON.parse(element.dataset.shapesMap!) as { shapes: DrawnShape[] }
  const map = L.map(element, { attributionControl: false, scrollWheelZoom: false })
  map.setView([27, 30], 5)
  grid(map)
  const seen = L.featureGroup()
  for (const { shape, tone, label, isGround } of shapes) {
    const layer = L.geoJSON(shape, {
      interactive: !isGround,
      style: { className: `drawn ${tone}` },
      pointToLayer: (_feature, at) => L.circleMarker(at, { radius: 8, className: `drawn ${tone}` }),
    })
    if (label) layer.bindTooltip(textOf(label))
    layer.addTo(map)
    if (!isGround) seen.addLayer(layer)
    // A parcel of a few metres cannot be seen beside another hundreds of kilometres away.
    if (!isGround && shape.type !== 'Point') {
      const middle = layer.getBounds().getCenter()
      L.circleMarker(middle, { radius: 6, className: `drawn ${tone}` })
        .bindTooltip(textOf(label))
        .on('click', () => map.fitBounds(layer.getBounds().pad(0.5)))
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
