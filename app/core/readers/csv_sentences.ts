import FileError from '#core/readers/file_error'
import type { ReaderWarning, RowProblem } from '#core/readers/types'

export function fewFields(line: number, found: number, expected: number): RowProblem {
  return {
    code: 'too_few_fields',
    ar: `السطر ${line} فيه ${found} من الخانات والمطلوب ${expected}. أكمل الخانات الناقصة أو راجع الفواصل.`,
    en: `Line ${line} has ${found} fields where ${expected} are expected. Fill in the missing ones or check the separators.`,
  }
}

export function manyFields(line: number, found: number, expected: number): RowProblem {
  return {
    code: 'too_many_fields',
    ar: `السطر ${line} فيه ${found} خانة والأعمدة ${expected} فقط. ضع النص الذي يحتوي على الفاصل بين علامتي تنصيص.`,
    en: `Line ${line} has ${found} fields but there are only ${expected} columns. Put text that contains the separator between quotes.`,
  }
}

export function unclosedQuote(line: number): RowProblem {
  return {
    code: 'unclosed_quote',
    ar: `السطر ${line} فيه علامة تنصيص فُتحت ولم تُغلق. أغلقها أو احذفها.`,
    en: `Line ${line} opens a quote that is never closed. Close it or remove it.`,
  }
}

export function cellTooLong(line: number, column: string, length: number): RowProblem {
  return {
    code: 'cell_too_long',
    ar: `في السطر ${line} خانة «${column}» طولها ${length} حرفاً، والحد الأقصى 32767. اختصرها.`,
    en: `In line ${line} the field "${column}" has ${length} characters; at most 32767 are accepted. Shorten it.`,
  }
}

export function strayQuotes(line: number): ReaderWarning {
  return {
    code: 'stray_quote',
    ar: 'علامات تنصيص داخل النص لم تُكتب مضاعفة؛ قُرئت كما هي. راجع هذه الأسطر.',
    en: 'Quotes inside the text were not doubled; they were read as they stand. Check these lines.',
    line,
  }
}

export function damagedCharacters(line: number): ReaderWarning {
  return {
    code: 'damaged_characters',
    ar: 'بعض الحروف تالفة في الملف نفسه وتظهر بالشكل �. صححها في المصدر أو اختر ترميزاً آخر.',
    en: 'Some characters are damaged in the file itself and show as �. Correct them at the source or choose another encoding.',
    line,
  }
}

export function nulBytes(): ReaderWarning {
  return {
    code: 'nul_bytes',
    ar: 'في الملف بايتات صفرية حُذفت قبل القراءة. راجع القيم إن كان الملف منقولاً من نظام قديم.',
    en: 'The file holds zero bytes, which were left out. Check the values if it comes from an old system.',
  }
}

export function shortRows(): ReaderWarning {
  return {
    code: 'short_rows',
    ar: 'أغلب الصفوف تترك خاناتها الأخيرة الفارغة؛ اعتُبرت الخانات الناقصة فارغة.',
    en: 'Most rows leave out their last empty fields; missing fields were taken as empty.',
  }
}

export function notATable(): FileError {
  return new FileError('not_a_table', {
    ar: 'الملف نص عادي وليس جدولاً: لا يوجد فاصل يقسم سطوره إلى أعمدة. احفظ الجدول بصيغة CSV أو XLSX.',
    en: 'The file is running text, not a table: no separator divides its lines into columns. Save the table as CSV or XLSX.',
  })
}
