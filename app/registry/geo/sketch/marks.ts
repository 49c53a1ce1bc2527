import type { Position, Ring } from '#registry/geo/types'

/** What a mark of a sketch is of: each has its look on paper and on the screen. */
export type Role = 'parcel' | 'neighbour' | 'frame' | 'corner' | 'side' | 'words' | 'title' | 'bar'

/**
 * One mark of a drawing, in millimetres of the sheet from its upper left corner: the same marks are
 * drawn by the browser and printed by the PDF.
 */
export type Mark =
  | { kind: 'outline'; rings: Ring[]; role: Role }
  | { kind: 'line'; from: Position; to: Position; role: Role }
  | { kind: 'dot'; at: Position; role: Role }
  | {
      kind: 'text'
      at: Position
      text: string
      /** Height of the letters in millimetres. */
      size: number
      /** Which end of the line stands at the place. */
      hold: 'left' | 'middle' | 'right'
      /** Degrees clockwise about the place. */
      turn?: number
      role: Role
    }

export interface Drawing {
  /** Millimetres. */
  width: number
  height: number
  marks: Mark[]
}
