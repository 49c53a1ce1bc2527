import { encodePlace, type Order } from '#core/lists/keyset'
import type { Owner } from '../owner.js'
import type { Question } from '../pages/driver.js'
import { GROUND, type MadeRegistry } from './world.js'

const PLACES = 40

/** One page of the registry: what the floor is asked, what the house is asked, and how often of a mix. */
export interface Page {
  name: string
  floor: Question[]
  ours: Question[]
  /** In a working day's mix, out of all shares. */
  share: number
}

/** What is asked of both sides, each in several places so that nothing is answered from one spot. */
export async function pagesOf(
  owner: Owner,
  made: MadeRegistry,
  bare: string,
  house: string
): Promise<Page[]> {
  const ids = Array.from({ length: PLACES }, (_, at) => 1 + ((at * 7_919_317) % made.assets))
  // One asset of ten has a tenant and a history.
  const storied = ids.map((id) => Math.max(10, id - (id % 10)))
  const windows = (name: string, zoom: number, width: number, height: number, share: number) => {
    const boxes = boxesOf(made, width, height)
    return {
      name,
      floor: boxes.map((box) => ({ url: `${bare}/window?bbox=${box}` })),
      ours: boxes.map((box) => ({
        url: `${house}/registry/map/window?bbox=${box}&zoom=${zoom}`,
        holds: /"(?:assets|heaps)":\[\{/,
      })),
      share,
    }
  }
  const list = (query: string, holds: string | RegExp = '/registry/assets/') => ({
    url: `${house}/registry/assets${query && `?${query}`}`,
    holds,
  })
  return [
    {
      name: 'list',
      floor: [{ url: `${bare}/list` }],
      ours: [list('', '>N1<')],
      share: 4,
    },
    {
      name: 'list-asked',
      floor: [{ url: `${bare}/list` }],
      ours: (await askedLists(owner)).map((query) => list(query)),
      share: 4,
    },
    {
      name: 'search',
      floor: ids.map((id) => ({ url: `${bare}/search?q=n${id}` })),
      ours: ids.map((id) => list(`q=n${id}`, `>N${id}<`)),
      share: 4,
    },
    {
      name: 'search-words',
      floor: ids.map((id) => ({ url: `${bare}/search?q=n${id}` })),
      ours: searches(made).map((typed) => list(`q=${encodeURIComponent(typed)}`)),
      share: 4,
    },
    windows('window-street', 17, 0.014, 0.006, 3),
    windows('window-town', 13, 0.22, 0.1, 2),
    windows('window-governorate', 10, 1.7, 0.8, 1),
    {
      name: 'biography',
      floor: storied.map((id) => ({ url: `${bare}/biography?id=${id}` })),
      ours: storied.map((id) => ({
        url: `${house}/registry/assets/${id}`,
        holds: new RegExp(`رقم ${id}[\\s\\S]*مستأجر رقم ${id}[\\s\\S]*معاينة دورية`),
      })),
      share: 4,
    },
  ]
}

/** All pages in one order, as twenty people with different work ask for them. */
export function mixOf(pages: readonly Page[]): Question[] {
  const mixed: Question[] = []
  const turns = pages.map(() => 0)
  for (let round = 0; round < PLACES; round++) {
    for (const [at, { ours, share }] of pages.entries()) {
      for (let turn = 0; turn < share; turn++) mixed.push(ours[turns[at]!++ % ours.length]!)
    }
  }
  // Spread by a step that shares no factor with their number: pages of one kind do not come in a row.
  const step = 7919
  return mixed.map((_, at) => mixed[(at * step) % mixed.length]!)
}

function boxesOf({ parcels, columns }: MadeRegistry, width: number, height: number): string[] {
  const rows = Math.ceil(parcels / columns)
  return Array.from({ length: PLACES }, (_, at) => {
    const west = GROUND.west + ((at * 0.618) % 1) * Math.max(0, columns * GROUND.step - width)
    const south = GROUND.south + ((at * 0.377) % 1) * Math.max(0, rows * GROUND.step - height)
    return [west, south, west + width, south + height].map((degree) => degree.toFixed(6)).join(',')
  })
}

/** Filters, order, a page deep inside, alone and together. */
async function askedLists(owner: Owner): Promise<string[]> {
  const [unit] = await owner.query(
    'SELECT unit_id AS id FROM assets WHERE id = 77 UNION SELECT 0 LIMIT 1'
  )
  const [land] = await owner.query(
    "SELECT k.code FROM assets a JOIN asset_classes k ON k.id = a.class_id WHERE k.subtype = 'land' ORDER BY a.id LIMIT 1"
  )
  const place = async (direction: Order['direction'], page: number) => {
    const [row] = await owner.query(
      `SELECT site_no, id FROM assets ORDER BY site_no ${direction}, id ${direction} LIMIT 1 OFFSET ${page * 50 - 1}`
    )
    const order: Order = {
      ...{ by: 'site_no', direction, expression: 'assets.site_no', type: 'text' },
      ...{ key: 'assets.id', keyType: 'integer' },
    }
    return encodePlace({ value: row.site_no, key: String(row.id) }, order)
  }
  return [
    'sort=-site_no',
    `after=${await place('asc', 50)}`,
    `after=${await place('asc', 5000)}`,
    `sort=-site_no&after=${await place('desc', 50)}`,
    `unit=${unit.id}`,
    `unit=${unit.id}&sort=-site_no`,
    `class=${land.code}`,
    `class=${land.code.split('.')[0]}`,
    'domain=public',
    'life_status=idle',
    'in_use=0',
    'complete=whole',
    'complete=little',
    `unit=${unit.id}&domain=private&life_status=idle`,
    `class=${land.code}&in_use=0&complete=half`,
    `unit=${unit.id}&class=${land.code}&domain=public`,
  ]
}

/** What people type: words of many and of few assets, several words, digits, codes, less than a word. */
function searches({ assets }: MadeRegistry): string[] {
  const some = Math.floor(assets / 3)
  return [
    'شارع',
    'الجمهورية',
    'شارع الجمهورية',
    'شارع الجمهورية 47',
    'الجمهوريه رقم',
    'كورنيش بحر يوسف',
    'حوض 77',
    'حوض ٧٧ 12',
    'رقم',
    'المدارس 311',
    `${some}`,
    `رقم ${some}`,
    String(some).slice(0, 4),
    '14',
    '14 07',
    'l',
    '12',
    '14-03-L',
    `14-${String(3).padStart(2, '0')}`,
    'مستأجر رقم 1000',
  ]
}
