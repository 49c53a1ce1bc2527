import 'leaflet/dist/leaflet.css'
import L from 'leaflet'
import { scaleBar } from './scale_bar'

interface Place {
  lat: number
  lng: number
  label?: string
  url?: string
}

interface MapData extends Place {
  title: string
  near: Place[]
}

/** A point and its neighbours on a plain ground with a grid of degrees: no tile leaves the machine. */
export async function drawMap(element: HTMLElement): Promise<L.Map> {
  const data = JSON.parse(element.dataset.map!) as MapData
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: true,
    scrollWheelZoom: false,
  })
  endsWithPage(map)
  map.setView([data.lat, data.lng], 15)
  grid(map)

  for (const place of data.near) {
    const dot = L.circleMarker([place.lat, place.lng], {
      radius: 5,
      color: '#5d7a8a',
      weight: 1.5,
      fillOpacity: 0.35,
    }).addTo(map)
    if (place.label) dot.bindTooltip(escaped(place.label))
    if (place.url) dot.on('click', () => location.assign(place.url!))
  }
  L.circleMarker([data.lat, data.lng], { radius: 9, color: '#a51d2a', weight: 3, fillOpacity: 0.5 })
    .addTo(map)
    .bindTooltip(escaped(data.title))

  if (data.near.length) {
    const all = [data, ...data.near].map(({ lat, lng }) => [lat, lng] as [number, number])
    map.fitBounds(L.latLngBounds(all).pad(0.2), { maxZoom: 16 })
  }
  scaleBar(L).addTo(map)
  return map
}

/**
 * Ends with its page: a zoom that is still under way would go on after the map was removed and fail;
 * so would what waits to ask for more.
 */
export function endsWithPage(map: L.Map, end?: () => void) {
  map.on('unload', () => {
    ;(map as unknown as { _animatingZoom: boolean })._animatingZoom = false
    end?.()
  })
}

/** Lines each hundredth of a degree (about a kilometre), drawn anew as the map moves. */
export function grid(map: L.Map) {
  const lines = L.layerGroup().addTo(map)
  const draw = () => {
    lines.clearLayers()
    const bounds = map.getBounds()
    const span = bounds.getEast() - bounds.getWest()
    const step = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5].find((size) => span / size < 14) ?? 10
    const style = {
      color: '#8aa0ad',
      weight: 0.5,
      opacity: 0.6,
      interactive: false,
      // What is drawn on the map is not drawn to these.
      snapIgnore: true,
    }
    for (let lng = Math.ceil(bounds.getWest() / step) * step; lng < bounds.getEast(); lng += step) {
      lines.addLayer(
        L.polyline(
          [
            [bounds.getSouth(), lng],
            [bounds.getNorth(), lng],
          ],
          style
        )
      )
    }
    for (
      let lat = Math.ceil(bounds.getSouth() / step) * step;
      lat < bounds.getNorth();
      lat += step
    ) {
      lines.addLayer(
        L.polyline(
          [
            [lat, bounds.getWest()],
            [lat, bounds.getEast()],
          ],
          style
        )
      )
    }
  }
  map.on('moveend', draw)
  draw()
}

function escaped(text: string): string {
  const span = document.createElement('span')
  span.textContent = text
  return span.innerHTML
}
