/** The type of a property: a constructor, a list of one type, or a nested plain object that becomes a model. */
export type PropertyType =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | DateConstructor
  | [PropertyType]
  | Properties;

export interface Properties {
  [name: string]: PropertyType;
}

/** Whether the type is a nested object. */
export function isNested(type: PropertyType): type is Properties {
  return typeof type === 'object' && !Array.isArray(type);
}

/** A text that two shapes share exactly when they have the same properties of the same types, in any order. */
export function fingerprint(type: PropertyType): string {
  if (typeof type === 'function') return type.name;
  if (Array.isArray(type)) return `[${fingerprint(type[0])}]`;
  const names = Object.keys(type).sort();
  return `{${names.map((name) => `${name}:${fingerprint(type[name] as PropertyType)}`).join(',')}}`;
}
