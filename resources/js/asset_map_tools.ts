import L from 'leaflet'
import { read, worded, type Setup, type ShownAsset } from './asset_map'
import { lengthOf, areaOf } from './asset_map_measure'
import { keepDrawing } from './drawn'

interface MapAsset {
  id: number
  code: string
  name: string
  class: string
  unit: string
  area: string | null
  life: string
  shape: GeoJSON.Geometry | null
}

/** Of a degree, a tenth of a millimetre: what is drawn keeps the corners to which it was snapped. */
const DECIMALS = 9

/** A feddan is 4200 5/6 square metres. */
const FEDDAN_M2 = 25_205 / 6

type Tool = 'length' | 'area' | 'draw' | 'merge' | 'cut' | 'redraw'

/** What is done on the map: measuring, drawing, choosing parcels to merge, cutting and redrawing one. */
export class MapTools {
  readonly #map: L.Map
  readonly #frame: HTMLElement
  readonly #setup: Setup
  readonly #said: HTMLElement
  readonly #drawn = L.featureGroup()
  #tool: Tool | null = null
  #about: MapAsset | null = null
  #chosen = new Map<number, MapAsset>()

  constructor(map: L.Map, frame: HTMLElement, setup: Setup) {
    this.#map = map
    this.#frame = frame
    this.#setup = setup
    this.#said = frame.querySelector('[data-map-said]')!
    this.#drawn.addTo(map)
    map.pm.setGlobalOptions({ snappable: true, snapDistance: 18, continueDrawing: false })
    map.pm.setLang(setup.locale === 'ar' ? 'ar' : 'en')
    map.on('pm:create', ({ layer }) => this.#finish(layer as L.Polygon))
    for (const button of frame.querySelectorAll<HTMLButtonElement>('[data-map-tool]')) {
      button.addEventListener('click', () => this.#press(button.dataset.mapTool as Tool | 'stop'))
    }
    frame.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#tool) this.#press('stop')
    })
  }

  say(...parts: (string | HTMLElement)[]) {
    this.#said.replaceChildren(...parts)
  }

  /** The number of assets, while no tool has the floor. */
  count(text: string) {
    if (!this.#tool && this.#drawn.getLayers().length === 0) this.say(text)
  }

  /** An asset was clicked: chosen for a merger, or told of. */
  async pick(asset: ShownAsset) {
    if (this.#tool && this.#tool !== 'merge') return
    const told = await read<MapAsset>(`/registry/map/assets/${asset.id}`)
    if (this.#tool === 'merge') return this.#choose(told)
    L.popup({ maxWidth: 320 })
      .setLatLng([asset.at[1], asset.at[0]])
      .setContent(this.#card(told, asset))
      .openOn(this.#map)
  }

  #press(tool: Tool | 'stop') {
    const chosen = this.#tool === 'merge' && tool === 'merge' ? [...this.#chosen.values()] : []
    this.#stop()
    if (chosen.length > 1) return this.#merge(chosen)
    if (tool !== 'stop') this.#start(tool)
  }

  #start(tool: Tool) {
    this.#tool = tool
    this.#toggleStop(true)
    if (tool === 'length' || tool === 'cut') this.#map.pm.enableDraw('Line')
    else if (tool === 'area' || tool === 'draw') this.#map.pm.enableDraw('Polygon')
    if (tool === 'merge') {
      this.#nameMerge(this.#setup.words.merge!)
      this.say(this.#setup.words.merge_hint!)
    }
    if (tool === 'cut') this.say(this.#setup.words.cut_hint!)
  }

  #stop() {
    this.#map.pm.disableDraw()
    this.#drawn.clearLayers()
    this.#chosen.clear()
    this.#tool = null
    this.#toggleStop(false)
    this.#nameMerge(this.#setup.words.choose!)
    this.say('')
  }

  #nameMerge(text: string) {
    const button = this.#frame.querySelector('[data-map-tool="merge"]')
    if (button) button.textContent = text
  }

  #toggleStop(isOn: boolean) {
    this.#frame.querySelector<HTMLElement>('[data-map-tool="stop"]')!.hidden = !isOn
  }

  #finish(layer: L.Polygon | L.Polyline) {
    const [tool, about] = [this.#tool, this.#about]
    this.#map.removeLayer(layer)
    this.#drawn.addLayer(layer)
    const shape = layer.toGeoJSON(DECIMALS).geometry as GeoJSON.Polygon | GeoJSON.LineString
    const { words } = this.#setup
    if (tool === 'length' && shape.type === 'LineString') {
      this.say(`${words.measured_length}: ${this.#sized(lengthOf(shape.coordinates), 'm')}`)
    } else if (tool === 'area' && shape.type === 'Polygon') {
      const m2 = areaOf(shape.coordinates[0]!)
      const feddan = (m2 / FEDDAN_M2).toLocaleString('en', { maximumFractionDigits: 3 })
      this.say(
        `${words.measured_area}: ${this.#sized(m2, 'm2')} (${words.feddan!.replace('#', feddan)})`
      )
    } else if (tool === 'draw') {
      this.say(this.#onward(words.draw_new!, '/registry/assets/create', { coordinates: shape }))
    } else if (tool === 'cut' && about) {
      this.say(
        this.#onward(words.split!, `/registry/assets/${about.id}/changes/split`, { line: shape })
      )
    }
    this.#tool = null
  }

  #choose(asset: MapAsset) {
    if (this.#chosen.has(asset.id)) this.#chosen.delete(asset.id)
    else this.#chosen.set(asset.id, asset)
    this.#drawn.clearLayers()
    for (const { shape } of this.#chosen.values()) {
      if (shape) {
        L.geoJSON(shape, {
          style: { className: 'is-chosen', weight: 4 },
          interactive: false,
        }).addTo(this.#drawn)
      }
    }
    const codes = [...this.#chosen.values()].map(({ code }) => code).join('، ')
    this.say(`${this.#setup.words.chosen}: `, worded(codes))
  }

  #merge([first, ...others]: MapAsset[]) {
    keepDrawing({ codes: others.map(({ code }) => code).join('\n') })
    location.assign(`/registry/assets/${first!.id}/changes/merge`)
  }

  /** The outline of a parcel becomes corners that can be moved; its neighbours draw them near. */
  #redraw(asset: MapAsset) {
    this.#stop()
    if (!asset.shape) return
    this.#tool = 'redraw'
    this.#toggleStop(true)
    const layers = L.geoJSON(asset.shape)
    const link = () =>
      this.#onward(this.#setup.words.use_shape!, `/registry/assets/${asset.id}/changes/boundary`, {
        coordinates: joined(layers),
      })
    layers.eachLayer((layer) => {
      this.#drawn.addLayer(layer)
      layer.pm.enable({ snappable: true, allowSelfIntersection: false })
      layer.on('pm:edit', () => this.say(link()))
    })
    this.say(link())
  }

  #onward(text: string, path: string, drawn: Parameters<typeof keepDrawing>[0]): HTMLElement {
    const link = document.createElement('a')
    link.href = path
    link.className = 'btn btn-primary btn-tight'
    link.textContent = text
    link.setAttribute('up-follow', 'false')
    link.addEventListener('click', () => keepDrawing(drawn))
    return link
  }

  #card(told: MapAsset, { holdover, encroachment, at }: ShownAsset): HTMLElement {
    const { words, lives, mayDraw, mayOpenCase, locale } = this.#setup
    const card = document.createElement('div')
    card.className = 'map-card'
    card.dir = locale === 'ar' ? 'rtl' : 'ltr'
    card.lang = locale
    const title = document.createElement('strong')
    title.append(worded(told.name))
    const facts = document.createElement('dl')
    const fact = (label: string, value: string) => {
      const [dt, dd] = [document.createElement('dt'), document.createElement('dd')]
      dt.textContent = label
      dd.append(worded(value))
      facts.append(dt, dd)
    }
    fact(words.class!, told.class)
    fact(words.unit!, told.unit)
    fact(words.state!, lives[told.life] ?? told.life)
    if (holdover) fact(words.state!, words.holdover!)
    if (encroachment) fact(words.state!, words.encroachment!)
    if (told.area) fact(words.area!, this.#sized(Number(told.area), 'm2'))
    const open = document.createElement('a')
    open.href = `/registry/assets/${told.id}`
    open.textContent = words.open!
    card.append(title, worded(told.code), facts, open)
    if (told.shape && told.shape.type !== 'Point') {
      const sketch = document.createElement('a')
      sketch.href = `/registry/assets/${told.id}/sketch`
      sketch.textContent = words.sketch!
      card.append(' · ', sketch)
    }
    if (mayOpenCase) {
      const report = document.createElement('a')
      report.href = `/registry/encroachments/create?asset=${told.id}&lng=${at[0]}&lat=${at[1]}`
      report.textContent = words.report_case!
      card.append(' · ', report)
    }
    if (mayDraw && told.shape && told.shape.type !== 'Point') {
      card.append(
        this.#act(words.redraw!, () => this.#redraw(told)),
        this.#act(words.split!, () => {
          this.#stop()
          this.#about = told
          this.#start('cut')
        })
      )
    }
    return card
  }

  /** A length or an area with its unit. */
  #sized(value: number, unit: 'm' | 'm2'): string {
    const figure = value.toLocaleString('en', { maximumFractionDigits: 1 })
    return `${figure} ${this.#setup.words[unit]}`
  }

  #act(text: string, work: () => void): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-ghost btn-tight'
    button.textContent = text
    button.addEventListener('click', () => {
      this.#map.closePopup()
      work()
    })
    return button
  }
}

/** What was edited, as one geometry again. */
function joined(layers: L.GeoJSON): GeoJSON.Geometry {
  const parts = (layers.toGeoJSON(DECIMALS) as GeoJSON.FeatureCollection).features.map(
    ({ geometry }) => geometry
  )
  if (parts.length === 1) return parts[0]!
  return {
    type: 'MultiPolygon',
    coordinates: parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : [])),
  }
}
