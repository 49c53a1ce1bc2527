declare module 'shpjs' {
  /** Geometries of a `.shp`, in the coordinates of the file when no projection is given. */
  export function parseShp(
    shp: Uint8Array,
    prj?: string | false
  ): ({ type: string; coordinates?: unknown } | null)[]
  /** Rows of a `.dbf`; `cpg` names its encoding. */
  export function parseDbf(dbf: Uint8Array, cpg?: string): Record<string, unknown>[]
}
