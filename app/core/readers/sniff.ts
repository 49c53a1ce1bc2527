import FileError from '#core/readers/file_error'
import type { Sentence } from '#core/domain_error'
import type { TableFormat } from '#core/readers/types'

/** Refusal of a file with nothing in it. */
export function emptyFile(): FileError {
  return new FileError('file_empty', {
    ar: 'الملف فارغ: لا يوجد فيه أي صف. اختر الملف الصحيح.',
    en: 'The file is empty: it does not hold a single row. Choose the right file.',
  })
}

/** First bytes of well-known formats that are not tables we read, as latin-1 text. */
const SIGNATURES: [string, string][] = [
  ['\xd0\xcf\x11\xe0', 'xls'],
  ['%PDF', 'pdf'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ', 'archive'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['\x00\x00\x27\x0a', 'geodata'],
  ['SQLite format 3', 'database'],
  ['PAR1', 'database'],
  ['{\\rtf', 'document'],
]

const REFUSALS: Record<string, Sentence> = {
  xls: {
    ar: 'هذا ملف إكسل قديم (xls) أو مصنف محمي بكلمة مرور. افتحه في إكسل واحفظه بصيغة xlsx من غير كلمة مرور.',
    en: 'This is an old Excel file (xls) or a workbook locked with a password. Open it in Excel and save it as xlsx without a password.',
  },
  pdf: {
    ar: 'هذا ملف PDF وليس جدولاً. اطلب الجدول نفسه بصيغة XLSX أو CSV.',
    en: 'This is a PDF, not a table. Ask for the table itself as XLSX or CSV.',
  },
  gzip: {
    ar: 'الملف مضغوط بصيغة gz. فك ضغطه أو اضغطه بصيغة zip ثم أعد رفعه.',
    en: 'The file is packed as gz. Unpack it, or pack it as zip, and upload it again.',
  },
  archive: {
    ar: 'الملف مضغوط بصيغة غير مدعومة (rar أو 7z). فك ضغطه أو اضغطه بصيغة zip ثم أعد رفعه.',
    en: 'The file is packed in a format that is not supported (rar or 7z). Unpack it, or pack it as zip, and upload it again.',
  },
  image: {
    ar: 'هذه صورة وليست جدولاً. اطلب الجدول نفسه بصيغة XLSX أو CSV.',
    en: 'This is a picture, not a table. Ask for the table itself as XLSX or CSV.',
  },
  geodata: {
    ar: 'هذا جزء من ملف خرائط أو صيغة خرائط غير مدعومة. المقبول: GeoJSON وKML وKMZ، وملفات shapefile (shp وshx وdbf وprj) مضغوطة معًا في ملف zip واحد.',
    en: 'This is a part of map data, or a map format that is not supported. Accepted are GeoJSON, KML, KMZ, and the files of a shapefile (shp, shx, dbf, prj) together in one zip.',
  },
  dbf: {
    ar: 'هذا جدول dBase (dbf). إن كان جزءًا من shapefile فاضغط ملفاته (shp وshx وdbf وprj) معًا؛ وإلا فافتحه في إكسل أو LibreOffice واحفظه بصيغة xlsx.',
    en: 'This is a dBase table (dbf). If it belongs to a shapefile, zip its files (shp, shx, dbf, prj) together; otherwise open it in Excel or LibreOffice and save it as xlsx.',
  },
  database: {
    ar: 'هذه قاعدة بيانات وليست جدولاً. صدّر الجدول المطلوب بصيغة CSV أو XLSX.',
    en: 'This is a database, not a table. Export the table you need as CSV or XLSX.',
  },
  sql: {
    ar: 'هذه أوامر SQL وليست جدولاً. صدّر الجدول المطلوب بصيغة CSV أو XLSX.',
    en: 'These are SQL commands, not a table. Export the table you need as CSV or XLSX.',
  },
  document: {
    ar: 'هذا مستند نصي وليس جدولاً. انقل الجدول إلى إكسل واحفظه بصيغة xlsx.',
    en: 'This is a text document, not a table. Move the table to Excel and save it as xlsx.',
  },
  json: {
    ar: 'هذا ملف JSON وليس جدولاً. حوّله إلى CSV أو XLSX ثم أعد رفعه.',
    en: 'This is a JSON file, not a table. Convert it to CSV or XLSX and upload it again.',
  },
  html: {
    ar: 'هذه صفحة ويب محفوظة، وإن كان امتدادها xls. افتحها في إكسل واحفظها بصيغة xlsx.',
    en: 'This is a saved web page, even if it is named xls. Open it in Excel and save it as xlsx.',
  },
  xml_workbook: {
    ar: 'هذا مصنف إكسل بصيغة XML القديمة. افتحه في إكسل واحفظه بصيغة xlsx.',
    en: 'This is a workbook in the old XML format. Open it in Excel and save it as xlsx.',
  },
  ods: {
    ar: 'هذا جدول LibreOffice (ods). افتحه واحفظه بصيغة xlsx.',
    en: 'This is a LibreOffice sheet (ods). Open it and save it as xlsx.',
  },
  xlsb: {
    ar: 'هذا مصنف إكسل ثنائي (xlsb). افتحه في إكسل واحفظه بصيغة xlsx.',
    en: 'This is a binary Excel workbook (xlsb). Open it in Excel and save it as xlsx.',
  },
  camt_other: {
    ar: 'هذا إشعار أو تقرير بنكي وليس كشف حساب camt.053. اطلب من البنك كشف الحساب بصيغة camt.053.',
    en: 'This is a bank notice or interim report, not a camt.053 statement. Ask the bank for the camt.053 statement.',
  },
  xml: {
    ar: 'هذا ملف XML من نوع غير معروف. المقبول منه كشف الحساب camt.053 وملفات OFX.',
    en: 'This is XML of an unknown kind. Accepted are camt.053 statements and OFX files.',
  },
  not_text: {
    ar: 'محتوى الملف ليس نصاً ولا مصنف إكسل. احفظ الجدول من برنامجه بصيغة CSV أو XLSX.',
    en: 'The content is neither text nor a workbook. Save the table from its own program as CSV or XLSX.',
  },
}

/** Refusal of a kind of file that is not a table here. */
export function refusal(kind: string): FileError {
  return new FileError(`format_${kind}`, REFUSALS[kind]!)
}

/**
 * The format by the first bytes, when they are enough; null for text, which `sniffText` judges.
 * @throws FileError `file_empty`, `format_…` for what is not a table
 */
export function sniffBytes(head: Buffer): 'zip' | null {
  if (head.length === 0) throw emptyFile()
  const start = head.subarray(0, 16).toString('latin1')
  if (/^PK(\x03\x04|\x05\x06)/.test(start)) return 'zip'
  for (const [signature, kind] of SIGNATURES) if (start.startsWith(signature)) throw refusal(kind)
  if (isDbase(head)) throw refusal('dbf')
  return null
}

/** dBase: version, a plausible date, header length, and the end mark where the header says. */
function isDbase(head: Buffer): boolean {
  if (head.length < 33 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(head[0]!)) return false
  const headerLength = head.readUInt16LE(8)
  if (head[12] !== 0 || head[13] !== 0) return false
  return head[2]! <= 12 && head[3]! <= 31 && (headerLength - 33) % 32 === 0 && headerLength >= 33
}

/**
 * The format of a text by what it says.
 * @param text the first thousands of characters, without byte order mark
 * @throws FileError `format_…` for what is not a table
 */
export function sniffText(text: string): TableFormat {
  // A text sequence of features (RFC 8142) begins each with a record separator.
  const start = text.slice(0, 64 * 1024).replace(/^[\s\u001e]+/, '')
  if (isMt940(start)) return 'mt940'
  if (/^OFXHEADER\s*[:=]/i.test(start) || /^(<\?[^>]*>\s*)*<OFX>/i.test(start)) return 'ofx'
  if (start.startsWith('<')) return sniffMarkup(start)
  if (/^[[{]\s*(["[{\]}\d-]|$|true|false|null)/.test(start)) {
    if (/"Topology"/.test(start)) throw refusal('geodata')
    if (/^\{/.test(start) && GEOJSON.test(start)) return 'geojson'
    throw refusal('json')
  }
  if (
    /^(--.*\n|\/\*[\s\S]*?\*\/|\s)*(CREATE|INSERT INTO|DROP TABLE|SET|ALTER)\s[^,;\t]*[(;=`'"]/i.test(
      start
    )
  ) {
    throw refusal('sql')
  }
  if (/^(GEOGCS|PROJCS|GEOGCRS|PROJCRS)\[/.test(start)) throw refusal('geodata')
  if (isNoise(start)) throw refusal('not_text')
  return 'csv'
}

/** Words that only GeoJSON uses as values of `type`, or as names of members. */
const GEOJSON =
  /"(coordinates|geometry|geometries|features|Feature|FeatureCollection|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)"/

/** A SWIFT block header, or a tag such as :20: at the start of one of the first lines. */
function isMt940(start: string): boolean {
  if (/^\{1:F/.test(start)) return true
  const lines = start.split(/\r\n|\n|\r/, 12)
  return lines.some((line) => /^:(20|25|28C?|60[FM]|61|62[FM]|64|65|86|940):/.test(line))
}

function sniffMarkup(start: string): TableFormat {
  if (/^<(!doctype html|html|table|head|body|meta|style)/i.test(start)) throw refusal('html')
  if (/camt\.053/.test(start) || /<(\w+:)?BkToCstmrStmt\b/.test(start)) return 'camt053'
  if (/camt\.05[24]/.test(start)) throw refusal('camt_other')
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start)) throw refusal('xml_workbook')
  if (/<(\w+:)?kml\b/i.test(start)) return 'kml'
  if (/<(gpx|gml:\w+|wfs:\w+)\b/i.test(start)) throw refusal('geodata')
  if (/<html\b/i.test(start)) throw refusal('html')
  throw refusal('xml')
}

/** Control characters that no text holds, or hardly anything that could be decoded. */
function isNoise(text: string): boolean {
  let odd = 0
  for (const char of text.slice(0, 8192)) {
    const code = char.charCodeAt(0)
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 0))
      odd++
  }
  return odd > Math.min(text.length, 8192) * 0.1
}
