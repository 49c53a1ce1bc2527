/** Degrees, minutes and seconds with the side they are said of: 30° 02' 39.8" N, ٣٠° ٢′ شمالًا. */
const MARKED =
  /(\d{1,3}(?:\.\d+)?)\s*[°º˚]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:['′’ʹ]|د(?![\p{L}]))\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|''|′′|’’|ث(?![\p{L}]))?\s*)?((?:[NSEW](?![a-z])|شمال|شرق)?)/giu

/** The same without marks, told by their letters alone: 30 02 39.8 N 31 14 08.5 E. */
const LETTERED = /(\d{1,3})[\s:]+(\d{1,2})[\s:]+(\d{1,2}(?:\.\d+)?)\s*([NE]|شمال|شرق)/giu

interface Part {
  value: number
  side: 'east' | 'north' | null
}

/**
 * The two angles of a line given in degrees, minutes and seconds, as decimals in the order of the
 * line; null when the line is not written so.
 */
export function degreesOf(
  line: string
): { values: [number, number]; order: 'en' | 'ne' | null } | null {
  const parts = [...line.matchAll(MARKED)].map(part)
  const found = parts.length === 2 ? parts : [...line.matchAll(LETTERED)].map(part)
  if (found.length !== 2 || found.some((one) => one === null)) return null
  const [first, second] = found as [Part, Part]
  const sides = [first.side, second.side].join()
  const order = sides === 'east,north' ? 'en' : sides === 'north,east' ? 'ne' : null
  return { values: [first.value, second.value], order }
}

function part([, degrees, minutes = '0', seconds = '0', side]: RegExpMatchArray): Part | null {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null
  return {
    value: Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600,
    side: /^(e|شرق)/i.test(side ?? '') ? 'east' : /^(n|شمال)/i.test(side ?? '') ? 'north' : null,
  }
}
