import type { Loaded } from '#core/reference'
import type { Trx } from '#core/within'
import { ACCOUNT_BOOKS } from '#database/reference/data/account_books'

/** Brings the books' definitions in; books already there keep what finance officers made of them. */
export default async function loadAccountBooks(trx: Trx): Promise<Loaded> {
  const loaded: Loaded = { created: 0, changed: 0, unchanged: 0 }
  for (const [index, book] of ACCOUNT_BOOKS.entries()) {
    const [made] = await trx.rawQuery(
      `INSERT INTO account_books (code, form_no, name_ar, name_en, layout, carries, account_prefixes,
         account_classes, entry_kinds, normal_side, sort_order, legal_reference, confirmed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON DUPLICATE KEY UPDATE code = code`,
      [
        book.code,
        book.form,
        book.ar,
        book.en,
        book.layout,
        book.carries,
        JSON.stringify(book.prefixes ?? []),
        JSON.stringify(book.classes ?? []),
        JSON.stringify(book.kinds ?? []),
        book.side,
        (index + 1) * 10,
        'كما وصفت في نظم منشورة لديوان محافظة؛ لم يؤكدها مسؤول مالي',
      ] as string[]
    )
    if (made.affectedRows === 1) loaded.created++
    else loaded.unchanged++
  }
  return loaded
}
