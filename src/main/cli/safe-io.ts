import { linesForTerminal, oneLine } from '../shell-kit/terminal-text.ts'
import { type Io, Stopped } from './command.ts'

/**
 * The same streams, through which nothing reaches a person's terminal that could steer it. What is told is told as
 * lines of this program's own; what is printed keeps its bytes, unless a terminal shows them.
 */
export function safeIo(io: Io): Io {
  return {
    ...io,
    tell: (line) => io.tell(oneLine(line)),
    progress: (line) => io.progress(oneLine(line)),
    async print(piece) {
      if (!io.printsToTerminal) return io.print(piece)
      if (typeof piece === 'string') return io.print(linesForTerminal(piece))
      const message =
        'This is no text, so a terminal cannot show it. Name a file with -o, or send it on through a pipe.'
      throw new Stopped({ code: 'output_is_terminal', message })
    },
  }
}
