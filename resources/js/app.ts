/**
 * What the browser adds to pages that work without it: partial updates (Unpoly), keys, menus, live
 * progress. Charts and maps are fetched by the pages that have them.
 */
import 'unpoly'
import './unpoly_setup'
import './menus'
import './filters'
import './units'
import './keys'
import './ask'
import './live'
import './tables'
import './columns'
import './ticks'
import './grid'
import './form50'
import { takeDrawing } from './drawn'
import './field_leave'

declare const up: any

// Style rules that need scripts to be usable ask for this.
document.documentElement.classList.add('scripted')

up.compiler('[data-chart]', (element: HTMLElement) => {
  const drawn = import('./chart').then(({ drawChart }) => drawChart(element))
  return () => drawn.then((chart) => chart.dispose())
})

up.compiler('[data-map]', (element: HTMLElement) => {
  const drawn = import('./map').then(({ drawMap }) => drawMap(element))
  return () => drawn.then((map) => map.remove())
})

up.compiler('[data-shapes-map]', (element: HTMLElement) => {
  const drawn = import('./shapes_map').then(({ drawShapes }) => drawShapes(element))
  return () => drawn.then((map) => map.remove())
})

up.compiler('[data-asset-map]', (element: HTMLElement) => {
  const drawn = import('./asset_map').then(({ drawAssetMap }) => drawAssetMap(element))
  return () => drawn.then((map) => map.remove())
})

up.compiler(
  'textarea[name="coordinates"], textarea[name="line"], textarea[name="codes"]',
  (element: HTMLTextAreaElement) => takeDrawing(element)
)

up.on('click', '[data-print]', () => window.print())
