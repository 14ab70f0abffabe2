/**
 * What the type of a spec can say and the schema that reads it does not know: names of fields, and values of lists of words. `never`
 * where there is nothing. That the schema reads no more than the type says, `satisfies z.ZodType<Spec>` asks at the schema.
 */
export type Unread<Spec, Read, Path extends string = ""> = Spec extends undefined
  ? never
  : Spec extends string | number | boolean
    ? Spec extends Read
      ? never
      : `${Path} ${Spec}`
    : Spec extends readonly (infer Item)[]
      ? Unread<Item, ItemOf<Read>, Path>
      : {
          [Key in NamesOf<Spec>]: [Exclude<FieldOf<Spec, Key>, undefined>] extends [never]
            ? never
            : Key extends NamesOf<Read>
              ? Unread<FieldOf<Spec, Key>, FieldOf<Read, Key>, `${Path}.${Key}`>
              : `${Path}.${Key}`;
        }[NamesOf<Spec>];

type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;
type NamesOf<Part> = Part extends object ? keyof Part & string : never;
type FieldOf<Part, Key> = Part extends object ? (Key extends keyof Part ? Part[Key] : never) : never;
