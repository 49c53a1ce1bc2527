import { basename } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { DomainError } from '#core/domain_error'
import { UnknownKindError } from '#core/imports/kinds'
import { openBatch } from '#core/imports/open_batch'
import { checkImport, commitImport, type Person } from '#core/imports/run_import'
import { unitIdOf } from '#core/imports/unit_scope'
import type { Mapping } from '#core/imports/mapping'
import type { OpenOptions } from '#core/readers/types'
import type { Trx } from '#core/within'

export interface ImportRequest {
  kind: string
  file: string
  /** Code of the unit. */
  unit: string
  mapping?: Mapping | null
  commit: boolean
  reading?: OpenOptions
  by?: Person
}

/** The operator at the machine: no account, but a name in the trail. */
export const OPERATOR: Person = { id: null, name: 'مشغل النظام (سطر الأوامر)' }

/**
 * One import from file to outcome, as the command line and the sample's loader do it. The answer is
 * what `--json` prints; a refusal is an answer too, with code 1 (2 for a kind that does not exist).
 */
export async function runImportCommand(
  request: ImportRequest
): Promise<{ code: 0 | 1 | 2; output: Record<string, unknown> }> {
  const head = { kind: request.kind, file: basename(request.file), unit: request.unit }
  const by = request.by ?? OPERATOR
  try {
    const unitId = await unitIdOf(request.unit, db as unknown as Trx)
    const batch = await openBatch({
      kind: request.kind,
      unitId,
      path: request.file,
      reading: request.reading,
      mapping: request.mapping,
      by,
    })
    const outcome = await (request.commit ? commitImport : checkImport)(batch.id, { by })
    return { code: 0, output: { ...head, import: batch.id, committed: request.commit, ...outcome } }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const code = error instanceof UnknownKindError ? 2 : 1
    return { code, output: { ...head, committed: false, error: error.toJSON() } }
  }
}
