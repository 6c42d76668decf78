import { comparisonKinds } from '../domain/brief/row.ts'

/** The tables that can be exported as CSV: rows as they are, then what comparing the claims of each topic gives. */
export const exportTableNames = ['claims', 'annotations', 'evidence', ...comparisonKinds] as const
export type ExportTable = (typeof exportTableNames)[number]
