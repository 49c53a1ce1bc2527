import type { Sentence } from '#core/domain_error'
import type { Stage } from '#core/imports/stage'
import type { Trx } from '#core/within'
import type { RuleParameters, ShapeRules } from '#registry/rules/parameters'

/** A class as a row of a register needs it. */
export interface LandClass {
  id: string
  nameAr: string
  nameEn: string
  subtype: 'land' | 'building' | 'site' | 'movable'
  letter: string
  geometries: readonly string[]
}

/** A shape of the file, kept small: a file may hold a million. */
export interface FiledShape {
  wkb: Buffer
  box: readonly [number, number, number, number]
  area: number
  isPolygon: boolean
  isAbroad: boolean
  subtype: LandClass['subtype']
}

/** What is remembered of one file between its reading and its landing. */
export interface LandState {
  rules: ShapeRules & { R4: RuleParameters<'R4'>; R5: RuleParameters<'R5'> }
  /** By `shape_no` − 1. */
  shapes: FiledShape[]
  /** Rows that land but of which a rule has something to say, by rule. */
  noted: Map<string, { count: number; example: Sentence }>
}

const states = new WeakMap<Trx, LandState>()

/** The state of the file that a transaction works on. */
export function stateOf({ trx }: Pick<Stage, 'trx'>): LandState {
  return states.get(trx)!
}

export function begin(trx: Trx, state: LandState): void {
  states.set(trx, state)
}

/** Remembers that a rule has something to say of a row that may land all the same. */
export function note(state: LandState, rule: string, example: Sentence): void {
  const known = state.noted.get(rule)
  if (known) known.count++
  else state.noted.set(rule, { count: 1, example })
}
