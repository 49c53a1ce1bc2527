import FileError from '#core/readers/file_error'

const MAX_LINE = 4 * 1024 * 1024

/** The lines of a text, numbered from 1; ends with LF, CRLF or CR are all taken. */
export async function* textLines(
  pieces: AsyncIterable<string>
): AsyncIterable<{ number: number; text: string }> {
  let carry = ''
  let number = 0
  for await (const piece of pieces) {
    carry += piece
    // A CR at the very end may be the first half of CRLF.
    const held = carry.endsWith('\r') ? '\r' : ''
    const lines = (held ? carry.slice(0, -1) : carry).split(/\r\n|\n|\r/)
    carry = lines.pop()! + held
    for (const text of lines) yield { number: ++number, text }
    if (carry.length > MAX_LINE) throw tooLong(number + 1)
  }
  const rest = carry.replace(/\r$/, '')
  if (rest) yield { number: ++number, text: rest }
}

function tooLong(line: number): FileError {
  return new FileError(
    'line_too_long',
    {
      ar: `السطر ${line} أطول من أربعة ملايين حرف، فالملف تالف أو ليس من النوع المتوقع. اطلبه من مصدره من جديد.`,
      en: `Line ${line} is longer than four million characters: the file is damaged or not of this kind. Ask its source for it again.`,
    },
    { line }
  )
}
