import { DomainError, sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import RunImportJob from '#core/jobs/run_import_job'
import ImportBatch from '#core/imports/import_batch'
import { importKinds } from '#core/imports/kinds'
import type { Mapping } from '#core/imports/mapping'
import type { Person } from '#core/imports/run_import'

/** Who brought a file of money or land in does not also approve it. */
export class OwnImportError extends DomainError {
  static override code = 'E_OWN_IMPORT'
  static override status = 403

  constructor(importId: number) {
    super(sentence('من رفع الملف لا يعتمده.', 'Who uploaded the file does not approve it.'), {
      facts: { importId },
      cure: sentence(
        'يعتمده موظف آخر له صلاحية الاعتماد.',
        'Another officer who may approve does it.'
      ),
    })
  }
}

interface Step {
  by: Person
  trx?: Trx
}

/**
 * What people do with an import on its page; each step records who, and leaves the long work to a job
 * whose id it returns.
 */
export const importSteps = {
  /** Judges every row without writing; with a mapping, by that one from now on. */
  async check(
    batch: ImportBatch,
    { by, trx: outer, mapping }: Step & { mapping?: Mapping }
  ): Promise<number> {
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      fresh.moveTo('checking')
      if (mapping) fresh.mapping = mapping
      await fresh.save()
      return enqueue(fresh, 'check', by, trx)
    })
  },

  /**
   * The second person's word, after which the rows land.
   * @throws OwnImportError TransitionError
   */
  async approve(batch: ImportBatch, { by, trx: outer }: Step): Promise<number> {
    const { needsApproval } = await importKinds.definition(batch.kind)
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      const own = fresh.createdBy !== null && fresh.createdBy === by.id
      if (needsApproval && own) throw new OwnImportError(fresh.id)
      fresh.moveTo('committing')
      // The database refuses the maker here too; kinds without approval have no second person.
      fresh.approvedBy = own ? null : by.id
      await fresh.save()
      await record(fresh, 'import.approved', by, trx)
      return enqueue(fresh, 'commit', by, trx)
    })
  },

  /** Takes a committed import back. @throws TransitionError */
  async undo(batch: ImportBatch, { by, trx: outer }: Step): Promise<number> {
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      if (!fresh.canMoveTo('undoing')) fresh.moveTo('undoing')
      return enqueue(fresh, 'undo', by, trx)
    })
  },

  /** Lays a file aside that has not landed. @throws TransitionError */
  async cancel(batch: ImportBatch, { by, trx: outer }: Step): Promise<void> {
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      fresh.moveTo('cancelled')
      await fresh.save()
      await record(fresh, 'import.cancelled', by, trx)
    })
  },
}

function enqueue(
  batch: ImportBatch,
  step: 'check' | 'commit' | 'undo',
  by: Person,
  trx: Trx
): Promise<number> {
  const payload = { importId: batch.id, step }
  return RunImportJob.enqueue(payload, {
    trx,
    unitId: batch.unitId,
    by,
    effectKey: `import/${batch.id}/${step}`,
  })
}

async function record(
  batch: ImportBatch,
  action: 'import.approved' | 'import.cancelled',
  by: Person,
  trx: Trx
) {
  await batch.load('file')
  await importKinds.record(
    {
      action,
      importId: batch.id,
      unitId: batch.unitId,
      kind: batch.kind,
      fileName: batch.file.originalName,
      sha256: Buffer.from(batch.file.sha256).toString('hex'),
      outcome: { rows: batch.rowCount, landed: batch.landed, rejected: batch.rejected },
    },
    by,
    trx
  )
}
