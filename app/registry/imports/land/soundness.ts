import { Problem } from '#core/imports/problem'
import { mapped, positionsOf, type Position, type Shape } from '#registry/geo/types'
import { problemsOf } from '#registry/geo/overlay'

/** A place in the middle of Egypt, where the planes of the rules are good. */
const HERE: Position = [31, 30]

/**
 * What is wrong with the outline of a shape (rule R1), as the reason of a row. Shapes abroad are judged
 * as if they lay in Egypt: whether an outline crosses itself does not depend on where it is.
 */
export function problemsAt(shape: Shape, isAbroad: boolean): Problem | null {
  const [lon, lat] = isAbroad ? positionsOf(shape)[0]! : HERE
  const [dx, dy] = [HERE[0] - lon, HERE[1] - lat]
  const judged = isAbroad ? mapped(shape, ([x, y]) => [x + dx, y + dy]) : shape
  const [finding] = problemsOf(judged)
  if (!finding) return null
  const at = finding.facts.at as Position | null
  const back = (text: string) =>
    isAbroad && at
      ? text
          .replace(at[0].toFixed(6), (at[0] - dx).toFixed(6))
          .replace(at[1].toFixed(6), (at[1] - dy).toFixed(6))
      : text
  const { messages, cure } = finding
  return new Problem('shape_unsound', at ? at.join(', ') : '', 'geometry', {
    ar: `${back(messages.ar)} ${cure?.ar ?? ''}`.trim(),
    en: `${back(messages.en)} ${cure?.en ?? ''}`.trim(),
  })
}
