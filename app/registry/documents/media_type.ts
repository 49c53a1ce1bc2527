/** What a scan or photograph may be; told by its first bytes, never by its name. */
export const MEDIA_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'image/heic': 'heic',
} as const

export type MediaType = keyof typeof MEDIA_TYPES

/** Endings a file dialog offers. */
export const ENDINGS = '.pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.heic'

/** Types a browser shows by itself without running anything. */
export const SHOWN_INLINE: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'mif1', 'msf1'])

/** The type of a file by its magic bytes, or null when it is none that the register keeps. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  const starts = (hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex
  const ascii = (from: number, to: number) => bytes.subarray(from, to).toString('latin1')
  if (ascii(0, 5) === '%PDF-') return 'application/pdf'
  if (starts('ffd8ff')) return 'image/jpeg'
  if (starts('89504e470d0a1a0a')) return 'image/png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp'
  if (starts('49492a00') || starts('4d4d002a')) return 'image/tiff'
  if (ascii(4, 8) === 'ftyp' && HEIC_BRANDS.has(ascii(8, 12))) return 'image/heic'
  return null
}
