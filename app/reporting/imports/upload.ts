import { errors } from '@vinejs/vine'
import { DomainError } from '#core/domain_error'
import type ImportBatchModel from '#core/imports/import_batch'
import ImportBatch from '#core/imports/import_batch'

/** The largest file taken in by a page; larger ones come by the command line. */
export const LARGEST_MB = 200

/** Endings a file dialog offers; what a file is, is told by its content. */
export const ENDINGS =
  '.csv,.txt,.tsv,.xlsx,.zip,.geojson,.json,.geojsonl,.kml,.kmz,.sta,.mt940,.940,.xml,.ofx'

/** The import of a page with its file. */
export function batchOf(id: string | number): Promise<ImportBatchModel> {
  return ImportBatch.query().where('id', id).preload('file').firstOrFail()
}

/** Says a refusal of the rules beside the field of the form that it is about. */
export function beside(field: string, error: unknown, locale: string): never {
  if (!(error instanceof DomainError)) throw error
  throw new errors.E_VALIDATION_ERROR([
    { field, rule: error.code ?? 'refused', message: error.adviceFor(locale) },
  ])
}
