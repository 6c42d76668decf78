/**
 * Whether a line of text runs from right to left: its first letter decides, as for `dir="auto"` in HTML (rules P2 and
 * P3 of Unicode Standard Annex 9, told by script). A line without letters runs from left to right.
 */
export function isRightToLeft(line: string): boolean {
  const first = /[\p{L}\u200e\u200f]/u.exec(line)?.[0]
  return first !== undefined && rightToLeft.test(first)
}

const rightToLeft =
  /[\u200f\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u
