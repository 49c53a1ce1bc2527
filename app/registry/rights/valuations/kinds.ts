export const BASES = [
  'committee',
  'market',
  'rent',
  'cost',
  'historic',
  'current_operational',
] as const

export const METHODS = ['comparison', 'income', 'cost', 'book', 'other'] as const

export const USES = ['in_use', 'under_used', 'idle', 'surplus'] as const
