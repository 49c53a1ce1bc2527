import type * as Leaflet from 'leaflet'

/** The scale of a map in metres, in the words of the page. */
export function scaleBar(L: typeof Leaflet): Leaflet.Control.Scale {
  const bar = L.control.scale({ imperial: false })
  if (document.documentElement.lang === 'en') return bar
  const drawn = bar as unknown as {
    _updateScale(place: HTMLElement, text: string, ratio: number): void
  }
  const original = drawn._updateScale
  drawn._updateScale = function (place, text, ratio) {
    original.call(this, place, text.replace('km', 'كم').replace('m', 'م'), ratio)
  }
  return bar
}
