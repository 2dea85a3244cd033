/**
 * Every computed property of every element and its pseudo-elements, under a name that finds it
 * again.
 */
export function computed(elements: Iterable<Element>) {
  // What moves would differ by the time that has passed.
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
    else {
      animation.pause()
      animation.currentTime = 500
    }
  }
  const found = new Map<string, string>()
  let index = 0
  for (const element of elements) {
    index += 1
    for (const pseudo of [null, '::before', '::after', '::placeholder']) {
      if (pseudo === '::placeholder' && !element.matches('input, textarea')) continue
      const style = getComputedStyle(element, pseudo)
      const absent =
        (pseudo === '::before' || pseudo === '::after') &&
        (style.content === 'none' || style.content === 'normal')
      for (const name of absent ? ['content'] : style) {
        if (!name.startsWith('--'))
          found.set(
            `${index} <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">${pseudo ?? ''} ${name}`,
            style.getPropertyValue(name),
          )
      }
    }
  }
  return found
}

/** What two looks at the same elements found different, in words. */
export const differences = (before: Map<string, string>, after: Map<string, string>) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key)} → ${after.get(key)}`)
