import FileError from '#core/readers/file_error'

/** One feature beyond this is a damaged file: a governorate with 20,000 corners has one megabyte. */
const LONGEST = 64 * 1024 * 1024

/** A member of the list of features, or a whole text of its own (a Feature, a geometry). */
export interface FoundFeature {
  /** JSON text of an object. */
  text: string
  /** It stood in a list called `features`. */
  isMember: boolean
}

const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const QUOTE = 34
const BACKSLASH = 92
const COLON = 58
const COMMA = 44
const RECORD_SEPARATOR = 30

/**
 * Finds the features of GeoJSON while its text arrives, without holding more than one of them: members
 * of a FeatureCollection, single features and geometries, one object a line (newline-delimited), or with
 * record separators (RFC 8142). What stands around the features is kept for `frame`.
 */
export class JsonFeatures {
  /** Texts of the objects that hold the features, their list emptied. */
  readonly frames: string[] = []
  #rest = ''
  #at = 0
  #depth = 0
  #isString = false
  #isEscaped = false
  /** Where the object that is being read began, in the rest; -1 outside. */
  #start = -1
  #inList = false
  #hasList = false
  #stringStart = -1
  #lastString = ''
  #isKey = false
  #frame = ''
  #line = 1

  /** The features that are complete now. */
  push(piece: string): FoundFeature[] {
    this.#rest += piece
    const found: FoundFeature[] = []
    const text = this.#rest
    for (; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at)
      if (code === 10) this.#line++
      if (this.#isString) this.#readString(code)
      else if (code === QUOTE) this.#beginString()
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#open(code)
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) this.#close(code, found)
      else if (code === COLON) this.#isKey = true
      else if (code > 32) this.#other(code)
    }
    this.#shrink()
    return found
  }

  /** @throws FileError `json_broken` when the text breaks off */
  end(): void {
    if (this.#depth > 0 || this.#isString) throw this.#broken()
  }

  #readString(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (code === BACKSLASH) this.#isEscaped = true
    else if (code === QUOTE) {
      this.#isString = false
      if (this.#depth === 1) this.#lastString = this.#rest.slice(this.#stringStart, this.#at)
    }
  }

  #beginString(): void {
    if (this.#depth === 0 || (this.#inList && this.#depth === 2)) throw this.#broken()
    this.#isString = true
    this.#stringStart = this.#at + 1
    this.#isKey = false
  }

  #open(code: number): void {
    if (this.#depth === 0) {
      if (code === OPEN_BRACKET) throw notFeatures()
      this.#start = this.#at
      this.#hasList = false
      this.#frame = ''
    } else if (this.#depth === 1 && code === OPEN_BRACKET && this.#isFeaturesKey()) {
      this.#frame += `${this.#rest.slice(this.#start, this.#at)}[`
      this.#inList = true
      this.#hasList = true
      this.#start = -1
    } else if (this.#inList && this.#depth === 2) {
      if (code !== OPEN_BRACE) throw this.#broken()
      this.#start = this.#at
    }
    this.#depth++
    this.#isKey = false
  }

  #isFeaturesKey(): boolean {
    return this.#isKey && this.#lastString === 'features'
  }

  #close(code: number, found: FoundFeature[]): void {
    this.#depth--
    if (this.#depth < 0) throw this.#broken()
    if (this.#inList && this.#depth === 2) {
      found.push({ text: this.#rest.slice(this.#start, this.#at + 1), isMember: true })
      this.#start = -1
    } else if (this.#inList && this.#depth === 1) {
      if (code !== CLOSE_BRACKET) throw this.#broken()
      this.#inList = false
      this.#start = this.#at
    } else if (this.#depth === 0) {
      const text = this.#frame + this.#rest.slice(this.#start, this.#at + 1)
      if (this.#hasList) this.frames.push(text)
      else found.push({ text, isMember: false })
      this.#start = -1
    }
    this.#isKey = false
  }

  #other(code: number): void {
    if (code === COMMA) {
      this.#isKey = false
      return
    }
    const isNothing = code === RECORD_SEPARATOR || code === 0xfeff
    if (this.#depth === 0 && !isNothing) throw this.#broken()
    // Numbers, null and words between features.
    if (this.#inList && this.#depth === 2) throw this.#broken()
  }

  /** Forgets what was read, as far as no object that is being read needs it. */
  #shrink(): void {
    const from = this.#start === -1 ? this.#at : this.#start
    if (this.#at - from > LONGEST) throw tooLong()
    const keep = this.#isString && this.#start === -1 ? Math.min(from, this.#stringStart) : from
    this.#rest = this.#rest.slice(keep)
    this.#at -= keep
    if (this.#start !== -1) this.#start -= keep
    this.#stringStart -= keep
  }

  #broken(cause?: unknown): FileError {
    return brokenJson(this.#line, cause)
  }
}

/** Refusal of text that is no JSON. */
export function brokenJson(line: number, cause?: unknown): FileError {
  return new FileError(
    'json_broken',
    {
      ar: `ملف GeoJSON تالف أو غير مكتمل عند السطر ${line}. صدّره من برنامجه من جديد ثم أعد رفعه.`,
      en: `The GeoJSON file is damaged or incomplete at line ${line}. Export it from its own program again and upload it.`,
    },
    { line, cause }
  )
}

/** Refusal of JSON in which there are no features. */
export function notFeatures(): FileError {
  return new FileError('geojson_no_features', {
    ar: 'الملف JSON لكنه ليس GeoJSON: لا توجد فيه أشكال (FeatureCollection أو Feature). صدّر الطبقة بصيغة GeoJSON.',
    en: 'The file is JSON but not GeoJSON: it holds no features (FeatureCollection or Feature). Export the layer as GeoJSON.',
  })
}

function tooLong(): FileError {
  return new FileError('geojson_too_long', {
    ar: 'في الملف شكل واحد أكبر من 64 ميجابايت، فهو تالف أو يحتاج إلى تبسيط. راجعه ثم أعد رفعه.',
    en: 'The file holds a single feature of more than 64 MB: it is damaged or needs simplifying. Check it and upload it again.',
  })
}
