import { basename, extname } from 'node:path'
import { openTable } from '#core/readers/open_table'
import StoredFile from '#core/models/stored_file'
import ImportBatch from '#core/imports/import_batch'
import { importKinds } from '#core/imports/kinds'
import { planFields, type Mapping } from '#core/imports/mapping'
import { startingMapping, type Person } from '#core/imports/run_import'
import { within, type Trx } from '#core/within'
import type { OpenOptions } from '#core/readers/types'

export interface NewBatch {
  kind: string
  unitId: number
  /** Where the bytes are now; they are copied into the storage. */
  path: string
  originalName?: string
  reading?: OpenOptions
  /** null: as remembered for these headings, or as the headings read. */
  mapping?: Mapping | null
  /** Refuse at once when a required field has no source. Pages map afterwards and say false. */
  complete?: boolean
  by: Person
  trx?: Trx
}

const TYPES: Record<string, string> = {
  '.csv': 'text/csv',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
  '.xml': 'application/xml',
  '.geojson': 'application/geo+json',
  '.kml': 'application/vnd.google-earth.kml+xml',
  '.kmz': 'application/vnd.google-earth.kmz',
}

/**
 * Takes a file in as a new import: opens it, decides the mapping, keeps the file and records the
 * import as `uploaded`. Nothing of its rows is judged yet.
 * @throws FileError MappingError UnknownKindError
 */
export async function openBatch(request: NewBatch): Promise<ImportBatch> {
  const definition = await importKinds.definition(request.kind)
  const reading = request.reading ?? {}
  const table = await openTable(request.path, reading)
  const given = request.mapping ?? null
  const mapping = await startingMapping(definition, request.unitId, table.columns, given)
  if (request.complete !== false) planFields(definition, mapping, table.columns)
  const name = request.originalName ?? basename(request.path)
  return within(request.trx, async (trx) => {
    const file = await StoredFile.keep(
      {
        from: request.path,
        unitId: request.unitId,
        purpose: 'import',
        originalName: name,
        mediaType: TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream',
        by: request.by,
      },
      trx
    )
    return ImportBatch.create(
      {
        unitId: request.unitId,
        kind: request.kind,
        fileId: file.id,
        state: 'uploaded',
        reading,
        mapping,
        // By a person: the database refuses its commit until a second one has approved it.
        needsApproval: definition.needsApproval && request.by.id !== null,
        createdBy: request.by.id,
      },
      { client: trx }
    )
  })
}
