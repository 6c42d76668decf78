import type { CliCommand } from './command.ts'

/** The overview of all commands. */
export function overview(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Claimtrail from a terminal: import articles, apply commands, check, search and export a workspace.',
    '',
    'Usage: claimtrail COMMAND [WORKSPACE] …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'WORKSPACE is a .claimtrail file. While the program has it open, it can be read here but not changed.',
    '“claimtrail COMMAND --help” explains one command. “claimtrail --version” prints the version.',
    'Exit code: 0 done, 1 a finding or a rejection, 2 wrong use.',
    '',
  ].join('\n')
}

/** One command in full. */
export function helpOf({ name, usage, summary, help, options }: CliCommand): string {
  const flags = Object.entries(options).map(([long, { short, value, help: text }]) => {
    const names = `${short ? `-${short}, ` : '    '}--${long}${value ? ` ${value}` : ''}`
    return { names, text }
  })
  const width = Math.max(0, ...flags.map(({ names }) => names.length))
  return [
    `Usage: claimtrail ${[name, usage].filter(Boolean).join(' ')}`,
    '',
    summary,
    '',
    help.trim(),
    '',
    ...(flags.length > 0 ? [...flags.map(({ names, text }) => `  ${names.padEnd(width)}  ${text}`), ''] : []),
  ].join('\n')
}
