import L from 'leaflet'
import type { ShownAsset } from './asset_map'

const COLOURS: Record<string, string> = {
  land: '#7a5c00',
  building: '#12577a',
  advertising: '#a51d2a',
  occupancy: '#6b3fa0',
  market: '#1d6b4a',
  movable: '#5d7a8a',
}

const IDLE = ['idle', 'surplus', 'under_used']

/** The colour says the class; a dashed edge that it lies idle, a thick dark one that it is held over. */
export function assetStyle({ purpose, life, holdover, encroachment }: ShownAsset): L.PathOptions {
  const color = COLOURS[purpose] ?? COLOURS.movable!
  return {
    color: encroachment ? '#111827' : holdover ? '#c2410c' : color,
    fillColor: color,
    fillOpacity: IDLE.includes(life) ? 0.1 : 0.4,
    weight: holdover || encroachment ? 4 : 2,
    dashArray: IDLE.includes(life) ? '4 4' : undefined,
  }
}

export const limitStyle: L.PathOptions = {
  color: '#44606f',
  weight: 1.5,
  dashArray: '8 5',
  fill: false,
}

/** A heap as a number in a circle that grows with it. */
export function heapIcon(count: number): L.DivIcon {
  const size = 30 + Math.min(26, Math.round(Math.log10(count) * 9))
  const span = document.createElement('span')
  span.textContent = count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`
  return L.divIcon({ className: 'heap', html: span, iconSize: [size, size] })
}
