import vine from '@vinejs/vine'
import { GRIDS } from '#registry/geo/grids'

/** Numbers pasted for the doctor. */
export const newReading = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  source: vine.string().trim().maxLength(120).optional(),
  pasted: vine.string().maxLength(400_000),
})

/** The grid a person takes the numbers for. */
export const gridChoice = vine.create({
  epsg: vine.number().in(GRIDS.map(({ epsg }) => epsg)),
  order: vine.enum(['en', 'ne']),
})
