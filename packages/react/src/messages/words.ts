const integers = new Map<string, Intl.NumberFormat>()
const plurals = new Map<string, Intl.PluralRules>()

/**
 * Forms of a sentence by plural category of the language; `#` stands for the number, written as the
 * language writes it.
 */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The number helpers that the messages of one language are written with. */
export function words(language: string) {
  const number = (value: number) =>
    remembered(integers, language, () => new Intl.NumberFormat(language)).format(value)
  const plural = (count: number, forms: PluralForms) => {
    const category = remembered(plurals, language, () => new Intl.PluralRules(language)).select(
      count,
    )
    return (forms[category] ?? forms.other).replace('#', number(count))
  }
  return { number, plural }
}

function remembered<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const found = cache.get(key)
  if (found !== undefined) return found
  const made = make()
  cache.set(key, made)
  return made
}
