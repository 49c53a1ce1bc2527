import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

export interface Finding {
  rule: string
  impact: string
  help: string
  places: string[]
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * What the accessibility checker (axe, WCAG 2 A and AA and its best practices) says against the page
 * with at least the given weight. Contrast is measured apart, on painted colours.
 */
export async function axeFindings(
  page: Page,
  weights: readonly string[] = ['serious', 'critical']
): Promise<Finding[]> {
  // The page's own policy forbids scripts from elsewhere; a script put in by the browser is allowed.
  await page.evaluate(await readFile(AXE, 'utf8'))
  const findings = await page.evaluate<Finding[]>(`
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact,
        help,
        places: nodes.slice(0, 5).map(({ html }) => html.slice(0, 160)),
      }))
    )`)
  return findings.filter(({ impact }) => weights.includes(impact))
}
