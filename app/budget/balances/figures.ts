/** Figures of a line's balance row, in the order in which credit passes through them. */
export const FIGURES = [
  'appropriated',
  'released',
  'frozen',
  'reserved',
  'committed',
  'paid',
] as const

export type Figure = (typeof FIGURES)[number]

/** Of what is released, the figures that are no longer available. */
export const HELD = ['frozen', 'reserved', 'committed', 'paid'] as const satisfies readonly Figure[]

export const FIGURE_NAMES: Readonly<Record<Figure, { ar: string; en: string }>> = {
  appropriated: { ar: 'الاعتماد', en: 'an appropriation' },
  released: { ar: 'المفرج عنه', en: 'released credit' },
  frozen: { ar: 'المجمد', en: 'frozen credit' },
  reserved: { ar: 'المجنب', en: 'reserved credit' },
  committed: { ar: 'المرتبط به', en: 'open commitments' },
  paid: { ar: 'المنصرف', en: 'payments' },
}

/** What a movement does to which figures; each is a transition of some document. */
export const MOVES = [
  'appropriation',
  'release',
  'supplement',
  'virement',
  'freeze',
  'unfreeze',
  'reserve',
  'unreserve',
  'commit',
  'uncommit',
  'pay',
  'unpay',
  'carry',
] as const

export type Move = (typeof MOVES)[number]
