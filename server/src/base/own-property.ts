/** What a table holds for a name that somebody wrote; undefined for `constructor` and all that every object inherits. */
export function ownProperty<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
