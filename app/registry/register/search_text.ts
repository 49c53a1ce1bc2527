import { fold } from '#core/arabic'
import type { Facts } from '#registry/register/facts'

/** What people call an asset by, beside the names of its class. */
const SEARCHED = [
  'site_no',
  'name',
  'street',
  'address',
  'landmark',
  'hod',
  'plot_no',
  'sheet_no',
  'register_no',
  'unified_property_no',
  'plate',
  'chassis_no',
  'serial_no',
  'power_meter_no',
  'code',
] as const

/** The folded text by which an asset is found. */
export function searchTextOf(facts: Facts, className: string): string {
  const words = SEARCHED.map((name) => facts[name]).filter(Boolean)
  const folded = [...words.map((word) => fold(String(word))), foldOnce(className)]
  return folded.filter(Boolean).join(' ').slice(0, 600)
}

const known = new Map<string, string>()

/** {@link fold} for the few texts that come again and again: names of classes, basins of one file. */
export function foldOnce(text: string): string {
  let folded = known.get(text)
  if (folded === undefined) {
    if (known.size >= 2000) known.clear()
    known.set(text, (folded = fold(text)))
  }
  return folded
}
