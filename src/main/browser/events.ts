import type { ServerResponse } from 'node:http'
import type { Push } from '../../contract/wire.ts'

/** The pages that listen: to each a stream of lines, one JSON a push. */
export interface Listeners {
  add(response: ServerResponse): void
  send(push: Push): void
  /** Ends every stream. */
  close(): void
}

/** A page that reads this far behind is let go; it comes back by itself and asks for everything anew. */
const mostUnreadBytes = 16 * 1024 * 1024
/** An empty line now and then shows that a page has gone without a word. */
const heartbeatMs = 15_000

/** @param onCount told the number of listening pages whenever it changes */
export function createListeners(onCount: (count: number) => void): Listeners {
  const open = new Set<ServerResponse>()
  const heartbeat = setInterval(() => {
    for (const response of open) response.write('\n')
  }, heartbeatMs)
  heartbeat.unref()

  return {
    add(response) {
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
      response.flushHeaders()
      open.add(response)
      onCount(open.size)
      response.on('close', () => {
        open.delete(response)
        onCount(open.size)
      })
    },
    send(push) {
      const message = `${JSON.stringify(push)}\n`
      for (const response of open) {
        if (response.writableLength > mostUnreadBytes) response.destroy()
        else response.write(message)
      }
    },
    close() {
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}
