import 'leaflet/dist/leaflet.css'
import '@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css'
import L from 'leaflet'
import '@geoman-io/leaflet-geoman-free'
import { endsWithPage, grid } from './map'
import { assetStyle, heapIcon, limitStyle } from './asset_map_style'
import { MapTools } from './asset_map_tools'
import { scaleBar } from './scale_bar'

export interface Setup {
  at?: [lon: number, lat: number, zoom: number]
  box?: [number, number, number, number]
  mayDraw: boolean
  mayOpenCase: boolean
  purposes: Record<string, string>
  lives: Record<string, string>
  words: Record<string, string>
  locale: 'ar' | 'en'
}

export interface ShownAsset {
  id: number
  at: [number, number]
  name: string
  purpose: string
  life: string
  holdover?: true
  encroachment?: true
  shape?: GeoJSON.Geometry
}

interface WindowAnswer {
  count: number
  assets: ShownAsset[]
  heaps: { at: [number, number]; count: number }[]
}

const WAIT_MS = 200

/** The map of assets: what lies in its window is asked of the house each time it comes to rest. */
export async function drawAssetMap(element: HTMLElement): Promise<L.Map> {
  const setup = JSON.parse(element.dataset.assetMap!) as Setup
  const frame = element.closest<HTMLElement>('[data-asset-map-frame]')!
  frame.classList.add('is-drawn')
  const map = L.map(element, { attributionControl: false, maxZoom: 21, preferCanvas: false })
  scaleBar(L).addTo(map)
  const view = new View(map, frame, setup)
  const linked = placeInAddress()
  if (linked) map.setView([linked.lat, linked.lon], linked.zoom)
  else if (setup.at) map.setView([setup.at[1], setup.at[0]], setup.at[2])
  else if (setup.box) {
    const [west, south, east, north] = setup.box
    map.fitBounds([
      [south, west],
      [north, east],
    ])
  } else map.setView([27, 30.5], 6)
  grid(map)
  view.listen()
  return map
}

class View {
  readonly #map: L.Map
  readonly #frame: HTMLElement
  readonly #setup: Setup
  readonly #assets = L.featureGroup()
  readonly #limits = L.featureGroup()
  readonly #tools: MapTools
  #asking: AbortController | null = null
  #soon = 0

  constructor(map: L.Map, frame: HTMLElement, setup: Setup) {
    this.#map = map
    this.#frame = frame
    this.#setup = setup
    this.#limits.addTo(map)
    this.#assets.addTo(map)
    this.#tools = new MapTools(map, frame, setup)
  }

  listen() {
    this.#map.on('moveend', () => {
      this.#keepAddress()
      this.#ask()
    })
    const toAddress = () => {
      const linked = placeInAddress()
      if (linked) this.#map.setView([linked.lat, linked.lon], linked.zoom)
    }
    window.addEventListener('hashchange', toAddress)
    const filters = this.#frame.querySelector<HTMLFormElement>('[data-map-filters]')!
    filters.addEventListener('submit', (event) => event.preventDefault())
    filters.addEventListener('change', () => this.#ask())
    const search = this.#frame.querySelector<HTMLInputElement>('[data-map-search]')!
    let typing = 0
    search.addEventListener('input', () => {
      window.clearTimeout(typing)
      typing = window.setTimeout(() => this.#search(search.value), WAIT_MS)
    })
    endsWithPage(this.#map, () => {
      window.clearTimeout(this.#soon)
      window.clearTimeout(typing)
      window.removeEventListener('hashchange', toAddress)
      this.#asking?.abort()
    })
    void this.#load()
  }

  #ask() {
    window.clearTimeout(this.#soon)
    this.#soon = window.setTimeout(() => void this.#load(), WAIT_MS)
  }

  /** The address of the page says what the map shows, so that it can be sent and kept. */
  #keepAddress() {
    const { lat, lng } = this.#map.getCenter()
    const place = `#${this.#map.getZoom()}/${lat.toFixed(6)}/${lng.toFixed(6)}`
    history.replaceState(history.state, '', place)
  }

  /** What is no longer looked at is not waited for: a slow line carries one window at a time. */
  async #load() {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    const bounds = this.#map.getBounds()
    const window = new URLSearchParams({
      bbox: [
        Math.max(bounds.getWest(), -180),
        Math.max(bounds.getSouth(), -90),
        Math.min(bounds.getEast(), 180),
        Math.min(bounds.getNorth(), 90),
      ]
        .map((degrees) => degrees.toFixed(6))
        .join(','),
      zoom: String(Math.round(this.#map.getZoom())),
    })
    const chosen = new URLSearchParams(window)
    for (const select of this.#frame.querySelectorAll<HTMLSelectElement>(
      '[data-map-filters] select'
    )) {
      if (select.value) chosen.set(select.name, select.value)
    }
    try {
      const [assets, limits] = await Promise.all([
        read<WindowAnswer>(`/registry/map/window?${chosen}`, asking.signal),
        read<{ limits: { name: string; shape: GeoJSON.Geometry }[] }>(
          `/registry/map/limits?${window}`,
          asking.signal
        ),
      ])
      this.#drawLimits(limits.limits)
      this.#drawAssets(assets)
    } catch {
      if (!asking.signal.aborted) this.#tools.say(this.#setup.words.failed!)
    }
  }

  #drawLimits(limits: { name: string; shape: GeoJSON.Geometry }[]) {
    this.#limits.clearLayers()
    for (const { name, shape } of limits) {
      const layer = L.geoJSON(shape, { style: limitStyle, interactive: false, pmIgnore: true })
      layer.addTo(this.#limits)
      if (limits.length > 40) continue
      L.marker(layer.getBounds().getCenter(), {
        icon: L.divIcon({ className: 'limit-name', html: worded(name) }),
        interactive: false,
        keyboard: false,
        pmIgnore: true,
      }).addTo(this.#limits)
    }
  }

  #drawAssets({ count, assets, heaps }: WindowAnswer) {
    this.#assets.clearLayers()
    for (const { at, count: size } of heaps) {
      L.marker([at[1], at[0]], { icon: heapIcon(size), pmIgnore: true, alt: String(size) })
        .on('click', () => this.#map.flyTo([at[1], at[0]], this.#map.getZoom() + 2))
        .addTo(this.#assets)
    }
    for (const asset of assets) this.#drawAsset(asset)
    const { words } = this.#setup
    this.#tools.count(
      count === 0 ? words.none! : words.count!.replace('#', count.toLocaleString('en'))
    )
    this.#frame.dataset.mapCount = String(count)
    this.#frame.dataset.mapShown = String(assets.length + heaps.length)
  }

  #drawAsset(asset: ShownAsset) {
    const style = assetStyle(asset)
    const layer: L.Layer = asset.shape
      ? L.geoJSON(asset.shape, { style, pmIgnore: false, snapIgnore: false })
      : L.circleMarker([asset.at[1], asset.at[0]], { ...style, radius: 6, pmIgnore: true })
    layer.bindTooltip(worded(asset.name), { direction: 'top' })
    layer.on('click', () => this.#tools.pick(asset))
    layer.addTo(this.#assets)
  }

  async #search(typed: string) {
    const found = this.#frame.querySelector<HTMLElement>('[data-map-found]')!
    if (typed.trim().length < 2) {
      found.hidden = true
      return
    }
    const { places } = await read<{ places: Place[] }>(
      `/registry/map/places?${new URLSearchParams({ q: typed })}`
    )
    found.replaceChildren(
      ...places.map((place) => {
        const button = document.createElement('button')
        button.type = 'button'
        button.className = 'asset-map-place'
        const name = document.createElement('bdi')
        name.textContent = place.label
        const detail = document.createElement('small')
        detail.textContent = place.detail
        button.append(name, detail)
        button.addEventListener('click', () => {
          found.hidden = true
          this.#fly(place)
        })
        return button
      })
    )
    found.hidden = places.length === 0
  }

  #fly({ at, box }: Place) {
    if (box) {
      const [west, south, east, north] = box
      this.#map.flyToBounds([
        [south, west],
        [north, east],
      ])
    } else if (at) this.#map.flyTo([at[1], at[0]], 18)
  }
}

interface Place {
  label: string
  detail: string
  at?: [number, number]
  box?: [number, number, number, number]
}

/** Text as an element: names come from people and are never read as markup. */
export function worded(text: string): HTMLElement {
  const span = document.createElement('bdi')
  span.textContent = text
  return span
}

/** The place of the address (`#zoom/lat/lon`), as maps on the web write it; null for any other. */
function placeInAddress(): { zoom: number; lat: number; lon: number } | null {
  const [zoom, lat, lon] = location.hash.slice(1).split('/').map(Number)
  const isPlace = [zoom, lat, lon].every((value) => Number.isFinite(value))
  return isPlace ? { zoom: zoom!, lat: lat!, lon: lon! } : null
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, signal })
  if (!response.ok) throw new Error(String(response.status))
  return response.json() as Promise<T>
}
