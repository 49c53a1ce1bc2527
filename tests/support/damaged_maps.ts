import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { filesBelow, sharedPath } from '#tests/support/shared_data'
import { file, zip } from '#tests/unit/core/readers/make'

const FOLDERS = ['geojson', 'shapefile', 'xlsx_exceljs', 'xlsx_sheetjs', 'csv', 'json']

/** Every damaged file of maps and workbooks, and each damaged shapefile once more as a zip of its parts. */
export async function damagedMaps(): Promise<string[]> {
  const loose = filesBelow(sharedPath('malformed', 'shapefile'))
  const stems = loose.filter((path) => path.endsWith('.shp')).map((path) => path.slice(0, -4))
  const zipped = await Promise.all(
    stems.map((stem) => {
      const parts = loose.filter((path) => path.startsWith(`${stem}.`))
      const contents = parts.map((path) => ({
        name: basename(path),
        content: readFileSync(path),
      }))
      return file(zip(contents), `${basename(stem)}.zip`)
    })
  )
  return [...FOLDERS.flatMap((folder) => filesBelow(sharedPath('malformed', folder))), ...zipped]
}
