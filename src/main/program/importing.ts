import type { PreparedFile } from '../../contract/import.ts'
import type { ParsedRequestInput } from '../../contract/requests.ts'
import type { Answer } from '../../contract/wire.ts'
import type { Jobs } from '../jobs.ts'
import type { Workspaces } from '../workspaces/workspaces.ts'

/**
 * Reads files for the import preview in a worker of its own: nothing of the workspace changes until the person
 * accepts the preview, so that cancelling leaves nothing behind.
 */
export async function prepareFiles(
  { job, files }: ParsedRequestInput<'import.prepare'>,
  workspaces: Workspaces,
  jobs: Jobs,
): Promise<Answer<PreparedFile[]>> {
  const workspace = workspaces.current
  if (!workspace) return workspaces.none()
  const title = files.length === 1 ? `Reading ${files[0]!.name}` : `Reading ${files.length} files`
  const prepared = await jobs.run(job, title, 'prepare', { workspace: workspace.path, files })
  if (!prepared.ok) return prepared
  await workspace.keepShingles(prepared.value.shingles)
  return { ok: true, value: prepared.value.files }
}
