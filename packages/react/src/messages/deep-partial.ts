/** A tree of words of which any may be left out. */
export type DeepPartial<Value> = {
  [Key in keyof Value]?: NonNullable<Value[Key]> extends string | ((...args: never[]) => string)
    ? Value[Key]
    : DeepPartial<Value[Key]>
}
