import { createHash } from 'node:crypto'

/** The built page: see src/replay and electron.vite.config.ts. */
export interface ReplayPage {
  script: string
  style: string
}

/**
 * One HTML file from the page and its data, in pieces. The data lies in blocks that no browser runs, with every `<`
 * escaped, so that nothing in it can end its block. The policy lets just this script and this style work and nothing
 * be fetched: even markup that came to life could load, send or run nothing.
 *
 * @throws Error when the page itself could not stand in HTML: a fault of the build
 */
export function* replayHtml(
  { script, style }: ReplayPage,
  blocks: Iterable<{ id: string; json: Iterable<string> }>,
): Generator<string> {
  for (const part of [script, style]) {
    if (/<\/(?:script|style)|<!--|\r/i.test(part))
      throw new Error('the replay page would not survive in HTML')
  }
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Claimtrail replay</title>
<style>${style}</style>
</head>
<body>
<noscript>This replay is played by the script inside this file; allow scripts to see it. It asks for nothing else.</noscript>
`
  for (const { id, json } of blocks) {
    yield `<script type="application/json" id="${id}">`
    for (const piece of json) yield piece.replaceAll('<', '\\u003c')
    yield '</script>\n'
  }
  yield `<script>${script}</script>
</body>
</html>
`
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
