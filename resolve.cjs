/**
 * How dependency-cruiser finds files: package.json "imports" name `.js`, the sources are `.ts`.
 * Without this nothing resolves and every rule is green over nothing.
 */
module.exports = {
  resolve: {
    extensions: ['.ts', '.js', '.mjs'],
    extensionAlias: { '.js': ['.ts', '.js'] },
    conditionNames: ['import', 'node', 'default'],
  },
}
