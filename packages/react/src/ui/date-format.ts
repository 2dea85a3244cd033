type Options = {
  [Key in keyof Intl.DateTimeFormatOptions]?: Intl.DateTimeFormatOptions[Key] | undefined
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A date format, made once: making one costs more than a hundred uses. */
export function dateFormat(locale: string, options: Options): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const found = formats.get(key)
  if (found) return found
  const made = new Intl.DateTimeFormat(locale, options as Intl.DateTimeFormatOptions)
  formats.set(key, made)
  return made
}
