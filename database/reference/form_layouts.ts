import type { Trx } from '#core/within'
import { ACCOUNTS_FORMS } from '#database/reference/data/forms/accounts_forms'
import { FORM_50 } from '#database/reference/data/forms/form_50'
import type { SeededForm } from '#database/reference/data/forms/marks'

const FROM = '2000-07-01'

/**
 * Where each value stands on the official forms. A layout that is there stays as it is: another paper is
 * another layout from its own day.
 */
export default async function loadFormLayouts(trx: Trx): Promise<void> {
  for (const form of [FORM_50, ...ACCOUNTS_FORMS]) await loadForm(form, trx)
}

async function loadForm(form: SeededForm, trx: Trx): Promise<void> {
  const [made] = await trx.rawQuery(
    `INSERT IGNORE INTO form_layouts (form, name_ar, name_en, width_mm, height_mm, valid_from, legal_reference)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [form.form, form.ar, form.en, form.width, form.height, FROM, form.legal]
  )
  if (made.affectedRows === 0) return
  await trx.table('form_marks').multiInsert(
    form.marks.map((mark, index) => ({
      layout_id: made.insertId,
      seq: index + 1,
      ...{ sheet: mark.sheet, kind: mark.kind },
      ...{ field: mark.field ?? null, words: mark.words ?? null },
      ...{ x_mm: mark.x, y_mm: mark.y, width_mm: mark.width, height_mm: mark.height },
      ...{ size_pt: mark.size, align: mark.align, is_bold: mark.isBold },
      ...{ row_count: mark.rowCount ?? null, row_step_mm: mark.rowStep ?? null },
    }))
  )
}
