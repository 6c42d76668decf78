import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Running, StandIn, StartOptions, Watch } from './app.ts'
import { chosen, exportedTo } from './dialogs.ts'
import { collectOutput, environment, gone } from './process.ts'
import { openStandInWindow, type StandInWindow, type WindowMessage } from './stand-in-window.ts'

const boot = join(import.meta.dirname, 'electron-stand-in/boot.mjs')
const bundle = join(import.meta.dirname, '../../out/main/index.js')

type Message =
  | { kind: 'answer'; question: number; value?: unknown; error?: string }
  | ({ kind: 'window' } & WindowMessage)
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'reload' }
  | { kind: 'dialog'; method: string; options: Record<string, unknown> }
  | { kind: 'opened-outside'; url: string }

/** Runs the built Electron main and preload bundles under a stand-in for the module `electron`. */
export async function startStandIn(
  browser: Browser,
  dataDir: string,
  options: StartOptions,
  watch: Watch,
): Promise<Running> {
  const child = fork(boot, [bundle, ...(options.openPath ? [options.openPath] : [])], {
    env: environment(dataDir),
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  })
  const output = collectOutput(child)
  const questions = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const shown: StandIn['shown'] = []
  const openedOutside: string[] = []
  const window = Promise.withResolvers<WindowMessage>()
  let page: StandInWindow | undefined
  let next = 0
  // Once the end is wanted, what is still asked gets no answer, as in a window whose program goes.
  let leaving = false

  child.on('message', (message: Message) => {
    if (message.kind === 'answer') settle(message)
    else if (message.kind === 'window') window.resolve(message)
    else if (message.kind === 'send') void page?.deliver(message.channel, message.args)
    else if (message.kind === 'reload') void page?.page.reload()
    else if (message.kind === 'dialog') shown.push(message)
    else if (message.kind === 'opened-outside') openedOutside.push(message.url)
  })
  child.once('exit', (code) => {
    if (leaving) return
    const error = new Error(`The stand-in ended with ${code}:\n${output()}`)
    window.reject(error)
    for (const question of questions.values()) question.reject(error)
  })

  const opened = await window.promise
  page = await openStandInWindow(browser, opened, ask, watch)
  await ask('page-shown', { window: opened.window })

  const running: Running = {
    page: page.page,
    standIn: { ask, shown, openedOutside, webPreferences: opened.preferences },
    async end() {
      leaving = true
      // The process takes its answer with it; the exit code tells.
      child.send({ kind: 'quit' })
      const code = await gone(child)
      await page?.context.close()
      if (code !== 0) throw new Error(`The stand-in ended with ${code}:\n${output()}`)
    },
    async kill() {
      leaving = true
      child.kill('SIGKILL')
      await gone(child)
      await page?.context.close()
    },
    collectExport: (action, folder) => exportedTo(folder, action, (path) => running.chooseFile('save', path)),
    async chooseMenu(command) {
      await ask('click-menu', { id: command })
    },
    async chooseFile(dialog, path) {
      await ask('prepare-dialog', chosen(dialog, path))
    },
  }
  return running

  function ask(kind: string, message: Record<string, unknown> = {}): Promise<unknown> {
    const question = next++
    return new Promise((resolve, reject) => {
      if (leaving) return
      questions.set(question, { resolve, reject })
      child.send({ ...message, kind, question }, (error) => {
        if (error && !leaving) reject(error)
      })
    })
  }

  function settle(message: { question: number; value?: unknown; error?: string }): void {
    const question = questions.get(message.question)
    questions.delete(message.question)
    if (message.error === undefined) question?.resolve(message.value)
    else question?.reject(new Error(message.error))
  }
}
