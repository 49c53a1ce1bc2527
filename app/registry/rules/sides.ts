import { sentence, type Sentence } from '#core/domain_error'

/** A side of a parcel as deeds describe it. */
export type Side = 'north' | 'south' | 'east' | 'west'

/** The sides as Egyptian deeds name them. */
export const SIDES: Readonly<Record<Side | 'other', Sentence>> = {
  north: sentence('بحري', 'north'),
  south: sentence('قبلي', 'south'),
  east: sentence('شرقي', 'east'),
  west: sentence('غربي', 'west'),
  other: sentence('حد آخر', 'another side'),
}
