import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import { figure, type Finding } from '#registry/rules/finding'
import { casesUnder, filesUnder, shapeOf, type OnGround } from '#registry/encroachments/land'
import { noteOn } from '#registry/encroachments/timeline'
import EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'

/** A file that freezes the removal of a case. */
export interface Freeze {
  fileId: number
  portalNo: string
  sharedM2: string | null
  foundOn: string
}

/** What freezes the removal of a case now. */
export async function freezesOf(caseId: number, trx: Trx): Promise<Freeze[]> {
  const [rows] = await trx.rawQuery(
    `SELECT z.file_id, f.portal_no, z.shared_area_m2, z.found_on FROM encroachment_freezes z
     JOIN legalisation_files f ON f.id = z.file_id
     WHERE z.case_id = ? AND z.ended_on IS NULL ORDER BY z.file_id`,
    [caseId]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    fileId: Number(row.file_id),
    portalNo: row.portal_no,
    sharedM2: row.shared_area_m2,
    foundOn: row.found_on,
  }))
}

/**
 * R20: where the ground of a case is under an active legalisation file, its removal stands still until
 * the file ends; both are told. Nobody may pass this rule.
 */
export async function judgeFreeze(kase: EncroachmentCase, trx: Trx): Promise<Finding[]> {
  await freezeCase(kase, trx)
  return (await freezesOf(kase.id, trx)).map(({ fileId, portalNo, sharedM2 }) => {
    const shared = sharedM2 === null ? null : figure(Number(sharedM2))
    return {
      rule: 'R20',
      severity: 'critical',
      messages: sentence(
        `طلب التقنين رقم ${portalNo} قائم على أرض التعدي${shared ? ` (${shared.ar} م² مشتركة)` : ''}، فالإزالة موقوفة.`,
        `Legalisation file ${portalNo} is active on this ground${shared ? ` (${shared.en} m² shared)` : ''}: the removal is frozen.`
      ),
      cure: sentence(
        'يبت في طلب التقنين أولًا، وقد أخطر الملفان.',
        'The file is decided first; both have been told.'
      ),
      facts: { caseId: kase.id, fileId, sharedM2 },
      overridable: false,
    }
  })
}

/** Looks for active files on the ground of a case, and tells both of each new one. */
export async function freezeCase(kase: EncroachmentCase, trx: Trx): Promise<void> {
  const shape = await shapeOf('encroachment_shapes', kase.id, trx)
  const found = shape ? await filesUnder(shape, { on: today(), unitId: kase.unitId, trx }) : []
  if (kase.assetId) {
    const ofAsset = await LegalisationFile.query({ client: trx })
      .where({ asset_id: kase.assetId, status: 'active' })
      .whereNotExists((query) =>
        query.from('legalisation_shapes').whereRaw('file_id = legalisation_files.id')
      )
    found.push(...ofAsset.map(({ id }) => ({ id, shared: null })))
  }
  const own = await LegalisationFile.query({ client: trx }).where('case_id', kase.id).select('id')
  const others = found.filter(({ id }) => !own.some((file) => file.id === id))
  for (const one of others) await freeze(kase.id, one.id, one.shared, trx)
}

/** Looks for open cases on the ground of a file, and tells both of each. */
export async function freezeAround(file: LegalisationFile, trx: Trx): Promise<OnGround[]> {
  if (file.status !== 'active') return []
  const shape = await shapeOf('legalisation_shapes', file.id, trx)
  const found = shape ? await casesUnder(shape, { on: today(), unitId: file.unitId, trx }) : []
  if (!shape && file.assetId) {
    const ofAsset = await EncroachmentCase.query({ client: trx })
      .where('asset_id', file.assetId)
      .whereNull('closed_on')
    found.push(...ofAsset.map(({ id }) => ({ id, shared: null })))
  }
  const others = found.filter(({ id }) => id !== file.caseId)
  for (const one of others) await freeze(one.id, file.id, one.shared, trx)
  return others
}

/** The file has ended: what it froze may go on, and is told so. */
export async function thaw(file: LegalisationFile, trx: Trx): Promise<number> {
  const rows = await trx
    .from('encroachment_freezes')
    .where('file_id', file.id)
    .whereNull('ended_on')
    .select('case_id as caseId')
  for (const { caseId } of rows as { caseId: number }[]) {
    await trx
      .from('encroachment_freezes')
      .where({ file_id: file.id, case_id: caseId })
      .update({ ended_on: today() })
    await noteOn(caseId, `انتهى طلب التقنين رقم ${file.portalNo} ورُفع وقف الإزالة.`, SYSTEM, trx)
  }
  return rows.length
}

async function freeze(
  caseId: number,
  fileId: number,
  shared: number | null,
  trx: Trx
): Promise<void> {
  const [done] = await trx.rawQuery(
    `INSERT IGNORE INTO encroachment_freezes (case_id, file_id, shared_area_m2, found_on) VALUES (?, ?, ?, ?)`,
    [caseId, fileId, shared === null ? null : shared.toFixed(4), today()] as never[]
  )
  if (Number(done.affectedRows) === 0) return
  const kase = await EncroachmentCase.findOrFail(caseId, { client: trx })
  const file = await LegalisationFile.findOrFail(fileId, { client: trx })
  await noteOn(
    caseId,
    `طلب التقنين رقم ${file.portalNo} قائم على أرض هذا التعدي: الإزالة موقوفة (ق20).`,
    SYSTEM,
    trx
  )
  if (file.caseId) {
    await noteOn(
      file.caseId,
      `طلب التقنين رقم ${file.portalNo} يتداخل مع ملف التعدي رقم ${kase.caseNo} وقد أوقف إزالته (ق20).`,
      SYSTEM,
      trx
    )
  }
  await Trail.record(
    {
      action: 'encroachment.frozen',
      unitId: kase.unitId,
      subjectType: 'encroachment',
      subjectId: kase.id,
      label: kase.caseNo,
      after: { fileId, portalNo: file.portalNo, sharedM2: shared?.toFixed(4) ?? null },
    },
    { by: SYSTEM, trx }
  )
}
