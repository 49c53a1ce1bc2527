/**
 * The directions of the domains, from the highest to the lowest: an import may only go down.
 * Domains on one line do not know each other. scripts/check_directions.mjs plants a violation of
 * every rule and sees that it is named.
 */
const LAYERS = [
  ['reporting'],
  ['services_link'],
  ['procurement'],
  ['stores', 'revenue', 'staff'],
  ['registry'],
  ['accounts'],
  ['budget'],
  ['rules'],
  ['identity'],
  ['audit'],
  ['core'],
]

const any = (names) => `^app/(${names.join('|')})/`

/** For each domain: whatever stands above it, and beside it, is out of its reach. */
const directions = LAYERS.flatMap((layer, level) => {
  const above = LAYERS.slice(0, level).flat()
  return layer.map((domain) => ({
    name: `${domain}-looks-down`,
    comment: `${domain} may import only what stands below it`,
    severity: 'error',
    from: { path: any([domain]) },
    to: { path: any([...above, ...layer.filter((other) => other !== domain), '-']) },
  }))
})

module.exports = {
  forbidden: [
    {
      name: 'resolvable',
      comment: 'An import that is not found proves nothing: every rule would be blind to it',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment:
        'Models may name each other: relations go both ways, and are resolved when asked for',
      severity: 'error',
      from: { pathNot: '^app/[^/]+/models/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...directions,
    {
      name: 'known-domains',
      comment: 'A new folder of app/ must take its place in LAYERS',
      severity: 'error',
      from: { path: '^app/', pathNot: any([...LAYERS.flat(), 'exceptions']) },
      to: {},
    },
    {
      name: 'private-folders',
      comment: "Another domain's controllers, validators and middleware are its own business",
      severity: 'error',
      from: { path: '^app/([^/]+)/' },
      to: {
        path: '^app/(?!core/)([^/]+)/(controllers|validators|middleware)/',
        pathNot: '^app/$1/',
      },
    },
    {
      name: 'rules-without-http',
      comment: 'Models, actions and queries run in jobs and commands, where there is no request',
      severity: 'error',
      from: { path: '^app/[^/]+/(models|actions|queries)/' },
      to: { path: ['^app/[^/]+/(controllers|middleware)/', '@adonisjs/core/build/modules/http'] },
    },
    {
      name: 'app-without-tests',
      severity: 'error',
      from: { path: '^(app|config|start|bin|commands)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-tools-in-the-product',
      comment:
        'What runs in production stands under "dependencies"; only development may reach a tool, at that moment',
      severity: 'error',
      from: { path: '^(app|start|commands)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'type-only'],
        dynamic: false,
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|public|coverage|\\.local|\\.adonisjs)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: './resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
