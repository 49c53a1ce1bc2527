import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isHere } from '#tests/support/programs'

const run = promisify(execFile)

/** A word as it stands on paper: points from the top left of its page. */
export interface PaperWord {
  text: string
  page: number
  left: number
  right: number
  top: number
  bottom: number
}

/** Whether Debian's poppler-utils are here; the tests that read pages say so aloud when not. */
export function canReadPdf(): boolean {
  return isHere('pdftotext', '-v')
}

/** The words of a document as another program finds them, with their places. */
export async function readWords(file: string): Promise<PaperWord[]> {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 1 << 28 })
  const words: PaperWord[] = []
  let page = 0
  const tag =
    /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g
  for (const [whole, left, top, right, bottom, text] of stdout.matchAll(tag)) {
    if (whole === '<page ') page++
    else {
      words.push({
        text: inReadingOrder(unescaped(text!)),
        page,
        left: +left!,
        top: +top!,
        right: +right!,
        bottom: +bottom!,
      })
    }
  }
  return words
}

/** With places, Arabic words come letter by letter from the left of the paper. */
function inReadingOrder(word: string): string {
  return /^[\u0600-\u065F\u066E-\u06D5()،:]+$/.test(word) ? [...word].reverse().join('') : word
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
