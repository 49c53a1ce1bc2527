import type { Ink } from '#core/documents/page_canvas'

/** The few colours of every printed document; dark on light, so that a photocopy stays readable. */
export const PALETTE = {
  ink: '0.11 0.13 0.16',
  quiet: '0.35 0.38 0.42',
  white: '1 1 1',
  accent: '0.12 0.31 0.37',
  heading: '0.12 0.31 0.37',
  stripe: '0.965 0.973 0.976',
  tint: '0.91 0.933 0.945',
  rule: '0.78 0.81 0.83',
} satisfies Record<string, Ink>
