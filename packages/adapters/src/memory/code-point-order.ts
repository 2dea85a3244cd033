const outsideSharedOrder = /[\uD800-\uFFFF]/

/**
 * A text that `<` compares as `compareText` compares the original. JavaScript compares UTF-16
 * units, which only differs from code points once surrogates meet the characters above them, so
 * nearly every text stays as it is.
 */
export function codePointKey(text: string): string {
  if (!outsideSharedOrder.test(text)) return text
  let key = ''
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    key += String.fromCharCode(unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)
  }
  return key
}
