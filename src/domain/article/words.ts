/**
 * Words of a text: runs between white space that hold a letter or digit, and each character of scripts
 * written without spaces (Han, Kana, Thai). The same on every machine, unlike a dictionary segmenter.
 */
export function countWords(text: string): number {
  let words = 0
  for (const [run] of text.matchAll(/\S+/gu)) {
    const unspaced = run.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
    if (unspaced) words += unspaced.length
    else if (/[\p{L}\p{N}]/u.test(run)) words += 1
  }
  return words
}
