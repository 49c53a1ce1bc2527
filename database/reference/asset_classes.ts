import type { Trx } from '#core/within'

/** A class of the asset tree, as it is first loaded; parents stand before their children. */
export interface AssetClassRow {
  code: string
  nameAr: string
  nameEn: string
  purpose: 'advertising' | 'occupancy' | 'market' | 'land' | 'building'
  parent?: string
}

/** Kinds of sites and land, named as the registers of local units name them. */
export const assetClasses: readonly AssetClassRow[] = [
  { code: 'advertising', nameAr: 'موقع إعلان', nameEn: 'Advertising site', purpose: 'advertising' },
  child('advertising.unipole', 'لوحة حرة', 'Unipole'),
  child('advertising.wall', 'إعلان حائط أو واجهة', 'Wall or facade'),
  child('advertising.lamp_post', 'إعلان أعمدة إنارة', 'Lamp posts'),
  child('advertising.roof', 'إعلان سطح عقار', 'Roof'),
  child('advertising.led', 'شاشة إلكترونية', 'LED screen'),
  child('advertising.shelter', 'مظلة انتظار', 'Waiting shelter'),
  child('advertising.footbridge', 'كوبري مشاة', 'Footbridge'),
  child('advertising.shop_sign', 'لافتة محل', 'Shop sign'),
  child('advertising.temporary', 'إعلان مؤقت', 'Temporary sign'),
  { code: 'occupancy', nameAr: 'موقع إشغال طريق', nameEn: 'Occupancy site', purpose: 'occupancy' },
  child('occupancy.kiosk', 'كشك', 'Kiosk'),
  child('occupancy.cafe', 'مقاعد ومناضد', 'Tables and chairs'),
  child('occupancy.goods', 'عرض بضائع', 'Goods display'),
  child('occupancy.awning', 'مظلة أو تندة', 'Awning'),
  child('occupancy.cart', 'عربة طعام', 'Food cart'),
  child('occupancy.works', 'إشغال أعمال بناء وحفر', 'Building works'),
  child('occupancy.parking', 'ساحة انتظار', 'Parking area'),
  { code: 'market', nameAr: 'سوق', nameEn: 'Market', purpose: 'market' },
  child('market.stall', 'باكية سوق', 'Market stall'),
  child('market.shop', 'محل بسوق', 'Market shop'),
  { code: 'land', nameAr: 'أرض', nameEn: 'Land', purpose: 'land' },
  child('land.vacant', 'أرض فضاء', 'Vacant land'),
  child('land.agricultural', 'أرض زراعية', 'Agricultural land'),
  child('land.building', 'أرض بناء', 'Building land'),
  child('land.garden', 'حديقة', 'Garden'),
  child('land.beach', 'شاطئ', 'Beach'),
  child('land.quarry', 'محجر', 'Quarry'),
  { code: 'building', nameAr: 'مبنى', nameEn: 'Building', purpose: 'building' },
  child('building.office', 'مبنى إداري', 'Office building'),
  child('building.unit', 'وحدة سكنية', 'Dwelling'),
  child('building.shop', 'محل', 'Shop'),
  child('building.store', 'مخزن', 'Store'),
  child('building.garage', 'جراج', 'Garage'),
]

/** Brings the tree in, parents first; classes already there keep their names. */
export default async function loadAssetClasses(trx: Trx): Promise<void> {
  for (const [index, row] of assetClasses.entries()) {
    await trx.rawQuery(
      `INSERT INTO asset_classes (code, parent_id, name_ar, name_en, purpose, sort_order)
       VALUES (?, (SELECT p.id FROM (SELECT id, code FROM asset_classes) p WHERE p.code = ?), ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE asset_classes.code = VALUES(code)`,
      [
        row.code,
        row.parent ?? (null as unknown as string),
        row.nameAr,
        row.nameEn,
        row.purpose,
        index,
      ]
    )
  }
}

function child(code: string, nameAr: string, nameEn: string): AssetClassRow {
  const parent = code.split('.')[0]!
  return { code, nameAr, nameEn, purpose: parent as AssetClassRow['purpose'], parent }
}
