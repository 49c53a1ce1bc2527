/** What stands between two numbers of a line; a comma only where the line has nothing else. */
const BETWEEN = /[\s;|،؛/\\]+/

/**
 * The plain numbers of a line (Latin digits, a point for decimals), labels left out. A comma is read as
 * thousands, decimals or a separator, by what it stands between.
 */
export function numbersOf(line: string): number[] {
  const bare = line.replace(/[=:"'“”()[\]{}<>]/g, ' ').trim()
  const parts = bare.split(BETWEEN).filter(Boolean)
  const tokens = parts.length > 1 ? parts.flatMap(loose) : bare.split(',')
  return tokens.flatMap((token) => {
    const value = numberOf(token.trim())
    return value === null ? [] : [value]
  })
}

/** "637570.86,814926.67" beside other tokens is two numbers; "637,570.86" is one. */
function loose(token: string): string[] {
  const trimmed = token.replace(/^,+|,+$/g, '')
  const isPair = /^[-+]?\d+\.\d+,[-+]?\d+/.test(trimmed) || /^\d{4,},\d{4,}$/.test(trimmed)
  return isPair ? trimmed.split(',') : [trimmed]
}

function numberOf(token: string): number | null {
  // A letter or two before a number is its name: E637570.86, س٦٣٧٥٧٠.
  const named = /^(?:e|n|x|y|س|ص)?([-+]?[\d.,]+)(?:m|م|e|n)?$/iu.exec(token)
  if (!named) return null
  const text = named[1]!
  const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
    ? text.replaceAll(',', '')
    : text.replace(/^([-+]?\d+),(\d+)$/, '$1.$2')
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}
