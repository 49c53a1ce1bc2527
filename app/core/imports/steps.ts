import { DomainError, sentence } from '#core/domain_error'
import { TransitionError } from '#core/transitions'
import { within, type Trx } from '#core/within'
import RunImportJob from '#core/jobs/run_import_job'
import ImportBatch from '#core/imports/import_batch'
import { importKinds } from '#core/imports/kinds'
import type { Mapping } from '#core/imports/mapping'
import type { Person } from '#core/imports/run_import'
import type { OpenOptions } from '#core/readers/types'

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

/** A step of the import is still waiting or running. */
export class ImportBusyError extends DomainError {
  static override code = 'E_IMPORT_BUSY'

  constructor(importId: number, jobId: number) {
    super(
      sentence(
        `يجري العمل على الاستيراد ${importId} الآن.`,
        `Import ${importId} is being worked on now.`
      ),
      {
        facts: { importId, jobId },
        cure: sentence('انتظر حتى ينتهي.', 'Wait until it has ended.'),
      }
    )
  }
}

interface Step {
  by: Person
  trx?: Trx
}

/** Under this key an import has at most one live job, whichever step it is. */
export function effectOf(importId: number): string {
  return `import/${importId}`
}

/**
 * What people do with an import on its page; each step records who, and leaves the long work to a job
 * whose id it returns.
 */
export const importSteps = {
  /**
   * Judges every row without writing; with a mapping, by that one from now on. An earlier approval
   * no longer counts.
   */
  async check(
    batch: ImportBatch,
    { by, trx: outer, mapping }: Step & { mapping?: Mapping }
  ): Promise<number> {
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      await assertIdle(fresh, trx)
      fresh.moveTo('checking')
      fresh.merge({ approvedBy: null, checkedAt: null, error: null })
      if (mapping) fresh.mapping = mapping
      await fresh.save()
      return enqueue(fresh, { step: 'check' }, by, trx)
    })
  },

  /**
   * Reads the file in another way, with the columns that it then has. What was checked or approved
   * before no longer counts.
   */
  async reread(
    batch: ImportBatch,
    { reading, mapping, trx: outer }: { reading: OpenOptions; mapping: Mapping; trx?: Trx }
  ): Promise<void> {
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      await assertIdle(fresh, trx)
      fresh.moveTo('uploaded')
      fresh.merge({ reading, mapping, approvedBy: null, checkedAt: null, error: null })
      await fresh.save()
    })
  },

  /**
   * The second person's word on what was checked, after which exactly that lands. `isRecorded`: the
   * caller keeps the decision, with its row of the trail, in the same transaction.
   * @throws OwnImportError TransitionError ImportBusyError
   */
  async approve(
    batch: ImportBatch,
    { by, trx: outer, isRecorded = false }: Step & { isRecorded?: boolean }
  ): Promise<number> {
    const { needsApproval } = await importKinds.definition(batch.kind)
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      await fresh.load('file')
      const own = fresh.createdBy !== null && fresh.createdBy === by.id
      if (needsApproval && own) throw new OwnImportError(fresh.id)
      await assertIdle(fresh, trx)
      assertChecked(fresh)
      const approved = fresh.approvedHash().toString('hex')
      fresh.moveTo('committing')
      // The database refuses the maker here too; kinds without approval have no second person.
      fresh.approvedBy = own ? null : by.id
      await fresh.save()
      if (!isRecorded) await record(fresh, 'import.approved', by, trx, { approved })
      return enqueue(fresh, { step: 'commit', approved }, by, trx)
    })
  },

  /** Takes a committed import back. @throws TransitionError ImportBusyError */
  async undo(batch: ImportBatch, { by, trx: outer, reason }: Step & { reason?: string }) {
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      await assertIdle(fresh, trx)
      if (!fresh.canMoveTo('undoing')) fresh.moveTo('undoing')
      return enqueue(fresh, { step: 'undo', reason }, by, trx)
    })
  },

  /** Lays a file aside that has not landed. @throws TransitionError ImportBusyError */
  async cancel(batch: ImportBatch, { by, trx: outer }: Step): Promise<void> {
    return within(outer, async (trx) => {
      const fresh = await batch.lock(trx)
      await assertIdle(fresh, trx)
      fresh.moveTo('cancelled')
      await fresh.save()
      await record(fresh, 'import.cancelled', by, trx)
    })
  },
}

/** Only what was checked is decided on; the job alone goes on from `failed`. */
function assertChecked({ state }: ImportBatch): void {
  if (state === 'checked') return
  throw new TransitionError(state, 'committing', ['checked'], ImportBatch.stateNames)
}

async function assertIdle(batch: ImportBatch, trx: Trx): Promise<void> {
  const [[live]] = await trx.rawQuery('SELECT id FROM jobs WHERE live_effect = ?', [
    effectOf(batch.id),
  ])
  if (live) throw new ImportBusyError(batch.id, Number(live.id))
}

function enqueue(
  batch: ImportBatch,
  payload: { step: 'check' | 'commit' | 'undo'; approved?: string; reason?: string },
  by: Person,
  trx: Trx
): Promise<number> {
  return RunImportJob.enqueue(
    { importId: batch.id, ...payload },
    { trx, unitId: batch.unitId, by, effectKey: effectOf(batch.id) }
  )
}

async function record(
  batch: ImportBatch,
  action: 'import.approved' | 'import.cancelled',
  by: Person,
  trx: Trx,
  more: Record<string, unknown> = {}
) {
  await batch.load('file')
  const { rowCount: rows, landed, updated, unchanged, rejected, blank } = batch
  await importKinds.record(
    {
      action,
      importId: batch.id,
      unitId: batch.unitId,
      kind: batch.kind,
      fileName: batch.file.originalName,
      sha256: Buffer.from(batch.file.sha256).toString('hex'),
      outcome: { rows, landed, updated, unchanged, rejected, blank, ...more },
    },
    by,
    trx
  )
}
