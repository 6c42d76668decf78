import type { ProgramInfo } from '../../contract/program.ts'
import type { Answer } from '../../contract/wire.ts'
import type { AnswerContext, Answers } from './answer-context.ts'
import type { ExportTarget } from './shell.ts'

/** A workspace under another name: going on with one whose file was lost, and a copy to hand on. */
export function lostFileAnswers({
  shell,
  known,
  workspaces,
  jobs,
  info,
}: AnswerContext): Pick<Answers, 'workspace.goOn' | 'workspace.saveCopy'> {
  return {
    'workspace.goOn': async (input) => {
      if (input.how !== 'copy') return wentOn(await workspaces.goOn(input.how))
      const path = shell.chooseNewWorkspace
        ? await shell.chooseNewWorkspace(input.name)
        : await known.freePath(input.name)
      return path === null ? { ok: true, value: null } : wentOn(await workspaces.goOn('copy', path))
    },
    'workspace.saveCopy': async ({ job }) => {
      const open = workspaces.current
      if (!open) return workspaces.none()
      const { name } = open.info()
      // Where the shell has dialogs, the one for a new workspace: it knows the ending, and nothing is replaced.
      const target = shell.chooseNewWorkspace
        ? await chosen(shell.chooseNewWorkspace(`${name} copy`))
        : await shell.chooseExportTarget(`${name}.claimtrail`)
      if (!target) return { ok: true, value: null }
      const { path, downloadUrl } = target
      const saved = await jobs.follow(job, 'Saving a copy', (control) => open.backup(control, path))
      if (!saved.ok || downloadUrl === undefined) return saved
      return { ok: true, value: { ...saved.value, place: 'your downloads', downloadUrl } }
    },
  }

  function wentOn(answered: Answer<null>): Answer<ProgramInfo> {
    return answered.ok ? { ok: true, value: info() } : answered
  }
}

async function chosen(path: Promise<string | null>): Promise<ExportTarget | null> {
  const found = await path
  return found === null ? null : { path: found }
}
