/**
 * The revenue head under which a right's money falls, as SQL over `r` (rights) and `c` (the class of its
 * asset): by the kind of the right, else by what the place is.
 */
export const HEAD_OF_RIGHT = `CASE
  WHEN r.kind = 'usufruct' THEN 'USUFRUCT'
  WHEN r.kind = 'instalment_sale' THEN 'SALE-INST'
  WHEN c.code LIKE 'advertising%' THEN 'ADV-USE'
  WHEN c.code LIKE 'occupancy.kiosk%' THEN 'KSK-USE'
  WHEN c.code LIKE 'occupancy%' THEN 'OCC-USE'
  WHEN c.code LIKE 'market%' THEN 'MKT-RENT'
  ELSE 'RENT' END`
