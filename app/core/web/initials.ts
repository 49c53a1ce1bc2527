/** The first letters of the first two names, for the round mark beside a person's name. */
export function initials(name: string | null | undefined): string {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean)
  // A zero-width non-joiner keeps two Arabic letters from joining into another shape.
  return words
    .slice(0, 2)
    .map((word) => [...word][0])
    .join('\u200C')
}
