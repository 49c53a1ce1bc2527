import type { Edge } from 'edge.js'

type Compile = Edge['asyncCompiler']['compile']

/**
 * Has templates read and compiled once. Edge's own cache leaves two gaps that cost more than all the rest
 * of a page: what `@include` brings in is compiled for every page, and the folder of components is
 * listed for every page. While somebody writes templates (`isFinal` false) it stays so.
 */
export function keepTemplates(edge: Edge, isFinal: boolean): void {
  // The indentation of templates is for their writers: half of a page's bytes would be blanks.
  edge.processor.process('raw', ({ raw }) => raw.replace(/^[ \t]+/gm, ''))
  if (!isFinal) return

  for (const compiler of [edge.compiler, edge.asyncCompiler]) {
    const compile = compiler.compile.bind(compiler) as Compile
    const included = new Map<string, ReturnType<Compile>>()
    compiler.compile = (path, variables) => {
      if (!variables) return compile(path)
      // The names of the variables around an include become parameters of what is compiled.
      const key = [path, ...variables].join(' ')
      let template = included.get(key)
      if (!template) included.set(key, (template = compile(path, variables)))
      return template
    }
  }

  const list = edge.loader.listComponents.bind(edge.loader)
  let components: ReturnType<typeof list> | null = null
  edge.loader.listComponents = () => (components ??= list())
}
