import type { ProgramInfo } from '../../contract/program.ts'
import { type EngineRequestName, requests } from '../../contract/requests.ts'
import type { Answer } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'
import { newId } from '../new-id.ts'
import { patchSettings } from '../workspaces/settings.ts'
import type { OpenWorkspace } from '../workspaces/workspace.ts'
import type { AnswerContext, Answers } from './answer-context.ts'
import { branchAnswers } from './branches.ts'
import { briefAsMarkdown, exportBrief, exportChanges, exportTable } from './exporting.ts'
import { prepareFiles } from './importing.ts'
import { lostFileAnswers } from './lost-file.ts'
import { malformed, parseRequest } from './parse-request.ts'
import { openPastWatch } from './past-watch.ts'
import { estimateReplay, exportReplay } from './replaying.ts'
import { findSuggestions } from './suggesting.ts'

export function programAnswers(context: AnswerContext): Answers {
  const { shell, memory, known, workspaces, jobs, assistant, info } = context
  const inPast = openPastWatch(jobs)
  const opened = async (path: string | null): Promise<Answer<ProgramInfo | null>> => {
    if (path === null) return { ok: true, value: null }
    const answer = await workspaces.open(path)
    return answer.ok ? { ok: true, value: info() } : answer
  }
  const withWorkspace = async <T>(work: (open: OpenWorkspace) => Promise<Answer<T>>): Promise<Answer<T>> =>
    workspaces.current ? work(workspaces.current) : workspaces.none()
  return {
    'app.info': async () => ({ ok: true, value: info() }),
    'app.saveSettings': async (patch) => {
      await memory.set({ settings: patchSettings(memory.get().settings, patch) })
      return { ok: true, value: memory.get().settings }
    },
    'app.openExternal': ({ url }) => shell.openExternal(url),
    'profile.set': async (fields) => {
      const profile = { ...fields, id: memory.get().profile?.id ?? newId() }
      await memory.set({ profile })
      const known = await workspaces.current?.introduce(profile)
      return known && !known.ok ? known : { ok: true, value: profile }
    },
    'workspace.list': async () => ({ ok: true, value: await known.list() }),
    'workspace.open': async ({ key }) => {
      if (key === undefined) {
        if (!shell.chooseWorkspaceToOpen) {
          return failed(
            'no_dialog',
            'This window has no file dialogs. Choose a workspace from the list, or start Claimtrail with its file name.',
          )
        }
        return opened(await shell.chooseWorkspaceToOpen())
      }
      const path = await known.pathOf(key)
      return path ? opened(path) : failed('unknown_workspace', 'That workspace is no longer on the list.')
    },
    'workspace.create': async ({ name }) => {
      const path = shell.chooseNewWorkspace
        ? await shell.chooseNewWorkspace(name)
        : await known.freePath(name)
      if (path === null) return { ok: true, value: null }
      const answer = await workspaces.create(path)
      return answer.ok ? { ok: true, value: info() } : answer
    },
    'workspace.openSample': async () => {
      const answer = await workspaces.openSample()
      return answer.ok ? { ok: true, value: info() } : answer
    },
    'workspace.openBackup': async ({ backup }) => {
      const answer = await workspaces.openBackup(backup)
      return answer.ok ? { ok: true, value: info() } : answer
    },
    'workspace.acceptHead': async () => {
      const answer = await workspaces.acceptHead()
      return answer.ok ? { ok: true, value: info() } : answer
    },
    ...lostFileAnswers(context),
    'workspace.backup': ({ job }) =>
      withWorkspace((open) => jobs.follow(job, 'Backing up', (control) => open.backup(control))),
    'workspace.verify': ({ job }) =>
      withWorkspace((open) => jobs.follow(job, 'Verifying the workspace', (control) => open.verify(control))),
    'workspace.rebuild': ({ job }) =>
      withWorkspace((open) => jobs.follow(job, 'Rebuilding the tables', (control) => open.rebuild(control))),
    ...branchAnswers(context),
    'import.prepare': (input) => prepareFiles(input, workspaces, jobs),
    'brief.markdown': (input) => briefAsMarkdown(input, context),
    'export.brief': (input) => exportBrief(input, context),
    'export.table': (input) => exportTable(input, context),
    'replay.estimate': (input) => estimateReplay(input, context),
    'export.replay': (input) => exportReplay(input, context),
    'export.changes': (input) => exportChanges(input, context),
    'suggestions.find': (input) => findSuggestions(input, workspaces, jobs, assistant),
    'job.cancel': async ({ job }) => {
      jobs.cancel(job)
      return { ok: true, value: null }
    },
    timeline: ({ buckets }) => inPast((control) => workspaces.timeline(buckets, control)),
    'changes.between': (asked) =>
      jobs.follow(newId(), 'Comparing two moments', (control) => workspaces.changes(asked, control)),
    'timeline.matches': ({ filter }) => inPast((control) => workspaces.matches(filter, control)),
    execute: (envelope) => workspaces.execute(envelope),
    asOf: async ({ seq, name, input }) => {
      const asked = parseRequest(name, input)
      if (!asked.ok) return asked
      if (!requests[asked.value.name].inPast) return malformed(`${name} cannot be asked as of an event.`)
      const { name: request, input: parsed } = asked.value
      return inPast((control) => workspaces.queryAsOf(seq, request as EngineRequestName, parsed, control))
    },
  }
}
