/** A sheet of labels as it is bought; lengths in millimetres. Add a line to print on another. */
export interface LabelSize {
  key: string
  columns: number
  rows: number
  width: number
  height: number
  /** From the left and the top edge of the A4 sheet to the first label. */
  left: number
  top: number
  /** From one label to the next. */
  pitchX: number
  pitchY: number
}

export const LABEL_SIZES: readonly LabelSize[] = [
  {
    key: '24',
    columns: 3,
    rows: 8,
    width: 64,
    height: 33.9,
    left: 7,
    top: 12.9,
    pitchX: 66,
    pitchY: 33.9,
  },
  {
    key: '8',
    columns: 2,
    rows: 4,
    width: 99.1,
    height: 67.7,
    left: 4.6,
    top: 13.1,
    pitchX: 101.6,
    pitchY: 67.7,
  },
  {
    key: '40',
    columns: 4,
    rows: 10,
    width: 48.5,
    height: 25.4,
    left: 8,
    top: 21.5,
    pitchX: 48.5,
    pitchY: 25.4,
  },
  {
    key: '65',
    columns: 5,
    rows: 13,
    width: 38.1,
    height: 21.2,
    left: 4.7,
    top: 10.7,
    pitchX: 40.6,
    pitchY: 21.2,
  },
]

export function labelSize(key: string): LabelSize {
  return LABEL_SIZES.find((size) => size.key === key) ?? LABEL_SIZES[0]!
}
