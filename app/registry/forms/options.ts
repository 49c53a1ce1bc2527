import type { Words } from '#core/lists/definition'
import { GRIDS } from '#registry/geo/grids'

/** Grids a survey sheet may be on, the choice of the machine first. */
export function gridOptions({ locale, t }: Words) {
  return [
    { value: '', label: t('registry.forms.grid_guess') },
    ...GRIDS.map(({ epsg, names }) => ({
      value: String(epsg),
      label: `${names[locale]} (${epsg})`,
    })),
  ]
}

/** How corners were measured. */
export const METHOD_OPTIONS = ['total_station', 'gnss_rtk', 'handheld', 'digitised'] as const
