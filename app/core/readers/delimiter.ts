import RecordSplitter from '#core/readers/record_splitter'

/** Separators seen in practice, the likelier first when two divide a text equally well. */
const CANDIDATES = [',', ';', '\t', '|', '؛', '،']

const LOOK = 200

/** Below this the character only happens to occur: commas in running text. */
const SURE = 0.2

/**
 * The character that cuts the text into the same number of fields row after row; null when none
 * does and the text is a single column.
 */
export function sniffDelimiter(text: string): string | null {
  let best: string | null = null
  let bestScore = SURE
  for (const candidate of CANDIDATES) {
    if (!text.includes(candidate)) continue
    const score = consistency(fieldCounts(text, candidate))
    if (score > bestScore + 1e-9) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

function fieldCounts(text: string, delimiter: string): number[] {
  const counts: number[] = []
  const splitter = new RecordSplitter(delimiter, (_, fields) => {
    if (counts.length < LOOK && fields.some((field) => field.trim() !== '')) {
      counts.push(fields.length)
    }
  })
  splitter.push(text.slice(0, 256 * 1024))
  splitter.end()
  return counts
}

/**
 * Share of the rows that have the usual number of fields, a little more for more fields. The
 * headings count on their own: a decimal comma divides every row but not the headings.
 */
function consistency(counts: number[]): number {
  const divided = counts.filter((count) => count > 1)
  if (!divided.length) return 0
  const tally = new Map<number, number>()
  for (const count of divided) tally.set(count, (tally.get(count) ?? 0) + 1)
  const [usual, rows] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]!
  const share = rows / counts.length
  const firstWide = divided[0]!
  const headed = Math.abs(firstWide - usual) <= 1 ? 1 : 0.6
  // Titles above a short table may outnumber its rows, but prose with commas is no table.
  const enough = share >= 0.5 || (rows / divided.length >= 0.8 && divided.length >= 2 && usual > 2)
  if (!enough) return share * 0.1 * headed
  return share * headed * (1 + Math.log2(usual) / 10)
}
