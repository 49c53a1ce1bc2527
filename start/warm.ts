/** What a web process counts before the first person asks for it: of a million assets it takes seconds. */
import app from '@adonisjs/core/services/app'

void app.ready(async () => {
  const { cellSummary } = await import('#registry/map/summary')
  // Without its tables (a first start) there is nothing to count; the first question tries again.
  cellSummary().catch(() => undefined)
})
