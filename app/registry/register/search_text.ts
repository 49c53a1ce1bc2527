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
  return fold([...words, className].join(' ')).slice(0, 600)
}
