import { exportFormats, type FormatOf, formatDetail, formatsOf } from '../../../contract/export-formats.ts'
import { type ExportTable, exportTableNames } from '../../../contract/export-tables.ts'
import type { Brief } from '../../../contract/rows.ts'
import { ask, ProblemError } from '../../data/ask.ts'
import { delivered } from '../../data/delivered.ts'
import { runJob } from '../../data/run-job.ts'
import { useActions } from '../../state/actions.ts'
import { useMoment } from '../../state/moment.ts'
import { toast } from '../../ui/toast.ts'

const tableWords: Record<ExportTable, { label: string; detail: string }> = {
  claims: { label: 'Claims', detail: 'each with its figure, times, grades and first words' },
  annotations: { label: 'Annotations', detail: 'each with its tags, words and place in the text' },
  evidence: { label: 'Evidence', detail: 'which claim rests on which words' },
  spread: { label: 'Spread', detail: 'every figure by topic and thing counted' },
  matrix: { label: 'Matrix', detail: 'what each source said last, by topic and thing' },
  agreement: { label: 'Agreement', detail: 'contradictions, tensions and agreement' },
  independence: { label: 'Independence', detail: 'which claim goes back to which origin' },
  chronology: { label: 'Timeline', detail: 'claims and articles with their times' },
  hypotheses: { label: 'Hypotheses', detail: 'every rating of evidence against a hypothesis' },
}

/** Tables that can be taken out. They are of the whole workspace: no brief is needed. */
export const exportedTables = exportTableNames.map((id) => ({ id, ...tableWords[id] }))

/** What can be done with the open brief from the palette and by keys. `make` is absent where nothing can be changed. */
export function useBriefActions(brief: Brief | undefined, make: (() => void) | undefined): void {
  useActions('Brief', [
    ...formatsOf('brief').map((format, place) => ({
      id: place === 0 ? 'export-brief' : `export-brief-${format}`,
      title: `Export the brief as ${exportFormats[format].name}…`,
      ...(place === 0 && { keys: 'Mod+E' }),
      enabled: brief !== undefined,
      keywords: `report save file print paper footnotes ${formatDetail('brief', format)}`,
      run: () => brief && void exportBrief(brief, format),
    })),
    {
      id: 'copy-brief',
      title: 'Copy the brief as Markdown',
      enabled: brief !== undefined,
      keywords: 'clipboard',
      run: () => brief && void copyMarkdown(brief),
    },
    ...exportedTables.map(({ id, label }) => ({
      id: `export-${id}`,
      title: `Export the ${label.toLowerCase()} as CSV…`,
      keywords: 'table spreadsheet save file',
      run: () => void exportTable(id, false),
    })),
    {
      id: 'new-brief',
      title: 'New brief',
      enabled: make !== undefined,
      keywords: 'report make',
      run: () => make?.(),
    },
  ])
}

/** Writes the brief to a file that the person chooses, and tells its name. */
export async function exportBrief({ id }: Brief, format: FormatOf<'brief'>): Promise<void> {
  const answer = await runJob('export.brief', { id, format, asOf: useMoment.getState().seq })
  if (answer.ok && answer.value) delivered(answer.value)
}

/** Writes a table of the whole workspace, likewise. */
export async function exportTable(table: ExportTable, bom: boolean): Promise<void> {
  const asOf = useMoment.getState().seq
  const answer = await runJob('export.table', { table, format: formatsOf('table')[0], bom, asOf })
  if (answer.ok && answer.value) delivered(answer.value)
}

export async function copyMarkdown({ id }: Brief): Promise<void> {
  try {
    const { markdown } = await ask('brief.markdown', { id, asOf: useMoment.getState().seq })
    await navigator.clipboard.writeText(markdown)
    toast({ text: 'Copied the brief as Markdown.' })
  } catch (error) {
    const why =
      error instanceof ProblemError
        ? error.problem.message
        : 'The clipboard did not take the text. Export the brief to a file instead.'
    toast({ kind: 'problem', text: why })
  }
}
